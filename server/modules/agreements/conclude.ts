import type { AgreementTerms, Party } from "@amana/core/agreement";
import { type Id, type ProductId, shardOf, type UserId } from "@amana/core/ids";
import type { OfferTerms, Side } from "@amana/core/negotiation";
import { after, type Duration, hours, type Instant } from "@amana/core/time";
import type { ChosenVariant, Text } from "#modules/catalog";
import { readUser } from "#modules/identity";
import { companyBehind } from "#modules/organizations";
import type { Queryable, Tx } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { announce } from "#runtime/work";
import { type Agreement, insertAgreement, insertVersion, type NegotiationId } from "./store.ts";
import { versionOf } from "./view.ts";

/** So long both have to sign once the money is held. */
const SIGNATURE_HOURS = 72;

/** A negotiation in which one side has just accepted what the other offered. */
export type Agreed = {
  readonly negotiation: NegotiationId;
  readonly product: ProductId;
  readonly title: Text;
  readonly variant: ChosenVariant | null;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly terms: OfferTerms;
};

/** Makes the agreement of what was accepted, in the transaction that accepts it. */
export async function concludeAgreement(tx: Tx, agreed: Agreed, now: Instant): Promise<Agreement> {
  const { negotiation, product, buyer, seller, terms } = agreed;
  const agreement: Agreement = {
    id: newIdBeside("agreement", now, product),
    ...{ negotiation, buyer, seller, product, currency: terms.unitPrice.currency },
    ...{ version: 1, order: null, orderBy: orderBy(terms, now), agreedAt: now },
  };
  const written: AgreementTerms = {
    ...terms,
    ...{ agreement: agreement.id, version: 1, agreedAt: now, signatureHours: SIGNATURE_HOURS },
    buyer: await partyOf(tx, buyer, "buyer"),
    seller: await partyOf(tx, seller, "seller"),
    item: { product, title: agreed.title, ...(agreed.variant && { variant: agreed.variant }) },
  };
  await insertAgreement(tx, agreement);
  await insertVersion(tx, agreement.id, versionOf(written));
  await tellOfAgreement(tx, agreement, "concluded", null, now);
  return agreement;
}

/** The buyer places the order within the time that he has to pay it. */
export const orderBy = ({ paymentHours }: OfferTerms, now: Instant): Instant => after(now, payWithin(paymentHours));
const payWithin = (paymentHours: number): Duration => hours(paymentHours);

/** Who somebody is at this moment: his name, and the company for which he acts. */
async function partyOf(db: Queryable, user: UserId, side: Side): Promise<Party> {
  const person = await readUser(db, user);
  if (!person) throw new Error(`${user} agrees and is not there`);
  const company = await companyBehind(db, user, side);
  return {
    ...{ user, name: person.name, company: company?.legalName ?? null },
    ...{ country: company?.country ?? null, taxNumber: company?.taxNumber ?? null },
  };
}

/** What `agreement.changed` may say. `version_signed`: a version that came after the money was held. */
export type What =
  | ("concluded" | "ordered" | "signed" | "version_signed")
  | ("amendment_proposed" | "amendment_declined" | "amendment_withdrawn" | "amended");

/** Told after the commit, to whoever listens. `by`: whose act it was; null where both know. `about`: the amendment. */
export const tellOfAgreement = (
  tx: Tx,
  { id, version, order, buyer, seller }: Agreement,
  what: What,
  by: Side | null,
  now: Instant,
  about: Id<"amendment"> | null = null,
): Promise<void> =>
  announce(tx, now, {
    shard: shardOf(id),
    topic: "agreement.changed",
    payload: { agreement: id, version, order, what, by, buyer, seller, amendment: about },
  });
