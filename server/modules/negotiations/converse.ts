import type { UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import { type NegotiationId, readNegotiation } from "./store.ts";

/** The two who may write to each other about a negotiation, before and after its end; null where there is none. */
export async function negotiators(db: Queryable, id: NegotiationId): Promise<readonly [UserId, UserId] | null> {
  const negotiation = await readNegotiation(db, id);
  return negotiation && [negotiation.buyer, negotiation.seller];
}
