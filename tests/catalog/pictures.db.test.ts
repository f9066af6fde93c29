import { afterAll, beforeAll, expect, test } from "vitest";
import { openStall, RUG, type Stall } from "./stall.ts";

let stall: Stall;
beforeAll(async () => {
  stall = await openStall({ parts: { listingReview: "off" } });
});
afterAll(() => stall.close());

/** The smallest PNG that there is: one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const draft = async (): Promise<string> => String((await stall.ask("seller", "POST", "/products", RUG)).body.id);

async function send(id: string, bytes: Buffer = PNG, type = "image/png", who: "seller" | "buyer" = "seller") {
  const answer = await stall.app.inject({
    ...{ method: "POST", url: `/api/v1/seller/listings/${id}/pictures?altEn=A+red+rug`, payload: bytes },
    headers: { "content-type": type, authorization: `Bearer ${stall.tokens[who]}` },
  });
  return { status: answer.statusCode, body: answer.json() };
}

test("a picture is shown to anybody in three sizes, for ever, as nothing but a picture", async () => {
  const id = await draft();
  const { status, body } = await send(id);
  expect([status, body.version, body.pictures[0].alt]).toEqual([201, 2, { en: "A red rug", ar: "A red rug" }]);
  expect(body.pictures[0].sizes).toHaveLength(3);
  for (const { url } of [...body.pictures[0].sizes, body.pictures[0]]) {
    const answer = await stall.app.inject({ method: "GET", url });
    expect([answer.statusCode, answer.rawPayload.subarray(8, 12).toString()]).toEqual([200, "WEBP"]);
    expect(answer.headers).toMatchObject({
      ...{ "content-type": "image/webp", "x-content-type-options": "nosniff" },
      "cache-control": "public, max-age=31536000, immutable",
    });
  }
});

test("pictures are put in order, described and removed, with their bytes", async () => {
  const id = await draft();
  await send(id);
  await send(id);
  const { body } = await send(id);
  const [first, second, third] = body.pictures;
  const wish = { pictures: [{ id: third.id, alt: { ar: "سجادة حمراء" } }, { id: first.id }] };
  const arranged = await stall.ask("seller", "PUT", `/seller/listings/${id}/pictures`, wish);
  expect(arranged.body.pictures).toMatchObject([
    { id: third.id, alt: { en: "سجادة حمراء", ar: "سجادة حمراء" } },
    { id: first.id, alt: { en: "A red rug" } },
  ]);
  expect((await stall.app.inject(second.url)).statusCode).toBe(404);
  expect((await stall.app.inject(third.url)).statusCode).toBe(200);
  const strangers = { pictures: [{ id: second.id }] };
  expect((await stall.ask("seller", "PUT", `/seller/listings/${id}/pictures`, strangers)).status).toBe(400);
});

test("ten are enough, and what is refused leaves nothing behind", async () => {
  const id = await draft();
  for (let n = 0; n < 10; n++) expect((await send(id)).status).toBe(201);
  const kept = stall.files.size;
  expect((await send(id)).body.code).toBe("LIMIT_REACHED");
  expect((await send(await draft(), PNG, "image/png", "buyer")).status).toBe(404);
  expect(stall.files.size).toBe(kept);
});

test("what is no picture of its type is refused", async () => {
  const id = await draft();
  expect((await send(id, PNG, "image/svg+xml")).status).toBe(415);
  expect((await send(id, PNG, "image/jpeg")).status).toBe(400);
  expect((await send(id, Buffer.from("GIF89a/*"), "image/png")).status).toBe(400);
  expect((await send(id, Buffer.alloc(9 * 1024 * 1024), "image/png")).status).toBe(413);
});

test("what is under review gets no other picture under the eyes of staff", async () => {
  const id = await draft();
  await stall.world.owner.query(
    "update catalog.listing set state = 'under_review', submitted_at = now() where id = $1",
    [id.slice(4)],
  );
  expect((await send(id)).body.code).toBe("TRANSITION_NOT_ALLOWED");
});
