import { isWorded, NOTICE_LANGUAGES, newsBy } from "@amana/core/notices";
import { expect, test } from "vitest";
import { TOLD } from "./of-trade.ts";

const SIDES = ["buyer", "seller"] as const;
const told = Object.entries(TOLD).flatMap(([what, news]) =>
  Object.entries(news).flatMap(([name, key]) => (key === null ? [] : [{ what, name, key }])),
);

test.each(told)("that a $what is $name is said to each side in every language, whoever did it", ({ key }) => {
  const events = key === "dispute_taken" ? [key] : SIDES.map((by) => newsBy(key, by));
  for (const language of NOTICE_LANGUAGES)
    for (const event of events)
      for (const side of SIDES) expect([language, event, side, isWorded(language, `${event}.${side}`)]).toContain(true);
});

test("no two announcements are told in the same words", () => {
  expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
  expect(told).toHaveLength(18);
});
