import { at, type Duration, days, type Instant } from "../time/index.ts";

/** Whole days since 1970-01-01, in whichever place is meant. */
export type Day = number;

/** The day of `YYYY-MM-DD` in the Gregorian calendar, counted from years that begin in March. */
export function dayOf(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const y = month > 2 ? year : year - 1;
  const era = (y - (y % 400)) / 400;
  const ofEra = y - era * 400;
  const ofYear = whole(153 * ((month + 9) % 12) + 2, 5) + day - 1;
  return era * 146_097 + ofEra * 365 + whole(ofEra, 4) - whole(ofEra, 100) + ofYear - 719_468;
}

/** The other way round. */
export function dateOf(day: Day): string {
  const z = day + 719_468;
  const era = whole(z, 146_097);
  const ofEra = z - era * 146_097;
  const year = whole(ofEra - whole(ofEra, 1_460) + whole(ofEra, 36_524) - whole(ofEra, 146_096), 365);
  const ofYear = ofEra - (365 * year + whole(year, 4) - whole(year, 100));
  const fromMarch = whole(5 * ofYear + 2, 153);
  const dayOfMonth = ofYear - whole(153 * fromMarch + 2, 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return [year + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

/** The day that it is at an instant where clocks are so far ahead of UTC. */
export const dayAt = (instant: Instant, offset: Duration): Day => whole(instant + offset, days(1));

export const startOf = (day: Day, offset: Duration): Instant => at(days(day) - offset);

/** Monday is 1, as ISO 8601 counts; day 0 was a Thursday. */
export const weekdayOf = (day: Day): number => day + 3 - whole(day + 3, 7) * 7 + 1;

/** The quotient, rounded down below zero too. */
const whole = (a: number, b: number): number => (a - (((a % b) + b) % b)) / b;
