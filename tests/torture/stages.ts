import type { PaymentId, PayoutId, RefundId, UserId } from "../../core/ids/index.ts";
import { expectOk } from "../../core/result/index.ts";
import type { Instant } from "../../core/time/index.ts";
import { outgoingOf } from "../../server/entrypoints/wiring.ts";
import { insertProduct, readProduct } from "../../server/modules/catalog/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { addLook, startPayment } from "../../server/modules/payments/index.ts";
import { type BankAccount, bankAccountsOf, changeSchedule } from "../../server/modules/payouts/index.ts";
import { newIdBeside } from "../../server/runtime/ids/index.ts";
import { relay } from "../../server/runtime/work/index.ts";
import { asking } from "../money/asking.ts";
import type { World } from "../money/world.ts";

/** Where an order stands when two operations meet at it. */
export const STAGES = [
  "placed",
  "paying",
  "locked",
  "paid twice",
  "shipped",
  "delivered",
  "studied",
  "untold",
  "refunding",
  "releasing",
  "wealthy",
  "waiting",
] as const;
export type Stage = (typeof STAGES)[number];

/** One order to fight over. */
export type Target = {
  readonly order: Order;
  readonly seller: UserId;
  readonly payment: PaymentId | null;
  /** When its running deadline falls due; the present where none runs. */
  readonly due: Instant;
  readonly refund: RefundId | null;
  readonly payout: PayoutId | null;
  /** Where a withdrawal goes, at the stage that is about one. */
  readonly account: BankAccount["id"] | null;
};

type Draft = { readonly order: Order; readonly seller: UserId; readonly payment: PaymentId | null };

/** Brings fresh orders to a stage, many at a time, and leaves nothing undone but what the stage is about. */
export async function bring(world: World, stage: Stage, count: number): Promise<Target[]> {
  const drafts = await placed(world, stage, count);
  if (stage !== "placed") await pay(world, drafts, stage);
  await moveOn(world, drafts, stage);
  return await Promise.all(drafts.map((draft) => targetOf(world, draft)));
}

async function placed(world: World, stage: Stage, count: number): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (let nth = 0; nth < count; nth++) {
    // Bank accounts and wallets are a seller's, so each of these orders has one of its own.
    const alone = stage === "waiting" || stage === "wealthy";
    const own = alone ? await newSeller(world) : { seller: world.seller, product: world.product };
    if (stage === "wealthy") await keepMoney(world, own.seller);
    const order = await world.order({ product: own.product });
    drafts.push({ order, seller: own.seller, payment: null });
  }
  await world.settle();
  return drafts;
}

async function pay(world: World, drafts: Draft[], stage: Stage): Promise<void> {
  for (const [index, draft] of drafts.entries()) {
    const deal = await world.deal(draft.order.deal);
    const started = await startPayment(world.db, world.parts.gateways, deal, "https://amana.example.test", world.now());
    drafts[index] = { ...draft, payment: expectOk(started, "payment").id };
  }
  await world.settle();
  for (const { payment } of drafts) if (payment) world.gateway.pay(payment);
  if (stage === "paying") return;
  for (const { payment } of drafts) if (payment) await addLook(world.db, payment, world.now(), world.now());
  await world.settle();
}

/** What happens to a paid order on the way to a stage. */
const WAY: Partial<Record<Stage, readonly (readonly ["seller" | "carrier" | "buyer", string])[]>> = {
  shipped: [["seller", "dispatch"]],
  delivered: [
    ["seller", "dispatch"],
    ["carrier", "delivered"],
  ],
  studied: [
    ["seller", "dispatch"],
    ["carrier", "delivered"],
    ["buyer", "dispute"],
    ["seller", "respond"],
  ],
  untold: [["buyer", "cancel"]],
  refunding: [["buyer", "cancel"]],
  releasing: [
    ["seller", "dispatch"],
    ["buyer", "confirm_receipt"],
  ],
  wealthy: [
    ["seller", "dispatch"],
    ["buyer", "confirm_receipt"],
  ],
  waiting: [
    ["seller", "dispatch"],
    ["buyer", "confirm_receipt"],
  ],
};

async function moveOn(world: World, drafts: readonly Draft[], stage: Stage): Promise<void> {
  const now = world.now();
  for (const { order, payment } of drafts) {
    if (stage === "paid twice" && payment) world.gateway.pay(payment);
    for (const [by, name] of WAY[stage] ?? [])
      expectOk(await advance(world.db, order.deal, { name, by, at: now }, now), name);
  }
  // Told but not followed: nobody runs the jobs that telling adds.
  if (stage !== "untold") while ((await relay(world.db, world.work.subscriptions, now)) > 0);
}

async function targetOf(world: World, draft: Draft): Promise<Target> {
  const deal = await world.deal(draft.order.deal);
  const [refund] = await world.refunds(draft.order);
  const payout = await world.payout(draft.order);
  const [account] = draft.seller === world.seller ? [] : await bankAccountsOf(world.owner, draft.seller);
  return {
    ...draft,
    due: deal.deadline?.dueAt ?? world.now(),
    refund: refund?.id ?? null,
    payout: payout?.id ?? null,
    account: account?.id ?? null,
  };
}

/** What a seller is paid stays in the wallet until it is asked for. */
async function keepMoney(world: World, seller: UserId): Promise<void> {
  await world.addBankAccount(seller);
  await world.settle();
  const manual = { schedule: { kind: "manual" }, shares: null } as const;
  expectOk(await changeSchedule(world.db, outgoingOf(world.parts), asking(seller), manual, world.now()), "schedule");
}

async function newSeller(world: World) {
  const seller = await world.person(true);
  const listed = await readProduct(world.owner, world.product);
  if (!listed) throw new Error("the world has no product");
  const id = newIdBeside("product", world.now(), seller);
  const { title, description, price, parcel } = listed;
  const now = world.now();
  await insertProduct(world.db, {
    ...{ id, seller, title, description, price, parcel },
    ...{ pictures: [], stock: 1, listedAt: now, active: true },
  });
  return { seller, product: id };
}
