import type { Actor, Command, DeadlineKind, Deal } from "../../core/escrow/index.ts";
import { type DealId, uuidOf } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { at, type Instant } from "../../core/time/index.ts";
import { outgoingOf, type Parts, workOf } from "../../server/entrypoints/wiring.ts";
import { advance, lapseDeadline } from "../../server/modules/escrow/index.ts";
import { receiveWebhook, startPayment } from "../../server/modules/payments/index.ts";
import { addBankAccount, withdraw } from "../../server/modules/payouts/index.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import { relay, type Work } from "../../server/runtime/work/index.ts";
import { asking } from "../money/asking.ts";
import { webhook } from "../money/gateway.ts";
import { DATA_KEY } from "../money/world.ts";
import type { MoveName, OnceName, OperationName } from "./expected.ts";
import type { Target } from "./stages.ts";

/** One racer's own connections, and an application upon them. */
export type Hands = { readonly db: Database; readonly parts: Parts; readonly work: Work };

export const handsOf = (parts: Parts): Hands => ({ db: parts.db, parts, work: workOf(parts) });

/** What a racer knows of the world: in a process of its own it has no more. */
export type Ground = {
  now(): Instant;
  deal(id: DealId): Promise<Deal>;
  readonly gateway: { readonly name: string };
};

/** Does it as the `nth` racer; true when it was told that it has happened by its own hand. */
export type Act = (world: Ground, hands: Hands, target: Target, nth: number) => Promise<boolean>;

/** A command of a person or carrier, recorded one millisecond before the deadline falls due and decided at that moment. */
const command =
  (name: string, by: Actor, more: Pick<Command, "settlement"> = {}): Act =>
  async (world, { db }, { order, due }) =>
    (await advance(db, order.deal, { name, by, at: at(due - 1), ...more }, laterOf(world, due))).ok;

const lapse =
  (kind: DeadlineKind): Act =>
  async (world, { db }, { order, due }) => {
    await lapseDeadline(db, order.deal, kind, laterOf(world, due));
    return false;
  };

/** Runs the handler as a worker whose lease may be over: nothing keeps two of them apart but what they write. */
async function runJob({ work }: Hands, kind: string, payload: Record<string, unknown>, world: Ground, nth: number) {
  const handler = work.jobs.find((job) => job.kind === kind);
  if (!handler) throw new Error(`nobody does ${kind}`);
  await handler.run(payload, world.now(), nth + 1);
  return false;
}

const look: Act = async (world, hands, { payment }, nth) => {
  if (!payment) return false;
  await receiveWebhook(
    hands.db,
    hands.parts.gateways,
    world.gateway.name,
    webhook({ payment }, `paid:${payment}`),
    world.now(),
  );
  return await runJob(hands, "payment.look", { payment }, world, nth);
};

const ACTS: Record<MoveName | OnceName, Act> = {
  capture: look,
  second_capture: look,
  cancel_by_buyer: command("cancel", "buyer"),
  cancel_by_seller: command("cancel", "seller"),
  dispatch: command("dispatch", "seller"),
  dispatch_deadline: lapse("dispatch"),
  delivered: command("delivered", "carrier"),
  delivery_deadline: lapse("delivery"),
  confirm: command("confirm_receipt", "buyer"),
  inspection_deadline: lapse("inspection"),
  staff_release: command("admin_release", "finance"),
  staff_refund: command("admin_refund", "finance"),
  staff_divide: command("admin_settle", "finance", { settlement: { refund: money(10_001n, "INR") } }),
  freeze: command("chargeback_opened", "gateway"),
  agree_split: command("agree_split", "parties", { settlement: { refund: money(10_003n, "INR") } }),
  dispute: command("dispute", "buyer"),
  withdraw_dispute: command("withdraw", "buyer"),
  decide: command("decide_refund", "arbiter"),
  decision_deadline: lapse("decision"),
  start_payment: async (world, { db, parts }, { order }) => {
    const deal = await world.deal(order.deal);
    await startPayment(db, parts.gateways, deal, "https://amana.example.test", world.now());
    return false;
  },
  tell: async (world, { db, work }) => {
    await relay(db, work.subscriptions, world.now());
    return false;
  },
  refund_follow: async (world, hands, { refund }, nth) =>
    refund !== null && (await runJob(hands, "refund.follow", { refund }, world, nth)),
  payout_follow: async (world, hands, { payout }, nth) =>
    payout !== null && (await runJob(hands, "payout.follow", { payout }, world, nth)),
  bank_account: async (world, hands, { seller }, nth) => {
    const details = { holderName: "Deccan Looms", accountNumber: `02629180000119${nth}`, ifsc: "YESB0000262" };
    const account = await addBankAccount(
      hands.db,
      DATA_KEY,
      asking(seller),
      { ...details, kind: "current" },
      world.now(),
    );
    if (!account.ok) return false;
    return await runJob(hands, "bank_account.register", { bankAccount: account.value.id }, world, nth);
  },
  withdraw: withdrawAll,
};

/** The whole wallet, under a key of each racer's own. */
async function withdrawAll(world: Ground, { db, parts }: Hands, { order, seller, account }: Target, nth: number) {
  // Elsewhere the wallet is that of the shared seller, into whom other orders pay.
  if (account === null) return false;
  const means = { ...outgoingOf(parts), limits: () => ({ smallest: 1n, perDay: null }) };
  const request = { ...asking(seller), amount: order.terms.sellerReceives, bankAccount: account };
  return (await withdraw(db, means, request, `${order.id}:${nth}`, world.now())).ok;
}

export const actOf = (name: OperationName): Act => ACTS[name];

/** Those that are told by their answer whether they won. */
const TOLD: readonly OperationName[] = [
  ...["cancel_by_buyer", "cancel_by_seller", "dispatch", "delivered", "confirm"],
  ...["staff_release", "staff_refund", "staff_divide", "freeze", "withdraw"],
  ...["agree_split", "dispute", "withdraw_dispute", "decide"],
] as OperationName[];
export const isTold = (name: OperationName): boolean => TOLD.includes(name);

/** A moment at which both the clock has struck and the world's own jobs are due. */
const laterOf = (world: Ground, due: number) => at(Math.max(world.now(), due));

/** The row that shows a win: of the deal's own events, its postings, or its payments. */
const TRACES: Record<OperationName, string> = {
  capture: "event payment_captured gateway",
  cancel_by_buyer: "event cancel buyer",
  cancel_by_seller: "event cancel seller",
  dispatch: "event dispatch seller",
  dispatch_deadline: "event lapse_dispatch clock",
  delivered: "event delivered carrier",
  delivery_deadline: "event lapse_delivery clock",
  confirm: "event confirm_receipt buyer",
  inspection_deadline: "event lapse_inspection clock",
  staff_release: "event admin_release finance",
  staff_refund: "event admin_refund finance",
  staff_divide: "event admin_settle finance",
  freeze: "event chargeback_opened gateway",
  agree_split: "event agree_split parties",
  dispute: "event dispute buyer",
  withdraw_dispute: "event withdraw buyer",
  decide: "event decide_refund arbiter",
  decision_deadline: "event lapse_decision clock",
  start_payment: "payment",
  second_capture: "posting unmatched",
  tell: "refund escrow",
  refund_follow: "posting refund_confirmed",
  payout_follow: "posting payout_confirmed",
  bank_account: "posting payout",
  withdraw: "withdrawal",
};

export type Traces = ReadonlyMap<string, number>;

/** What has happened to an order, counted from what is written. */
export async function tracesOf(owner: Database, { order, seller }: Target): Promise<Traces> {
  const rows = await owner.query<{ what: string; times: number }>(
    `with d as (select $1::uuid as id)
     select 'event ' || command || ' ' || actor as what, count(*)::int as times from escrow.event, d where deal = d.id group by 1
     union all select 'posting ' || kind, count(*)::int from ledger.posting, d where deal = d.id group by 1
     union all select 'payment', count(*)::int from payments.payment, d where deal_id = d.id
     union all select 'refund ' || source, count(*)::int from payments.refund, d where deal_id = d.id group by 1
     union all select 'withdrawal', count(*)::int from payouts.payout where seller_id = $2 and kind = 'withdrawal' and state <> 'cancelled'
     union all select 'capture', count(*)::int from payments.capture, d where deal_id = d.id`,
    [uuidOf(order.deal), uuidOf(seller)],
  );
  return new Map(rows.map(({ what, times }) => [what, times]));
}

/** How often an operation has won since the traces were counted `before`. */
export const winsOf = (traces: Traces, before: Traces, name: OperationName): number =>
  (traces.get(TRACES[name]) ?? 0) - (before.get(TRACES[name]) ?? 0);
