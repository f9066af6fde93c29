import { afterAll, beforeAll, expect, test } from "vitest";
import { money } from "../../core/money/index.ts";
import type { StatementLine } from "../../core/reconciliation/index.ts";
import { ok } from "../../core/result/index.ts";
import { after, days, hours } from "../../core/time/index.ts";
import { custody, isBalanced } from "../../server/modules/ledger/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { receivePayoutWebhook } from "../../server/modules/payouts/index.ts";
import {
  DEFAULT_RECONCILIATION,
  explainDifference,
  fetchAndReconcile,
  openDifferences,
  payoutsBlocked,
} from "../../server/modules/reconciliation/index.ts";
import type { StatementSource } from "../../server/ports/statement.ts";
import { drain } from "../../server/runtime/work/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { asking } from "./asking.ts";
import { webhook } from "./gateway.ts";
import { type FakeStatement, gatewayStatement, railStatement } from "./statement.ts";
import { createWorld, START, type World, workerOf } from "./world.ts";

/** What providers really did, as their statements would list it, against what the modules booked. */
let database: TestDatabase;
let world: World;
let statements: { readonly gateway: FakeStatement; readonly rail: FakeStatement };
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database);
  statements = {
    gateway: gatewayStatement(world.gateway, world.clock),
    rail: railStatement(world.rail, world.clock),
  };
});
afterAll(() => database.drop());

const look = (): void => {
  statements.gateway.look();
  statements.rail.look();
};

/** Time goes by, and providers' books are seen to be written meanwhile. */
async function pass(length: number): Promise<void> {
  for (let gone = 0; gone < length; gone += hours(6)) {
    await world.pass(hours(6));
    look();
  }
}

async function read(source: StatementSource) {
  const now = world.now();
  const run = await fetchAndReconcile(database.app, DEFAULT_RECONCILIATION, source, { from: START, until: now }, now);
  if (!run.ok) throw new Error(JSON.stringify(run.error));
  return run.value;
}

const readBoth = async () => [await read(statements.gateway), await read(statements.rail)] as const;
const open = async () => (await openDifferences(database.app, 100)).map((one) => [one.class, ...one.reasons].join(" "));

async function sold(): Promise<void> {
  const { order, shipment } = await world.shipped();
  world.carrier.scan(shipment.id, "delivered", world.now());
  await world.pass(hours(3));
  await world.give(order, "confirm_receipt", "buyer");
  await world.settle();
  look();
}

test("case 40: a sale with its payout, a refund, a late payment, a second payment: nothing is reported", async () => {
  await sold();
  const { order: cancelled } = await world.paid();
  await world.give(cancelled, "cancel", "seller");
  await world.settle();
  const { payment: twice } = await world.paid();
  world.gateway.pay(twice);
  await world.look(twice);
  const late = await world.order();
  const payment = await world.openPayment(late);
  await world.pass(hours(2));
  world.gateway.pay(payment);
  await world.look(payment);
  look();
  await pass(days(3));
  const [gateway, rail] = await readBoth();
  expect(await open()).toEqual([]);
  expect(gateway).toMatchObject({ found: 0, waiting: 0 });
  expect(gateway.matched).toBe(gateway.lines);
  expect([gateway.lines >= 6, rail.lines >= 1, rail.matched]).toEqual([true, true, rail.lines]);
  expect((await custody(database.app)).every(isBalanced)).toBe(true);
});

test("case 33 and case 34: of a refund that fails after it was made and a payout that comes back, what nobody told us of shows", async () => {
  const { order } = await world.paid();
  await world.give(order, "cancel", "seller");
  await world.settle();
  look();
  const [refund] = await world.refunds(order);
  await sold();
  const payout = world.rail.payouts.at(-1)?.payout ?? "";
  await pass(days(2));
  world.gateway.settleRefund(refund?.id ?? "", "failed");
  world.rail.settlePayout(payout, "returned");
  look();
  const failedAt = world.now();
  await pass(hours(36));
  await readBoth();
  expect((await open()).filter((found) => found !== "missing_here")).toEqual([]);

  const told = webhook({ refund: refund?.id ?? "" }, "failed late");
  await receiveWebhook(world.db, world.parts.gateways, "testpay", told, world.now());
  await receivePayoutWebhook(world.db, world.rail, webhook({ payout }, "came back"), world.now());
  await pass(hours(36));
  await readBoth();
  expect(await open()).toEqual([]);
  const found = await database.owner.query<{ state: string; happened_at: number }>(
    "select state, happened_at from reconciliation.difference",
  );
  for (const difference of found) expect(difference).toEqual({ state: "resolved", happened_at: failedAt });
});

test("case 40: money that only the gateway knows of is found, and stops payouts until it is explained", async () => {
  const before = (await open()).length;
  const stray: StatementLine = {
    ...{ kind: "capture", reference: "stray", ourId: null, amount: money(99_900n, "INR"), fee: 0n, tax: 0n },
    ...{ at: after(world.now(), -days(1)), settledAt: null, bankReference: null },
  };
  const wrong: StatementSource = {
    ...statements.gateway,
    async fetch(request) {
      const page = await statements.gateway.fetch(request);
      return page.ok ? ok({ ...page.value, lines: [...page.value.lines, stray] }) : page;
    },
  };
  await read(wrong);
  expect((await open()).length).toBe(before + 1);
  expect(await payoutsBlocked(database.app, "INR", DEFAULT_RECONCILIATION)).toBe(true);
});

test("case 40: while differences are open above the limit a payout is withheld, and goes out once they are explained", async () => {
  const gated = workerOf(world, {
    mayPayOut: async (tx, { currency }) =>
      (await payoutsBlocked(tx, currency, DEFAULT_RECONCILIATION)) ? "not explained" : null,
  });
  // The payout that came back has blocked the account that it went to.
  await world.addBankAccount(world.seller);
  await world.pass(days(4));
  const { order, shipment } = await world.shipped();
  world.carrier.scan(shipment.id, "delivered", world.now());
  await world.pass(hours(3));
  await world.give(order, "confirm_receipt", "buyer");
  await drain(gated);
  expect((await world.payout(order))?.state).toBe("withheld");

  for (const { id } of await openDifferences(database.app, 10)) {
    const by = asking(world.seller);
    const explanation = { by, counterpart: "bank", reason: "a deposit of the operator's" } as const;
    expect(await explainDifference(database.app, DEFAULT_RECONCILIATION, id, explanation, world.now())).toMatchObject({
      ok: true,
    });
  }
  world.jump(hours(2));
  await drain(gated);
  expect((await world.payout(order))?.state).toBe("paid");
});
