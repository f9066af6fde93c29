import { type AgreementStage, amountsOf, differences, type Party } from "@amana/core/agreement";
import { parseId, type UserId } from "@amana/core/ids";
import type { OfferTerms, Side } from "@amana/core/negotiation";
import type { Instant } from "@amana/core/time";
import type { Static } from "typebox";
import type { ChosenVariant } from "#modules/catalog";
import type { Queryable } from "#runtime/database";
import { instantJson, moneyFrom, moneyJson } from "#runtime/http";
import { type Amendment, amendmentsOf, proposersOf } from "./amendment-store.ts";
import type { AGREEMENT_ACTS, AgreementJson, AgreementSummaryJson, AmendmentWish, VariantJson } from "./schemas.ts";
import { type Agreement, newestTermsOf, type Signature, signaturesOf, signersOf, type Version } from "./store.ts";
import { type Ground, sideOf, variantOf } from "./view.ts";

type Json = Static<typeof AgreementJson>;

/** Only the fields that were sent. */
export function changesOf({ unitPrice, shipping, ...plain }: Static<typeof AmendmentWish>): Partial<OfferTerms> {
  return {
    ...plain,
    ...(unitPrice && { unitPrice: moneyFrom(unitPrice) }),
    ...(shipping && { shipping: { bearer: shipping.bearer, amount: moneyFrom(shipping.amount) } }),
  };
}

/** An agreement as one of its two sides sees it, with everything that the hash is made of. */
export async function agreementJson(db: Queryable, ground: Ground, now: Instant): Promise<Json> {
  const { agreement, side, version, versions, stage } = ground;
  const signatures = await signaturesOf(db, agreement.id);
  const amendments = await amendmentsOf(db, agreement);
  const signedBy = signatures.filter((one) => one.version === version.version).map(({ by }) => by);
  return {
    id: agreement.id,
    negotiationId: agreement.negotiation,
    orderId: agreement.order,
    status: stage,
    role: side,
    version: version.version,
    hash: version.hash,
    orderBy: instantJson(agreement.orderBy),
    terms: termsJson(version),
    texts: version.texts,
    signatures: signatures.map((signature) => signatureJson(signature, side)),
    versions: versions.map((one, index) => ({
      version: one.version,
      agreedAt: instantJson(one.terms.agreedAt),
      hash: one.hash,
      changes: differences(versions[index - 1]?.terms ?? one.terms, one.terms),
    })),
    amendments: amendments.map((amendment) => amendmentJson(amendment, versions)),
    actions: actionsOf(stage, side, signedBy),
    now: instantJson(now),
  };
}

function termsJson({ terms }: Version): Json["terms"] {
  const { goods, total } = amountsOf(terms);
  const product = parseId("product", terms.item.product);
  if (!product) throw new Error(`${terms.agreement} is about no product`);
  return {
    agreedAt: instantJson(terms.agreedAt),
    buyer: partyJson(terms.buyer),
    seller: partyJson(terms.seller),
    item: { productId: product, title: terms.item.title, variant: variantJson(variantOf(terms)) },
    unitPrice: moneyJson(terms.unitPrice),
    quantity: terms.quantity,
    shipping: { bearer: terms.shipping.bearer, amount: moneyJson(terms.shipping.amount) },
    paymentHours: terms.paymentHours,
    dispatchDays: terms.dispatchDays,
    deliveryDays: terms.deliveryDays,
    inspectionDays: terms.inspectionDays,
    signatureHours: terms.signatureHours,
    freeTerms: terms.freeTerms,
    goods: moneyJson(goods),
    total: moneyJson(total),
  };
}

/** A copy that may be written, as answers are. */
export const variantJson = (variant: ChosenVariant | null): Static<typeof VariantJson> | null =>
  variant && { id: variant.id, choices: variant.choices.map((one) => ({ ...one })) };

function partyJson({ user, ...party }: Party): Json["terms"]["buyer"] {
  const id: UserId | null = parseId("user", user);
  if (!id) throw new Error(`${user} is nobody`);
  return { id, ...party };
}

const signatureJson = ({ user: _user, agent: _agent, ...signature }: Signature, reader: string) => ({
  ...signature,
  signedAt: instantJson(signature.signedAt),
  network: signature.by === reader ? signature.network : null,
});

const amendmentJson = (amendment: Amendment, versions: readonly Version[]): Json["amendments"][number] => ({
  id: amendment.id,
  by: amendment.by,
  status: amendment.state,
  baseVersion: amendment.baseVersion,
  changes: differences(
    versions.find(({ version }) => version === amendment.baseVersion)?.terms ?? amendment.terms,
    amendment.terms,
  ),
  proposedAt: instantJson(amendment.proposedAt),
  decidedAt: amendment.decidedAt === null ? null : instantJson(amendment.decidedAt),
});

/** A first version that was paid for is signed; a later one also when the deal goes on already. */
function actionsOf(stage: AgreementStage, side: Side, signedBy: readonly Side[]) {
  const may: Readonly<Record<(typeof AGREEMENT_ACTS)[number], boolean>> = {
    order: stage === "to_be_ordered" && side === "buyer",
    sign: (stage === "to_be_signed" || stage === "in_force") && !signedBy.includes(side),
    amend: stage !== "lapsed" && stage !== "ended",
  };
  return (["order", "sign", "amend"] as const).filter((act) => may[act]);
}

type Listed = { readonly agreement: Agreement; readonly stage: AgreementStage };

/** Agreements as lists show them to one of their two sides. */
export async function summariesJson(
  db: Queryable,
  listed: readonly Listed[],
  reader: UserId,
): Promise<Static<typeof AgreementSummaryJson>[]> {
  const agreements = listed.map(({ agreement }) => agreement);
  const ids = agreements.map(({ id }) => id);
  const [terms, signers, proposers] = [
    await newestTermsOf(db, agreements),
    await signersOf(db, ids),
    await proposersOf(db, ids),
  ];
  return listed.map(({ agreement, stage }) => {
    const newest = terms.get(agreement.id);
    const side = sideOf(agreement, reader);
    if (!newest || !side) throw new Error(`${agreement.id} is not shown to ${reader}`);
    const signedBy = signers.get(agreement.id) ?? [];
    return {
      ...{
        id: agreement.id,
        negotiationId: agreement.negotiation,
        orderId: agreement.order,
        status: stage,
        role: side,
      },
      ...{ version: agreement.version, item: { productId: agreement.product, title: newest.item.title } },
      buyer: { id: agreement.buyer, name: newest.buyer.name },
      seller: { id: agreement.seller, name: newest.seller.name },
      ...{ quantity: newest.quantity, total: moneyJson(amountsOf(newest).total) },
      ...{ agreedAt: instantJson(agreement.agreedAt), orderBy: instantJson(agreement.orderBy), signedBy },
      ...{ amendmentBy: proposers.get(agreement.id) ?? null, actions: actionsOf(stage, side, signedBy) },
    };
  });
}
