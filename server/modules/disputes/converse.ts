import type { UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import { type Dispute, type DisputeId, readDispute } from "./store.ts";

/** Who talks about a dispute: its two parties, and the arbiter who has taken it; null where there is no such dispute. */
export async function hearingOf(
  db: Queryable,
  id: DisputeId,
): Promise<(Pick<Dispute, "order" | "arbiter"> & { readonly people: readonly [UserId, UserId] }) | null> {
  const dispute = await readDispute(db, id);
  return dispute && { people: [dispute.buyer, dispute.seller], order: dispute.order, arbiter: dispute.arbiter };
}
