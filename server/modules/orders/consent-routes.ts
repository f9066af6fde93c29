import { type Deal, sellerShare } from "@amana/core/escrow";
import type { OrderId } from "@amana/core/ids";
import { type Money, subtract } from "@amana/core/money";
import { hours } from "@amana/core/time";
import { type Static, Type } from "typebox";
import {
  askConsent,
  CONSENTS,
  type Consent,
  type ConsentRefusal,
  consentsOf,
  giveConsent,
  readConsent,
  readDeal,
  refuseConsent,
  withdrawConsent,
} from "#modules/escrow";
import type { Queryable } from "#runtime/database";
import {
  DEAL_PROBLEMS,
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  MoneyJson,
  moneyFrom,
  moneyJson,
  nullable,
  oneOf,
  paragraph,
  problem,
  problemOfRefusal,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
  type UserPrincipal,
} from "#runtime/http";
import { findOrder } from "./find.ts";
import type { OrderParts } from "./routes.ts";
import type { Role } from "./view.ts";

/** More are not looked at: a deal whose parties ask each other that often is not helped by a longer list. */
const MOST = 200;
const LONGEST_HOURS = 90 * 24;

const GetsJson = strict({ buyer: ref(MoneyJson), seller: nullable(ref(MoneyJson)) });

export const ConsentJson = strict(
  {
    id: IdOf("consent"),
    what: oneOf(CONSENTS),
    refund: nullable(ref(MoneyJson)),
    hours: nullable(Type.Integer()),
    gets: nullable(GetsJson),
    askedBy: oneOf(["buyer", "seller"]),
    askedAt: InstantJson,
    note: nullable(Type.String()),
    state: oneOf(["open", "given", "refused", "withdrawn", "superseded", "ended"]),
    answeredAt: nullable(InstantJson),
  },
  { $id: "Consent", description: "What one party of an order asks of the other." },
);

const PROBLEMS = ["NOT_FOUND", "ALREADY_ANSWERED", ...DEAL_PROBLEMS] as const;

/** What takes the word of both parties: dividing the money, more time, sending goods again or back, accepting a decision. */
export const consentRoutes = (parts: OrderParts): Route[] => [
  listConsents(parts),
  ask(parts),
  answer(parts, "accept", "acceptConsent", "Agree to what the other party asks; the order moves at once", giveConsent),
  answer(parts, "decline", "declineConsent", "Say no to what the other party asks", (db, id, side, _, now) =>
    refuseConsent(db, id, side, now),
  ),
  answer(parts, "withdraw", "withdrawConsent", "Take back what you asked", (db, id, side, _, now) =>
    withdrawConsent(db, id, side, now),
  ),
  division(parts),
];

const params = strict({ id: IdOf("order") });

const listConsents = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/consents",
    operationId: "listConsents",
    summary: "What the parties have asked each other, the newest first",
    tag: "orders",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: strict({ data: Type.Array(ref(ConsentJson)) }) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await dealOf(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const consents = await consentsOf(db, found.deal.id, MOST);
      return reply(200, { data: consents.map((consent) => consentJson(consent, found.deal, found.role)) });
    },
  });

const AskBody = strict({
  what: oneOf(CONSENTS),
  refund: Type.Optional(ref(MoneyJson)),
  hours: Type.Optional(Type.Integer({ minimum: 1, maximum: LONGEST_HOURS })),
  note: Type.Optional(paragraph({ maxLength: 1000 })),
});

const ask = ({ db, wake }: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/consents",
    operationId: "askConsent",
    summary: "Ask the other party for something that takes the word of both",
    description:
      "`settle` divides the held money: `refund` goes back to the buyer, all and nothing included. `extend` gives the running deadline `hours` more. Asked again by either side it takes the place of what stands: a counter-offer.",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: AskBody,
    responses: { 201: ref(ConsentJson) },
    problems: PROBLEMS,
    async handle({ params, principal, body, idempotencyKey, now }) {
      const found = await dealOf(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const { deal, role } = found;
      if (role === "staff") return problem("FORBIDDEN");
      const wrong = unfitting(body);
      if (wrong) return wrong;
      const key = idempotencyKey === null ? null : `${principal.id}:${idempotencyKey}`;
      const asked = await askConsent(db, { ...questionIn(body), deal: deal.id, askedBy: role, key }, now);
      if (!asked.ok) return problemOf(asked.error);
      wake();
      return reply(201, consentJson(asked.value, deal, role));
    },
  });

const questionIn = ({ what, refund, hours: more, note }: Static<typeof AskBody>) => ({
  ...{ what, note: note ?? null, refund: refund ? moneyFrom(refund) : null },
  extension: more === undefined ? null : hours(more),
});

/** Each question takes its own fields and no others. */
function unfitting({ what, refund, hours: more }: Static<typeof AskBody>) {
  if ((what === "settle") !== (refund !== undefined))
    return invalid("refund", "says what goes back to the buyer, with settle and with nothing else");
  if ((what === "extend") !== (more !== undefined))
    return invalid("hours", "says how much more time there is, with extend and with nothing else");
  return null;
}

const answer = (
  { db, wake }: OrderParts,
  verb: "accept" | "decline" | "withdraw",
  operationId: string,
  summary: string,
  carryOut: typeof giveConsent,
): Route =>
  defineRoute({
    method: "POST",
    path: `/orders/:id/consents/:consent/${verb}`,
    operationId,
    summary,
    tag: "orders",
    policy: signedIn("orders:write"),
    params: strict({ id: IdOf("order"), consent: IdOf("consent") }),
    body: strict({}),
    responses: { 200: ref(ConsentJson) },
    problems: PROBLEMS,
    async handle({ params, principal, now }) {
      const found = await dealOf(db, params.id, principal);
      const consent = found && (await readConsent(db, params.consent));
      if (!consent || consent.deal !== found.deal.id) return problem("NOT_FOUND");
      if (found.role === "staff") return problem("FORBIDDEN");
      const done = await carryOut(db, consent.id, found.role, principal.id, now);
      if (!done.ok) return problemOf(done.error);
      wake();
      return reply(200, consentJson(done.value, found.deal, found.role));
    },
  });

const DivisionJson = strict(
  {
    buyer: ref(MoneyJson),
    seller: nullable(ref(MoneyJson)),
    commission: nullable(ref(MoneyJson)),
    commissionTax: nullable(ref(MoneyJson)),
  },
  {
    $id: "Division",
    description: "What each gets of the held money; what the seller pays of it only the seller sees.",
  },
);

const division = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/division",
    operationId: "previewDivision",
    summary: "What each would get if so much went back to the buyer",
    tag: "orders",
    policy: signedIn("orders:read"),
    params,
    query: strict({ refund: Type.Integer({ minimum: 0, description: "Minor units of the order's currency." }) }),
    responses: { 200: ref(DivisionJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal, query }) {
      const found = await dealOf(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const { deal, role } = found;
      const refund: Money = { minor: BigInt(query.refund), currency: deal.total.currency };
      if (refund.minor > deal.total.minor) return invalid("refund", "is more than the order's total");
      const share = sellerShare(deal, refund);
      const seen = (amount: Money) => (role === "buyer" ? null : moneyJson(amount));
      return reply(200, {
        buyer: moneyJson(refund),
        seller: seen(share.sellerReceives),
        commission: seen(share.commission),
        commissionTax: seen(share.commissionTax),
      });
    },
  });

async function dealOf(
  db: Queryable,
  id: OrderId,
  reader: UserPrincipal,
): Promise<{ readonly deal: Deal; readonly role: Role } | null> {
  const found = await findOrder(db, id, reader);
  const deal = found && (await readDeal(db, found.order.deal));
  return found && deal ? { deal, role: found.role } : null;
}

const problemOf = (refusal: ConsentRefusal) => {
  if (refusal === "no_such_deal" || refusal === "no_such_consent") return problem("NOT_FOUND");
  if (refusal === "already_answered") return problem("ALREADY_ANSWERED");
  return refusal === "not_yours_to_answer" ? problem("FORBIDDEN") : problemOfRefusal(refusal);
};

/** A buyer is not told what the seller's part comes to after commission, but what of the price is the seller's. */
export const consentJson = (consent: Consent, deal: Deal, role: Role): Static<typeof ConsentJson> => ({
  ...{ id: consent.id, what: consent.what, refund: consent.refund && moneyJson(consent.refund) },
  hours: consent.extension === null ? null : consent.extension / hours(1),
  gets: consent.refund && {
    buyer: moneyJson(consent.refund),
    seller: moneyJson(
      role === "buyer" ? subtract(deal.total, consent.refund) : sellerShare(deal, consent.refund).sellerReceives,
    ),
  },
  ...{ askedBy: consent.askedBy, askedAt: instantJson(consent.askedAt), note: consent.note, state: consent.state },
  answeredAt: consent.answeredAt && instantJson(consent.answeredAt),
});
