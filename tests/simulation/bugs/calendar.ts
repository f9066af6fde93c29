import { type Policy, withCalendar } from "../../../core/escrow/index.ts";
import { holidaysBetween } from "../business-days.ts";
import type { Bug } from "../world.ts";
import { routine, statement } from "./patches.ts";

const DAY = 24 * 3_600_000;
/** The deadlines of which only business days count, wherever they are met. */
const COUNTED = ["dispatch", "inspection", "response", "appeal"];

/** The marketplace has another calendar than it says. */
const calendar = (
  change: (of: NonNullable<Policy["calendar"]>) => Pick<NonNullable<Policy["calendar"]>, "week" | "country">,
): Bug => ({
  parts: (parts) =>
    parts.policy.calendar ? { ...parts, policy: withCalendar(parts.policy, change(parts.policy.calendar)) } : parts,
});

/** Mistakes with business days. */
export const CALENDAR_BUGS: Readonly<Record<string, Bug>> = {
  "a holiday is counted as a business day": routine("escrow.apply", (arrays, run) => {
    const dues = arrays.p_deadline_due_at ?? [];
    arrays.p_deadline_due_at = dues.map((due, at) => {
      const [deal] = run("select policy from escrow.deal where shard = $1 and id = $2", [
        arrays.p_shard?.[at],
        arrays.p_deal?.[at],
      ]);
      const hasCalendar = (deal?.policy as Policy | undefined)?.calendar != null;
      if (due === null || !hasCalendar || !COUNTED.includes(String(arrays.p_deadline_kind?.[at]))) return due;
      return Number(due) - DAY * holidaysBetween(Number(arrays.p_deadline_opened_at?.[at]), Number(due));
    });
  }),
  "business days are those of another week": calendar(({ country }) => ({ week: "mon-fri", country })),
  "business days are those of another country": calendar(({ week }) => ({ week, country: "AE" })),
  "days that were sold with work are counted as business days": statement(
    /insert into escrow\.deal/,
    (text, params, run) =>
      run(
        text,
        params.map((value) =>
          isWork(params) && typeof value === "string" && value.startsWith("{") ? countingDelivery(value) : value,
        ),
      ),
  ),
};

const isWork = (params: readonly unknown[]): boolean => params.includes("service") || params.includes("milestone");

function countingDelivery(json: string): string {
  const policy = JSON.parse(json);
  return policy.calendar
    ? JSON.stringify({
        ...policy,
        calendar: { ...policy.calendar, counts: { ...policy.calendar.counts, delivery: "business_days" } },
      })
    : json;
}
