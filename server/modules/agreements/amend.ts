import { type AgreementTerms, type AmendmentRefusal, differences, mayAmend } from "@amana/core/agreement";
import type { UserId } from "@amana/core/ids";
import { type OfferTerms, type WrongTerm, wrongTerm } from "@amana/core/negotiation";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type AdvanceRefusal, advance } from "#modules/escrow";
import { type Database, type Tx, undoing } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { type Amendment, type AmendmentId, amendmentsOf, decideAmendment, insertAmendment } from "./amendment-store.ts";
import { orderBy, tellOfAgreement } from "./conclude.ts";
import { type AgreementId, insertVersion, signaturesOf, updateAgreement } from "./store.ts";
import { type Ground, groundOf, versionOf } from "./view.ts";

export type AmendRefusal =
  | AmendmentRefusal
  | AdvanceRefusal
  | "no_such_agreement"
  | "no_such_amendment"
  | "one_waits"
  | "own_amendment"
  | "changed_meanwhile"
  | { readonly wrong: WrongTerm };

type Asked = { readonly id: AgreementId; readonly user: UserId };

/** One side proposes other terms; nothing changes until the other side accepts them. */
export const proposeAmendment = (
  db: Database,
  { id, user }: Asked,
  changes: Partial<OfferTerms>,
  now: Instant,
): Promise<Result<Amendment, AmendRefusal>> =>
  db.transaction(async (tx) => {
    const ground = await groundOf(tx, id, user, now, true);
    if (!ground) return refuse("no_such_agreement");
    const terms = offeredBy({ ...ground.version.terms, ...changes });
    const allowed = await objectionTo(tx, ground, terms);
    if (!allowed.ok) return allowed;
    const amendment: Amendment = {
      id: newIdBeside("amendment", now, id),
      ...{ baseVersion: ground.version.version, by: ground.side, terms },
      ...{ state: "proposed", proposedAt: now, decidedAt: null },
    };
    if (!(await insertAmendment(tx, ground.agreement, amendment))) return refuse("one_waits");
    await tellOfAgreement(tx, ground.agreement, "amendment_proposed", ground.side, now, amendment.id);
    return ok(amendment);
  });

async function objectionTo(tx: Tx, ground: Ground, terms: OfferTerms): Promise<Result<null, AmendRefusal>> {
  const wrong = wrongTerm(terms, ground.agreement.currency);
  if (wrong) return refuse({ wrong });
  const signed = (await signaturesOf(tx, ground.agreement.id)).filter(
    ({ version }) => version === ground.version.version,
  );
  return mayAmend(ground.stage, differences(ground.version.terms, terms), signed.length);
}

/** The terms of an offer alone. */
const offeredBy = (terms: OfferTerms): OfferTerms => ({
  ...{ unitPrice: terms.unitPrice, quantity: terms.quantity, shipping: terms.shipping },
  ...{ paymentHours: terms.paymentHours, dispatchDays: terms.dispatchDays, deliveryDays: terms.deliveryDays },
  ...{ inspectionDays: terms.inspectionDays, freeTerms: terms.freeTerms },
});

/** The other side accepts: the next version, with a hash of its own. An order that is not paid yet is taken back for it. */
export const acceptAmendment = (
  db: Database,
  asked: Asked & { readonly amendment: AmendmentId },
  now: Instant,
): Promise<Result<Amendment, AmendRefusal>> => undoing(db, (tx) => accept(tx, asked, now));

async function accept(
  tx: Tx,
  { id, user, amendment: wanted }: Asked & { readonly amendment: AmendmentId },
  now: Instant,
): Promise<Result<Amendment, AmendRefusal>> {
  const found = await waiting(tx, { id, user }, wanted, now);
  if (!found.ok) return found;
  const { ground, amendment } = found.value;
  const { agreement, version, side } = ground;
  if (amendment.by === side) return refuse("own_amendment");
  if (amendment.baseVersion !== version.version) return refuse("changed_meanwhile");
  const allowed = await objectionTo(tx, ground, amendment.terms);
  if (!allowed.ok) return allowed;
  const next: AgreementTerms = {
    ...{ ...version.terms, ...amendment.terms, version: version.version + 1, agreedAt: now },
  };
  await insertVersion(tx, id, versionOf(next));
  await decideAmendment(tx, agreement, wanted, "accepted", now);
  const unpaid = ground.stage === "to_be_ordered" || ground.stage === "to_be_paid";
  const amended = {
    ...{ ...agreement, version: next.version },
    ...(unpaid && { order: null, orderBy: orderBy(next, now) }),
  };
  await updateAgreement(tx, amended);
  await tellOfAgreement(tx, amended, "amended", side, now, wanted);
  const taken = ground.stage === "to_be_paid" ? await takeBack(tx, ground, user, now) : ok(null);
  if (!taken.ok) return taken;
  return ok({ ...amendment, state: "accepted", decidedAt: now });
}

/** The last thing that takes locks. Whoever pays at the same moment is paid back, or was first: then nothing is amended. */
async function takeBack(
  tx: Tx,
  { deal, side, agreement, version }: Ground,
  user: UserId,
  now: Instant,
): Promise<Result<null, AdvanceRefusal>> {
  if (!deal) throw new Error(`${agreement.id} is to be paid and has no deal`);
  const given = { key: `amended:${agreement.id}:${version.version}`, actorId: user, note: "Amended" };
  const unpaid = { name: "cancel", by: side, at: now };
  const moved = await advance(tx, deal.id, unpaid, now, given);
  if (!moved.ok) return moved;
  return moved.value.escrow === "pending" ? ok(null) : refuse("not_in_this_state");
}

/** The other side says no, or the one who proposed it takes it back. */
export const declineAmendment = (
  db: Database,
  { id, user, amendment: wanted }: Asked & { readonly amendment: AmendmentId },
  now: Instant,
): Promise<Result<Amendment, AmendRefusal>> =>
  db.transaction(async (tx) => {
    const found = await waiting(tx, { id, user }, wanted, now);
    if (!found.ok) return found;
    const { ground, amendment } = found.value;
    const state = amendment.by === ground.side ? "withdrawn" : "declined";
    await decideAmendment(tx, ground.agreement, wanted, state, now);
    await tellOfAgreement(tx, ground.agreement, `amendment_${state}`, ground.side, now, wanted);
    return ok({ ...amendment, state, decidedAt: now });
  });

async function waiting(
  tx: Tx,
  { id, user }: Asked,
  wanted: AmendmentId,
  now: Instant,
): Promise<Result<{ readonly ground: Ground; readonly amendment: Amendment }, AmendRefusal>> {
  const ground = await groundOf(tx, id, user, now, true);
  if (!ground) return refuse("no_such_agreement");
  const amendment = (await amendmentsOf(tx, ground.agreement)).find((one) => one.id === wanted);
  if (!amendment) return refuse("no_such_amendment");
  return amendment.state === "proposed" ? ok({ ground, amendment }) : refuse("changed_meanwhile");
}
