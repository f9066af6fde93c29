import { accounts, move, type Posting } from "@amana/core/ledger";
import { money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { newRootId } from "../../runtime/ids/index.ts";
import { custody, isBalanced, movementsOn, post } from "./index.ts";

const NOW = at(Date.UTC(2026, 2, 2));
const [deal, user] = [newRootId("deal", NOW), newRootId("user", NOW)];
const clearing = accounts.clearing("demo");

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const posting = (key: string, entries: Posting["entries"], shard = 3): Posting => ({
  ...{ shard, key, kind: "fund", deal: null, entries },
});

test("what is held equals what is owed and earned, in each currency by itself, over all shards", async () => {
  const inr = (minor: bigint) => money(minor, "INR");
  await post(
    database.app,
    [
      posting("1", move(clearing, accounts.escrow(deal), inr(10_000n))),
      posting("2", [
        ...move(accounts.escrow(deal), accounts.wallet(user), inr(9_600n)),
        ...move(accounts.escrow(deal), accounts.commission(), inr(350n)),
        ...move(accounts.escrow(deal), accounts.tax("GST"), inr(50n)),
      ]),
      posting("3", move(accounts.gatewayFees(), clearing, inr(200n)), 0),
      posting("4", move(accounts.bank("own"), clearing, inr(3_000n)), 0),
      posting("5", move(clearing, accounts.suspense("demo"), inr(70n))),
      posting("6", move(accounts.receivable(user), clearing, inr(40n))),
      posting("7", move(clearing, accounts.escrow(newRootId("deal", NOW)), money(5n, "KWD"))),
    ],
    NOW,
  );
  const [rupees, dinars] = await custody(database.app);
  expect(rupees && [rupees.heldTotal, rupees.owedTotal, rupees.difference, isBalanced(rupees)]).toEqual([
    ...[inr(10_070n), inr(10_070n), inr(0n), true],
  ]);
  expect(
    Object.fromEntries(
      [...(rupees?.held ?? []), ...(rupees?.owed ?? [])].map(({ family, sum }) => [family, sum.minor]),
    ),
  ).toEqual({
    ...{ clearing: 6_830n, bank: 3_000n, receivable: 40n, expense: 200n },
    ...{
      escrow: 0n,
      wallet: 9_600n,
      reserve: 0n,
      refunds_in_flight: 0n,
      payouts_in_flight: 0n,
      suspense: 70n,
      revenue: 350n,
      tax: 50n,
    },
  });
  expect(dinars?.heldTotal).toEqual(money(5n, "KWD"));
});

test("money between shards, or in an account that nobody knows, is not balanced", async () => {
  expect((await custody(database.app)).every(isBalanced)).toBe(true);
  await post(
    database.app,
    [posting("half", move(accounts.wallet(user), accounts.intershard(), money(1n, "INR")))],
    NOW,
  );
  const rupees = (await custody(database.app)).find(({ currency }) => currency === "INR");
  expect(rupees && isBalanced(rupees)).toBe(false);
  expect(rupees?.unknown.map(({ family, sum }) => [family, sum.minor])).toEqual([["intershard", 1n]]);
  expect(rupees?.difference).toEqual(money(1n, "INR"));
});

test("movements of an account are those of a period, one per posting, signed as the ledger signs", async () => {
  const all = await movementsOn(database.app, clearing, NOW, at(NOW + 1));
  expect(all.map(({ key, amount }) => [key, amount.minor]).sort()).toEqual([
    ...[
      ["1", -10_000n],
      ["3", 200n],
      ["4", 3_000n],
      ["5", -70n],
      ["6", 40n],
      ["7", -5n],
    ],
  ]);
  expect(await movementsOn(database.app, clearing, at(NOW + 1), at(NOW + 2))).toEqual([]);
});
