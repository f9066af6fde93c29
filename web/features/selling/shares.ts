import type { Order, Statement } from "../../api/types.ts";

/** Who got what out of the escrow of a deal, in minor units. */
export type Shares = { seller: number; back: number; commission: number; tax: number };

const LEAVING = new Set(["release", "settle", "refund", "refund_to_wallet"]);

/**
 * Read from the books; null while nothing has left the escrow. A statement names the family of an account and not whose it is: what a
 * division put into the buyer's own balance is told by the refund.
 */
export function sharesOf({ data }: Pick<Statement, "data">, refund: Order["refund"]): Shares | null {
  const shares: Shares = { seller: 0, back: 0, commission: 0, tax: 0 };
  let anything = false;
  for (const { kind, entries } of data) {
    if (!LEAVING.has(kind)) continue;
    for (const { account, amount } of entries) {
      const share = shareIn(account, kind);
      if (!share) continue;
      shares[share] += amount.amount;
      anything = true;
    }
  }
  if (!anything) return null;
  const intoBalance = Math.max(0, (refund?.amount.amount ?? 0) - shares.back);
  return { ...shares, back: shares.back + intoBalance, seller: shares.seller - intoBalance };
}

function shareIn(account: string, kind: string): keyof Shares | null {
  if (account === "escrow") return null;
  if (account === "revenue") return "commission";
  if (account === "tax") return "tax";
  return kind.startsWith("refund") || account === "refunds_in_flight" ? "back" : "seller";
}
