import { at, type Instant, minutes } from "@amana/core/time";

/** RapidShyp writes times without a zone and means Indian Standard Time, which has no summer time: UTC+05:30. */
const OFFSET = minutes(330);

/** Reads `dd-MM-yyyy HH:mm:ss` as Indian time; null for anything else, and for days that no month has. */
export function readIst(text: string): Instant | null {
  const match = /^(\d\d)-(\d\d)-(\d{4}) (\d\d):(\d\d):(\d\d)$/.exec(text.trim());
  if (!match) return null;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const epoch = Date.UTC(year, month - 1, day, hour, minute, second);
  const same = new Date(epoch);
  const exists = same.getUTCDate() === day && same.getUTCMonth() === month - 1 && same.getUTCHours() === hour;
  return exists && minute < 60 && second < 60 ? at(epoch - OFFSET) : null;
}

/** The day of a moment in India as `yyyy-MM-dd`. */
export const istDay = (instant: Instant): string => new Date(instant + OFFSET).toISOString().slice(0, 10);

/** `dd-MM-yyyy`, with or without a time, as `yyyy-MM-dd`; null for anything else. */
export function readDay(text: string): string | null {
  const day = text.trim().slice(0, 10);
  const instant = readIst(`${day} 00:00:00`);
  return instant === null ? null : istDay(instant);
}
