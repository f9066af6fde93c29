import type { DeadlineKind, OrderStatus, Outlook } from "../api/types.ts";

type Seen = {
  status: OrderStatus;
  /** Of the deadline that runs. */
  deadline: DeadlineKind | null;
  turn?: Outlook["turn"];
  settled?: boolean;
};

const FROZEN: Partial<Record<DeadlineKind, string>> = {
  response: "answer",
  decision: "decision",
  appeal: "appeal_window",
  chargeback: "bank",
};

/** What the status does not tell by itself: who has still to sign, that work is late, how far a dispute has come. */
export function situationOf({ status, deadline, turn, settled = false }: Seen): string {
  if (status === "disputed") return (deadline && FROZEN[deadline]) ?? status;
  if (deadline === "signatures") return "signing";
  if (deadline === "lateness") return status === "revision_requested" ? "late_revision" : "late";
  if (status === "shipped" && turn === "seller") return "untracked";
  if (status === "returning" && turn === "seller") return "return_sent";
  return settled ? "settled" : status;
}
