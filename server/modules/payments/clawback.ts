import { type DealId, shardOf, type UserId } from "@amana/core/ids";
import { accounts, type Entry, move, netted, type Posting, type PostingKind } from "@amana/core/ledger";
import { type Money, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { balancesIn, post } from "#modules/ledger";
import type { Queryable } from "#runtime/database";

/** Where the money of a user comes from, in this order; the last part is what the user owes us from then on. */
export type Sources = { readonly reserve: bigint; readonly wallet: bigint; readonly owed: bigint };

/** What is taken of an amount from a reserve and a wallet with these balances. */
export function sourcesOf(amount: bigint, reserve: bigint, wallet: bigint): Sources {
  const fromReserve = least(amount, reserve);
  const fromWallet = least(amount - fromReserve, wallet);
  return { reserve: fromReserve, wallet: fromWallet, owed: amount - fromReserve - fromWallet };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b > 0n ? b : 0n);

type Claw = {
  readonly from: UserId;
  readonly amount: Money;
  readonly gateway: string;
  readonly deal: DealId;
  readonly key: string;
};

const TRIES = 5;

/**
 * Takes an amount from a user for a gateway that has taken it from us: reserve, then wallet, and what neither has becomes the
 * user's debt. Balances that others lower at the same moment are read again; in the end all of it is a debt, which never fails.
 */
export async function clawBack(tx: Queryable, claw: Claw, now: Instant): Promise<Sources> {
  const { from, amount } = claw;
  for (let tries = 0; tries < TRIES; tries++) {
    const { reserve, wallet } = await purseOf(tx, from, amount.currency);
    const sources = sourcesOf(amount.minor, reserve, wallet);
    if (await taken(tx, claw, sources, now)) return sources;
  }
  const debt = { reserve: 0n, wallet: 0n, owed: amount.minor };
  if (!(await taken(tx, claw, debt, now))) throw new Error(`${claw.key}: a debt was refused`);
  return debt;
}

/** False when an account has run short meanwhile, and nothing has happened; any other refusal is thrown. */
async function taken(tx: Queryable, claw: Claw, { reserve, wallet, owed }: Sources, now: Instant): Promise<boolean> {
  const { from, amount } = claw;
  const of = (minor: bigint): Money => money(minor, amount.currency);
  const ofUser = [
    { account: accounts.reserve(from), amount: of(-reserve) },
    { account: accounts.wallet(from), amount: of(-wallet) },
    { account: accounts.receivable(from), amount: of(-owed) },
  ];
  for (const posting of acrossShards(claw, "chargeback", ofUser, amount)) {
    const [verdict] = await post(tx, [posting], now);
    if (verdict === "short_of_money") return false;
    if (verdict !== "posted") throw new Error(`${posting.key}: the ledger says ${verdict}`);
  }
  return true;
}

/** Gives back to a user's wallet what was taken by a chargeback that the bank has lost. */
export const givenBack = (claw: Claw): Posting[] =>
  acrossShards(
    claw,
    "chargeback_reversed",
    [{ account: accounts.wallet(claw.from), amount: claw.amount }],
    money(-claw.amount.minor, claw.amount.currency),
  );

/** Entries of a user on one side, the gateway's on the other: one posting where both lie in one shard, else one in each, the user's first. */
function acrossShards(
  { from, deal, key, gateway }: Claw,
  kind: PostingKind,
  ofUser: readonly Entry[],
  atGateway: Money,
): Posting[] {
  const clearing = { account: accounts.clearing(gateway), amount: atGateway };
  const between = accounts.intershard();
  const away = money(-atGateway.minor, atGateway.currency);
  if (shardOf(from) === shardOf(deal))
    return [{ shard: shardOf(deal), key, kind, deal, entries: netted([...ofUser, clearing]) }];
  return [
    {
      shard: shardOf(from),
      key: `${key}:user`,
      kind,
      deal,
      entries: netted([...ofUser, { account: between, amount: atGateway }]),
    },
    { shard: shardOf(deal), key, kind, deal, entries: netted([{ account: between, amount: away }, clearing]) },
  ];
}

/** What a bank has taken and nobody can be asked for is our loss. */
export const borneByUs = (amount: Money, gateway: string, deal: DealId, key: string): Posting => ({
  shard: shardOf(deal),
  key,
  kind: "chargeback",
  deal,
  entries: move(accounts.chargebacks(), accounts.clearing(gateway), amount),
});

async function purseOf(
  db: Queryable,
  user: UserId,
  currency: Money["currency"],
): Promise<{ readonly reserve: bigint; readonly wallet: bigint }> {
  const codes = [accounts.reserve(user), accounts.wallet(user)] as const;
  const found = await balancesIn(db, shardOf(user), codes);
  const [reserve, wallet] = codes.map(
    (code) =>
      found.find(({ account, balance }) => account === code && balance.currency === currency)?.balance.minor ?? 0n,
  );
  return { reserve: reserve ?? 0n, wallet: wallet ?? 0n };
}
