import { describe, expect, test } from "vitest";
import { askedIn, dayIn, monthsUntil, periodOf, queryOf } from "./period.ts";

const NOW = "2026-03-20T10:00:00.000Z";
const periodFor = (query: string, now = NOW) => periodOf(askedIn(new URLSearchParams(query), now), now);

describe("the time of a statement", () => {
  test("is the running month until now, where nothing else is asked", () => {
    expect(periodFor("")).toEqual({ from: "2026-03-01T00:00:00.000Z", to: NOW });
  });

  test("is a whole month in the reader's zone", () => {
    expect(periodFor("month=2026-02&zone=Asia/Kolkata")).toEqual({
      from: "2026-01-31T18:30:00.000Z",
      to: "2026-02-28T18:30:00.000Z",
    });
    expect(periodFor("month=2025-12")).toEqual({ from: "2025-12-01T00:00:00.000Z", to: "2026-01-01T00:00:00.000Z" });
  });

  test("takes in both days, and goes before a month", () => {
    expect(periodFor("from=2026-03-02&to=2026-03-02&month=2026-01&zone=Asia/Riyadh")).toEqual({
      from: "2026-03-01T21:00:00.000Z",
      to: "2026-03-02T21:00:00.000Z",
    });
  });

  test("is of 23 hours on the day on which the clocks go forward", () => {
    const [days, now] = ["from=2026-10-04&to=2026-10-04", "2026-12-01T00:00:00.000Z"];
    expect(periodFor(`${days}&zone=Australia/Sydney`, now)).toEqual({
      from: "2026-10-03T14:00:00.000Z",
      to: "2026-10-04T13:00:00.000Z",
    });
  });

  test.each([
    ["from=2026-03-05", "to"],
    ["to=2026-03-05", "from"],
    ["from=2026-03-05&to=2026-03-04", "to"],
    ["from=2026-03-21&to=2026-03-22", "from"],
    ["from=2026-02-31&to=2026-03-04", "from"],
    ["from=yesterday&to=2026-03-04", "from"],
    ["month=2026-13", "month"],
    ["month=2026-04", "month"],
  ])("%s cannot be read", (query, field) => {
    expect(periodFor(query)).toEqual({ unreadable: field });
  });

  test("is counted in UTC where the zone is none", () => {
    expect(askedIn(new URLSearchParams("zone=Mars/Olympus"), NOW).zone).toBe("UTC");
  });
});

test("the months go back over the turn of the year, from the reader's own", () => {
  expect(monthsUntil("2026-01-31T20:00:00.000Z", "UTC", 3)).toEqual(["2026-01", "2025-12", "2025-11"]);
  expect(monthsUntil("2026-01-31T20:00:00.000Z", "Asia/Kolkata", 2)).toEqual(["2026-02", "2026-01"]);
  expect(dayIn("2026-01-31T20:00:00.000Z", "Asia/Kolkata")).toBe("2026-02-01");
});

test("a link asks for the same time again", () => {
  const asked = askedIn(new URLSearchParams("from=2026-03-02&to=2026-03-04&zone=Asia/Kolkata"), NOW);
  expect(askedIn(new URLSearchParams(queryOf(asked, "INR")), NOW)).toEqual(asked);
});
