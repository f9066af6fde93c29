import { after, type Duration, earlier, hours, type Instant, minutes } from "../time/index.ts";
import { type Day, dayAt, dayOf, startOf, weekdayOf } from "./dates.ts";
import { HOLIDAY_COUNTRIES, type HolidayCountry, holidaysOf } from "./holidays.ts";

/** The days of a week on which work is done; Monday is 1. */
const WEEKS = { "sun-thu": [7, 1, 2, 3, 4], "mon-fri": [1, 2, 3, 4, 5], "mon-sat": [1, 2, 3, 4, 5, 6] } as const;
export type WorkingWeek = keyof typeof WEEKS;
export const WORKING_WEEKS = Object.keys(WEEKS) as readonly WorkingWeek[];

/** Which days count where a window is counted in business days: a working week, and the holidays and the clock of a country. */
export type Calendar = { readonly week: WorkingWeek; readonly country: HolidayCountry };

/** How far the clocks of a country are ahead of UTC, all year round. */
export const OFFSETS: Readonly<Record<HolidayCountry, Duration>> = {
  IN: hours(5) + minutes(30),
  SA: hours(3),
  AE: hours(4),
};

/** How the time of a window is counted: only what of it lies on business days, or by the clock but so that it ends on one. */
export type Counting = "business_days" | "ends_on_business_day";

const HOLIDAYS = new Map(
  HOLIDAY_COUNTRIES.map((country) => [country, new Set(holidaysOf(country).map(({ date }) => dayOf(date)))]),
);

/** Whether work is done at an instant. */
export const isWorking = (instant: Instant, calendar: Calendar): boolean =>
  isWorkingDay(dayAt(instant, OFFSETS[calendar.country]), calendar);

function isWorkingDay(day: Day, { week, country }: Calendar): boolean {
  const weekday = weekdayOf(day);
  return WEEKS[week].some((working) => working === weekday) && HOLIDAYS.get(country)?.has(day) !== true;
}

/**
 * An instant with so much working time between: a working day counts from midnight to midnight where the calendar's clock is, another
 * not at all. It always lies on a working day: what would end with the last working day ends as the next one begins.
 */
export function addBusiness(start: Instant, length: Duration, calendar: Calendar): Instant {
  if (!Number.isSafeInteger(length) || length < 0) throw new Error(`not a length of business time: ${length}`);
  const offset = OFFSETS[calendar.country];
  let [from, left] = [start, length];
  for (let day = dayAt(start, offset); ; day++) {
    const end = startOf(day + 1, offset);
    if (isWorkingDay(day, calendar)) {
      if (left < end - from) return after(from, left);
      left -= end - from;
    }
    from = end;
  }
}

/** How much working time lies between; none where the end comes first. */
export function businessTime(start: Instant, end: Instant, calendar: Calendar): Duration {
  const offset = OFFSETS[calendar.country];
  let [from, sum] = [start, 0];
  for (let day = dayAt(start, offset); from < end; day++) {
    const until = earlier(startOf(day + 1, offset), end);
    if (isWorkingDay(day, calendar)) sum += until - from;
    from = until;
  }
  return sum;
}

/** When a window of such a length is over that was opened then. */
export const due = (opened: Instant, length: Duration, counting: Counting, calendar: Calendar): Instant =>
  counting === "business_days"
    ? addBusiness(opened, length, calendar)
    : addBusiness(after(opened, length), 0, calendar);

/** What is left of a window, counted as it is: opened again with so much, it is over at the same instant. */
export const leftOf = (now: Instant, dueAt: Instant, counting: Counting, calendar: Calendar): Duration =>
  counting === "business_days" ? businessTime(now, dueAt, calendar) : dueAt - now;
