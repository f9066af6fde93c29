import { after, type Duration, days, hours, type Instant, minutes } from "../time/index.ts";
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

/** How long something may take: by the clock, or in business days. */
export type Window = Duration | { readonly businessDays: number };

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

/** When a window that was opened then is over; without a calendar every day is a business day. */
export function due(opened: Instant, window: Window, calendar: Calendar | null): Instant {
  if (typeof window === "number") return after(opened, window);
  const length = days(window.businessDays);
  return calendar ? addBusiness(opened, length, calendar) : after(opened, length);
}
