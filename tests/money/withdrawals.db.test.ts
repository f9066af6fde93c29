import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shardOf, type UserId } from "../../core/ids/index.ts";
import { type AccountCode, accounts, move, type PostingKind } from "../../core/ledger/index.ts";
import { type Money, money } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { days, hours } from "../../core/time/index.ts";
import { outgoingOf } from "../../server/entrypoints/wiring.ts";
import { post } from "../../server/modules/ledger/index.ts";
import {
  bankAccountsOf,
  changeSchedule,
  PAYOUT_STATES,
  payoutsOf,
  previewWithdrawal,
  type WithdrawalMeans,
  withdraw,
} from "../../server/modules/payouts/index.ts";
import { holdingsOf } from "../../server/modules/wallets/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { asking } from "./asking.ts";
import { declined } from "./faults.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
let user: UserId;
let means: WithdrawalMeans;
const gate = { closed: null as string | null };
const limits = { smallest: 100n, perDay: null as bigint | null };

beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database, { parts: { mayPayOut: async () => gate.closed } });
  means = { ...outgoingOf(world.parts), limits: () => limits };
});
afterAll(() => database.drop());

beforeEach(async () => {
  gate.closed = null;
  limits.perDay = null;
  user = await world.person();
  await world.addBankAccount(user);
  await world.settle();
});

const inr = (minor: bigint): Money => money(minor, "INR");
let books = 0;
const book = async (kind: PostingKind, from: AccountCode, to: AccountCode, amount: Money): Promise<void> => {
  if (amount.minor === 0n) return;
  const posting = { shard: shardOf(user), key: `test:${books++}`, kind, deal: null, entries: move(from, to, amount) };
  expect(await post(world.db, [posting], world.now())).toEqual(["posted"]);
};
const give = (amount: Money) => book("refund_to_wallet", accounts.clearing("testpay"), accounts.wallet(user), amount);
const owe = (amount: Money) => book("chargeback", accounts.receivable(user), accounts.clearing("testpay"), amount);
const ask = (amount: Money, key: string) =>
  withdraw(world.db, means, { ...asking(user), amount, bankAccount: null }, key, world.now());
const wallet = () => world.balance(`wallet:${user}`);
const sent = () =>
  world.rail.payouts.filter(({ payee }) => payee === account).reduce((sum, { amount }) => sum + amount.minor, 0n);
let account: string | undefined;
beforeEach(async () => {
  account = (await bankAccountsOf(world.db, user))[0]?.id;
});
const refusal = async (answer: ReturnType<typeof ask>) => {
  const result = await answer;
  return result.ok ? null : result.error;
};

test("a withdrawal goes from the wallet to the bank", async () => {
  await give(inr(500n));
  const made = expectOk(await ask(inr(300n), "k"), "withdrawal");
  expect(made.payout).toMatchObject({ kind: "withdrawal", state: "requested", deal: null });
  expect(await wallet()).toBe(200n);
  await world.settle();
  expect(sent()).toBe(300n);
  expect((await payoutsOf(world.db, user, ["paid"], 10)).length).toBe(1);
});

test("case 36: of 100 withdrawals of the whole balance at once exactly one is made", async () => {
  await give(inr(500n));
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => ask(inr(500n), `racer-${n}`)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error])))).toEqual(new Set(["short_of_money"]));
  await world.settle();
  expect([await wallet(), sent()]).toEqual([0n, 500n]);
});

test("case 36: of 100 withdrawals of a third at once exactly three are made", async () => {
  await give(inr(1000n));
  const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => ask(inr(333n), `racer-${n}`)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
  await world.settle();
  expect([await wallet(), sent()]).toEqual([1n, 999n]);
});

test("the same key a hundred times at once makes one withdrawal, and tells of it each time", async () => {
  await give(inr(500n));
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(inr(100n), "one-key")));
  const made = new Set(answers.map((answer) => expectOk(answer, "withdrawal").payout.id));
  expect(made.size).toBe(1);
  expect(await wallet()).toBe(400n);
  expect(await refusal(ask(inr(200n), "one-key"))).toBe("key_of_another_withdrawal");
});

test("case 38: money of one currency is never withdrawn as another, and never pays a debt in another", async () => {
  await book("refund_to_wallet", accounts.clearing("testpay"), accounts.wallet(user), money(500n, "KWD"));
  expect(await refusal(ask(inr(100n), "k"))).toBe("short_of_money");
  expect(await refusal(ask(money(100n, "KWD"), "k"))).toBe("currency_not_paid_out");
  await owe(inr(300n));
  await give(inr(400n));
  expectOk(await ask(inr(100n), "k"), "withdrawal");
  const held = await holdingsOf(world.db, user);
  expect(held.map(({ wallet: { minor, currency }, owed }) => [currency, minor, owed.minor])).toEqual([
    ["INR", 0n, 0n],
    ["KWD", 500n, 0n],
  ]);
});

describe("is refused", () => {
  test("below the smallest, and above what may leave in a day", async () => {
    await give(inr(5000n));
    expect(await refusal(ask(inr(99n), "k"))).toBe("below_the_smallest");
    limits.perDay = 1000n;
    expectOk(await ask(inr(900n), "a"), "withdrawal");
    expect(await refusal(ask(inr(101n), "b"))).toBe("above_the_daily_limit");
    world.jump(hours(24));
    expectOk(await ask(inr(101n), "b"), "withdrawal");
  });

  test("what is owed after a chargeback", async () => {
    await give(inr(500n));
    await owe(inr(450n));
    expect(await refusal(ask(inr(100n), "k"))).toBe("short_of_money");
    await give(inr(50n));
    expectOk(await ask(inr(100n), "k"), "withdrawal");
    expect(await world.balance(`receivable:${user}`)).toBe(0n);
    expect(await wallet()).toBe(0n);
  });

  test("to an account of somebody else, one that is not verified, and one on hold", async () => {
    await give(inr(500n));
    const [theirs] = await bankAccountsOf(world.db, world.seller);
    const to = (bankAccount: typeof theirs) =>
      refusal(
        withdraw(
          world.db,
          means,
          { ...asking(user), amount: inr(100n), bankAccount: bankAccount?.id ?? null },
          `to-${bankAccount?.id}`,
          world.now(),
        ),
      );
    expect(await to(theirs)).toBe("no_such_bank_account");
    world.rail.payeesAre("pending");
    const added = await world.addBankAccount(user);
    await world.settle();
    expect(await to(added)).toBe("bank_account_not_verified");
    world.rail.payeesAre("verified");
    await world.pass(hours(1));
    expect(await to(added)).toBe("bank_account_on_hold");
    world.jump(hours(24));
    expect(await to(added)).toBe(null);
  });
});

test("while payouts are stopped it is taken down, its money cannot be asked for again, and it goes out after", async () => {
  await give(inr(500n));
  gate.closed = "looked into";
  expect(expectOk(await ask(inr(400n), "a"), "withdrawal").payout.state).toBe("withheld");
  expect(await wallet()).toBe(500n);
  expect(await refusal(ask(inr(101n), "b"))).toBe("short_of_money");
  gate.closed = null;
  await world.pass(hours(1));
  expect([await wallet(), sent()]).toEqual([100n, 400n]);
});

test("one that a chargeback has left without its money is cancelled, never made smaller", async () => {
  await give(inr(500n));
  gate.closed = "looked into";
  await ask(inr(400n), "a");
  await book("chargeback", accounts.wallet(user), accounts.clearing("testpay"), inr(200n));
  gate.closed = null;
  await world.pass(hours(1));
  expect((await payoutsOf(world.db, user, PAYOUT_STATES, 10)).map(({ state }) => state)).toEqual(["cancelled"]);
  expect([await wallet(), sent()]).toEqual([300n, 0n]);
});

test("one that fails is back in the wallet and waits for its owner", async () => {
  await give(inr(500n));
  world.rail.calls.order("send", declined);
  await ask(inr(400n), "a");
  await world.pass(days(3));
  expect((await payoutsOf(world.db, user, PAYOUT_STATES, 10)).map(({ state }) => state)).toEqual(["failed"]);
  expect([await wallet(), sent()]).toEqual([500n, 0n]);
});

test("a chargeback at the same moment never takes the wallet below zero", async () => {
  await give(inr(1000n));
  const chargebacks = Array.from({ length: 20 }, () =>
    post(
      world.db,
      [
        {
          shard: shardOf(user),
          key: `test:${books++}`,
          kind: "chargeback",
          deal: null,
          entries: move(accounts.wallet(user), accounts.clearing("testpay"), inr(70n)),
        },
      ],
      world.now(),
    ),
  );
  const answers = await Promise.all([
    ...Array.from({ length: 20 }, (_, n) => ask(inr(100n), `c-${n}`)),
    ...chargebacks.map((one) => one.then(([verdict]) => ({ ok: false as const, verdict }))),
  ]);
  const withdrawn = BigInt(answers.filter(({ ok }) => ok).length) * 100n;
  const taken = BigInt(answers.filter((answer) => "verdict" in answer && answer.verdict === "posted").length) * 70n;
  expect(await wallet()).toBe(1000n - withdrawn - taken);
  expect(await wallet()).toBeLessThan(100n);
});

test("a preview is the result: whatever the wallet, the debt and the wish", async () => {
  const minor = fc.bigInt({ min: 0n, max: 5000n });
  await fc.assert(
    fc.asyncProperty(minor, minor, minor, fc.boolean(), async (held, owed, wish, stopped) => {
      user = await world.person();
      await world.addBankAccount(user);
      await world.settle();
      await give(inr(held));
      await owe(inr(owed));
      gate.closed = stopped ? "looked into" : null;
      const request = { ...asking(user), amount: inr(wish), bankAccount: null };
      const preview = await previewWithdrawal(world.db, means, request, world.now());
      const untouched = await holdingsOf(world.db, user);
      const made = await withdraw(world.db, means, request, "k", world.now());
      if (!preview.ok) {
        expect(made).toEqual(preview);
        expect(await holdingsOf(world.db, user)).toEqual(untouched);
        return;
      }
      const { payout, after } = expectOk(made, "withdrawal");
      expect({ amount: payout.amount, state: payout.state, account: payout.wantedAccount, after }).toEqual({
        amount: preview.value.amount,
        state: preview.value.state,
        account: preview.value.account.id,
        after: preview.value.after,
      });
      const [now] = await holdingsOf(world.db, user);
      expect([now?.wallet.minor, now?.owed.minor]).toEqual([after.wallet, after.owed]);
    }),
    { numRuns: 40 },
  );
});

test("changing the schedule to automatic leaves a withdrawal that waits its money", async () => {
  await give(inr(500n));
  gate.closed = "looked into";
  await ask(inr(400n), "a");
  gate.closed = null;
  expectOk(
    await changeSchedule(
      world.db,
      outgoingOf(world.parts),
      asking(user),
      { schedule: { kind: "automatic" }, shares: null },
      world.now(),
    ),
    "schedule",
  );
  await world.pass(hours(1));
  expect([await wallet(), sent()]).toEqual([0n, 500n]);
});
