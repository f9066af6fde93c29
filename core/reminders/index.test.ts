import fc from "fast-check";
import { expect, test } from "vitest";
import { after, at, days, hours, minutes } from "../time/index.ts";
import { nextReminder, reminderDue, remindersOf } from "./index.ts";

const OPENED = at(1_772_442_000_000);
const within = (window: number): number[] =>
  remindersOf(OPENED, after(OPENED, window)).map((moment) => moment - OPENED);

test.each([
  ["half an hour", minutes(30), [minutes(15)]],
  ["eight hours", hours(8), [hours(4)]],
  ["a day", hours(24), [hours(12), hours(20)]],
  ["two days", hours(48), [hours(24), hours(44)]],
  ["three days", hours(72), [hours(36), hours(48), hours(68)]],
  ["a week", days(7), [hours(84), days(6), days(7) - hours(4)]],
  ["no time at all", 0, []],
  ["an odd moment", 7, [3]],
])("of %s somebody is reminded in time", (_, window, expected) => {
  expect(within(window)).toEqual(expected);
});

test("the one that is due is the latest that has passed, and after the deadline there is none", () => {
  const dueAt = after(OPENED, hours(48));
  const at_ = (length: number) => after(OPENED, length);
  expect(reminderDue(OPENED, dueAt, at_(hours(23)))).toBeNull();
  expect(reminderDue(OPENED, dueAt, at_(hours(24)))).toBe(at_(hours(24)));
  expect(reminderDue(OPENED, dueAt, at_(hours(47)))).toBe(at_(hours(44)));
  expect(reminderDue(OPENED, dueAt, dueAt)).toBeNull();
  expect(nextReminder(OPENED, dueAt, OPENED)).toBe(at_(hours(24)));
  expect(nextReminder(OPENED, dueAt, at_(hours(24)))).toBe(at_(hours(44)));
  expect(nextReminder(OPENED, dueAt, at_(hours(44)))).toBeNull();
});

test("every reminder lies in the second half of its window, each later than the one before", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: days(200) }), (window) => {
      const all = within(window);
      expect(all).toEqual([...new Set(all)].toSorted((a, b) => a - b));
      for (const moment of all) expect(moment >= (window - 1) / 2 && moment < window).toBe(true);
    }),
  );
});
