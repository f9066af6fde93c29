import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { createTranslator } from "./translator.ts";
import { Trans, WordsProvider } from "./words.tsx";

const translator = (lang: "en" | "ar", words: Record<string, unknown>) => {
  const made = createTranslator(lang);
  made.add(words);
  return made;
};

describe("a text", () => {
  test("is found by its path, and filled in", () => {
    const { t } = translator("en", { order: { title: "Order {{number}} of {{name}}" } });
    expect(t("order.title", { number: 7, name: "Noor" })).toBe("Order 7 of Noor");
    expect(t("order.title", { number: 7 })).toBe("Order 7 of ");
  });

  test("that is not there is said by its key", () => {
    const { t, exists } = translator("en", { order: { title: "Order" } });
    for (const key of ["order.missing", "order", "order.title.deeper", "constructor", "order.toString"]) {
      expect(t(key)).toBe(key);
      expect(exists(key)).toBe(false);
    }
    expect(exists("order.title")).toBe(true);
  });

  test("that comes in a later part is there from then on, beside the first", () => {
    const words = translator("en", { first: { a: "A" } });
    words.add({ rest: { b: "B" } });
    expect([words.t("first.a"), words.t("rest.b")]).toEqual(["A", "B"]);
  });
});

describe("counting", () => {
  const forms = Object.fromEntries(
    ["zero", "one", "two", "few", "many", "other"].map((form) => [`day_${form}`, `{{count}} ${form}`]),
  );

  test.each([
    [0, "zero"],
    [1, "one"],
    [2, "two"],
    [3, "few"],
    [11, "many"],
    [100, "other"],
  ])("%s days in Arabic take the form of %s", (count, form) => {
    expect(translator("ar", { in: forms }).t("in.day", { count })).toBe(`${count} ${form}`);
  });

  test("English has two forms; a text without forms is taken as it is", () => {
    const { t } = translator("en", { day_one: "a day", day_other: "{{count}} days", plain: "{{count}} in all" });
    expect([t("day", { count: 1 }), t("day", { count: 2 }), t("plain", { count: 1 })]).toEqual([
      "a day",
      "2 days",
      "1 in all",
    ]);
  });
});

describe("elements in a text", () => {
  const drawn = (text: string, given: Omit<Parameters<typeof Trans>[0], "i18nKey">) =>
    renderToStaticMarkup(
      <WordsProvider value={translator("en", { text })}>
        <Trans i18nKey="text" {...given} />
      </WordsProvider>,
    );

  test("stand in their places, one within another", () => {
    const components = { strong: <strong />, money: <bdi>5 SAR</bdi> };
    expect(drawn("Pay <strong>now <money/></strong> to {{name}}", { components, values: { name: "Noor" } })).toBe(
      "Pay <strong>now <bdi>5 SAR</bdi></strong> to Noor",
    );
  });

  test("are not read out of what is filled in", () => {
    const values = { name: "<strong>Mallory</strong>" };
    expect(drawn("To {{name}}", { components: { strong: <strong /> }, values })).toBe(
      "To &lt;strong&gt;Mallory&lt;/strong&gt;",
    );
  });

  test("that nobody gave leave their words", () => {
    expect(drawn("a <b>word</b> and <nothing/>.", { components: {} })).toBe("a word and .");
  });
});
