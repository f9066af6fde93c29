import { mostDownloads } from "@amana/core/library";
import { after, type Duration, days, type Instant } from "@amana/core/time";
import { readMoved } from "#modules/escrow";
import type { Tx } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import type { Subscription } from "#runtime/work";
import { type Entitlement, type EntitlementId, insertEntitlement, markOpened, type NewEntitlement } from "./store.ts";

/** What a marketplace allows of downloads; a purchase keeps what was allowed when it was made. */
export type DownloadRules = {
  /** Of each file, for each licence. */
  readonly perLicence: number;
  /** For how long from the order on; null: for ever. */
  readonly opens: Duration | null;
};

export const DEFAULT_DOWNLOADS: DownloadRules = { perLicence: 20, opens: days(365) };

export type Sold = Pick<
  Entitlement,
  "order" | "orderNumber" | "deal" | "buyer" | "seller" | "product" | "version" | "title" | "picture" | "licences"
> & { readonly files: NewEntitlement["files"] };

/** Writes down what a buyer gets, in the transaction that places the order. It opens when the deal is paid for, and no sooner. */
export async function entitle(tx: Tx, rules: DownloadRules, sold: Sold, now: Instant): Promise<EntitlementId> {
  const id = newIdBeside("entitlement", now, sold.order);
  await insertEntitlement(tx, {
    ...{ ...sold, id, madeAt: now },
    mostDownloads: mostDownloads(rules.perLicence, sold.licences),
    expiresAt: rules.opens === null ? null : after(now, rules.opens),
  });
  return id;
}

/** Lists show what was paid for. What may be done with it is asked of the deal itself, and does not wait for this. */
export const libraryFollowsDeal: Subscription = {
  name: "library follows deal",
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const moved = readMoved(payload);
    if (moved.movement === "fund") await markOpened(tx, moved.deal, now);
  },
};
