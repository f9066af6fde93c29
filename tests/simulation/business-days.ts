import type { spanOf } from "../../core/escrow/table-for-test.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Riyadh is so far ahead of UTC, all year. */
const AHEAD = 3 * HOUR;

/** Days on which nobody works in Saudi Arabia, as far as a history reaches: written down here once more, not read from the product. */
const HOLIDAYS = new Set([
  ...["2026-02-22", "2026-03-19", "2026-03-20", "2026-03-21", "2026-03-22"],
  ...["2026-05-26", "2026-05-27", "2026-05-28", "2026-05-29", "2026-09-23"],
  ...["2027-02-22", "2027-03-09", "2027-03-10", "2027-03-11", "2027-03-12"],
]);

type Counted = NonNullable<ReturnType<typeof spanOf>>["counted"];

const isWeekend = (moment: number): boolean => [5, 6].includes(new Date(moment + AHEAD).getUTCDay());
const isHoliday = (moment: number): boolean => HOLIDAYS.has(new Date(moment + AHEAD).toISOString().slice(0, 10));
const isFree = (moment: number): boolean => isWeekend(moment) || isHoliday(moment);

const midnightAfter = (moment: number): number => (Math.floor((moment + AHEAD) / DAY) + 1) * DAY - AHEAD;

/** How many days off lie in a time that would be work without a holiday. */
export function holidaysBetween(from: number, until: number): number {
  let count = 0;
  for (let now = from; now < until; now = midnightAfter(now)) if (isHoliday(now) && !isWeekend(now)) count += 1;
  return count;
}

/** The first moment that is no day off. */
function opened(moment: number): number {
  let now = moment;
  while (isFree(now)) now = midnightAfter(now);
  return now;
}

/** When so much time is over, with business days or without. */
export function endOf(from: number, length: number, counted: Counted): number {
  if (counted === undefined) return from + length;
  if (counted === "put off") return opened(from + length);
  let [now, left] = [opened(from), length];
  while (left >= midnightAfter(now) - now) {
    left -= midnightAfter(now) - now;
    now = opened(midnightAfter(now));
  }
  return now + left;
}

/** How much time is left, counted alike. */
export function timeLeft(from: number, until: number, counted: Counted): number {
  if (counted !== "business") return until - from;
  let sum = 0;
  for (let now = from; now < until; now = midnightAfter(now))
    if (!isFree(now)) sum += Math.min(until, midnightAfter(now)) - now;
  return sum;
}
