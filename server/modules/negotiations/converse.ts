import type { UserId } from "@amana/core/ids";
import { stateAt } from "@amana/core/negotiation";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { sideOf } from "./negotiate.ts";
import { type NegotiationId, readNegotiation } from "./store.ts";

/** The two who may write to each other about a negotiation, for one of them; to everybody else there is none. */
export async function mayConverse(
  db: Queryable,
  id: NegotiationId,
  user: UserId,
  now: Instant,
): Promise<{ readonly buyer: UserId; readonly seller: UserId; readonly isOpen: boolean } | null> {
  const negotiation = await readNegotiation(db, id);
  if (!negotiation || !sideOf(negotiation, user)) return null;
  const { buyer, seller } = negotiation;
  return { buyer, seller, isOpen: stateAt(negotiation, now) === "open" };
}
