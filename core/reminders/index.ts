import { after, at, type Duration, hours, type Instant } from "../time/index.ts";

/** How long before a deadline somebody is reminded once more, where half the window is over by then. */
const BEFORE: readonly Duration[] = [hours(24), hours(4)];

/** When whoever's turn it is is reminded of a deadline: at half the window, a day and four hours before its end; in order, none twice. */
export function remindersOf(openedAt: Instant, dueAt: Instant): Instant[] {
  const window = dueAt - openedAt;
  const half = after(openedAt, (window - (window % 2)) / 2);
  const late = BEFORE.map((before) => at(dueAt - before)).filter((moment) => moment > half);
  return window > 0 ? [half, ...late] : [];
}

/** The one that is due now: the latest that is not in the future; null before the first and after the deadline. */
export const reminderDue = (openedAt: Instant, dueAt: Instant, now: Instant): Instant | null =>
  now >= dueAt ? null : (remindersOf(openedAt, dueAt).findLast((moment) => moment <= now) ?? null);

/** The one that comes next; null after the last. */
export const nextReminder = (openedAt: Instant, dueAt: Instant, now: Instant): Instant | null =>
  remindersOf(openedAt, dueAt).find((moment) => moment > now) ?? null;
