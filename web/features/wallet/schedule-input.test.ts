import { expect, test } from "vitest";
import { scheduleIn } from "./schedule-input.ts";

test("a schedule without batches says nothing of hours", () => {
  expect(
    scheduleIn({ kind: "manual", hour: "9", weekday: "2", timeZone: "UTC", minimum: "5", currency: "INR" }),
  ).toEqual({
    ...{ kind: "manual", hour: null, weekday: null, timeZone: null, minimum: null, shares: null },
  });
});

test("a weekly schedule has an hour, a day, a zone and a smallest amount; a daily one no day", () => {
  const typed = { hour: "9", weekday: "2", timeZone: "Asia/Kolkata", minimum: "500", currency: "INR" };
  const minimum = { amount: 50000, currency: "INR" };
  const same = { hour: 9, timeZone: "Asia/Kolkata", minimum, shares: null };
  expect(scheduleIn({ kind: "weekly", ...typed })).toEqual({ kind: "weekly", weekday: 2, ...same });
  expect(scheduleIn({ kind: "daily", ...typed })).toEqual({ kind: "daily", weekday: null, ...same });
});

test("shares are typed in percent and sent in hundredths of it; an empty one is no share", () => {
  const wanted = scheduleIn({ kind: "automatic", "share:bank_1": "62.5", "share:bank_2": "37.5", "share:bank_3": "" });
  expect(wanted).toMatchObject({
    shares: [
      { bankAccountId: "bank_1", basisPoints: 6250 },
      { bankAccountId: "bank_2", basisPoints: 3750 },
    ],
  });
});

test("the field that cannot be read is named", () => {
  expect(scheduleIn({ kind: "automatic", "share:bank_1": "half" })).toEqual({ unreadable: "shares" });
  expect(scheduleIn({ kind: "daily", minimum: "much", currency: "INR" })).toEqual({ unreadable: "minimum" });
  expect(scheduleIn({})).toEqual({ unreadable: "kind" });
});
