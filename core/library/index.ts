import type { EscrowStatus } from "../escrow/index.ts";
import type { Instant } from "../time/index.ts";

/** What somebody who has bought files may do with them now: only what is open is downloaded. */
export const ENTITLEMENT_STATES = ["unpaid", "open", "suspended", "withdrawn", "expired"] as const;
export type EntitlementState = (typeof ENTITLEMENT_STATES)[number];

/** Whether the buyer's bank has asked the money back after the seller had it; `lost`: and keeps it. */
export type AskedBack = "no" | "open" | "lost";

/** While it is open who has the money in the end, and everything says the buyer, nothing is downloaded. */
const SUSPENDS: readonly string[] = ["chargeback_pending", "ruled_refund", "appealed_refund"];

/** Follows from the deal alone, so that nothing has to be kept in step with the money: who has it back has the files no longer. */
export function entitlementState(
  deal: { readonly escrow: EscrowStatus; readonly state: string },
  askedBack: AskedBack,
  expiresAt: Instant | null,
  now: Instant,
): EntitlementState {
  if (deal.escrow === "pending") return "unpaid";
  if (deal.escrow === "refunded" || askedBack === "lost") return "withdrawn";
  if (SUSPENDS.includes(deal.state) || askedBack === "open") return "suspended";
  return expiresAt !== null && now >= expiresAt ? "expired" : "open";
}

/** How often each file of a purchase may be downloaded: for each licence so often. */
export const mostDownloads = (perLicence: number, licences: number): number => perLicence * licences;
