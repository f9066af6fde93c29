import type { Dispute } from "../../api/disputes.ts";

/** The steps of a dispute, in their order; the appeal is one only where somebody appeals. */
export const STEPS = ["answer", "decision", "appeal_window", "appeal", "closed"] as const;
export type Step = (typeof STEPS)[number];

type Given = Pick<Dispute, "stage" | "decisions" | "appealedBy">;

/** Which steps are behind, which one is now, which may still come; what was left out is not shown once it is over. */
export function stepStates({ stage, decisions, appealedBy }: Given): { step: Step; state: "past" | "now" | "ahead" }[] {
  const now = STEPS.map(String).indexOf(stage);
  const reached = (step: Step): boolean => {
    if (step === "decision" || step === "appeal_window") return decisions.length > 0;
    return step === "appeal" ? appealedBy !== null : true;
  };
  return STEPS.flatMap((step, place): { step: Step; state: "past" | "now" | "ahead" }[] => {
    if (place === now) return [{ step, state: "now" }];
    if (now >= 0 && place > now) return [{ step, state: "ahead" }];
    return reached(step) ? [{ step, state: "past" }] : [];
  });
}
