import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { days, hours, minutes } from "../../core/time/index.ts";
import { bankAccountsOf, verifyAgain } from "../../server/modules/payouts/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { asking } from "./asking.ts";
import { declined, misconfigured, noAnswerBefore } from "./faults.ts";
import { sellerOf } from "./seller.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
const { payouts, states, wallet, received, audited, sold, bankReturns } = sellerOf(() => world);

beforeEach(async () => {
  database = await testDatabase();
  world = await createWorld(database);
});
afterEach(() => database.drop());

describe("case 34: a payout that the bank returns", () => {
  test("after it was paid: the wallet is credited once and the account blocked until it is verified again", async () => {
    const order = await sold();
    const [payout] = await payouts();
    expect(payout?.state).toBe("paid");
    await bankReturns(payout);
    await bankReturns(payout);
    expect(await states()).toEqual(["returned"]);
    expect(await wallet()).toBe(received(order));
    const [account] = await bankAccountsOf(world.db, world.seller);
    expect(account?.status).toBe("blocked");
    expect(await world.books()).toEqual([]);

    const next = await sold();
    expect((await states()).toSorted()).toEqual(["returned", "waiting_for_bank_account"]);
    expect(await wallet()).toBe(received(order) + received(next));

    if (account) await verifyAgain(world.db, asking(world.seller), account.id, world.now());
    await world.settle();
    expect((await states()).toSorted()).toEqual(["paid", "paid", "returned"]);
    expect(await wallet()).toBe(0n);
    expect(await world.books()).toEqual([]);
  });

  test("is sent at once to another account that is verified", async () => {
    await world.addBankAccount(world.seller);
    await world.settle();
    await world.pass(hours(24));
    await sold();
    const [payout] = await payouts();
    await bankReturns(payout);
    const made = await payouts();
    expect(made.map(({ state }) => state)).toEqual(["returned", "paid"]);
    expect(made[1]?.bankAccount).not.toBe(payout?.bankAccount);
    expect(made[0]?.retriedBy).toBe(made[1]?.id);
    const blocked = (await bankAccountsOf(world.db, world.seller)).filter(({ status }) => status === "blocked");
    expect(blocked.map(({ id, primary }) => [id, primary])).toEqual([[payout?.bankAccount, false]]);
    expect(await world.books()).toEqual([]);
  });

  test("one that was paid and is then said to have failed is back in the wallet too", async () => {
    const order = await sold();
    await bankReturns((await payouts())[0], "failed");
    expect(await states()).toEqual(["returned"]);
    expect(await wallet()).toBe(received(order));
    expect(await world.books()).toEqual([]);
  });
});

describe("case 22: a rail that declines a payout while an earlier call of it may still come through", () => {
  test("is asked again, and what has come through is the payout", async () => {
    world.rail.calls.order("send", noAnswerBefore, declined);
    await sold();
    await world.pass(minutes(1));
    const [payout] = await payouts();
    expect([world.rail.calls.count("send"), payout?.state]).toEqual([2, "requested"]);
    const { id = "", bankAccount = "", amount } = payout ?? {};
    if (amount && bankAccount)
      await world.rail.send({ payout: id, payee: bankAccount, amount, remark: "the first call" });
    await world.pass(minutes(20));
    expect([await states(), world.rail.payouts.length, await wallet()]).toEqual([["paid"], 1, 0n]);
    expect(await world.books()).toEqual([]);
  });

  test("and declines it again a quarter of an hour later has declined it: the money is back in the wallet", async () => {
    world.rail.calls.order("send", noAnswerBefore, declined, declined);
    const order = await sold();
    await world.pass(minutes(20));
    expect([await states(), world.rail.payouts]).toEqual([["failed"], []]);
    expect(await wallet()).toBe(received(order));
  });
});

describe("a payout that fails", () => {
  test("is sent again after 1, 4 and 24 hours as a payout of its own, and then waits for people, who are told once", async () => {
    world.rail.calls.order("send", declined, declined, declined, declined);
    const order = await sold();
    for (const [rest, times] of [
      [hours(1), 2],
      [hours(4), 3],
      [hours(24), 4],
      [days(5), 4],
    ] as const) {
      await world.pass(rest);
      expect(world.rail.calls.count("send")).toBe(times);
    }
    expect(await states()).toEqual(["failed", "failed", "failed", "failed"]);
    expect(await audited("payout.given_up")).toBe(1);
    expect(await wallet()).toBe(received(order));
    expect(new Set(world.rail.calls.log.filter(({ name }) => name === "send").map(({ id }) => id)).size).toBe(4);
    expect(await world.books()).toEqual([]);
  });

  test("and then goes through is paid once", async () => {
    world.rail.calls.order("send", declined);
    await sold();
    await world.pass(hours(2));
    expect(await states()).toEqual(["failed", "paid"]);
    expect(await wallet()).toBe(0n);
    expect(await world.books()).toEqual([]);
  });
});

describe("case 37: a changed bank account", () => {
  test("does not take the place of the old one until it is verified, and gets no money for 24 hours", async () => {
    const [old] = await bankAccountsOf(world.db, world.seller);
    world.rail.payeesAre("pending");
    const added = await world.addBankAccount(world.seller);
    await world.settle();
    const primary = async () => (await bankAccountsOf(world.db, world.seller)).find((account) => account.primary)?.id;
    expect([added.primary, await primary()]).toEqual([false, old?.id]);
    world.rail.payeesAre("verified");
    await world.pass(minutes(5));
    expect(await primary()).toBe(added.id);

    await sold();
    world.jump(hours(23));
    await sold();
    world.jump(hours(1));
    await sold();
    expect((await payouts()).map(({ bankAccount }) => bankAccount)).toEqual([old?.id, old?.id, added.id]);
    expect(await world.books()).toEqual([]);
  });

  test("is waited for where there is no other, and then paid to without anybody's doing", async () => {
    const first = await sold();
    await bankReturns((await payouts())[0]);
    await world.addBankAccount(world.seller);
    await world.settle();
    const second = await sold();
    expect((await states()).toSorted()).toEqual(["returned", "waiting_for_bank_account"]);
    await world.pass(hours(23));
    expect(await wallet()).toBe(received(first) + received(second));
    await world.pass(hours(1));
    expect((await states()).toSorted()).toEqual(["paid", "paid", "returned"]);
    expect(await wallet()).toBe(0n);
    expect(await world.books()).toEqual([]);
  });

  test("a payout goes to the account that was right when it left the wallet, whatever is added before it is sent", async () => {
    const [old] = await bankAccountsOf(world.db, world.seller);
    world.rail.calls.order("send", noAnswerBefore);
    await sold();
    await world.addBankAccount(world.seller);
    await world.pass(days(2));
    expect(world.rail.payouts.map(({ payee }) => payee)).toEqual([old?.id]);
  });
});

test("one that came back and is then said to be paid after all is shown to staff once, and moves nothing", async () => {
  const order = await sold();
  const [payout] = await payouts();
  await bankReturns(payout);
  world.jump(hours(1));
  await bankReturns(payout, "paid");
  await bankReturns(payout, "paid");
  expect(await audited("payout.contradicted")).toBe(1);
  expect(await states()).toEqual(["returned"]);
  expect(await wallet()).toBe(received(order));
});

describe("case 26: a payout whose outcome is unknown", () => {
  test("is asked for and not sent again once the rail may have forgotten it; staff are told once", async () => {
    world.rail.calls.order("send", noAnswerBefore);
    world.rail.calls.order("lookPayout", ...Array.from({ length: 45 }, () => misconfigured));
    await sold();
    await world.pass(days(3));
    expect(world.rail.calls.count("send")).toBe(1);
    expect(world.rail.calls.count("lookPayout")).toBeGreaterThan(45);
    expect(await states()).toEqual(["requested"]);
    expect(await audited("payout.overdue")).toBe(1);
    // Still in flight, and still somebody looks.
    expect(await world.books()).toEqual([]);
  });

  test("is followed for as long as it takes, and ends when the rail answers", async () => {
    world.rail.payoutsBegin("pending");
    await sold();
    for (let day = 0; day < 4; day++) {
      world.jump(days(1));
      await world.settle();
    }
    expect(await states()).toEqual(["pending"]);
    expect(await audited("payout.overdue")).toBe(1);
    world.rail.settlePayout((await payouts())[0]?.id ?? "", "paid");
    await world.pass(hours(1));
    expect(await states()).toEqual(["paid"]);
    expect(await world.books()).toEqual([]);
  });
});

test("an account that is blocked before the rail is called gets nothing", async () => {
  const { order } = await world.shipped();
  await world.give(order, "confirm_receipt", "buyer");
  await world.owner.query(
    "create function block() returns trigger language plpgsql as $$ begin update payouts.bank_account set status = 'blocked'; return new; end $$",
  );
  await world.owner.query(
    "create trigger block after update on payouts.payout for each row when (new.state = 'requested' and new.sending_since is null) execute function block()",
  );
  await world.settle();
  expect(world.rail.calls.count("send")).toBe(0);
  expect(await states()).toEqual(["failed"]);
  expect(await wallet()).toBe(received(order));
  expect(await world.books()).toEqual([]);
});
