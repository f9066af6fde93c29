import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { minutes } from "../../core/time/index.ts";
import { openStall, RUG, type Stall, TRANSLATION } from "../catalog/stall.ts";
import { mailbox } from "./mailbox.ts";

let stall: Stall;
const mails = mailbox();
beforeAll(async () => {
  stall = await openStall({ parts: { mailer: mails } });
});
afterAll(() => stall.close());

type Notice = Readonly<{ key: string; params: object; text: string; page: string; orderId: null }>;
const told = async (who: "seller" | "buyer"): Promise<Notice[]> => {
  await stall.world.settle();
  const { body } = await stall.ask(who, "GET", "/notifications");
  return (body.data as Notice[]).filter(({ key }) => key.startsWith("listing_"));
};
const submitted = async (path: string, listing: object): Promise<string> => {
  const id = String((await stall.ask("seller", "POST", path, { ...listing })).body.id);
  expect((await stall.ask("seller", "POST", `/seller/listings/${id}/submit`, {})).status).toBe(200);
  return id;
};
const judge = async (id: string, how: "approve" | "reject", reason?: string) => {
  stall.world.jump(minutes(1));
  return await stall.ask("support", "POST", `/admin/listings/${id}/${how}`, reason ? { reason } : {});
};

test("a seller hears of each decision about a listing once, in his language, and is led to it", async () => {
  const rug = await submitted("/products", { ...RUG, title: { en: "Wool rug", ar: "سجادة صوف" } });
  expect(await told("seller")).toEqual([]);
  expect((await judge(rug, "reject", "The pictures show another rug")).status).toBe(200);
  const [rejected, ...others] = await told("seller");
  expect(others).toEqual([]);
  expect(rejected).toMatchObject({
    ...{ key: "listing_rejected", params: { name: "Wool rug", listingId: rug }, orderId: null },
    page: `/selling/listings/${rug}`,
  });
  expect(rejected?.text).toContain("Wool rug");
  expect(mails.to(`${stall.world.seller}@example.test`).at(-1)?.subject).toBe("Your listing has come back to you");
  expect(await told("buyer")).toEqual([]);

  await stall.world.owner.query(`update identity."user" set language = 'ar' where id = $1`, [
    uuidOf(stall.world.seller),
  ]);
  expect((await stall.ask("seller", "POST", `/seller/listings/${rug}/submit`, {})).status).toBe(200);
  expect((await judge(rug, "approve")).status).toBe(200);
  expect((await told("seller")).map(({ key, params }) => [key, params])).toEqual([
    ["listing_approved", { name: "سجادة صوف", listingId: rug }],
    ["listing_rejected", { name: "Wool rug", listingId: rug }],
  ]);
});

test("of what was refused nobody hears, and a service is named in the language that it has", async () => {
  const service = await submitted("/services", TRANSLATION);
  const before = (await told("seller")).length;
  expect((await judge(service, "reject")).status).toBe(400);
  expect((await told("seller")).length).toBe(before);
  expect((await judge(service, "approve")).status).toBe(200);
  const [approved] = await told("seller");
  expect(approved?.params).toMatchObject({ listingId: service, name: expect.any(String) });
  expect((await judge(service, "approve")).status).toBe(409);
  expect((await told("seller")).length).toBe(before + 1);
});
