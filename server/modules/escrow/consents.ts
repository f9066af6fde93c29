import { type Command, type Deal, EXTEND, processOf, type Refusal, step } from "@amana/core/escrow";
import { shardOf, type UserId } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type Database, type Tx, undoing } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { announce, type Subscription } from "#runtime/work";
import { advance } from "./advance.ts";
import {
  answerConsent,
  type Consent,
  type ConsentId,
  insertConsent,
  lockConsents,
  openConsents,
  readConsent,
  repeatedConsent,
  type Side,
} from "./consent-store.ts";
import { readMoved } from "./moved.ts";
import { readDeal } from "./store.ts";

export type AskConsent = Pick<Consent, "deal" | "what" | "refund" | "extension" | "askedBy" | "note"> & {
  /** The same key asks once. */
  readonly key: string | null;
};

export type ConsentRefusal = Refusal | "no_such_deal" | "no_such_consent" | "already_answered" | "not_yours_to_answer";

/**
 * Asks the other party. What the process would not let both do now is refused at once; the same question asked again, by whichever
 * side, takes the place of the one that stands: a counter-offer.
 */
export async function askConsent(
  db: Database,
  asked: AskConsent,
  now: Instant,
): Promise<Result<Consent, ConsentRefusal>> {
  return await db.transaction(async (tx) => {
    await lockConsents(tx, asked.deal);
    const repeated = asked.key === null ? null : await repeatedConsent(tx, asked.deal, asked.key);
    return repeated ? ok(repeated) : await ask(tx, asked, now);
  });
}

async function ask(tx: Tx, asked: AskConsent, now: Instant): Promise<Result<Consent, ConsentRefusal>> {
  const deal = await readDeal(tx, asked.deal);
  if (!deal) return refuse("no_such_deal");
  const tried = step(processOf(deal.process, deal.processVersion), deal, commandOf(deal, asked, now), now);
  if (!tried.ok) return tried;
  const standing = (await openConsents(tx, deal)).find(({ what }) => what === asked.what);
  if (standing) {
    await answerConsent(tx, standing, "superseded", now);
    await tell(tx, { ...standing, state: "superseded" }, now);
  }
  const consent: Consent = {
    ...{ id: newIdBeside("consent", now, deal.id), deal: deal.id, what: asked.what, refund: asked.refund },
    ...{ extension: asked.extension, askedBy: asked.askedBy, askedAt: now, note: asked.note },
    ...{ state: "open", answeredAt: null },
  };
  await insertConsent(tx, consent, asked.key);
  await tell(tx, consent, now);
  return ok(consent);
}

/** The other party agrees: the deal moves as both want it, in the same transaction. */
export async function giveConsent(
  db: Database,
  id: ConsentId,
  by: Side,
  actorId: UserId,
  now: Instant,
): Promise<Result<Consent, ConsentRefusal>> {
  return await undoing(db, async (tx) => {
    const found = await answered(tx, id, by === "buyer" ? "seller" : "buyer", "given", now);
    if (!found.ok || found.value.answeredAt !== now) return found;
    const deal = await readDeal(tx, found.value.deal);
    if (!deal) return refuse("no_such_deal");
    await tell(tx, found.value, now);
    const given = { key: `consent:${id}`, actorId };
    const moved = await advance(tx, deal.id, commandOf(deal, found.value, now), now, given);
    return moved.ok ? found : moved;
  });
}

/** The other party says no. */
export const refuseConsent = (db: Database, id: ConsentId, by: Side, now: Instant) =>
  answerAlone(db, id, by === "buyer" ? "seller" : "buyer", "refused", now);

/** Who asked no longer wants it. */
export const withdrawConsent = (db: Database, id: ConsentId, by: Side, now: Instant) =>
  answerAlone(db, id, by, "withdrawn", now);

const answerAlone = (db: Database, id: ConsentId, askedBy: Side, state: "refused" | "withdrawn", now: Instant) =>
  db.transaction(async (tx) => {
    const found = await answered(tx, id, askedBy, state, now);
    if (found.ok && found.value.answeredAt === now) await tell(tx, found.value, now);
    return found;
  });

/** Once per consent; the same answer a second time is answered as before. */
async function answered(
  tx: Tx,
  id: ConsentId,
  askedBy: Side,
  state: "given" | "refused" | "withdrawn",
  now: Instant,
): Promise<Result<Consent, ConsentRefusal>> {
  const before = await readConsent(tx, id);
  if (!before) return refuse("no_such_consent");
  await lockConsents(tx, before.deal);
  const found = await readConsent(tx, id);
  if (!found) return refuse("no_such_consent");
  if (found.askedBy !== askedBy) return refuse("not_yours_to_answer");
  if (found.state === state) return ok(found);
  if (found.state !== "open") return refuse("already_answered");
  await answerConsent(tx, found, state, now);
  return ok({ ...found, state, answeredAt: now });
}

/** What is asked is void once the deal has moved to where both could not do it any more. */
export const consentsFollowDeal: Subscription = {
  name: "consents follow deal",
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const { deal: id } = readMoved(payload);
    const deal = await readDeal(tx, id);
    if (!deal) throw new Error(`no deal ${id}`);
    const process = processOf(deal.process, deal.processVersion);
    for (const consent of await openConsents(tx, deal)) {
      if (step(process, deal, commandOf(deal, consent, now), now).ok) continue;
      await answerConsent(tx, consent, "ended", now);
      await tell(tx, { ...consent, state: "ended" }, now);
    }
  },
};

/** What both parties want, as a command of the deal. */
export function commandOf(
  { total }: Deal,
  { what, refund, extension }: Pick<Consent, "what" | "refund" | "extension">,
  now: Instant,
): Command {
  const said = { by: "parties", at: now } as const;
  if (what === "extend") return { ...said, name: EXTEND, ...(extension !== null && { extension }) };
  if (what !== "settle" || !refund) return { ...said, name: what };
  if (refund.minor === 0n && refund.currency === total.currency) return { ...said, name: "agree_release" };
  if (refund.minor === total.minor && refund.currency === total.currency) return { ...said, name: "agree_refund" };
  return { ...said, name: "agree_split", settlement: { refund } };
}

const tell = (tx: Tx, { id, deal, what, state, askedBy, refund }: Consent, now: Instant): Promise<void> =>
  announce(tx, now, {
    shard: shardOf(deal),
    topic: "consent.changed",
    payload: { consent: id, deal, what, state, askedBy, refund: refund && jsonOf(refund) },
  });

const jsonOf = ({ minor, currency }: Money) => ({ minor: minor.toString(), currency });
