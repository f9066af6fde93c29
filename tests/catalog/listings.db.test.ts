import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CATEGORIES } from "../../core/catalog/index.ts";
import { personalListings } from "../../server/modules/catalog/index.ts";
import { inr, openStall, RUG, SIZES, type Stall, TRANSLATION } from "./stall.ts";

let stall: Stall;
beforeAll(async () => {
  stall = await openStall();
});
afterAll(() => stall.close());

const made = async (body: Readonly<Record<string, unknown>> = RUG): Promise<string> => {
  const { status, body: listing } = await stall.ask("seller", "POST", "/products", body);
  expect(status).toBe(201);
  return String(listing.id);
};

const onSale = async (body: Readonly<Record<string, unknown>> = RUG): Promise<string> => {
  const id = await made(body);
  await stall.ask("seller", "POST", `/seller/listings/${id}/submit`, {});
  const approved = await stall.ask("support", "POST", `/admin/listings/${id}/approve`, {});
  expect(approved.body.state).toBe("active");
  return id;
};

test("anybody reads the tree of categories, and may keep it", async () => {
  const answer = await stall.app.inject({ method: "GET", url: "/api/v1/categories" });
  expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, "public, max-age=3600"]);
  expect(answer.body.match(/"id":/g)).toHaveLength(CATEGORIES.length);
  expect(answer.json().data[0].children[5]).toMatchObject({
    id: "food",
    name: { en: "Food and drink", ar: "أغذية ومشروبات" },
  });
});

test("prices are set in the currencies that some gateway takes, each named once", async () => {
  const { body } = await stall.ask(null, "GET", "/currencies");
  const named = body.data as { code: string; digits: number }[];
  expect(named).toContainEqual({ code: "INR", digits: 2 });
  expect(new Set(named.map(({ code }) => code)).size).toBe(named.length);
});

describe("from a draft to the shelf", () => {
  test("a draft is its seller's alone until staff approve it", async () => {
    const id = await made();
    const seen = async () => (await stall.ask(null, "GET", `/products/${id}`)).status;
    expect((await stall.ask("buyer", "GET", `/seller/listings/${id}`)).status).toBe(404);
    expect(await seen()).toBe(404);
    const submitted = await stall.ask("seller", "POST", `/seller/listings/${id}/submit`, {});
    expect([submitted.body.state, submitted.body.actions]).toEqual(["under_review", ["withdraw"]]);
    expect(await seen()).toBe(404);
    const { body: queue } = await stall.ask("support", "GET", "/admin/listings");
    expect(JSON.stringify(queue.data)).toContain(id);
    await stall.ask("support", "POST", `/admin/listings/${id}/approve`, {});
    expect(await seen()).toBe(200);
    expect((await stall.ask("seller", "POST", `/seller/listings/${id}/deactivate`, {})).body.state).toBe("inactive");
    expect(await seen()).toBe(404);
    expect((await stall.ask("seller", "POST", `/seller/listings/${id}/activate`, {})).body.state).toBe("active");
    expect(await seen()).toBe(200);
  });

  test("readers of a language without words get those of the other", async () => {
    const id = await onSale();
    const { body } = await stall.ask(null, "GET", `/products/${id}`);
    expect(body).toMatchObject({
      title: { en: "Wool rug", ar: "Wool rug" },
      description: { en: "سجادة صوف معقودة يدويا", ar: "سجادة صوف معقودة يدويا" },
      specifications: [{ name: { en: "Pile", ar: "الوبر" }, value: { en: "12 mm", ar: "12 mm" } }],
      ...{ category: "rugs-and-carpets", stock: 6, weightGrams: 4200 },
    });
    expect((await stall.ask("seller", "GET", `/seller/listings/${id}`)).body.title).toEqual({
      en: "Wool rug",
      ar: null,
    });
  });

  test("staff send back with a reason, which is written down, and its seller tries again", async () => {
    const id = await onSale();
    const reason = { reason: "The picture is of another rug" };
    expect((await stall.ask("support", "POST", `/admin/listings/${id}/reject`, {})).status).toBe(400);
    const back = await stall.ask("support", "POST", `/admin/listings/${id}/reject`, reason);
    expect(back.body).toMatchObject({ state: "draft", rejection: reason.reason });
    const [entry] = await stall.world.owner.query(
      "select action, reason from audit.entry where subject = $1 and reason is not null",
      [id],
    );
    expect(entry).toEqual({ action: "listing.rejected", ...reason });
    expect((await stall.ask("seller", "DELETE", `/seller/listings/${id}`)).code).toBe("TRANSITION_NOT_ALLOWED");
    const again = await stall.ask("seller", "POST", `/seller/listings/${id}/submit`, {});
    expect(again.body.state).toBe("under_review");
  });

  test("what is incomplete is not submitted, and says what is missing", async () => {
    const { weightGrams: _, dimensionsMm: __, description: ___, ...half } = RUG;
    const id = await made(half);
    const refused = await stall.ask("seller", "POST", `/seller/listings/${id}/submit`, {});
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      ["description", "weightGrams", "dimensionsMm"].map((field) => ({ field, message: "is missing" })),
    ]);
    expect((await stall.ask("seller", "DELETE", `/seller/listings/${id}`)).status).toBe(204);
    expect((await stall.ask("seller", "GET", `/seller/listings/${id}`)).status).toBe(404);
  });

  test("what is under review is not edited under the eyes of staff", async () => {
    const id = await made();
    await stall.ask("seller", "POST", `/seller/listings/${id}/submit`, {});
    const edit = () => stall.ask("seller", "PATCH", `/products/${id}`, { price: inr(1) });
    expect((await edit()).code).toBe("TRANSITION_NOT_ALLOWED");
    await stall.ask("seller", "POST", `/seller/listings/${id}/withdraw`, {});
    expect((await edit()).body.price).toEqual(inr(1));
  });
});

describe("changes", () => {
  test("of what is for sale are a new version; it stays for sale, and the old one is kept", async () => {
    const id = await onSale();
    const first = await stall.ask("seller", "GET", `/seller/listings/${id}`);
    expect(first.etag).toBe('"1"');
    const change = { title: { en: "Wool rug, dyed", ar: "سجادة مصبوغة" }, price: inr(799_900) };
    const changed = await stall.ask("seller", "PATCH", `/products/${id}`, change, { "if-match": '"1"' });
    expect([changed.body.state, changed.body.version, changed.etag]).toEqual(["active", 2, '"2"']);
    const late = await stall.ask("seller", "PATCH", `/products/${id}`, { price: inr(1) }, { "if-match": '"1"' });
    expect([late.status, late.code]).toEqual([412, "VERSION_CONFLICT"]);
    const revisions = await stall.world.owner.query<{ version: number; price: string }>(
      "select version, content->'price'->>'amount' as price from catalog.revision where listing_id = $1 order by version",
      [id.slice(4)],
    );
    expect(revisions).toEqual([
      { version: 1, price: "749900" },
      { version: 2, price: "799900" },
    ]);
  });

  test("are its seller's alone", async () => {
    const id = await onSale();
    expect((await stall.ask("buyer", "PATCH", `/products/${id}`, { price: inr(1) })).status).toBe(404);
    expect((await stall.ask("buyer", "POST", `/seller/listings/${id}/deactivate`, {})).status).toBe(404);
    expect((await stall.ask("buyer", "POST", `/seller/listings/${id}/stock`, { change: 1 })).status).toBe(404);
    const asService = id.replace("prd_", "svc_");
    expect((await stall.ask("seller", "PATCH", `/services/${asService}`, {})).status).toBe(404);
  });

  test.each([
    ["a category of another market", { category: "arabic-fonts" }, "category"],
    ["a market itself", { category: "digital" }, "category"],
    ["a price of nothing", { price: inr(0) }, "price"],
    ["a currency that nobody takes", { price: { amount: 5, currency: "USDT" } }, "price"],
    ["options without variants", { options: SIZES.options }, "variants"],
    ["weight without size", { weightGrams: 5, dimensionsMm: undefined }, "dimensionsMm"],
    ["words in no language", { title: {} }, "title"],
    ["a digital rug with a weight", { kind: "digital", category: "arabic-fonts" }, "kind"],
  ])("%s is refused", async (_, wrong, field) => {
    const refused = await stall.ask("seller", "POST", "/products", { ...RUG, ...wrong });
    expect([refused.status, JSON.stringify(refused.body.errors)]).toEqual([400, expect.stringContaining(field)]);
  });
});

describe("services", () => {
  test("are offered in packages, from the lowest price", async () => {
    const { body } = await stall.ask("seller", "POST", "/services", TRANSLATION);
    const id = String(body.id);
    expect([body.kind, body.price]).toEqual(["service", inr(150_000)]);
    await stall.ask("seller", "POST", `/seller/listings/${id}/submit`, {});
    await stall.ask("support", "POST", `/admin/listings/${id}/approve`, {});
    const { body: shown } = await stall.ask(null, "GET", `/services/${id}`);
    expect(shown.packages).toMatchObject([
      { name: { en: "Thousand words", ar: "Thousand words" }, deliveryDays: 3, revisions: 2, description: null },
      { name: { en: "Express" }, price: inr(150_000) },
    ]);
    expect(JSON.stringify((await stall.ask(null, "GET", "/services")).body)).toContain(id);
    expect(JSON.stringify((await stall.ask(null, "GET", "/products")).body)).not.toContain(id.slice(4));
  });

  test("have one to three packages", async () => {
    const [one] = TRANSLATION.packages;
    for (const packages of [[], [one, one, one, one]])
      expect((await stall.ask("seller", "POST", "/services", { ...TRANSLATION, packages })).status).toBe(400);
  });
});

test("a seller's own list is filtered, and goes on where a page ended", async () => {
  const query = "/seller/listings?kind=physical&state=draft&limit=2";
  for (let n = 0; n < 3; n++) await made();
  const first = await stall.ask("seller", "GET", query);
  const cursor = encodeURIComponent(String(first.body.nextCursor));
  const second = await stall.ask("seller", "GET", `${query}&cursor=${cursor}`);
  const ids = [first, second].flatMap(({ body }) => JSON.stringify(body.data).match(/"id":"prd_\w+"/g) ?? []);
  expect([new Set(ids).size, ids.length >= 3]).toEqual([ids.length, true]);
  expect((await stall.ask("buyer", "GET", "/seller/listings")).body.data).toEqual([]);
});

describe("stock", () => {
  test("is changed by a difference, once for each key, never below nothing", async () => {
    const id = await onSale();
    const shift = (change: number, key: string) =>
      stall.ask("seller", "POST", `/seller/listings/${id}/stock`, { change }, { "idempotency-key": key });
    expect((await shift(4, "delivery-one-2026")).body.stock).toBe(10);
    expect((await shift(4, "delivery-one-2026")).body.stock).toBe(10);
    expect((await shift(-11, "too-much-of-it-1")).code).toBe("INSUFFICIENT_INVENTORY");
    expect((await shift(-10, "all-that-is-left")).body.stock).toBe(0);
    const { body } = await stall.ask("seller", "PATCH", `/products/${id}`, { price: inr(5) });
    expect(body.stock).toBe(0);
  });

  test("a request that was written down before its answer was lost counts once all the same", async () => {
    const id = await onSale();
    const shift = () =>
      stall.ask(
        "seller",
        "POST",
        `/seller/listings/${id}/stock`,
        { change: 1 },
        { "idempotency-key": "a-lost-answer-1" },
      );
    await shift();
    await stall.world.owner.query("delete from http.idempotency");
    expect((await shift()).body.stock).toBe(7);
  });

  test("of a variant outlives an edit of the variants", async () => {
    const id = await onSale({ ...RUG, ...SIZES });
    const before = await stall.ask("seller", "GET", `/seller/listings/${id}`);
    expect([before.body.price, before.body.stock]).toEqual([inr(499_900), 5]);
    const [small, large] = SIZES.variants;
    const variants = [
      { ...large, price: inr(999_900), stock: 500 },
      { ...small, sku: "RUG-XS", choices: [{ en: "Tiny" }] },
    ];
    const after = await stall.ask("seller", "PATCH", `/products/${id}`, { variants });
    expect(after.body.variants).toMatchObject([
      { sku: "RUG-L", stock: 3, price: inr(999_900) },
      { sku: "RUG-XS", stock: 2 },
    ]);
    const unnamed = await stall.ask("seller", "POST", `/seller/listings/${id}/stock`, { change: 1 });
    expect(unnamed.status).toBe(400);
  });
});

test("nothing of somebody who is forgotten is for sale, and drafts are gone", async () => {
  const [draft, product] = [await made(), await onSale()];
  await stall.world.db.transaction((tx) => personalListings.erase(tx, stall.world.seller, stall.world.now()));
  expect((await stall.ask("seller", "GET", `/seller/listings/${draft}`)).status).toBe(404);
  expect((await stall.ask("seller", "GET", `/seller/listings/${product}`)).body.state).toBe("inactive");
  expect((await stall.ask(null, "GET", "/products")).body.data).toEqual([]);
});
