import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../core/escrow/index.ts";
import { accounts } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import type { Schedule } from "../../core/payout/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { days, hours } from "../../core/time/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import { bankAccountsOf } from "../../server/modules/payouts/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { declined } from "./faults.ts";
import { sellerOf } from "./seller.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
const gate = { closed: null as string | null };
const { payouts, states, wallet, received, sold, schedule, book } = sellerOf(() => world);

beforeEach(async () => {
  database = await testDatabase();
  gate.closed = null;
  world = await createWorld(database, { parts: { mayPayOut: async () => gate.closed } });
});
afterEach(() => database.drop());

describe("a schedule", () => {
  test("automatic: each release goes out at once", async () => {
    await sold();
    expect(await states()).toEqual(["paid"]);
    expect(await wallet()).toBe(0n);
  });

  test("manual: what is released stays in the wallet", async () => {
    await schedule({ kind: "manual" });
    const order = await sold();
    await world.pass(days(3));
    expect(await payouts()).toEqual([]);
    expect(await wallet()).toBe(received(order));
    expect(await world.books()).toEqual([]);
  });

  test("daily: what came together goes out in one sum at the local hour", async () => {
    await schedule({ kind: "daily", hour: 18, timeZone: "Asia/Kolkata", minimum: null });
    const orders = [await sold(), await sold()];
    await world.pass(hours(3));
    expect(await payouts()).toEqual([]);
    await world.pass(hours(24));
    const made = await payouts();
    expect(made.map(({ kind, amount }) => [kind, amount.minor])).toEqual([
      ["batch", orders.reduce((sum, order) => sum + received(order), 0n)],
    ]);
    expect(new Date(made[0]?.requestedAt ?? 0).toISOString()).toBe("2026-03-02T12:30:00.000Z");
    expect(await wallet()).toBe(0n);
    expect(await world.books()).toEqual([]);
  });

  test("weekly with a minimum: what is too little waits for the week after", async () => {
    const minimum = money(50_000n, "INR");
    await schedule({ kind: "weekly", weekday: 3, hour: 9, timeZone: "Asia/Kolkata", minimum });
    const first = await sold();
    await world.pass(days(3));
    expect(await payouts()).toEqual([]);
    const second = await sold();
    await world.pass(days(7));
    expect(
      (await payouts()).map(({ amount, requestedAt }) => [amount.minor, new Date(requestedAt).toISOString()]),
    ).toEqual([[received(first) + received(second), "2026-03-11T03:30:00.000Z"]]);
    expect(await world.books()).toEqual([]);
  });

  test("that is made automatic again pays out what was gathered", async () => {
    await schedule({ kind: "manual" });
    const order = await sold();
    await schedule({ kind: "automatic" });
    expect((await payouts()).map(({ kind, amount, state }) => [kind, amount.minor, state])).toEqual([
      ["batch", received(order), "paid"],
    ]);
    expect(await world.books()).toEqual([]);
  });

  test("a batch that fails goes out with the next one", async () => {
    await schedule({ kind: "daily", hour: 18, timeZone: "UTC", minimum: null });
    await sold();
    world.rail.calls.order("send", declined);
    await world.pass(hours(10));
    expect(await states()).toEqual(["failed"]);
    await world.pass(hours(24));
    expect(await states()).toEqual(["failed", "paid"]);
    expect(await world.books()).toEqual([]);
  });

  test("takes a time zone that exists and shares that fit", async () => {
    const refused = async (wanted: Schedule, shares: Parameters<typeof schedule>[1] = null) => {
      const answer = await schedule(wanted, shares);
      return answer.ok ? null : answer.error;
    };
    const [account] = await bankAccountsOf(world.db, world.seller);
    const id = expectOk(account ? { ok: true, value: account.id } : { ok: false, error: "none" }, "account");
    const stranger = await world.addBankAccount(world.buyer);
    expect(await refused({ kind: "daily", hour: 1, timeZone: "Mars/Olympus", minimum: null })).toBe(
      "no_such_time_zone",
    );
    expect(await refused({ kind: "manual" }, [{ account: id, basisPoints: 9000 }])).toBe("not_the_whole");
    expect(await refused({ kind: "manual" }, [{ account: stranger.id, basisPoints: 10_000 }])).toBe(
      "share_of_an_account_that_is_not_verified",
    );
  });
});

test("a split payout hands out every minor unit over the accounts", async () => {
  await world.addBankAccount(world.seller);
  await world.addBankAccount(world.seller);
  await world.settle();
  await world.pass(hours(24));
  const owned = await bankAccountsOf(world.db, world.seller);
  const points = [3333, 3333, 3334];
  expectOk(
    await schedule(
      { kind: "automatic" },
      owned.map(({ id }, index) => ({ account: id, basisPoints: points[index] ?? 0 })),
    ),
    "shares",
  );
  const order = await sold();
  const made = await payouts();
  expect(made.map(({ state, bankAccount }) => [state, bankAccount])).toEqual(owned.map(({ id }) => ["paid", id]));
  expect(made.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(received(order));
  expect(new Set(made.map(({ amount }) => amount.minor)).size).toBeGreaterThan(1);
  expect(await world.books()).toEqual([]);
});

describe("a rolling reserve", () => {
  beforeEach(async () => {
    await database.drop();
    database = await testDatabase();
    const policy = { ...DEFAULT_POLICY, reserve: { basisPoints: 1000, hold: days(7) } };
    world = await createWorld(database, { policy });
  });

  test("holds a part of each release back until its day, and then pays it out", async () => {
    const order = await sold();
    const held = received(order) / 10n + (received(order) % 10n > 5n ? 1n : 0n);
    expect((await payouts()).map(({ amount }) => amount.minor)).toEqual([received(order) - held]);
    expect(await world.balance(`reserve:${world.seller}`)).toBe(held);
    await world.pass(days(6));
    expect(await world.balance(`reserve:${world.seller}`)).toBe(held);
    await world.pass(days(1));
    expect(await world.balance(`reserve:${world.seller}`)).toBe(0n);
    expect((await payouts()).map(({ kind, amount, state }) => [kind, amount.minor, state])).toEqual([
      ["release", received(order) - held, "paid"],
      ["reserve", held, "paid"],
    ]);
    expect(await world.books()).toEqual([]);
  });

  test("gives back what a chargeback has left, and keeps what later releases still need", async () => {
    await sold();
    await world.pass(days(1));
    await sold();
    const reserve = () => world.balance(`reserve:${world.seller}`);
    const both = await reserve();
    await book("chargeback", accounts.reserve(world.seller), accounts.clearing("testpay"), 1000n);
    await world.pass(days(6) + hours(2));
    expect(await reserve()).toBe(both / 2n);
    await world.pass(days(1));
    expect(await reserve()).toBe(0n);
    const paid = (await payouts()).filter(({ kind }) => kind === "reserve").map(({ amount }) => amount.minor);
    expect(paid).toEqual([both / 2n - 1000n, both / 2n]);
  });
});

describe("case 35: what a seller owes after a chargeback", () => {
  test("is taken from the next release before anything is paid out, in one transaction", async () => {
    await book("chargeback", accounts.receivable(world.seller), accounts.clearing("testpay"), 10_000n);
    const order = await sold();
    expect((await payouts()).map(({ amount }) => amount.minor)).toEqual([received(order) - 10_000n]);
    expect(await world.balance(`receivable:${world.seller}`)).toBe(0n);
    const together = await world.owner.query<{ transactions: number }>(
      "select count(distinct xmin::text)::int as transactions from ledger.posting where kind in ('recovered', 'payout')",
    );
    expect(together).toEqual([{ transactions: 1 }]);
  });

  test("takes all of a release that is too small, and nothing is paid out", async () => {
    await book("chargeback", accounts.receivable(world.seller), accounts.clearing("testpay"), 1_000_000n);
    const order = await sold();
    expect(await payouts()).toEqual([]);
    expect(await world.balance(`receivable:${world.seller}`)).toBe(received(order) - 1_000_000n);
  });

  test("is taken from what waits, which then goes out smaller, or not at all", async () => {
    gate.closed = "looked into";
    const order = await sold();
    await book("chargeback", accounts.receivable(world.seller), accounts.clearing("testpay"), 10_000n);
    await sold();
    gate.closed = null;
    await world.pass(hours(1));
    const sum = (await payouts()).reduce((total, { amount }) => total + amount.minor, 0n);
    expect(sum).toBe(received(order) * 2n - 10_000n);
    gate.closed = "looked into";
    await sold();
    await book("chargeback", accounts.wallet(world.seller), accounts.clearing("testpay"), received(order));
    gate.closed = null;
    await world.pass(hours(1));
    expect((await states()).at(-1)).toBe("cancelled");
    expect(await wallet()).toBe(0n);
  });
});

test("a settlement pays the seller's part like a release", async () => {
  const { order } = await world.shipped();
  const refund = money(10_000n, "INR");
  const command = { name: "admin_settle", by: "finance", at: world.now(), settlement: { refund } } as const;
  expectOk(await advance(world.db, order.deal, command, world.now()), "settled");
  await world.settle();
  const [payout] = await payouts();
  expect(payout?.state).toBe("paid");
  expect(payout?.amount.minor).toBeGreaterThan(0n);
  expect(payout?.amount.minor).toBeLessThan(received(order) - refund.minor + 1_000n);
  expect(await wallet()).toBe(0n);
});

describe("when payouts are stopped", () => {
  test("a release waits in the wallet with the reason, and goes out within the hour after", async () => {
    gate.closed = "unexplained money at the gateway";
    const order = await sold();
    expect((await payouts()).map(({ state, reason }) => [state, reason])).toEqual([
      ["withheld", "unexplained money at the gateway"],
    ]);
    expect(await wallet()).toBe(received(order));
    await world.pass(hours(5));
    expect(await states()).toEqual(["withheld"]);
    gate.closed = null;
    await world.pass(hours(1));
    expect(await states()).toEqual(["paid"]);
    expect(await world.books()).toEqual([]);
  });
});
