import { type Command, DEFAULT_POLICY, type Deal, type Opening, open, shippedGoods, step } from "@amana/core/escrow";
import { type DealId, shardOf, uuidOf } from "@amana/core/ids";
import { accounts, move } from "@amana/core/ledger";
import { money } from "@amana/core/money";
import { expectOk } from "@amana/core/result";
import { at } from "@amana/core/time";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { balances, faults, post } from "#modules/ledger";
import { newId, newRootId } from "#runtime/ids";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { testDatabase } from "../../../tests/database/index.ts";
import { advance, openDeal } from "./advance.ts";
import { apply, claimDue, type Decided, eventsOf, insertDeal, readDeal } from "./store.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const TOTAL = money(34_800n, "INR");

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
});
afterAll(() => database.drop());

async function newDeal(shard = 5): Promise<Deal> {
  const opening: Opening = {
    id: newId("deal", NOW, shard),
    buyer: newRootId("user", NOW),
    seller: newRootId("user", NOW),
    total: TOTAL,
    commission: money(1_044n, "INR"),
    commissionTax: money(0n, "INR"),
    sellerReceives: money(33_756n, "INR"),
    policy: DEFAULT_POLICY,
    revisionsLeft: null,
  };
  return await database.app.transaction((tx) => openDeal(tx, opening, "payment_pending", NOW));
}

const pay: Command = { name: "payment_captured", by: "gateway", at: NOW, payment: { gateway: "test", amount: TOTAL } };
const cancel: Command = { name: "cancel", by: "buyer", at: NOW };
const paidDeal = async (shard?: number): Promise<Deal> =>
  expectOk(await advance(database.app, (await newDeal(shard)).id, pay, NOW), "pay");

const decide = (deal: Deal, command: Command, key: string | null = null): Decided => ({
  before: deal,
  step: expectOk(step(shippedGoods, deal, command, NOW), deal.id),
  key,
  actorId: null,
  note: null,
});

/** Everything that is written about a deal. */
async function written(id: DealId) {
  const [deal, events, [escrow]] = [
    await readDeal(database.owner, id),
    await eventsOf(database.owner, id),
    await balances(database.owner, accounts.escrow(id)),
  ];
  const told = await database.owner.query("select from runtime.outbox where payload->>'deal' = $1", [id]);
  const postings = await database.owner.query<{ kind: string }>(
    "select kind from ledger.posting where deal = $1 order by number",
    [uuidOf(id)],
  );
  return {
    state: deal?.state,
    revision: deal?.revision,
    escrow: escrow?.balance.minor ?? 0n,
    events: events.map(({ command }) => command),
    told: told.length,
    postings: postings.map(({ kind }) => kind),
  };
}

describe("a batch of commands", () => {
  test("gives each deal its own verdict, and of a refused one nothing is written", async () => {
    const [fine, moved, repeated, reused, noMoney] = [
      await paidDeal(),
      await paidDeal(),
      await paidDeal(9),
      await paidDeal(),
      await paidDeal(200),
    ];
    await advance(database.app, moved.id, { name: "accept", by: "seller", at: NOW }, NOW);
    await advance(database.app, repeated.id, { name: "accept", by: "seller", at: NOW }, NOW, { key: "twice" });
    const now = expectOk(await readAgain(repeated.id), "deal");
    await drain(reused, `refund:${reused.id}`, 1n);
    await drain(noMoney, "stolen", TOTAL.minor);
    const before = await Promise.all([moved, repeated, reused, noMoney].map(({ id }) => written(id)));

    const verdicts = await apply(database.app, [
      decide(moved, cancel),
      decide(fine, cancel),
      decide(now, cancel, "twice"),
      decide(reused, cancel),
      decide(noMoney, cancel),
    ]);
    expect(verdicts).toEqual(["moved", "done", "repeated", "key_reused", "short_of_money"]);
    expect(await written(fine.id)).toEqual({
      state: "cancelled",
      revision: 3,
      escrow: 0n,
      events: ["place", "payment_captured", "cancel"],
      told: 3,
      postings: ["fund", "refund"],
    });
    expect(await Promise.all([moved, repeated, reused, noMoney].map(({ id }) => written(id)))).toEqual(before);
    expect(await faults(database.owner)).toEqual([]);
  });

  test("with several movements of money and several without keeps each posting with its deal", async () => {
    const deals = await Promise.all([3, 3, 200, 90, 3].map((shard) => paidDeal(shard)));
    const names = ["cancel", "accept", "cancel", "dispatch", "cancel"] as const;
    const commands = names.map((name): Command => ({ name, by: name === "cancel" ? "buyer" : "seller", at: NOW }));
    const verdicts = await apply(
      database.app,
      deals.map((deal, n) => decide(deal, commands[n] ?? expect.unreachable())),
    );
    expect(verdicts).toEqual(names.map(() => "done"));
    expect(await Promise.all(deals.map(async ({ id }) => (await written(id)).escrow))).toEqual([
      0n,
      34_800n,
      0n,
      34_800n,
      0n,
    ]);
    expect(await faults(database.owner)).toEqual([]);
  });

  test("that names one deal twice is a mistake, and writes nothing", async () => {
    const deal = await paidDeal();
    await expect(
      apply(database.app, [decide(deal, cancel), decide(deal, { ...cancel, by: "seller" })]),
    ).rejects.toThrow("twice in a batch");
    expect((await written(deal.id)).state).toBe("escrow_locked");
  });

  test("that is decided of by a hundred at once happens once", async () => {
    const deals = await Promise.all(Array.from({ length: 5 }, () => paidDeal()));
    const batches = Array.from({ length: 100 }, (_, n) =>
      (n % 2 === 0 ? deals : deals.toReversed()).map((deal) => decide(deal, cancel)),
    );
    const verdicts = (await Promise.all(batches.map((batch) => apply(database.app, batch)))).flat();
    expect(verdicts.filter((verdict) => verdict === "done")).toHaveLength(5);
    expect(new Set(verdicts)).toEqual(new Set(["done", "moved"]));
    expect(await faults(database.owner)).toEqual([]);
  });

  test("of a deal that is not there moves nothing", async () => {
    const ghost = { ...(await paidDeal()), id: newId("deal", NOW, 5) };
    expect(await apply(database.app, [decide(ghost, cancel)])).toEqual(["moved"]);
  });
});

describe("a command", () => {
  test("with a key happens once, however often and by however many it is given", async () => {
    const deal = await paidDeal();
    const give = () => advance(database.app, deal.id, { name: "accept", by: "seller", at: NOW }, NOW, { key: "one" });
    const answers = await Promise.all(Array.from({ length: 50 }, give));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await written(deal.id)).events).toEqual(["place", "payment_captured", "accept"]);
  });

  test("of many who give different ones at once is never lost: the events are an unbroken chain", async () => {
    const deal = await paidDeal();
    const commands = ["accept", "start", "ready", "dispatch", "cancel"].flatMap((name) =>
      Array.from({ length: 10 }, () => name),
    );
    await Promise.all(commands.map((name) => advance(database.app, deal.id, { name, by: "seller", at: NOW }, NOW)));
    const events = await eventsOf(database.owner, deal.id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    expect(events.slice(1).map(({ from }) => from)).toEqual(events.slice(0, -1).map(({ to }) => to));
  });

  test("in a transaction that rolls back leaves nothing", async () => {
    const deal = await paidDeal();
    const before = await written(deal.id);
    const rolledBack = database.app.transaction(async (tx) => {
      expect((await advance(tx, deal.id, cancel, NOW)).ok).toBe(true);
      throw new Error("changed my mind");
    });
    await expect(rolledBack).rejects.toThrow("changed my mind");
    expect(await written(deal.id)).toEqual(before);
  });

  test("that freezes a deal keeps what it goes back to, and the one that thaws it takes that away", async () => {
    const deal = await paidDeal();
    const later = at(NOW + 3_600_000);
    const frozen = expectOk(
      await advance(database.app, deal.id, { name: "chargeback_opened", by: "gateway", at: later }, later),
      "freeze",
    );
    expect(frozen.suspended).toMatchObject({ state: "escrow_locked", elapsed: 3_600_000 });
    expect(await readDeal(database.app, deal.id)).toEqual(frozen);
    await advance(database.app, deal.id, { name: "chargeback_won", by: "gateway", at: later }, later);
    expect(await readDeal(database.app, deal.id)).toMatchObject({ state: "escrow_locked", suspended: null });
  });

  test("a deadline that is asked about stays put off while the deal moves inside its span", async () => {
    const deal = await paidDeal();
    const later = at(NOW + 60_000);
    await database.app.query("update escrow.deal set deadline_wake_at = $2 where id = $1", [
      uuidOf(deal.id),
      new Date(later).toISOString(),
    ]);
    await advance(database.app, deal.id, { name: "accept", by: "seller", at: NOW }, NOW);
    expect((await claimDue(database.app, later, 1000)).map(({ id }) => id)).toContain(deal.id);
    await advance(database.app, deal.id, { name: "dispatch", by: "seller", at: NOW }, NOW);
    expect((await claimDue(database.app, later, 1000)).map(({ id }) => id)).not.toContain(deal.id);
  });
});

test("the database takes no deal whose parts do not add up, whose buyer sells, or that waits without a moment", async () => {
  const deal = await newDeal();
  const again = open(shippedGoods, { ...deal, id: newId("deal", NOW, 5) }, "payment_pending", "buyer", NOW);
  const insert = (changed: Partial<Deal>) =>
    insertDeal(database.owner, { ...again, deal: { ...again.deal, ...changed } });
  await expect(insert({ commission: money(1n, "INR") })).rejects.toThrow("parts_are_the_whole");
  await expect(
    insert({ total: money(0n, "INR"), commission: money(0n, "INR"), sellerReceives: money(0n, "INR") }),
  ).rejects.toThrow("deal_total_check");
  await expect(insert({ seller: deal.buyer })).rejects.toThrow("check constraint");
  await expect(
    database.owner.query("update escrow.deal set deadline_due_at = null where id = $1", [uuidOf(deal.id)]),
  ).rejects.toThrow("check constraint");
});

const readAgain = async (id: DealId) => {
  const deal = await readDeal(database.owner, id);
  return deal ? ({ ok: true, value: deal } as const) : ({ ok: false, error: "gone" } as const);
};

/** Takes money out of a deal's escrow behind its back. */
async function drain(deal: Deal, key: string, minor: bigint): Promise<void> {
  const entries = move(accounts.escrow(deal.id), accounts.clearing("thief"), money(minor, "INR"));
  expect(
    await post(database.app, [{ shard: shardOf(deal.id), key, kind: "refund", deal: null, entries }], NOW),
  ).toEqual(["posted"]);
}
