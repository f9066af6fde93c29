import { type Static, Type } from "typebox";
import { eventsOf } from "#modules/escrow";
import { postingsOfDeal } from "#modules/ledger";
import { chargebacksOfDeal, heardAbout, paymentsOfDeal, refundsOfDeal } from "#modules/payments";
import type { Database, Queryable } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  MoneyJson,
  moneyJson,
  nullable,
  problem,
  type Route,
  ref,
  reply,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { jobsOf } from "#runtime/work";
import { staffSummaryJson } from "./json.ts";
import { summariesOf } from "./lists.ts";
import { StaffSummaryJson } from "./schemas.ts";
import { readOrder } from "./store.ts";
import { viewOrder } from "./view.ts";

const MOST_HEARD = 200;

const MoneyMoveJson = strict({
  what: Type.Union([
    Type.Literal("payment"),
    Type.Literal("refund"),
    Type.Literal("chargeback"),
    Type.Literal("payout"),
    Type.Literal("shipment"),
  ]),
  id: Type.String(),
  with: Type.String({ description: "The gateway, rail or carrier" }),
  state: Type.String(),
  amount: nullable(ref(MoneyJson)),
  reference: nullable(Type.String({ description: "What they call it" })),
  problem: nullable(Type.String()),
});

export const InspectionJson = strict(
  {
    order: ref(StaffSummaryJson),
    dealId: IdOf("deal"),
    process: Type.String(),
    state: Type.String({ description: "Of the process itself, finer than the status" }),
    revision: Type.Integer(),
    events: Type.Array(
      strict({
        seq: Type.Integer(),
        command: Type.String(),
        actor: Type.String(),
        from: nullable(Type.String()),
        to: Type.String(),
        reason: nullable(Type.String()),
        happenedAt: InstantJson,
        recordedAt: InstantJson,
      }),
    ),
    postings: Type.Array(
      strict({
        id: IdOf("posting"),
        kind: Type.String(),
        at: InstantJson,
        entries: Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) })),
      }),
    ),
    outside: Type.Array(MoneyMoveJson),
    jobs: Type.Array(
      strict({
        key: Type.String(),
        runAt: InstantJson,
        attempts: Type.Integer(),
        givenUp: Type.Boolean(),
        lastError: nullable(Type.String()),
      }),
    ),
    webhooks: Type.Array(
      strict({
        gateway: Type.String(),
        type: Type.String(),
        about: Type.String(),
        receivedAt: InstantJson,
        times: Type.Integer({ minimum: 1 }),
      }),
    ),
  },
  { $id: "OrderInspection", description: "No addresses, no texts that people have written, no bodies of webhooks." },
);

/** Everything that is known of one order, for those who find out what went wrong. */
export const inspectionRoutes = (parts: { readonly db: Database }): Route[] => [inspect(parts)];

const inspect = ({ db }: { readonly db: Database }): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/orders/:id",
    operationId: "inspectOrder",
    summary: "One order from inside: events, postings, payments, waiting jobs and what gateways have sent",
    tag: "orders",
    policy: staffOrProgram("staff:read", "support", "finance", "admin"),
    params: strict({ id: IdOf("order") }),
    responses: { 200: ref(InspectionJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id } }) {
      const order = await readOrder(db, id);
      const [summary] = order ? await summariesOf(db, [id]) : [];
      if (!order || !summary) return problem("NOT_FOUND");
      const view = await viewOrder(db, order, "staff");
      const outside = await outsideOf(db, view);
      const names = new Map([view.buyer, view.seller].map((person) => [person.id, person]));
      const { deal } = view;
      return reply(200, {
        order: staffSummaryJson(summary, names),
        ...{ dealId: deal.id, process: `${deal.process} ${deal.processVersion}` },
        ...{ state: deal.state, revision: deal.revision },
        events: (await eventsOf(db, deal.id)).map(({ note: _, happenedAt, recordedAt, ...event }) => ({
          ...{ ...event, happenedAt: instantJson(happenedAt), recordedAt: instantJson(recordedAt) },
        })),
        postings: (await postingsOfDeal(db, deal.id)).map(({ id: posting, kind, at, entries }) => ({
          ...{ id: posting, kind, at: instantJson(at) },
          entries: entries.map(({ account, amount }) => ({ account, amount: moneyJson(amount) })),
        })),
        outside,
        ...(await workFor(db, [deal.id, order.id, ...outside.map((one) => one.id)])),
      });
    },
  });

type Outside = Static<typeof MoneyMoveJson>;

/** What is done by others for this order, each with what they call it. */
async function outsideOf(
  db: Queryable,
  { deal, payout, shipment }: Awaited<ReturnType<typeof viewOrder>>,
): Promise<Outside[]> {
  const [payments, refunds, chargebacks] = await Promise.all([
    paymentsOfDeal(db, deal.id),
    refundsOfDeal(db, deal.id),
    chargebacksOfDeal(db, deal.id),
  ]);
  return [
    ...payments.map((one) => ({ what: "payment" as const, ...ofGateway(one), problem: null })),
    ...refunds.map((one) => ({ what: "refund" as const, ...ofGateway(one), problem: one.reason })),
    ...chargebacks.map((one) => ({ what: "chargeback" as const, ...ofGateway(one), problem: null })),
    ...(payout
      ? [
          {
            ...{ what: "payout" as const, id: payout.id, with: "bank", state: payout.state },
            ...{ amount: moneyJson(payout.amount), reference: null, problem: null },
          },
        ]
      : []),
    ...(shipment
      ? [
          {
            ...{
              what: "shipment" as const,
              id: shipment.id,
              with: shipment.carrier,
              state: shipment.state,
              amount: null,
            },
            ...{ reference: shipment.trackingNumber, problem: shipment.problem },
          },
        ]
      : []),
  ];
}

type AtGateway = {
  readonly id: string;
  readonly gateway: string;
  readonly state: string;
  readonly amount: Parameters<typeof moneyJson>[0];
  readonly reference: string | null;
};
const ofGateway = ({ id, gateway, state, amount, reference }: AtGateway) => ({
  ...{ id, with: gateway, state, amount: moneyJson(amount), reference },
});

/** Jobs are named by what they do and our id of what they do it with. */
const JOBS = [
  ...["payment.open", "payment.close", "payment.look", "payment.ask", "payment.disputes", "refund.follow"],
  ...["payout.follow", "payout.retry", "reserve.release", "shipment.book", "shipment.cancel", "shipment.track"],
];

async function workFor(db: Queryable, ids: readonly string[]) {
  const keys = ids.flatMap((id) => JOBS.map((job) => `${job}:${id}`));
  const [jobs, heard] = [await jobsOf(db, keys), await heardAbout(db, ids, MOST_HEARD)];
  return {
    jobs: [...jobs].map(([key, { runAt, attempts, givenUp, lastError }]) => ({
      ...{ key, runAt: instantJson(runAt), attempts, givenUp },
      lastError: lastError?.split("\n")[0]?.slice(0, 300) ?? null,
    })),
    webhooks: heard.map(({ receivedAt, ...one }) => ({ ...one, receivedAt: instantJson(receivedAt) })),
  };
}
