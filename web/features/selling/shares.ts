import type { Statement } from "../../api/types.ts";

/** Who got what out of the escrow of a deal, in minor units; all of it together is what has left the escrow. */
export type Shares = { seller: number; back: number; commission: number; tax: number; fees: number };

const LEAVING = new Set(["release", "settle", "refund", "refund_to_wallet"]);

/** Null while nothing has left it. */
export function sharesOf({ data }: Pick<Statement, "data">, seller: string): Shares | null {
  const entries = data.filter(({ kind }) => LEAVING.has(kind)).flatMap((posting) => posting.entries);
  if (entries.length === 0) return null;
  const shares: Shares = { seller: 0, back: 0, commission: 0, tax: 0, fees: 0 };
  for (const { account, amount } of entries) {
    const share = shareIn(account, seller);
    if (share) shares[share] += amount.amount;
  }
  return shares;
}

function shareIn(account: string, seller: string): keyof Shares | null {
  if (account.startsWith("escrow:")) return null;
  if (account === "revenue:commission") return "commission";
  if (account.startsWith("revenue:")) return "fees";
  if (account.startsWith("tax:")) return "tax";
  // What is not the seller's own goes to the buyer: by the gateway, or into a balance, which may stand in another book.
  return account === `wallet:${seller}` || account === `reserve:${seller}` ? "seller" : "back";
}
