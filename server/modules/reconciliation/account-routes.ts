import type { AccountCode } from "@amana/core/ledger";
import { Type } from "typebox";
import { accountsOf, entriesBefore, isAccount } from "#modules/ledger";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  list,
  MoneyJson,
  moneyJson,
  nullable,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  staffOrProgram,
  strict,
} from "#runtime/http";

const ShardJson = Type.Integer({ minimum: 0, maximum: 255 });
const CodeJson = Type.String({
  ...{ minLength: 1, maxLength: 120, pattern: "^[a-z_]+(?::[A-Za-z0-9_-]+)?$" },
  examples: ["clearing:cashfree"],
});
const { currency } = MoneyJson.properties;

const AccountJson = strict(
  { account: CodeJson, shard: ShardJson, balance: ref(MoneyJson), entries: Type.Integer({ minimum: 0 }) },
  { $id: "LedgerAccount", description: "As it stands in the books: what is held for us stands below zero." },
);
const AccountEntryJson = strict(
  {
    number: Type.Integer({ minimum: 1, description: "Counts the entries of the account without a gap" }),
    postingId: IdOf("posting"),
    kind: Type.String(),
    dealId: nullable(IdOf("deal")),
    at: InstantJson,
    amount: ref(MoneyJson),
    balanceAfter: ref(MoneyJson),
  },
  { $id: "AccountEntry" },
);

/** From the books to the accounts they are made of, and from an account to its entries. */
export const accountRoutes = (parts: { readonly db: Database }): Route[] => [accounts(parts), entries(parts)];

const accounts = ({ db }: { readonly db: Database }): Route =>
  defineRoute({
    method: "GET",
    path: "/finance/accounts",
    operationId: "listAccounts",
    summary: "The accounts of one family that are not empty, by their name",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    query: strict({ ...PAGE, family: Type.String({ pattern: "^[a-z_]{1,40}$", examples: ["escrow"] }), currency }),
    responses: { 200: list(ref(AccountJson)) },
    problems: [],
    async handle({ query }) {
      const asked = pageAsked(Type.Tuple([Type.String({ maxLength: 120 }), ShardJson]), query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { code: asked.after[0], shard: asked.after[1] };
      const found = await accountsOf(db, query.family, query.currency, beyond, asked.rows);
      const { page, nextCursor } = asked.cut(found, ({ code, shard }) => [code, shard]);
      const data = page.map(({ shard, code, balance, entries: count }) => ({
        ...{ account: code, shard, balance: moneyJson(balance), entries: count },
      }));
      return reply(200, { data, nextCursor });
    },
  });

const entries = ({ db }: { readonly db: Database }): Route =>
  defineRoute({
    method: "GET",
    path: "/finance/account-entries",
    operationId: "listAccountEntries",
    summary: "The entries of one account, the latest first, with the balance after each",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    query: strict({ ...PAGE, account: CodeJson, shard: ShardJson, currency }),
    responses: { 200: list(ref(AccountEntryJson)) },
    problems: ["NOT_FOUND"],
    async handle({ query }) {
      const asked = pageAsked(Type.Tuple([Type.Integer({ minimum: 1 })]), query);
      if ("kind" in asked) return asked;
      const account = { shard: query.shard, code: query.account as AccountCode, currency: query.currency };
      if (!(await isAccount(db, account))) return problem("NOT_FOUND");
      const found = await entriesBefore(db, account, asked.after?.[0] ?? null, asked.rows);
      const { page, nextCursor } = asked.cut(found, ({ seq }) => [seq]);
      const data = page.map(({ seq, posting, kind, deal, at, amount, balanceAfter }) => ({
        ...{ number: seq, postingId: posting, kind, dealId: deal, at: instantJson(at) },
        ...{ amount: moneyJson(amount), balanceAfter: moneyJson(balanceAfter) },
      }));
      return reply(200, { data, nextCursor });
    },
  });
