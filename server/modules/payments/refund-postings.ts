import { shardOf } from "@amana/core/ids";
import { type AccountCode, accounts, move, type Posting } from "@amana/core/ledger";
import { type Money, money, subtract } from "@amana/core/money";
import type { TakenOfCause } from "./chargeback-store.ts";
import type { Refund } from "./refund-store.ts";

export const confirmed = (refund: Refund): Posting => ({
  shard: shardOf(refund.id),
  key: `refund_confirmed:${refund.id}`,
  kind: "refund_confirmed",
  deal: refund.deal,
  entries: move(accounts.refundsInFlight(refund.gateway), accounts.clearing(refund.gateway), refund.amount),
});

/**
 * A refund that cannot be made: what banks have taken meanwhile is gone with them, the rest becomes the buyer's balance with us;
 * where nobody has a wallet for it, it waits in suspense again.
 */
export function failed(refund: Refund, { unbooked, borne }: TakenOfCause): Posting[] {
  const { currency } = refund.amount;
  const gone = smaller(money(unbooked, currency), refund.amount);
  const returned = refund.state === "succeeded";
  const madeGood = returned ? smaller(money(borne, currency), subtract(refund.amount, gone)) : money(0n, currency);
  const left = subtract(subtract(refund.amount, gone), madeGood);
  return [
    ...(gone.minor > 0n && !returned ? [takenByBank(refund, gone, `chargeback_refund:${refund.id}`)] : []),
    ...(madeGood.minor > 0n ? [lossMadeGood(refund, madeGood)] : []),
    ...(left.minor > 0n ? (refund.buyer === null ? [backToSuspense(refund, left)] : toWallet(refund, left)) : []),
  ];
}

/** A wallet lives in its owner's own shard. */
export function toWallet(refund: Refund, amount: Money): Posting[] {
  const { buyer } = refund;
  if (buyer === null) throw new Error(`${refund.id} has nobody with a wallet`);
  return [
    {
      shard: shardOf(refund.id),
      key: `refund_to_wallet:${refund.id}`,
      kind: "refund_to_wallet",
      deal: refund.deal,
      entries: move(whereItIs(refund), accounts.intershard(), amount),
    },
    {
      shard: shardOf(buyer),
      key: `refund_to_wallet:${refund.id}:wallet`,
      kind: "refund_to_wallet",
      deal: refund.deal,
      entries: move(accounts.intershard(), accounts.wallet(buyer), amount),
    },
  ];
}

export const takenByBank = (refund: Refund, taken: Money, key: string): Posting => ({
  shard: shardOf(refund.id),
  key,
  kind: "chargeback",
  deal: refund.deal,
  entries: move(accounts.refundsInFlight(refund.gateway), accounts.clearing(refund.gateway), taken),
});

/** The refund came back to the gateway, where the bank has taken as much: what we had borne of that is ours again. */
const lossMadeGood = (refund: Refund, amount: Money): Posting => ({
  shard: shardOf(refund.id),
  key: `chargeback_made_good:${refund.id}`,
  kind: "chargeback_reversed",
  deal: refund.deal,
  entries: move(accounts.clearing(refund.gateway), accounts.chargebacks(), amount),
});

const backToSuspense = (refund: Refund, amount: Money): Posting => ({
  shard: shardOf(refund.id),
  key: `unmatched_again:${refund.id}`,
  kind: "unmatched",
  deal: null,
  entries: move(whereItIs(refund), accounts.suspense(refund.gateway), amount),
});

/** One that was said to be made has left the money in flight already, and comes back from the gateway. */
const whereItIs = ({ state, gateway }: Refund): AccountCode =>
  state === "succeeded" ? accounts.clearing(gateway) : accounts.refundsInFlight(gateway);

export const smaller = (a: Money, b: Money): Money => (a.minor < b.minor ? a : b);
