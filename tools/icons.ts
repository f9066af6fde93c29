/** Draws the app's icons from its mark: `node tools/icons.ts`. Their pixels are kept in the repository, as a browser takes them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const PUBLIC = join(import.meta.dirname, "../web/public");
const GROUND = "#faf6ee";
const mark = readFileSync(join(PUBLIC, "icon.svg"), "utf8");

/** `share` is how much of the width the mark takes; masks cut off up to a fifth on each side. */
async function draw(name: string, size: number, share: number, ground: string | null): Promise<void> {
  const inner = Math.round(size * share);
  const drawn = await sharp(Buffer.from(mark), { density: (72 * inner) / 32 })
    .resize(inner, inner)
    .png()
    .toBuffer();
  const background = ground ?? { r: 0, g: 0, b: 0, alpha: 0 };
  const picture = await sharp({ create: { width: size, height: size, channels: 4, background } })
    .composite([{ input: drawn }])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  writeFileSync(join(PUBLIC, "icons", `${name}.png`), picture);
}

await draw("192", 192, 1, null);
await draw("512", 512, 1, null);
await draw("maskable", 512, 0.72, GROUND);
await draw("apple", 180, 0.82, GROUND);
