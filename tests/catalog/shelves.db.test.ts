import { afterAll, beforeAll, expect, test } from "vitest";
import { inr, openStall, RUG, SIZES, type Stall, TRANSLATION } from "./stall.ts";

let stall: Stall;
beforeAll(async () => {
  stall = await openStall();
});
afterAll(() => stall.close());

type Body = Readonly<Record<string, unknown>>;

const made = async (body: Body, path = "/products", who: "seller" | "buyer" = "seller"): Promise<string> =>
  String((await stall.ask(who, "POST", path, body)).body.id);
const submitted = async (id: string, who: "seller" | "buyer" = "seller"): Promise<string> => {
  await stall.ask(who, "POST", `/seller/listings/${id}/submit`, {});
  return id;
};
const onSale = async (id: string, who: "seller" | "buyer" = "seller"): Promise<string> => {
  await submitted(id, who);
  const { body } = await stall.ask("support", "POST", `/admin/listings/${id}/approve`, {});
  expect(body.state).toBe("active");
  return id;
};
const idsOf = async (query: string): Promise<unknown[]> => {
  const { body } = await stall.ask("seller", "GET", `/seller/listings?${query}`);
  return (body.data as { id: string }[]).map(({ id }) => id);
};
const soldOut = { ...SIZES, variants: SIZES.variants.map((variant) => ({ ...variant, stock: 0 })) };
const { stock: _, ...BARE } = RUG;

test("each listing lies on one shelf, and the counts are those of the lists", async () => {
  const before = (await stall.ask("seller", "GET", "/seller/listings/counts")).body as Record<string, number>;
  const rejected = await submitted(await made(RUG));
  await stall.ask("support", "POST", `/admin/listings/${rejected}/reject`, { reason: "Another rug" });
  const inactive = await onSale(await made(RUG));
  await stall.ask("seller", "POST", `/seller/listings/${inactive}/deactivate`, {});
  const shelves = {
    draft: await made(RUG),
    rejected,
    under_review: await submitted(await made(RUG)),
    active: await onSale(await made(TRANSLATION, "/services")),
    out_of_stock: await onSale(await made({ ...BARE, ...soldOut })),
    inactive,
  };
  const emptied = await onSale(await made({ ...RUG, stock: 0 }));
  const oneLeft = await onSale(
    await made({ ...BARE, ...soldOut, variants: [...SIZES.variants.slice(1), ...soldOut.variants.slice(0, 1)] }),
  );
  for (const [shelf, id] of Object.entries(shelves)) {
    const there = await idsOf(`shelf=${shelf}&limit=100`);
    expect(there, shelf).toContain(id);
    expect(there.includes(emptied), shelf).toBe(shelf === "out_of_stock");
    expect(there.includes(oneLeft), shelf).toBe(shelf === "active");
    for (const other of Object.values(shelves))
      expect(there.includes(other), `${other} on ${shelf}`).toBe(other === id);
    const counts = (await stall.ask("seller", "GET", "/seller/listings/counts")).body;
    expect(counts[shelf], shelf).toBe(there.length);
    const more = shelf === "active" || shelf === "out_of_stock" ? 2 : 1;
    expect(there.length - (before[shelf] ?? 0), shelf).toBe(more);
  }
  const { body } = await stall.ask("buyer", "GET", "/seller/listings/counts");
  expect(Object.values(body)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("words find a listing by its title in either language and by a SKU, and mean what they say", async () => {
  const lamp = await made({ ...RUG, title: { en: "100% Brass Lamp", ar: "مصباح نحاس" } });
  const sized = await made({ ...BARE, ...SIZES, title: { en: "Kilim" } });
  expect(await idsOf("q=brass")).toEqual([lamp]);
  expect(await idsOf(`q=${encodeURIComponent("نحاس")}`)).toEqual([lamp]);
  expect(await idsOf(`q=${encodeURIComponent("100%")}`)).toEqual([lamp]);
  expect(await idsOf("q=rug-l&shelf=draft")).toContain(sized);
  expect(await idsOf("q=rug-l")).not.toContain(lamp);
  expect(await idsOf("q=br_ss")).toEqual([]);
});

test("nothing that travels can be ordered before its seller has said where it is fetched", async () => {
  const address = async (who: "buyer" | "seller") =>
    (await stall.ask(who, "GET", "/seller/pickup-address")).body.address;
  const id = await onSale(await made({ ...RUG, price: inr(90_000) }, "/products", "buyer"), "buyer");
  const rates = () => stall.ask(null, "GET", `/shipping/rates?productId=${id}&quantity=1&postcode=560001`);
  expect([await address("buyer"), (await rates()).status]).toEqual([null, 404]);
  const mine = { line1: "1 Demo Street", line2: null, city: "Pune", postcode: "411001" };
  expect((await stall.ask("buyer", "PUT", "/seller/pickup-address", { ...mine, postcode: "11" })).status).toBe(400);
  const sellers = await address("seller");
  expect((await stall.ask("buyer", "PUT", "/seller/pickup-address", mine)).body).toEqual({ address: mine });
  expect([await address("buyer"), await address("seller"), (await rates()).status]).toEqual([mine, sellers, 200]);
  const [entry] = await stall.world.owner.query(
    "select detail from audit.entry where action = 'user.changed' order by at desc limit 1",
  );
  expect(entry).toEqual({ detail: { fields: ["pickupAddress"] } });
});
