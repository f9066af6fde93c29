import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

/** Fonts and pictures are compressed in themselves. */
const TEXT = /\.(?:js|css|svg|json|webmanifest|txt)$/;
const SMALLEST = 1024;
const WAYS = [
  { ending: "br", compress: promisify(brotliCompress) },
  { ending: "gz", compress: promisify(gzip) },
];

/** Beside each file of the built web app, once everything is written, the same compressed: the server sends what is there. */
export const compressed = (folder: string) => ({
  name: "compressed",
  apply: "build" as const,
  applyToEnvironment: ({ name }: { name: string }): boolean => name === "ssr",
  async closeBundle(): Promise<void> {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => TEXT.test(name));
    await Promise.all(files.map((name) => compress(join(folder, name))));
  },
});

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < SMALLEST) return;
  await Promise.all(WAYS.map(async (way) => writeFile(`${file}.${way.ending}`, await way.compress(bytes))));
}
