import { crc32 } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { renditions } from "./index.ts";

const WIDTHS = { small: 100, large: 400 };

const photo = (width = 600, height = 300) => sharp({ create: { width, height, channels: 3, background: "#2a6f5e" } });

async function made(bytes: Uint8Array, mediaType = "image/jpeg") {
  const result = await renditions(bytes, mediaType, WIDTHS);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

test("a picture comes in each width as WebP, and is never made larger", async () => {
  const bytes = await photo(300, 150).png().toBuffer();
  const all = await made(bytes, "image/png");
  expect(all.map(({ name, width }) => [name, width])).toEqual([
    ["small", 100],
    ["large", 300],
  ]);
  for (const one of all) expect((await sharp(one.bytes).metadata()).format).toBe("webp");
});

test("where it was taken is gone, and it stands upright", async () => {
  const bytes = await photo()
    .withExif({ IFD0: { Artist: "CANARY-NAME" }, IFD3: { GPSLatitude: "19/1 4/1 0/1", GPSLatitudeRef: "N" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const before = await sharp(bytes).metadata();
  expect([before.exif === undefined, before.orientation]).toEqual([false, 6]);
  const [, large] = await made(bytes);
  const after = await sharp(large?.bytes).metadata();
  expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(Array(5).fill(undefined));
  expect([after.width, after.height]).toEqual([300, 600]);
});

test("what was hidden behind a picture is not in what is made of it", async () => {
  const hidden = Buffer.from("PK\x03\x04<script>alert('CANARY')</script>");
  const all = await made(Buffer.concat([await photo().jpeg().toBuffer(), hidden]));
  expect(all.filter(({ bytes }) => Buffer.from(bytes).includes("CANARY"))).toEqual([]);
});

test.each([
  ["a page", "image/jpeg", Buffer.from("<html><script>alert(1)</script></html>")],
  [
    "a drawing with programs in it",
    "image/png",
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
  ],
  ["a GIF that is a program too", "image/jpeg", Buffer.from("GIF89a/*\x00\x00*/=1;alert(1)")],
  ["three bytes of a picture", "image/jpeg", Buffer.from([0xff, 0xd8, 0xff])],
  ["nothing", "image/webp", Buffer.alloc(0)],
])("%s is refused", async (_, mediaType, bytes) => {
  expect(await renditions(bytes, mediaType, WIDTHS)).toEqual({ ok: false, error: "not_a_picture" });
});

test("a picture under another type than it is, and one that breaks off, are refused", async () => {
  const bytes = await photo().png().toBuffer();
  expect(await renditions(bytes, "image/jpeg", WIDTHS)).toEqual({ ok: false, error: "not_a_picture" });
  const half = (await photo(800, 800).jpeg().toBuffer()).subarray(0, 900);
  expect(await renditions(half, "image/jpeg", WIDTHS)).toEqual({ ok: false, error: "not_a_picture" });
});

test("a few bytes that claim to be a flood of pixels are refused before any is decoded", async () => {
  const flood = Buffer.from(await photo(10, 10).png().toBuffer());
  flood.writeUInt32BE(60_000, 16);
  flood.writeUInt32BE(60_000, 20);
  flood.writeUInt32BE(crc32(flood.subarray(12, 29)), 29);
  expect(await renditions(flood, "image/png", WIDTHS)).toEqual({ ok: false, error: "too_many_pixels" });
});
