import { readFileSync } from "node:fs";
import { categoryOf, faultOfVariants, mayBeFiledUnder, missingToSell } from "@amana/core/catalog";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { expect, it } from "vitest";
import { LISTINGS, type Listing, pictureOf, SHOPS } from "./index.ts";
import { pictureNames } from "./pictures/index.ts";

const openapi: { paths: Record<string, { post?: { requestBody?: object } }> } = JSON.parse(
  readFileSync(new URL("../../../server/openapi.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajvFormats.default(ajv);
ajv.addSchema({ $id: "api", ...openapi });
const pointer = (path: string) => path.replaceAll("/", "~1");
const taken = (route: Listing["route"]) =>
  ajv.compile({ $ref: `api#/paths/${pointer(route)}/post/requestBody/content/application~1json/schema` });
const TAKEN = { "/products": taken("/products"), "/services": taken("/services") };

it("there are seventy-two offers of thirteen shops, each with three or more", () => {
  expect(LISTINGS).toHaveLength(72);
  expect(new Set(SHOPS.map(({ key }) => key)).size).toBe(13);
  for (const { key, listings, name, email } of SHOPS) {
    expect(listings.length, key).toBeGreaterThanOrEqual(3);
    expect(listings.every(({ shop }) => shop === key)).toBe(true);
    expect(name).toMatch(/ \(demo shop\)$/);
    expect(email).toBe(`${key}@example.test`);
  }
  const names = LISTINGS.flatMap(({ body }) => ("variants" in body && body.variants ? body.variants : []));
  expect(new Set(names.map(({ sku }) => sku)).size).toBe(names.length);
});

it.each(LISTINGS.map((listing) => [listing.picture, listing] as const))("the API takes %s as it is", (_, listing) => {
  const takes = TAKEN[listing.route];
  expect(takes(listing.body), JSON.stringify(takes.errors)).toBe(true);
});

it.each(LISTINGS.map((listing) => [listing.picture, listing] as const))("%s can be put on sale", (_, { body }) => {
  const kind = "kind" in body ? body.kind : "service";
  expect(mayBeFiledUnder(kind, body.category), body.category).toBe(true);
  expect(categoryOf(body.category)?.path).toHaveLength(3);
  const packages = "packages" in body ? body.packages.length : 0;
  const hasParcel = "weightGrams" in body;
  expect(missingToSell({ kind, description: body.description, hasParcel, packages, files: 1 })).toEqual([]);
  if ("variants" in body && body.variants) expect(faultOfVariants(body.options?.length ?? 0, body.variants)).toBeNull();
  else if (kind === "physical") expect("stock" in body && (body.stock ?? 0) > 0).toBe(true);
});

it("every text stands in both languages, each in its own letters", () => {
  const texts = wordsIn([LISTINGS.map(({ body }) => body), SHOPS.map(({ about }) => about)]);
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter(({ en, ar }) => /[؀-ۿ]/.test(en) || ar.trim() !== ar || en.trim() !== en)).toEqual([]);
  const sentences = texts.filter(({ en }) => en.length > 40);
  expect(sentences.filter(({ ar }) => !/[ء-ي]/.test(ar))).toEqual([]);
});

it("every offer has a drawing of its own that shows and does nothing else", () => {
  const pictures = LISTINGS.map(({ picture }) => picture);
  expect([...pictures].sort()).toEqual([...pictureNames()].sort());
  expect(new Set(pictures.map(pictureOf)).size).toBe(72);
  for (const name of pictures) {
    const drawn = pictureOf(name);
    expect(drawn, name).not.toMatch(/<script|href|<text|<image|<style|\son\w+=|NaN|undefined/);
    expect(drawn, name).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 800 600" width="800" height="600">/,
    );
    expect(faultOfXml(drawn), name).toBeNull();
  }
});

function wordsIn(value: unknown): { en: string; ar: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const { en, ar } = Object.fromEntries(Object.entries(value));
  if (typeof en === "string" || typeof ar === "string") return [{ en: String(en ?? ""), ar: String(ar ?? "") }];
  return Object.values(value).flatMap(wordsIn);
}

it("what is not well-formed is seen", () => {
  expect(faultOfXml('<svg><g a="1"><path d="M0 0"/></g></svg>')).toBeNull();
  expect(faultOfXml("<svg><g></svg>")).toBe("</svg>");
  expect(faultOfXml("<svg><g></g>")).toBe("never closed: svg");
  expect(faultOfXml("<svg><g a=1></g></svg>")).toBe("<g a=1>");
  expect(faultOfXml("<svg>a & b</svg>")).toBe("a & b");
  expect(faultOfXml('<svg><path d="M0" d="M1"/></svg>')).toBe('<path d="M0" d="M1"/>');
});

const TAG = /^<(\/?)([a-zA-Z]+)((?: [a-zA-Z0-9:-]+="[^"<&]*")*)(\/?)>$/;

/** The first piece that is not as XML has to be: tags that close, attributes in quotes and named once, no words between. */
function faultOfXml(text: string): string | null {
  const open: string[] = [];
  for (const piece of text.split(/(<[^>]*>)/).filter((part) => part !== "")) {
    const [, end, name = "", attributes = "", alone] = TAG.exec(piece) ?? [];
    const names = [...attributes.matchAll(/ ([a-zA-Z0-9:-]+)=/g)].map((match) => match[1]);
    if (name === "" || new Set(names).size < names.length) return piece;
    if (end && open.pop() !== name) return piece;
    if (!end && !alone) open.push(name);
  }
  return open.length > 0 ? `never closed: ${open.join(", ")}` : null;
}
