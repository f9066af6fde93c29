import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shardOf, type UserId } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { at, days, hours, minutes } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { statementOf } from "../../server/modules/wallets/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { confirmed } from "../rights/confirming.ts";
import { type Application, applicationOf } from "./application.ts";
import { createWorld, START, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
let app: Application;
let user: UserId;
let people = 0;
let posted = 0;
const gate = { closed: null as string | null };

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database, { parts: { mayPayOut: async () => gate.closed } });
  app = await applicationOf(world);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
beforeEach(async () => {
  gate.closed = null;
  people += 1;
  user = await world.person();
  await startSession(database.app, user, world.now(), `user-${people}`);
  await world.addBankAccount(user);
  await world.settle();
});

async function ask(method: "GET" | "POST" | "PUT", path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer user-${people}`, ...headers },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
}

/** Money that comes to the wallet, or leaves it when below zero. */
async function change(minor: bigint, when = world.now(), currency: "INR" | "KWD" = "INR"): Promise<void> {
  const entries = move(accounts.clearing("testpay"), accounts.wallet(user), money(minor, currency));
  const kind = "refund_to_wallet" as const;
  expect(
    await post(world.db, [{ shard: shardOf(user), key: `change:${posted++}`, kind, deal: null, entries }], when),
  ).toEqual(["posted"]);
}
const schedule = (wanted: object) =>
  confirmed(world, {
    send: (headers) => ask("PUT", "/seller/payout-schedule", wanted, headers),
    post: (path, body) => ask("POST", path, body),
  });
const inr = (amount: number) => ({ amount, currency: "INR" });

test("a wallet shows by currency what is there, owed, held back, waiting and on its way", async () => {
  expect((await ask("GET", "/wallet")).body).toEqual({ data: [] });
  await change(1000n);
  await change(700n, world.now(), "KWD");
  const move2 = (from: Parameters<typeof move>[0], to: Parameters<typeof move>[1], minor: bigint) =>
    post(
      world.db,
      [
        {
          shard: shardOf(user),
          key: `change:${posted++}`,
          kind: "chargeback",
          deal: null,
          entries: move(from, to, money(minor, "INR")),
        },
      ],
      world.now(),
    );
  await move2(accounts.wallet(user), accounts.reserve(user), 200n);
  expect((await ask("POST", "/wallet/withdrawals", { amount: inr(300) })).status).toBe(201);
  gate.closed = "looked into";
  expect((await ask("POST", "/wallet/withdrawals", { amount: inr(100) })).body.status).toBe("withheld");
  await move2(accounts.receivable(user), accounts.clearing("testpay"), 50n);
  expect((await ask("GET", "/wallet")).body.data).toEqual([
    {
      currency: "INR",
      balance: inr(500),
      available: inr(350),
      reserved: inr(200),
      owed: inr(50),
      waiting: inr(100),
      onTheWay: inr(300),
    },
    expect.objectContaining({ currency: "KWD", balance: { amount: 700, currency: "KWD" } }),
  ]);
});

test("entries are listed from the latest on, page by page, each with the balance after it", async () => {
  for (let n = 1; n <= 7; n++) await change(BigInt(n));
  const seen: { amount: { amount: number }; balanceAfter: { amount: number } }[] = [];
  for (let cursor: string | null = "", pages = 0; cursor !== null && pages < 10; pages++) {
    const next: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const { body } = await ask("GET", `/wallet/entries?currency=INR&limit=3${next}`);
    seen.push(...body.data);
    cursor = body.nextCursor;
  }
  expect(seen.map(({ amount, balanceAfter }) => [amount.amount, balanceAfter.amount])).toEqual([
    [7, 28],
    [6, 21],
    [5, 15],
    [4, 10],
    [3, 6],
    [2, 3],
    [1, 1],
  ]);
  expect((await ask("GET", "/wallet/entries?currency=INR&account=reserve")).body.data).toEqual([]);
  expect((await ask("GET", "/wallet/entries?currency=INR&cursor=nonsense")).status).toBe(400);
});

describe("a statement", () => {
  const span = (from: number, to: number) => ({ from: at(from), to: at(to) });
  const draw = async (from: number, to: number) =>
    expectOk(await statementOf(world.db, user, "INR", span(from, to)), "statement");
  const walletOf = async (from: number, to: number) => {
    const part = (await draw(from, to)).find(({ account }) => account === "wallet");
    if (!part) throw new Error("no wallet");
    return part;
  };

  test("opens with what was there, and its entries add up to what it closes with", async () => {
    for (const [day, minor] of [
      [0, 100n],
      [1, 50n],
      [1, -30n],
      [2, 7n],
    ] as const)
      await change(minor, at(START + days(day)));
    const part = await walletOf(START + days(1), START + days(2));
    expect([part.opening.minor, part.entries.map(({ amount }) => amount.minor), part.closing.minor]).toEqual([
      100n,
      [50n, -30n],
      120n,
    ]);
    expect((await walletOf(START - days(2), START)).entries).toEqual([]);
    expect((await walletOf(START + days(9), START + days(10))).opening.minor).toBe(127n);
  });

  test("joins the next one, wherever they are cut, even where clocks have disagreed", async () => {
    let seed = 7;
    const roll = (sides: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % sides;
    };
    for (let n = 0; n < 40; n++) await change(BigInt(1 + roll(90)), at(START + minutes(n * 10 + roll(45))));
    const cuts = [START - 1, ...Array.from({ length: 12 }, () => START + minutes(roll(440))), START + hours(9)].sort(
      (a, b) => a - b,
    );
    let closing = 0n;
    let entries = 0;
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      const part = await walletOf(from, cuts[index + 1] ?? from);
      expect(part.opening.minor).toBe(closing);
      expect(part.entries.reduce((sum, { amount }) => sum + amount.minor, part.opening.minor)).toBe(part.closing.minor);
      closing = part.closing.minor;
      entries += part.entries.length;
    }
    expect(entries).toBe(40);
    expect(closing).toBe(await world.balance(`wallet:${user}`));
  });

  test("once drawn stays as it is, whatever is posted later with an earlier time", async () => {
    await change(100n, at(START + hours(1)));
    await change(50n, at(START + hours(3)));
    const before = await walletOf(START, START + hours(2));
    await change(9n, at(START + hours(1)));
    expect(await walletOf(START, START + hours(2))).toEqual(before);
    expect((await walletOf(START + hours(2), START + hours(4))).closing.minor).toBe(159n);
  });

  test("over HTTP is of the reader alone, of a time that has passed", async () => {
    await change(100n, at(world.now() - hours(1)));
    const iso = (instant: number) => new Date(instant).toISOString();
    const path = (from: number, to: number) => `/wallet/statement?currency=INR&from=${iso(from)}&to=${iso(to)}`;
    const { body } = await ask("GET", path(world.now() - hours(2), world.now()));
    expect(body.accounts.map(({ account, closing }: Record<string, unknown>) => [account, closing])).toEqual([
      ["wallet", inr(100)],
      ["reserve", inr(0)],
      ["receivable", inr(0)],
    ]);
    expect((await ask("GET", path(world.now(), world.now()))).status).toBe(400);
    expect((await ask("GET", path(world.now(), world.now() + 60_000))).status).toBe(400);
    people += 1;
    await startSession(database.app, await world.person(), world.now(), `user-${people}`);
    expect((await ask("GET", path(START - hours(2), world.now()))).body.accounts[0].entries).toEqual([]);
  });
});

test("S1.6: a withdrawal is previewed, made as previewed, once per key, and listed", async () => {
  await change(1000n);
  const body = { amount: inr(400) };
  const preview = await ask("POST", "/wallet/withdrawals/preview", body);
  expect((await ask("GET", "/wallet/withdrawals")).body.data).toEqual([]);
  const made = await ask("POST", "/wallet/withdrawals", body, { "idempotency-key": "one" });
  const { id, ...like } = made.body;
  expect([made.status, like]).toEqual([201, preview.body]);
  expect((await ask("POST", "/wallet/withdrawals", body, { "idempotency-key": "one" })).body.id).toBe(id);
  await world.settle();
  const listed = await ask("GET", "/wallet/withdrawals");
  expect(listed.body.data).toMatchObject([{ id, kind: "withdrawal", status: "paid", amount: inr(400) }]);
  expect((await ask("POST", "/wallet/withdrawals", { amount: inr(601) })).body.code).toBe("INSUFFICIENT_BALANCE");
  expect((await ask("POST", "/wallet/withdrawals", { amount: inr(0) })).status).toBe(400);
  expect((await ask("POST", "/wallet/withdrawals", { amount: inr(-5) })).status).toBe(400);
});

test("a seller reads and changes the schedule, and what does not fit is refused by its field", async () => {
  const nothing = { hour: null, weekday: null, timeZone: null, minimum: null, shares: null };
  expect((await ask("GET", "/seller/payout-schedule")).body).toEqual({ kind: "automatic", ...nothing, nextAt: null });
  const daily = { ...nothing, kind: "daily", hour: 18, timeZone: "Asia/Kolkata", minimum: inr(50_000) };
  const changed = await ask("PUT", "/seller/payout-schedule", daily);
  expect(changed.body).toMatchObject({ ...daily, nextAt: "2026-03-02T12:30:00.000Z" });
  expect((await ask("GET", "/seller/payout-schedule")).body).toEqual(changed.body);
  for (const [field, wanted] of [
    ["kind", { ...nothing, kind: "daily" }],
    ["kind", { ...daily, kind: "weekly" }],
    ["kind", { ...daily, kind: "manual" }],
    ["timeZone", { ...daily, timeZone: "Mars/Olympus" }],
    ["shares", { ...daily, shares: [{ bankAccountId: `bank_${"0".repeat(32)}`, basisPoints: 10_000 }] }],
  ] as const)
    expect((await schedule(wanted)).body).toMatchObject({ errors: [{ field }] });
});

test("finance staff, and nobody else, see payouts that wait and when they are looked at next", async () => {
  await change(500n);
  gate.closed = "unexplained money at the gateway";
  await ask("POST", "/wallet/withdrawals", { amount: inr(500) });
  expect((await ask("GET", "/finance/payouts")).status).toBe(403);
  await database.owner.query(`update identity."user" set roles = '{user,finance}' where id = $1`, [user.slice(4)]);
  const { body } = await ask("GET", "/finance/payouts?limit=100");
  expect(body.data.find(({ userId }: { userId: string }) => userId === user)).toMatchObject({
    status: "withheld",
    reason: "unexplained money at the gateway",
    amount: inr(500),
    nextLookAt: new Date(world.now() + hours(1)).toISOString(),
  });
});

test("an account that is verified is not verified again, and another's is not there", async () => {
  const { body } = await ask("GET", "/seller/bank-accounts");
  const [mine] = body.data;
  expect(mine).toMatchObject({ status: "verified", blockedReason: null, usableFrom: expect.any(String) });
  expect((await ask("POST", `/seller/bank-accounts/${mine.id}/verify`, {})).status).toBe(409);
  people += 1;
  await startSession(database.app, await world.person(), world.now(), `user-${people}`);
  expect((await ask("POST", `/seller/bank-accounts/${mine.id}/verify`, {})).status).toBe(404);
});
