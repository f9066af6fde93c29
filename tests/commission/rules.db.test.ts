import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { amount, createGround, type Ground, ruleOf } from "./ground.ts";

let database: TestDatabase;
let ground: Ground;

beforeAll(async () => {
  database = await testDatabase();
  ground = await createGround(database);
});
afterAll(async () => {
  await ground.close();
  await database.drop();
});
beforeEach(async () => {
  await ground.publish();
});

const current = async () => (await ground.ask("finance", "GET", "/admin/commission-rules?limit=1")).body.data[0];
const publishOn = (basedOn: number, ...rules: object[]) =>
  ground.ask("finance", "POST", "/admin/commission-rules", { basedOn, rules, reason: "Demo rules" });

test("published rules read as they were sent, with who, when and why, the newest version first", async () => {
  const rules = [
    ruleOf("festival", {
      when: {
        ...{ categories: ["textiles"], sellerLevels: ["gold"], from: "2026-10-01T00:00:00.000Z" },
        ...{ until: "2026-11-01T00:00:00.000Z", atLeast: [amount(1_000n)], atMost: [amount(2_000n)] },
      },
      ...{ basisPoints: 50, base: "goods", buyerShare: 2_500 },
      ...{ fixed: [amount(100n)], floor: [amount(200n)], cap: [amount(900n), { amount: 5, currency: "SAR" }] },
    }),
    ruleOf("rest", { basisPoints: 250 }),
  ];
  const published = await ground.publish(...rules);
  expect(published.status).toBe(201);
  expect(await current()).toEqual(published.body);
  expect(published.body).toMatchObject({ rules, reason: "Demo rules", publishedBy: ground.finance });
  const { body } = await ground.ask("finance", "GET", "/admin/commission-rules?limit=1");
  expect(body.otherwise).toEqual(ruleOf("default"));
  const next = await ground.ask("finance", "GET", `/admin/commission-rules?limit=1&cursor=${body.nextCursor}`);
  expect(next.body.data[0].version).toBe(published.body.version - 1);
});

test("of two who publish upon the same version one is refused, and the log has one entry", async () => {
  const { version } = await current();
  const answers = await Promise.all([publishOn(version, ruleOf("one")), publishOn(version, ruleOf("two"))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
  expect((await publishOn(version)).body.code).toBe("VERSION_CONFLICT");
  expect((await publishOn(version + 2)).body.code).toBe("VERSION_CONFLICT");
  const entries = await database.owner.query<{ reason: string; actor_id: string }>(
    "select reason, actor_id from audit.entry where action = 'commission_rules.published' and subject = $1",
    [`commission_rules:${version + 1}`],
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]?.reason).toBe("Demo rules");
});

test.each([
  ["a name twice", [ruleOf("a", { when: { from: "2026-10-01T00:00:00Z" } }), ruleOf("a")], "rules.1"],
  ["a floor above the cap", [ruleOf("a", { floor: [amount(2n)], cap: [amount(1n)] })], "rules.0"],
  ["an amount below zero", [ruleOf("a", { fixed: [amount(-1n)] })], "rules.0"],
  ["a field that no rule has", [ruleOf("a", { discount: 1 })], "rules.0.discount"],
  ["more than all of it", [ruleOf("a", { basisPoints: 10_001 })], "rules.0.basisPoints"],
])("%s is refused and nothing is published", async (_, rules, field) => {
  const { version } = await current();
  const { status, body } = await publishOn(version, ...rules);
  expect([status, body.code, body.errors[0].field]).toEqual([400, "VALIDATION_FAILED", field]);
  expect((await current()).version).toBe(version);
});

test("what is published is written once", async () => {
  for (const change of ["update commission.rule_set set reason = 'other'", "delete from commission.rule_set"])
    await expect(database.owner.query(change)).rejects.toThrow();
});

test("staff try rules on a sale before they publish them", async () => {
  const sale = { price: amount(10_000n), quantity: 2, shipping: amount(500n), category: "books" };
  const rules = [ruleOf("books", { when: { categories: ["books"] }, basisPoints: 1_000, base: "goods" })];
  const asked = (body: object) => ground.ask("finance", "POST", "/admin/commission-rules/preview", body);
  expect((await asked({ rules, sale })).body).toMatchObject({
    ...{ commission: amount(2_000n), total: amount(20_500n), decidedBy: { rule: "books" } },
  });
  expect((await asked({ rules, sale: { ...sale, category: "toys" } })).body.decidedBy.rule).toBe("default");
  expect((await asked({ sale })).body.commission).toEqual(amount(615n));
  expect((await asked({ sale: { ...sale, shipping: { amount: 1, currency: "SAR" } } })).body.errors[0].field).toBe(
    "shipping",
  );
});

test("nobody gives a level to oneself, to a colleague or to nobody; a level is forgotten with its person", async () => {
  const { ask, world, finance } = ground;
  const give = (user: string) =>
    ask("finance", "PUT", `/admin/users/${user}/seller-level`, { level: "gold", reason: "Demo" });
  expect((await give(finance)).body.code).toBe("FORBIDDEN");
  expect((await give(`usr_${"0".repeat(32)}`)).body.code).toBe("NOT_FOUND");
  expect((await give(world.buyer)).status).toBe(200);
  const entries = () =>
    database.owner.query("select from audit.entry where action = 'seller_level.set' and subject = $1", [world.buyer]);
  expect(await entries()).toHaveLength(1);
  expect((await give(world.buyer)).body.level).toBe("gold");
  expect(await entries()).toHaveLength(1);
  const kept = await database.owner.query("select from commission.seller_level where user_id = $1", [
    uuidOf(world.buyer),
  ]);
  expect(kept).toHaveLength(1);
});
