import { expect, test } from "vitest";
import { LANGUAGES } from "../../i18n/index.ts";
import ar from "./guides.ar.json";
import en from "./guides.en.json";
import { guideOf } from "./guides.server.ts";
import { TOPICS } from "./topics.ts";

test.each(TOPICS)("the guide for the %s has the same parts and time limits in both languages", (topic) => {
  const shape = (guides: typeof en | typeof ar) =>
    guides[topic].sections.map(({ text }) =>
      text.map((paragraph) => (paragraph.match(/\{\{\w+\}\}/g) ?? []).toSorted()),
    );
  expect(shape(ar)).toEqual(shape(en));
});

test("every limit that a guide names is filled in", () => {
  for (const lang of LANGUAGES)
    for (const topic of TOPICS) expect(JSON.stringify(guideOf(lang, topic))).not.toContain("{{");
  expect(JSON.stringify(guideOf("en", "buyer"))).toContain("2 days");
});
