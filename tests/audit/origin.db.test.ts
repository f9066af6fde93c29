import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OrderId } from "../../core/ids/index.ts";
import { shardOf } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { hours } from "../../core/time/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { beside } from "../webhooks/shop.ts";
import { AGENT, BANK_ACCOUNT, createMarket, type Market } from "./market.ts";

let database: TestDatabase;
let market: Market;
beforeAll(async () => {
  database = await testDatabase();
  market = await createMarket(database, { level: "silent" }, { parts: { outbound: beside() } });
});
afterAll(async () => {
  await market.app.close();
  await database.drop();
});

type Asked = readonly [who: string, method: "POST" | "PUT", path: string, body: object];
type Command = {
  readonly what: string;
  /** Sets the scene, and says what to ask. */
  readonly ask: () => Promise<Asked>;
  readonly actions: readonly string[];
};

const inWallet = async (minor: bigint): Promise<void> => {
  const { world } = market;
  const entries = move(accounts.clearing("testpay"), accounts.wallet(world.seller), money(minor, "INR"));
  const posting = { key: "given", kind: "refund_to_wallet" as const, deal: null, entries };
  await post(world.db, [{ shard: shardOf(world.seller), ...posting }], world.now());
};

const owing = async (minor: bigint): Promise<void> => {
  const { world } = market;
  const entries = move(accounts.receivable(world.seller), accounts.clearing("testpay"), money(minor, "INR"));
  const posting = { key: "owed", kind: "chargeback" as const, deal: null, entries };
  await post(world.db, [{ shard: shardOf(world.seller), ...posting }], world.now());
};

const debt = async () => {
  await owing(900n);
  return { userId: market.world.seller, amount: { amount: 900, currency: "INR" }, reason: "Bankrupt" };
};

const decision = async (): Promise<OrderId> => (await market.world.paid()).order.id;

const COMMANDS: readonly Command[] = [
  {
    what: "a bank account is added",
    actions: ["bank_account.added"],
    ask: async () => ["seller", "POST", "/seller/bank-accounts", BANK_ACCOUNT],
  },
  {
    what: "the way of being paid is changed",
    actions: ["payout_schedule.changed"],
    ask: async () => {
      const none = { hour: null, weekday: null, timeZone: null, minimum: null, shares: null };
      return ["seller", "PUT", "/seller/payout-schedule", { kind: "manual", ...none }];
    },
  },
  {
    what: "money is withdrawn",
    actions: ["withdrawal.requested"],
    ask: async () => {
      await inWallet(5_000n);
      market.world.jump(hours(48));
      return ["seller", "POST", "/wallet/withdrawals", { amount: { amount: 5_000, currency: "INR" } }];
    },
  },
  {
    what: "an order is decided by hand",
    actions: ["order.refund"],
    ask: async () => [
      "finance",
      "POST",
      `/finance/orders/${await decision()}/decisions`,
      { decision: "refund", reason: "The shop has closed" },
    ],
  },
  {
    what: "a debt is to be given up",
    actions: ["approval.proposed"],
    ask: async () => ["finance", "POST", "/finance/write-offs", await debt()],
  },
  {
    what: "a debt is given up by a second person",
    actions: ["approval.approved", "write_off.approved"],
    ask: async () => {
      const { body } = await market.ask("finance", "POST", "/finance/write-offs", await debt());
      return ["admin", "POST", `/admin/approvals/${body.id}/approve`, { version: 1 }];
    },
  },
  {
    what: "a program is given a key",
    actions: ["api_key.created"],
    ask: async () => ["seller", "POST", "/users/me/api-keys", { name: "Warehouse", scopes: ["orders:read"] }],
  },
  {
    what: "a company is founded",
    actions: ["organization.created"],
    ask: async () => {
      const details = { legalName: "Deccan Looms Private Limited (demo)", country: "IN", taxNumber: "27AAPFU0939F1ZV" };
      return ["seller", "POST", "/organizations", details];
    },
  },
  {
    what: "events are to be sent somewhere",
    actions: ["webhook_endpoint.added"],
    ask: async () => ["seller", "POST", "/webhook-endpoints", { url: "http://127.0.0.1:9/events" }],
  },
];

/** Every table but the keys of requests and the sessions, which know when they were last used, row by row. */
async function wholeDatabase(): Promise<string> {
  const tables = await database.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') and tablename not like 'idempoten%' and tablename <> 'session'
      order by 1`,
  );
  const hash = createHash("sha256");
  for (const { name } of tables) {
    const rows = await database.owner.query<{ row: string }>(`select t::text as row from ${name} t order by 1`);
    hash.update(JSON.stringify([name, rows]));
  }
  return hash.digest("hex");
}

describe("case 119: when", () => {
  test.each(COMMANDS)(
    "$what, the entry is written by the transaction that does it, and there is none without it",
    async (command) => {
      const asked = await command.ask();
      await leavesNothingWhenRefused(asked);
      await leavesNothingWithoutEntry(asked);
      await givesEntries(asked, command.actions);
    },
  );
});

async function leavesNothingWhenRefused([who, method, path, body]: Asked): Promise<void> {
  const before = await lastNumber();
  const stranger = who === "seller" ? null : "buyer";
  expect((await market.ask(stranger, method, path, body)).status).toBeGreaterThanOrEqual(400);
  expect(await lastNumber()).toBe(before);
}

async function leavesNothingWithoutEntry([who, method, path, body]: Asked): Promise<void> {
  await database.owner.query(REFUSE_ENTRIES);
  const before = await wholeDatabase();
  const { status } = await market.ask(who, method, path, body);
  await database.owner.query("drop trigger refused on audit.entry");
  expect(status).toBe(500);
  expect(await wholeDatabase()).toBe(before);
}

const REFUSE_ENTRIES = `create or replace function audit.no_entry_today() returns trigger language plpgsql as $$
  begin raise exception 'no entry today'; end $$;
  create trigger refused before insert on audit.entry for each statement execute function audit.no_entry_today()`;

async function givesEntries([who, method, path, body]: Asked, actions: readonly string[]): Promise<void> {
  const before = await lastNumber();
  const answer = await market.ask(who, method, path, body);
  expect(answer.status, answer.text).toBeLessThan(300);
  const entries = await database.owner.query(
    `select e.action, e.via, k.text as kept, e.actor_id = k.person as own
       from audit.entry e left join audit.kept k on k.entry = e.id and k.what = 'origin' where e.number > $1 order by e.number`,
    [before],
  );
  const kept = JSON.stringify({ network: "127.0.0.1", agent: AGENT });
  const session = expect.stringMatching(/^ses_/);
  expect(entries).toEqual(actions.map((action) => ({ action, via: session, kept, own: true })));
  const { transactions } = await database.owner.one<{ transactions: bigint }>(
    `select count(distinct t) as transactions from (
       select e.xmin::text as t from audit.entry e where e.number > $1 union all
       select k.xmin::text from audit.kept k join audit.entry e on e.id = k.entry where e.number > $1) x`,
    [before],
  );
  expect(transactions).toBe(1n);
}

const lastNumber = async (): Promise<bigint> =>
  (await database.owner.one<{ last: bigint }>("select coalesce(max(number), 0)::bigint as last from audit.entry")).last;

describe("case 118: the application's role", () => {
  test("changes no kept text, and takes none away but a person's all at once", async () => {
    for (const statement of [
      "update audit.kept set text = 'x'",
      "delete from audit.kept",
      "truncate audit.kept",
      "update audit.entry set origin = null",
    ])
      await expect(database.app.query(statement), statement).rejects.toThrow(/permission denied/);
    await expect(database.owner.query("update audit.kept set text = 'x'")).rejects.toThrow("written once");
  });
});
