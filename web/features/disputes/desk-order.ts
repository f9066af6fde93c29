import type { StaffDispute } from "../../api/disputes.ts";

/** The most pressing first: by the moment when time itself decides, then by the money that is at stake. */
export const byPressure = (a: StaffDispute, b: StaffDispute): number =>
  (a.deadline?.dueAt ?? "9999").localeCompare(b.deadline?.dueAt ?? "9999") || b.amount.amount - a.amount.amount;
