import { at } from "@amana/core/time";
import { expect, test } from "vitest";
import { newRootId } from "#runtime/ids";
import { createHub } from "./index.ts";

const user = (): ReturnType<typeof newRootId<"user">> => newRootId("user", at(Date.UTC(2026, 2, 2, 9)));
const asha = user();
const omar = user();

test("a page that was made before something was told to its reader is outdated, and nobody else's is", () => {
  const hub = createHub();
  const before = hub.position();
  hub.tell([asha], { type: "notification.added", id: "1" });
  expect([hub.toldSince(asha, before), hub.toldSince(omar, before)]).toEqual([true, false]);
  expect(hub.toldSince(asha, hub.position())).toBe(false);
});

test("what is told to all who listen now concerns those who will listen as well", () => {
  const hub = createHub();
  const before = hub.position();
  hub.tellAll({ type: "clock.moved", now: "2026-03-02T09:00:00Z" });
  expect([hub.toldSince(asha, before), hub.toldSince(asha, hub.position())]).toEqual([true, false]);
});

test.each(["", "0", "nobody knows", `${createHub().position()}`])(
  "it cannot know what was told since '%s'",
  (since) => {
    expect(createHub().toldSince(asha, since)).toBe(true);
  },
);

test("whom it forgot for the sake of ten thousand others it takes for told", () => {
  const hub = createHub();
  const before = hub.position();
  hub.tell([asha], { type: "notification.added", id: "1" });
  const between = hub.position();
  for (let others = 0; others < 10_000; others++) hub.tell([user()], { type: "notification.added", id: "1" });
  expect([hub.toldSince(asha, before), hub.toldSince(omar, before)]).toEqual([true, true]);
  expect(hub.toldSince(asha, between)).toBe(false);
});
