import { readFileSync } from "node:fs";
import { categoryOf, faultOfVariants, mayBeFiledUnder, missingToSell } from "@amana/core/catalog";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import sharp from "sharp";
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
  expect(missingToSell({ kind, description: body.description, hasParcel, packages })).toEqual([]);
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

it("every offer has a drawing of its own that shows and does nothing else", async () => {
  const pictures = LISTINGS.map(({ picture }) => picture);
  expect([...pictures].sort()).toEqual([...pictureNames()].sort());
  expect(new Set(pictures.map(pictureOf)).size).toBe(72);
  for (const name of pictures) {
    const drawn = pictureOf(name);
    expect(drawn, name).not.toMatch(/<script|href|<text|<image|<style|\son\w+=|NaN|undefined/);
    const { width, height, format } = await sharp(Buffer.from(drawn)).metadata();
    expect({ width, height, format }, name).toEqual({ width: 800, height: 600, format: "svg" });
  }
});

function wordsIn(value: unknown): { en: string; ar: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const { en, ar } = Object.fromEntries(Object.entries(value));
  if (typeof en === "string" || typeof ar === "string") return [{ en: String(en ?? ""), ar: String(ar ?? "") }];
  return Object.values(value).flatMap(wordsIn);
}
