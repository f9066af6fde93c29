import type { UserId } from "@amana/core/ids";
import { type Money, money } from "@amana/core/money";
import { type Static, Type } from "typebox";
import type { AccountEntry } from "#modules/ledger";
import type { Database, Queryable } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  invalid,
  list,
  MoneyJson,
  moneyJson,
  nullable,
  oneOf,
  PAGE,
  pageAsked,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { MOST_ENTRIES, type StatementPart, statementOf } from "./statement.ts";
import { type Holdings, holdingsOf, OWN_ACCOUNTS, walletEntries } from "./wallet.ts";

/** What payouts take from a wallet: not yet confirmed by a bank, or waiting to be sent. */
export type Leaving = { readonly onTheWay: Money; readonly promised: Money };

export type WalletParts = {
  readonly db: Database;
  /** Answered by the module that pays out. */
  readonly leaving: (db: Queryable, user: UserId) => Promise<Leaving[]>;
};

export const walletRoutes = (parts: WalletParts): Route[] => [wallet(parts), entries(parts), statement(parts)];

const CurrencyCode = MoneyJson.properties.currency;

const BalanceJson = strict(
  {
    currency: CurrencyCode,
    balance: ref(MoneyJson),
    available: ref(MoneyJson),
    reserved: ref(MoneyJson),
    owed: ref(MoneyJson),
    waiting: ref(MoneyJson),
    onTheWay: ref(MoneyJson),
  },
  {
    $id: "WalletBalance",
    description:
      "`available` is `balance` less what is `owed` after a chargeback and what payouts that are `waiting` will take; `reserved` is held back until its day; `onTheWay` has left for a bank that has not confirmed it.",
  },
);

const EntryJson = strict(
  {
    id: IdOf("posting"),
    kind: Type.String(),
    at: InstantJson,
    dealId: nullable(IdOf("deal")),
    amount: ref(MoneyJson),
    balanceAfter: ref(MoneyJson),
  },
  { $id: "WalletEntry" },
);

const wallet = ({ db, leaving }: WalletParts): Route =>
  defineRoute({
    method: "GET",
    path: "/wallet",
    operationId: "getWallet",
    summary: "What I have, by currency",
    tag: "wallet",
    policy: signedIn("wallet:read"),
    responses: { 200: strict({ data: Type.Array(ref(BalanceJson)) }) },
    problems: [],
    async handle({ principal }) {
      const holdings = await holdingsOf(db, principal.id);
      const outgoing = await leaving(db, principal.id);
      return reply(200, { data: holdings.map((held) => balanceJson(held, outgoing)) });
    },
  });

function balanceJson(
  { currency, wallet, reserve, owed }: Holdings,
  outgoing: readonly Leaving[],
): Static<typeof BalanceJson> {
  const leaves = outgoing.find(({ onTheWay }) => onTheWay.currency === currency);
  const waiting = leaves?.promised ?? money(0n, currency);
  const free = wallet.minor - owed.minor - waiting.minor;
  return {
    currency,
    balance: moneyJson(wallet),
    available: moneyJson(money(free > 0n ? free : 0n, currency)),
    reserved: moneyJson(reserve),
    owed: moneyJson(owed),
    waiting: moneyJson(waiting),
    onTheWay: moneyJson(leaves?.onTheWay ?? money(0n, currency)),
  };
}

const Seq = Type.Tuple([Type.Integer({ minimum: 1 })]);

const entries = ({ db }: WalletParts): Route =>
  defineRoute({
    method: "GET",
    path: "/wallet/entries",
    operationId: "listWalletEntries",
    summary: "What came to one of my accounts and left it, the latest first",
    tag: "wallet",
    policy: signedIn("wallet:read"),
    query: strict({ currency: CurrencyCode, account: Type.Optional(oneOf(OWN_ACCOUNTS)), ...PAGE }),
    responses: { 200: list(ref(EntryJson)) },
    problems: [],
    async handle({ principal, query }) {
      const asked = pageAsked(Seq, query);
      if ("kind" in asked) return asked;
      const of = { account: query.account ?? "wallet", currency: query.currency };
      const found = await walletEntries(db, principal.id, of, asked.after?.[0] ?? null, asked.rows);
      const { page, nextCursor } = asked.cut(found, ({ seq }) => [seq]);
      return reply(200, { data: page.map(entryJson), nextCursor });
    },
  });

const PartJson = strict({
  account: oneOf(OWN_ACCOUNTS),
  opening: ref(MoneyJson),
  entries: Type.Array(ref(EntryJson)),
  closing: ref(MoneyJson),
});

const StatementJson = strict(
  { from: InstantJson, to: InstantJson, currency: CurrencyCode, accounts: Type.Array(PartJson) },
  {
    $id: "WalletStatement",
    description: "Of each account, `opening` and the amounts of the entries add up to `closing`.",
  },
);

const statement = ({ db }: WalletParts): Route =>
  defineRoute({
    method: "GET",
    path: "/wallet/statement",
    operationId: "getWalletStatement",
    summary: "My accounts of one currency from an instant to before another",
    tag: "wallet",
    policy: signedIn("wallet:read"),
    query: strict({ currency: CurrencyCode, from: InstantJson, to: InstantJson }),
    responses: { 200: ref(StatementJson) },
    problems: [],
    async handle({ principal, query, now }) {
      const { currency } = query;
      const [from, to] = [instantFrom(query.from), instantFrom(query.to)];
      if (from >= to) return invalid("to", "must be after from");
      if (to > now) return invalid("to", "must not be in the future");
      const drawn = await statementOf(db, principal.id, currency, { from, to });
      if (!drawn.ok) return invalid("from", `takes in more than ${MOST_ENTRIES} entries; ask for a shorter time`);
      const accounts = drawn.value.map((part) => partJson(part));
      return reply(200, { from: instantJson(from), to: instantJson(to), currency, accounts });
    },
  });

const partJson = ({ account, opening, entries: made, closing }: StatementPart): Static<typeof PartJson> => ({
  account,
  opening: moneyJson(opening),
  entries: made.map(entryJson),
  closing: moneyJson(closing),
});

const entryJson = (entry: AccountEntry): Static<typeof EntryJson> => ({
  id: entry.posting,
  kind: entry.kind,
  at: instantJson(entry.at),
  dealId: entry.deal,
  amount: moneyJson(entry.amount),
  balanceAfter: moneyJson(entry.balanceAfter),
});
