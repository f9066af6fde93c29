import type { Money } from "../money/index.ts";
import { after, at, type Duration, days, hours, type Instant } from "../time/index.ts";

/** At a local hour, once the wallet holds at least so much; null: anything. */
type Batch = { readonly hour: number; readonly timeZone: string; readonly minimum: Money | null };

/** When a user's money goes to the bank: with each release, when he asks, or gathered. */
export type Schedule =
  | { readonly kind: "automatic" }
  | { readonly kind: "manual" }
  | ({ readonly kind: "daily" } & Batch)
  /** Monday is 1, as ISO 8601 counts. */
  | ({ readonly kind: "weekly"; readonly weekday: number } & Batch);

export type BatchSchedule = Extract<Schedule, { readonly hour: number }>;

export const isBatch = (schedule: Schedule): schedule is BatchSchedule => "hour" in schedule;

/** How far a place's clocks are ahead of UTC at an instant. */
export type OffsetAt = (instant: Instant) => Duration;

/** The first time after an instant at which a batch is due. An hour that a clock change leaves out comes an hour later. */
export function nextBatch(schedule: BatchSchedule, from: Instant, offsetAt: OffsetAt): Instant {
  const local = from + offsetAt(from);
  const today = (local - (local % days(1))) / days(1);
  for (let day = today; day <= today + 8; day++) {
    if (schedule.kind === "weekly" && weekdayOf(day) !== schedule.weekday) continue;
    const due = instantOf(day * days(1) + hours(schedule.hour), offsetAt);
    if (due > from) return due;
  }
  throw new Error(`no batch within nine days of ${from}`);
}

/** Day 0, 1970-01-01, was a Thursday. */
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

/** A local time that a clock change leaves out has two answers, neither consistent: the later one is taken. */
function instantOf(local: number, offsetAt: OffsetAt): Instant {
  const first = at(local - offsetAt(at(local)));
  const second = at(local - offsetAt(first));
  return offsetAt(second) === offsetAt(first) || second > first ? second : first;
}

/** How long a payout that failed rests before it is sent once more; null when it has been tried enough and waits for people. */
export const restBeforeRetry = (triesBefore: number): Duration | null => RESTS[triesBefore] ?? null;

const RESTS: readonly Duration[] = [hours(1), hours(4), hours(24)];

/** A payout that has been on its way for so long is shown to staff, once. */
export const isOverdue = (sentAt: Instant, now: Instant): boolean => now >= after(sentAt, hours(24));
