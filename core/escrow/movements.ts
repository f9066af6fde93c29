import { shardOf } from "../ids/index.ts";
import { type AccountCode, accounts, type Entry, move, netted, type Posting } from "../ledger/index.ts";
import { type Money, money, subtract } from "../money/index.ts";
import { type Share, shareOf } from "../pricing/index.ts";
import { type Deal, WALLET } from "./deal.ts";
import type { EscrowStatus, Movement } from "./process.ts";

/** What a movement does: where the deal's money is after it, what the parties get, and the posting that says so. */
export type Effect = {
  readonly escrow: EscrowStatus;
  readonly gets: { readonly buyer: Money; readonly seller: Money };
  readonly posting: Posting;
};

/** `refund` is the buyer's part, where the movement divides the money. */
export function effectOf(movement: Movement, deal: Deal, refund: Money = nothing(deal)): Effect {
  const { gateway } = deal;
  if (gateway === null) throw new Error(`${deal.id} has no gateway to ${movement} with`);
  const { escrow, buyer, seller, entries } = MOVEMENTS[movement](deal, gateway, refund);
  const posting: Posting = {
    shard: shardOf(deal.id),
    key: `${movement}:${deal.id}`,
    kind: movement,
    deal: deal.id,
    entries: netted(entries),
  };
  return { escrow, gets: { buyer: buyer ?? nothing(deal), seller: seller ?? nothing(deal) }, posting };
}

type Moved = {
  readonly escrow: EscrowStatus;
  readonly buyer?: Money;
  readonly seller?: Money;
  readonly entries: readonly Entry[];
};

const MOVEMENTS: Record<Movement, (deal: Deal, gateway: string, refund: Money) => Moved> = {
  fund: (deal, gateway) => ({
    escrow: "held",
    entries: move(source(gateway), accounts.escrow(deal.id), deal.total),
  }),
  release: (deal) => ({
    escrow: "released",
    seller: deal.sellerReceives,
    entries: toSeller(deal, deal.total),
  }),
  refund: (deal, gateway) => ({
    escrow: "refunded",
    buyer: deal.total,
    entries: toBuyer(deal, gateway, deal.total),
  }),
  settle: (deal, gateway, refund) => ({
    escrow: "settled",
    buyer: refund,
    seller: sellerShare(deal, refund).sellerReceives,
    entries: [...toBuyer(deal, gateway, refund), ...toSeller(deal, subtract(deal.total, refund))],
  }),
  chargeback: (deal, gateway) => ({
    escrow: "refunded",
    entries: move(accounts.escrow(deal.id), accounts.clearing(gateway), deal.total),
  }),
};

/** What the seller's part comes to when so much goes back to the buyer: commission and its tax are taken on that part alone. */
export const sellerShare = (deal: Deal, refund: Money): Share => shareOf(deal, subtract(deal.total, refund));

const nothing = ({ total }: Deal): Money => money(0n, total.currency);

/** Money from a wallet lies in its owner's shard and comes over; every other gateway holds it for us. */
const source = (gateway: string): AccountCode =>
  gateway === WALLET ? accounts.intershard() : accounts.clearing(gateway);

const toBuyer = (deal: Deal, gateway: string, part: Money): Entry[] =>
  move(accounts.escrow(deal.id), accounts.refundsInFlight(gateway), part);

/** The seller's part of the held amount, less commission and the tax on it. */
function toSeller(deal: Deal, part: Money): Entry[] {
  const escrow = accounts.escrow(deal.id);
  const { commission, commissionTax, sellerReceives } = shareOf(deal, part);
  return [
    ...move(escrow, accounts.wallet(deal.seller), sellerReceives),
    ...move(escrow, accounts.commission(), commission),
    ...move(escrow, accounts.tax(deal.policy.commissionTax?.code ?? "none"), commissionTax),
  ];
}
