import { type Id, parseId, type UserId } from "@amana/core/ids";
import { isCurrency } from "@amana/core/money";
import { newsBy, type TradeNews } from "@amana/core/notices";
import type { Instant } from "@amana/core/time";
import { type TObject, Type } from "typebox";
import { Value } from "typebox/value";
import type { AgreementNews } from "#modules/agreements";
import type { DisputeNews } from "#modules/disputes";
import type { ConsentKind, ConsentState } from "#modules/escrow";
import type { NegotiationNews } from "#modules/negotiations";
import { type Order, orderOfDeal, readOrder } from "#modules/orders";
import type { Tx } from "#runtime/database";
import type { Subscription } from "#runtime/work";
import type { NoticeParams } from "./store.ts";
import { type Telling, tell } from "./tell.ts";

const SIDES = ["buyer", "seller"] as const;
type Side = (typeof SIDES)[number];

/** What of each announcement both are told; of the rest the deal tells that moves with it, or what takes its place. */
export const TOLD = {
  negotiation: {
    offered: "negotiation_offered",
    accepted: "negotiation_accepted",
    withdrawn: "negotiation_withdrawn",
    closed: "negotiation_closed",
  },
  agreement: {
    // With the offer that was accepted, the order that was placed, and the step of the deal.
    ...{ concluded: null, ordered: null, signed: null },
    version_signed: "agreement_version_signed",
    amendment_proposed: "agreement_amendment_proposed",
    amendment_declined: "agreement_amendment_declined",
    amendment_withdrawn: "agreement_amendment_withdrawn",
    amended: "agreement_amended",
  },
  consent: {
    settle: "consent_settle_asked",
    extend: "consent_extend_asked",
    reship: "consent_reship_asked",
    send_back: "consent_send_back_asked",
    accept_ruling: "consent_accept_ruling_asked",
  },
  answer: {
    // With the step of the deal that both wanted, the counter-offer, and the step after which it was void.
    ...{ open: null, given: null, superseded: null, ended: null },
    refused: "consent_refused",
    withdrawn: "consent_withdrawn",
  },
  // An opened one is told with the freeze of its deal.
  dispute: { opened: null, evidence_added: "dispute_evidence_added", taken: "dispute_taken" },
} as const satisfies {
  readonly negotiation: Readonly<Record<NegotiationNews, TradeNews>>;
  readonly agreement: Readonly<Record<AgreementNews, TradeNews | null>>;
  readonly consent: Readonly<Record<ConsentKind, TradeNews>>;
  readonly answer: Readonly<Record<ConsentState, TradeNews | null>>;
  readonly dispute: Readonly<Record<DisputeNews, TradeNews | "dispute_taken" | null>>;
};

type News = {
  /** Null: told elsewhere. */
  readonly news: TradeNews | "dispute_taken" | null;
  /** Whose act it was; null where it was neither's. */
  readonly by: Side | null;
  readonly eventKey: string;
  readonly people: Readonly<Record<Side, UserId>>;
  readonly params: NoticeParams;
  readonly order: string | null;
};

/** Both parties hear of negotiations, agreements, consents and the file of a dispute, each in words of their own. */
export const tellOfTrade = (telling: Telling): Subscription[] => [
  told(telling, "negotiation.changed", Negotiation, ({ negotiation, version, what, by, ...people }) => ({
    ...{ news: TOLD.negotiation[what], by, eventKey: `${negotiation}:${version}`, people: twoOf(people) },
    ...{ params: { negotiationId: negotiation as Id<"negotiation"> }, order: null },
  })),
  told(telling, "agreement.changed", Agreement, ({ agreement, version, what, by, order, amendment, ...people }) => ({
    ...{ news: TOLD.agreement[what], by, people: twoOf(people) },
    eventKey: `${agreement}:${version}:${what}:${amendment ?? by}`,
    ...{ params: { agreementId: agreement as Id<"agreement"> }, order },
  })),
  told(telling, "consent.changed", Consent, async ({ consent, deal, what, state, askedBy, refund }, tx) => {
    const order = await orderOf(tx, deal);
    const other = askedBy === "buyer" ? "seller" : "buyer";
    return {
      news: state === "open" ? TOLD.consent[what] : TOLD.answer[state],
      by: state === "open" || state === "withdrawn" ? askedBy : other,
      eventKey: `${consent}:${state}`,
      ...{ people: order, params: { ...aboutOrder(order), ...amountIn(refund) }, order: order.id },
    };
  }),
  told(telling, "dispute.changed", Dispute, async ({ dispute, order: id, what, at, seq, side }, tx) => {
    const known = parseId("order", id);
    const order = known && (await readOrder(tx, known));
    if (!order) throw new Error(`${dispute} has no order`);
    return {
      ...{ news: TOLD.dispute[what], by: side ?? null, eventKey: `${dispute}:${what}:${seq ?? at}` },
      ...{ people: order, params: aboutOrder(order), order: order.id },
    };
  }),
];

function told<Form extends TObject>(
  telling: Telling,
  topic: string,
  form: Form,
  read: (payload: Type.Static<Form>, tx: Tx) => News | Promise<News>,
): Subscription {
  return {
    name: `tell of ${topic}`,
    topic,
    async hear(tx, payload, now) {
      const news = await read(Value.Parse(form, payload), tx);
      for (const side of SIDES) await tellSide(tx, telling, news, side, now);
    },
  };
}

async function tellSide(tx: Tx, telling: Telling, one: News, side: Side, now: Instant): Promise<void> {
  const { news, by, people, eventKey, params, order } = one;
  if (news === null) return;
  const event = news === "dispute_taken" ? news : newsBy(news, by ?? "buyer");
  const notice = { user: people[side], eventKey, key: `${event}.${side}`, params, order, ownDoing: by === side };
  await tell(tx, telling, notice, now);
}

const sideForm = Type.Union([Type.Literal("buyer"), Type.Literal("seller")]);
const oneOf = <const Name extends string>(names: readonly Name[]) =>
  Type.Union(names.map((name) => Type.Literal(name)));
const keysOf = <Name extends string>(record: Readonly<Record<Name, unknown>>) => Object.keys(record) as Name[];

const Negotiation = Type.Object({
  ...{ negotiation: Type.String(), version: Type.Integer(), what: oneOf(keysOf(TOLD.negotiation)), by: sideForm },
  ...{ buyer: Type.String(), seller: Type.String() },
});
const Agreement = Type.Object({
  ...{ agreement: Type.String(), version: Type.Integer(), what: oneOf(keysOf(TOLD.agreement)) },
  by: Type.Union([sideForm, Type.Null()]),
  order: Type.Union([Type.String(), Type.Null()]),
  amendment: Type.Union([Type.String(), Type.Null()]),
  ...{ buyer: Type.String(), seller: Type.String() },
});
const Consent = Type.Object({
  ...{ consent: Type.String(), deal: Type.String(), what: oneOf(keysOf(TOLD.consent)) },
  ...{ state: oneOf(keysOf(TOLD.answer)), askedBy: sideForm },
  refund: Type.Union([Type.Object({ minor: Type.String(), currency: Type.String() }), Type.Null()]),
});
const Dispute = Type.Object({
  ...{ dispute: Type.String(), order: Type.String(), what: oneOf(keysOf(TOLD.dispute)), at: Type.Integer() },
  ...{ seq: Type.Optional(Type.Integer()), side: Type.Optional(sideForm) },
});

function twoOf({ buyer, seller }: Readonly<Record<Side, string>>): Readonly<Record<Side, UserId>> {
  const [one, other] = [parseId("user", buyer), parseId("user", seller)];
  if (!one || !other) throw new Error(`nobody is ${buyer} or ${seller}`);
  return { buyer: one, seller: other };
}

async function orderOf(tx: Tx, deal: string): Promise<Order> {
  const known = parseId("deal", deal);
  const order = known && (await orderOfDeal(tx, known));
  if (!order) throw new Error(`${deal} has no order`);
  return order;
}

const aboutOrder = ({ number }: Order): NoticeParams => ({ orderNumber: number });

const amountIn = (refund: { readonly minor: string; readonly currency: string } | null): NoticeParams =>
  refund && isCurrency(refund.currency) ? { amount: { amount: Number(refund.minor), currency: refund.currency } } : {};
