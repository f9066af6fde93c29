import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inr, openStall, RUG, SIZES, type Stall, TRANSLATION } from "./stall.ts";

let stall: Stall;
const ids: Record<string, string> = {};

beforeAll(async () => {
  stall = await openStall({ parts: { listingReview: "off" } });
  await offer("rug", "/products", { ...RUG, title: { en: "Wool rug from the Deccan", ar: "سجّادة صوف" } });
  await offer("runner", "/products", {
    ...RUG,
    ...SIZES,
    title: { en: "Cotton runners" },
    description: { en: "Beside a rug." },
  });
  await offer("coffee", "/products", {
    ...{ ...RUG, category: "coffee", price: inr(45_000), specifications: [] },
    ...{
      title: { en: "Roasted coffee", ar: "قهوة محمّصة" },
      description: { en: "From Café Marib, 250 g", ar: "من أجود الأنواع" },
    },
  });
  await offer("translation", "/services", TRANSLATION);
  await stall.world.settle();
});
afterAll(() => stall.close());

async function offer(name: string, path: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  stall.world.jump(1_000);
  const made = await stall.ask("seller", "POST", path, body);
  ids[name] = String(made.body.id);
  expect((await stall.ask("seller", "POST", `/seller/listings/${ids[name]}/submit`, {})).body.state).toBe("active");
}

type Answer = {
  readonly data: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
  readonly found: unknown;
  readonly facets: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly searchedFor: string | null;
};

async function search(query: Readonly<Record<string, string>>): Promise<Answer & { readonly names: string[] }> {
  const answer = await stall.app.inject(`/api/v1/listings?${new URLSearchParams(query)}`);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
  const body: Answer = answer.json();
  const names = body.data.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0] ?? id);
  return { ...body, names };
}

describe("words", () => {
  test.each([
    ["a title, weighed before a description", { q: "rug" }, ["rug", "runner"]],
    ["another ending", { q: "rugs" }, ["rug", "runner"]],
    ["a plural for one", { q: "runner" }, ["runner"]],
    ["Arabic without its signs", { q: "سجادة" }, ["rug", "runner"]],
    ["Arabic with another alef and ha", { q: "قهوه" }, ["coffee"]],
    ["Arabic with its article", { q: "القهوة" }, ["coffee"]],
    ["Arabic of a description", { q: "اجود الانواع" }, ["coffee"]],
    ["both languages at once", { q: "roasted قهوة" }, ["coffee"]],
    ["without accents", { q: "cafe" }, ["coffee"]],
    ["the name of the category", { q: "carpets wool" }, ["rug"]],
    ["a variant's SKU and choice", { q: "small" }, ["runner"]],
    ["words that none has all of", { q: "rug coffee" }, []],
  ])("find %s", async (_, query, names) => {
    expect((await search(query)).names).toEqual(names);
  });

  test("of a stop word alone nothing breaks", async () => {
    expect((await search({ q: "the" })).data).toEqual([]);
    expect((await search({ q: "… !" })).names).toHaveLength(4);
  });

  test("with a slip are corrected, and that is said; pages go on with the corrected ones", async () => {
    const first = await search({ q: "cofee" });
    expect([first.names, first.searchedFor]).toEqual([["coffee"], "coffee"]);
    expect((await search({ q: "سجاده صوق" })).names).toEqual(["rug"]);
    expect((await search({ q: "zzzzzzz" })).searchedFor).toBeNull();
    const page = await search({ q: "rugg", limit: "1" });
    expect(page.names).toEqual(["rug"]);
    const next = await search({ q: "rugg", limit: "1", cursor: String(page.nextCursor) });
    expect([next.names, next.nextCursor]).toEqual([["runner"], null]);
  });

  test("case 109: that are meant for the database are words", async () => {
    for (const q of ["'; drop table search.document; --", "a & b | !c:*", "\\", "%", "((", "'"])
      expect((await search({ q })).found).not.toBeUndefined();
  });
});

describe("filters and order", () => {
  test.each([
    [{ category: "goods" }, ["coffee", "runner", "rug"]],
    [{ category: "food" }, ["coffee"]],
    [{ kind: "service" }, ["translation"]],
    [{ minPrice: "100000", maxPrice: "200000" }, ["translation"]],
    [{ sort: "newest" }, ["translation", "coffee", "runner", "rug"]],
    [{ sort: "price_up" }, ["coffee", "translation", "runner", "rug"]],
    [{ sort: "price_down" }, ["rug", "runner", "translation", "coffee"]],
    [{ q: "rug", sort: "price_up" }, ["runner", "rug"]],
  ])("%o", async (query, names) => {
    expect((await search(query)).names).toEqual(names);
  });

  test.each(["relevance", "newest", "price_up", "price_down"])(
    "pages by %s show each once, in the same order",
    async (sort) => {
      const all = (await search({ sort })).names;
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof search>> = await search({ sort, limit: "1", ...(cursor && { cursor }) });
        expect(page.facets === null).toBe(cursor !== null);
        seen.push(...page.names);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(all);
    },
  );

  test("what was found is counted by kind, category, seller and price", async () => {
    const { found, facets } = await search({});
    expect(found).toEqual({ count: 4, orMore: false });
    expect(facets.kinds).toEqual([
      { kind: "physical", count: 3 },
      { kind: "service", count: 1 },
    ]);
    // Each with all that is below it, so that a tree can be drawn of them.
    expect(facets.categories?.slice(0, 3)).toEqual([
      { category: "goods", count: 3 },
      { category: "home", count: 2 },
      { category: "rugs-and-carpets", count: 2 },
    ]);
    expect(facets.sellers).toMatchObject([{ id: stall.world.seller, count: 4 }]);
    expect(facets.prices).toEqual([
      { from: 20_000, to: 50_000, count: 1 },
      { from: 100_000, to: 200_000, count: 1 },
      { from: 200_000, to: 500_000, count: 1 },
      { from: 500_000, to: 1_000_000, count: 1 },
    ]);
  });

  test("a category that there is not is said to be none", async () => {
    expect((await stall.app.inject("/api/v1/listings?category=nowhere")).statusCode).toBe(400);
  });
});

test("help while typing: categories, titles, and the right word for a slip", async () => {
  const suggested = async (q: string) => {
    const { data } = (await stall.app.inject(`/api/v1/listings/suggestions?${new URLSearchParams({ q })}`)).json();
    return data.map(({ text }: { readonly text: string }) => text);
  };
  expect(await suggested("Wool r")).toEqual(["Wool rug from the Deccan"]);
  expect(await suggested("قهو")).toEqual(["قهوة", "قهوة محمّصة"]);
  expect(await suggested("cofee")).toEqual(["coffee"]);
  expect(await suggested("%")).toEqual([]);
});

describe("what is found follows the listing", () => {
  test("its price and its words, and off it goes with the sale", async () => {
    await stall.ask("seller", "PATCH", `/products/${ids.coffee}`, { title: { en: "Green beans" }, price: inr(30_000) });
    await stall.world.settle();
    expect((await search({ q: "beans" })).names).toEqual(["coffee"]);
    expect((await search({ q: "roasted" })).names).toEqual([]);
    await stall.ask("seller", "POST", `/seller/listings/${ids.coffee}/deactivate`, {});
    expect((await search({ q: "beans" })).names, "at once, whatever the worker does").toEqual([]);
    await stall.world.settle();
    const [left] = await stall.world.owner.query("select documents from search.word where word = 'beans'");
    expect(left).toEqual({ documents: 0 });
    expect((await search({ q: "beens" })).searchedFor).toBeNull();
  });
});
