import { describe, expect, test } from "vitest";
import { drawPdf, isolated } from "./index.ts";
import { type Block, layOut, type Mark } from "./layout.ts";
import { linesOf } from "./lines.ts";
import { paragraphOf, runsOf } from "./runs.ts";

const drawn = (text: string, direction: "ltr" | "rtl") =>
  runsOf(paragraphOf(text, direction), 0, text.length).map((run) => run.text);

describe("a line is drawn from left to right, whichever way it is read", () => {
  test.each([
    ["English as it is", "Total (INR 5)", "ltr", ["Total (INR 5)"]],
    ["Arabic as one run, for its shaper turns it", "فاتورة ضريبية", "rtl", ["فاتورة ضريبية"]],
    ["a date within Arabic keeps its order", `بتاريخ ${isolated("2026-11-21")}`, "rtl", ["2026-11-21", "بتاريخ "]],
    ["brackets round Latin words are turned", "قطن (x) [25 m]", "rtl", ["[", "25 m", "] (", "x", "قطن )"]],
    ["a bracket between two Latin words is turned", "x) [y", "rtl", ["x) [y"]],
    ["an Arabic name within English", "Name: نسيج (demo).", "ltr", ["Name: ", "نسيج", " (demo)."]],
    ["a full stop ends an Arabic sentence on the left", "تم.", "rtl", ["تم."]],
    ["ids are not torn apart", `الطلب ${isolated("ORD-2026-000001")}:`, "rtl", [":", "ORD-2026-000001", "الطلب "]],
    [
      "a number in Arabic digits is turned, for the shaper turns it back",
      "سجادة ١٢٠ سم",
      "rtl",
      [" سم", "٠٢١", "سجادة "],
    ],
    ["within English as well", "No. ١٢٫٥", "ltr", ["No. ", "٥٫٢١"]],
    ["and in a run that begins with Persian ones", "۱۲ pieces", "ltr", ["seceip ۲۱"]],
    ["nothing", "", "ltr", []],
  ] as const)("%s", (_, text, direction, expected) => {
    expect(drawn(text, direction)).toEqual(expected);
  });

  test("names in Devanagari have letters of their own font, joiners among them", () => {
    const runs = runsOf(paragraphOf("नाम: आशा", "ltr"), 0, 8);
    expect(runs).toEqual([
      { text: "नाम", face: "devanagari" },
      { text: ": ", face: "text" },
      { text: "आशा", face: "devanagari" },
    ]);
    expect(runsOf(paragraphOf("क्\u200dष", "ltr"), 0, 4)).toEqual([{ text: "क्\u200dष", face: "devanagari" }]);
  });

  test("marks that only say how to order are not drawn", () => {
    expect(drawn("\u200ea\u2068b\u2069c\u200f", "ltr").join("")).toBe("abc");
  });
});

/** Every sign is ten points wide. */
const measure = (text: string): number => [...text].length * 10;
const textOf = (runs: readonly { readonly text: string }[]): string => runs.map(({ text }) => text).join("");

describe("lines", () => {
  const lines = (text: string, width: number) => linesOf(text, "ltr", width, measure).map(textOf);

  test.each([
    ["at spaces", "one two three", 80, ["one two", "three"]],
    ["within a word that fits no line", "a toolongword b", 50, ["a too", "longw", "ord b"]],
    ["where the text breaks itself", "one\n\ntwo", 80, ["one", "", "two"]],
    ["not at a width that just fits", "one two", 70, ["one two"]],
    ["without the isolates, which have no width", `${isolated("one")} ${isolated("two")}`, 70, ["one two"]],
    ["nothing is one empty line", "", 50, [""]],
  ])("break %s", (_, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  test("of Arabic the first words stand in the first line", () => {
    expect(linesOf("واحد اثنان ثلاثة", "rtl", 110, measure).map(textOf)).toEqual(["واحد اثنان", "ثلاثة"]);
  });
});

const measuring = (text: string, { size }: { readonly size: number }): number => ([...text].length * size) / 2;
const laidOut = (blocks: readonly Block[], direction: "ltr" | "rtl" = "ltr") =>
  layOut(blocks, { direction, footer: "Foot", measuring });
const textsAt = (page: readonly Mark[]) =>
  page.flatMap((mark) => (mark.kind === "run" ? [[mark.run.text, Math.round(mark.x)] as const] : []));

describe("pages", () => {
  const table: Block = {
    kind: "table",
    table: {
      columns: [{ share: 3 }, { share: 1, figures: true }],
      rows: [
        ["Item", "Sum"],
        ["Cotton", "1.00"],
      ],
      sums: 0,
    },
  };

  test("words begin where a line is read from, and figures end at the other side", () => {
    expect(textsAt(laidOut([table])[0] ?? [])).toEqual([
      ...([
        ["Item", 50],
        ["Sum", 531],
        ["Cotton", 50],
        ["1.00", 526],
      ] as const),
      ...([
        ["Foot", 50],
        [" · ", 65],
        ["1/1", 76],
      ] as const),
    ]);
    const [first, second] = textsAt(laidOut([table], "rtl")[0] ?? []);
    expect([first, second]).toEqual([
      ["Item", 526],
      ["Sum", 50],
    ]);
  });

  test("what does not fit goes on, a heading stays with what it is about, and every page has its number", () => {
    const blocks: Block[] = Array.from({ length: 60 }, (_, n) => [
      { kind: "heading", text: `Heading ${n}` } as const,
      { kind: "text", text: `Text ${n}` } as const,
      { kind: "small", text: "Small" } as const,
    ]).flat();
    const pages = laidOut(blocks);
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      const texts = textsAt(page).map(([text]) => text);
      expect(texts.at(-1)).toBe(`${index + 1}/${pages.length}`);
      expect(texts.at(-4)).not.toMatch(/^Heading/);
      for (const mark of page) expect(mark.y).toBeLessThan(841.89);
    }
  });

  test("a text longer than a page goes on over several", () => {
    expect(laidOut([{ kind: "text", text: "word ".repeat(6_000) }]).length).toBeGreaterThan(2);
  });

  test("a value stands beside its label", () => {
    const pairs: Block = { kind: "pairs", pairs: [["Buyer", "Asha"]] };
    expect(textsAt(laidOut([{ kind: "rule" }, pairs])[0] ?? []).slice(0, 2)).toEqual([
      ["Buyer", 50],
      ["Asha", 199],
    ]);
  });
});

test("the same document is the same bytes, and another one is not", async () => {
  const request = {
    ...({ title: "فاتورة", language: "ar", at: 1_772_442_000_000, footer: "Foot" } as const),
    blocks: [{ kind: "title", text: "فاتورة ضريبية (demo) आशा" }] as const,
  };
  const [first, second] = [await drawPdf(request), await drawPdf(request)];
  expect(Buffer.from(first.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  const other = await drawPdf({ ...request, at: request.at + 60_000 });
  expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
});
