import type { ClaimKind, DisputeProblem, TriageProblem } from "../../api/disputes.ts";
import type { Order } from "../../api/types.ts";

type Given = Pick<Order, "kind" | "role" | "status">;

const OF_A_PARCEL: readonly TriageProblem[] = ["damaged", "not_as_agreed", "want_to_return"];

/** What may be wrong with an order of this kind, as its reader sees it now: nothing arrives damaged before it has come. */
export function problemsFor({ kind, role, status }: Given): readonly TriageProblem[] {
  if (role === "seller") return ["buyer_silent", "other", "question"];
  if (kind === "digital") return ["not_as_agreed", "other", "question"];
  const here = status === "delivered" || status === "returning";
  if (kind === "physical") return here ? [...OF_A_PARCEL, "other", "question"] : ["not_arrived", "other", "question"];
  const worked = here || status === "revision_requested";
  return [
    ...(worked ? (["not_as_agreed", "not_delivered"] as const) : (["not_delivered"] as const)),
    "other",
    "question",
  ];
}

export const isDisputable = (problem: TriageProblem): problem is DisputeProblem => problem !== "question";

/** What may be asked for in a dispute, the likeliest first. */
export function claimsFor({ kind, role }: Given, problem: DisputeProblem): readonly ClaimKind[] {
  if (role === "seller") return ["release"];
  const back: ClaimKind[] = ["refund", "partial_refund"];
  if (kind === "digital") return back;
  if (kind !== "physical") return problem === "not_as_agreed" ? ["changes", ...back] : back;
  if (problem === "not_arrived") return ["refund", "replacement"];
  if (problem === "want_to_return") return ["return", "refund"];
  return [...back, "replacement", "return"];
}
