import { afterAll, beforeAll, expect, test } from "vitest";
import { shardOf } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { hours } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf, CONFIRMED } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

let database: TestDatabase;
let world: World;
let app: Application;
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database, { bankAccount: false });
  await startSession(database.app, world.seller, world.now(), "seller");
  app = await applicationOf(world, { stepUp: CONFIRMED });
}, 300_000);
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Twenty requests at once; answers how many were done. */
async function rush(path: string, bodyOf: (n: number) => object): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      app.inject({
        method: "POST",
        url: `/api/v1${path}`,
        headers: { authorization: "Bearer seller" },
        payload: bodyOf(n),
      }),
    ),
  );
  return answers.filter(({ statusCode }) => statusCode < 300).length;
}

const countOf = async (query: string): Promise<number> =>
  (await database.owner.one<{ n: number }>(`select count(*)::int as n from ${query}`)).n;
const entries = (action: string): Promise<number> => countOf(`audit.entry where action = '${action}'`);

test("case 119: of acts that race one another there are as many entries as were done, and none of those that were refused", async () => {
  const bankAccount = (n: number) => ({
    ...{ holderName: "Deccan Looms", accountNumber: `02629180000119${n % 4}`, ifsc: "YESB0000262", kind: "current" },
  });
  expect(await rush("/seller/bank-accounts", bankAccount)).toBe(4);
  expect([await countOf("payouts.bank_account"), await entries("bank_account.added")]).toEqual([4, 4]);
  await world.settle();
  world.jump(hours(48));

  const entriesOf = move(accounts.clearing("testpay"), accounts.wallet(world.seller), money(5_000n, "INR"));
  const posting = { key: "given", kind: "refund_to_wallet" as const, deal: null, entries: entriesOf };
  await post(world.db, [{ shard: shardOf(world.seller), ...posting }], world.now());
  const done = await rush("/wallet/withdrawals", () => ({ amount: { amount: 1_500, currency: "INR" } }));
  expect(done).toBe(3);
  expect([await countOf("payouts.payout where kind = 'withdrawal'"), await entries("withdrawal.requested")]).toEqual([
    ...[done, done],
  ]);
});
