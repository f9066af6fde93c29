import type { NegotiationSummary } from "../../api/negotiations.ts";

/** How a negotiation stands for its reader. */
export type Standing = "answer" | "wait" | "bare" | "agreed" | "closed" | "expired";

export function standingOf({
  status,
  role,
  standingOffer,
}: Pick<NegotiationSummary, "status" | "role" | "standingOffer">): Standing {
  if (status === "agreement_reached") return "agreed";
  if (status !== "open") return status;
  if (standingOffer?.status !== "standing") return "bare";
  return standingOffer.by === role ? "wait" : "answer";
}

export const otherOf = ({ role, buyer, seller }: Pick<NegotiationSummary, "role" | "buyer" | "seller">) =>
  role === "buyer" ? seller : buyer;
