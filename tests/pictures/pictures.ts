/** `npm run pictures`: starts the furnished sandbox and writes `docs/pictures` anew, each page in both languages and themes, wide and narrow. */
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { type Api, createApi } from "../../tools/demo/api.ts";
import { startSystem } from "../../tools/system.ts";
import { openBrowser } from "../e2e/browser.ts";
import { type Look, newReader } from "../e2e/reader.ts";
import { PAGES, type Shown } from "./pages.ts";

const FOLDER = join(import.meta.dirname, "../../docs/pictures");
const LOOKS: readonly (Look & { readonly name: string })[] = [
  { name: "en-light-desktop", lang: "en", theme: "light", width: 1280 },
  { name: "ar-dark-desktop", lang: "ar", theme: "dark", width: 1280 },
  { name: "ar-light-phone", lang: "ar", theme: "light", width: 390 },
  { name: "en-dark-phone", lang: "en", theme: "dark", width: 390 },
];
const QUALITY = 82;

type Sharp = (bytes: Buffer) => { webp(options: { quality: number }): { toBuffer(): Promise<Buffer> } };
const sharp: Sharp = createRequire(join(import.meta.dirname, "../../server/package.json"))("sharp");

const dataDir = await mkdtemp(join(tmpdir(), "amana-pictures-"));
await chmod(dataDir, 0o755);
const env = { ...process.env, AMANA_RATE_LIMIT_FACTOR: "20" };
const system = await startSystem({ dataDir, furnished: true, port: 0, sandboxPort: 0, env });
const browser = await openBrowser();
try {
  await forget();
  const api = createApi(system.url, system.sandboxUrl ?? "");
  for (const look of LOOKS)
    for (const as of new Set(PAGES.map((page) => page.as))) await photograph(browser, api, look, as);
  await writeFile(join(FOLDER, "README.md"), contents());
} finally {
  await browser.close();
  await system.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function forget(): Promise<void> {
  for (const name of await readdir(FOLDER)) if (/\.(?:webp|png)$/.test(name)) await rm(join(FOLDER, name));
}

async function photograph(with_: Browser, api: Api, look: (typeof LOOKS)[number], as: string | null): Promise<void> {
  const { page, context } = await newReader(with_, system.url, look);
  const headers = { origin: system.url };
  if (as) await context.request.post("/api/v1/sandbox/sign-in", { data: { user: as }, headers });
  for (const shown of PAGES.filter((page) => page.as === as)) {
    await page.goto(`/${look.lang}${await shown.find(api)}`);
    await pictured(page);
    const picture = await sharp(await page.screenshot())
      .webp({ quality: QUALITY })
      .toBuffer();
    await writeFile(join(FOLDER, fileOf(shown, look.name)), picture);
    process.stdout.write(`${fileOf(shown, look.name)} ${Math.round(picture.length / 1024)} kB\n`);
  }
  await context.close();
}

/** Until what is in the window has been drawn, in the reader's own time. */
async function pictured(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate("document.fonts.ready.then(() => true)");
  await page.evaluate(
    "Promise.all([...document.images].filter((one) => one.complete === false && one.getBoundingClientRect().top < innerHeight).map((one) => one.decode()))",
  );
}

function contents(): string {
  const heads = LOOKS.map(({ name }) => name.replaceAll("-", ", "));
  const rows = PAGES.map(
    (page) => `| ${page.title} | ${LOOKS.map(({ name }) => `![](${fileOf(page, name)})`).join(" | ")} |`,
  );
  return [
    "# Pictures",
    "",
    "Made by `npm run pictures` from the furnished sandbox, whose people and shops are invented for it.",
    "",
    `| | ${heads.join(" | ")} |`,
    `|${" --- |".repeat(LOOKS.length + 1)}`,
    ...rows,
    "",
  ].join("\n");
}

function fileOf({ name }: Shown, look: string): string {
  return `${name}-${look}.webp`;
}
