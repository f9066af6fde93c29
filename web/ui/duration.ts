import { numberFormat } from "../i18n/formats.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Span = { unit: "day" | "hour" | "minute" | "second"; count: number };

/** The two largest units of a length of time, cut down, so that nobody is promised a minute that is not there. */
export function largestUnits(milliseconds: number): Span[] {
  const left = Math.max(0, milliseconds);
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const seconds = Math.floor((left % MINUTE) / 1000);
  if (days > 0) return spans({ unit: "day", count: days }, { unit: "hour", count: hours });
  if (hours > 0) return spans({ unit: "hour", count: hours }, { unit: "minute", count: minutes });
  if (minutes >= 10) return spans({ unit: "minute", count: minutes });
  if (minutes > 0) return spans({ unit: "minute", count: minutes }, { unit: "second", count: seconds });
  return [{ unit: "second", count: seconds }];
}

/** "1 day, 3 hrs": words and plural forms of the reader's language. */
export const formatDuration = (milliseconds: number, locale: string): string =>
  largestUnits(milliseconds)
    .map(({ unit, count }) =>
      numberFormat(locale, { style: "unit", unit, unitDisplay: unit === "day" ? "long" : "short" }).format(count),
    )
    .join(" ")
    // A length stands after "in", "since", "within": two days have a form of their own there.
    .replace("يومان", "يومين");

const spans = (first: Span, second?: Span): Span[] => (second && second.count > 0 ? [first, second] : [first]);
