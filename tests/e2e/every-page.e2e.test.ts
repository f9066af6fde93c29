import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../../tools/demo/api.ts";
import { crawl, pagePatterns } from "./hostile/crawl.ts";
import { PAYLOADS, TRACES } from "./hostile/payloads.ts";
import { poison } from "./hostile/poison.ts";
import { expectGoodPage, type Look, newReader, signInAs } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

/** `AMANA_SWEEP=long`: more of each page, every look for everybody. */
const LONG = process.env.AMANA_SWEEP === "long";

/** The marketplace with six months of history, in which everything that people have written is an attack. */
let opened: Opened;

beforeAll(async () => {
  opened = await openSystem({ furnished: true });
  await talk();
  const owner = await superuser();
  const replaced = await poison(owner);
  await owner.end();
  expect([...replaced.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(PAYLOADS.length * 10);
}, 240_000);
afterAll(() => opened.close(), 60_000);

/** A conversation in which each of them was said. */
async function talk(): Promise<void> {
  const api = createApi(opened.system.url, opened.system.sandboxUrl ?? "");
  const { data } = await api.get<{ data: { id: string }[] }>("buyer", "/orders?limit=1");
  const [order] = data;
  const subject = { kind: "order", id: order?.id };
  const { id } = await api.post<{ id: string }>("buyer", "/conversations", { subject, message: { text: "!" } });
  for (const text of PAYLOADS) await api.post("buyer", `/conversations/${id}/messages`, { text });
}

async function superuser(): Promise<pg.Client> {
  const home = join(opened.dataDir, "postgres");
  const [, , , port] = readFileSync(join(home, "pgdata/postmaster.pid"), "utf8").split("\n");
  const password = readFileSync(join(home, "secrets/postgres-superuser"), "utf8").trim();
  const client = new pg.Client({
    host: "127.0.0.1",
    port: Number(port),
    user: "amana_superuser",
    password,
    database: "amana",
  });
  await client.connect();
  return client;
}

const LOOKS: readonly [Look, ...Look[]] = [
  { lang: "en", theme: "light", width: 1280 },
  { lang: "ar", theme: "dark", width: 390 },
  { lang: "en", theme: "dark", width: 390 },
  { lang: "ar", theme: "light", width: 1280 },
];
/** In short, each look is somebody else's, and who administers the marketplace stands for all of its staff. */
const WALKS = LONG
  ? [null, "buyer", "seller", "arbiter", "finance", "admin"].flatMap((who) => LOOKS.map((look) => ({ who, look })))
  : [null, "buyer", "seller", "admin"].map((who, index) => ({ who, look: LOOKS[index] ?? LOOKS[0] }));

const visitedBySomebody = new Set<string>();

describe("case 101: what somebody wrote is text, on every page, for everybody", () => {
  test.each(WALKS)(
    "$who in $look.lang, $look.theme, at $look.width px",
    async ({ who, look }) => {
      const reader = await newReader(opened.browser, opened.system.url, look);
      const { page, complaints } = reader;
      const ran: string[] = [];
      await page.exposeFunction("canary", (which: unknown) =>
        ran.push(`payload ${String(which)} ran at ${page.url()}`),
      );
      page.on("dialog", (dialog) => {
        ran.push(`a dialog at ${page.url()}: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        if (request.url().includes("canary.example")) ran.push(`${request.url()} was asked for at ${page.url()}`);
      });
      if (who) await signInAs(reader, who);
      let shown = 0;
      await crawl(page, {
        lang: look.lang,
        most: (pattern) => (LONG ? 6 : /^(?:orders|disputes|negotiations)\/:id$/.test(pattern) ? 2 : 1),
        look: async ({ pattern, path }) => {
          // Axe takes longer than all else; in short it looks at each page once.
          if (LONG || !visitedBySomebody.has(pattern)) await expectGoodPage(reader);
          visitedBySomebody.add(pattern);
          expect(await page.locator(TRACES).count(), `${path} took a text for more than text`).toBe(0);
          if ((await page.locator("body").innerText()).includes("canary(")) shown += 1;
        },
      });
      expect(ran).toEqual([]);
      // What is not for everybody is not there for the others.
      expect(complaints.filter((text) => !/status of 404/.test(text))).toEqual([]);
      expect(shown).toBeGreaterThan(3);
      await reader.context.close();
    },
    900_000,
  );

  test("and no page of the app was left out", () => {
    expect(pagePatterns().filter((pattern) => !visitedBySomebody.has(pattern) && !ELSEWHERE.has(pattern))).toEqual([]);
  });
});

/** What no link leads these four to: a secret address, a form, a moment that passes, or what they do not have. Walks of their own go there. */
const ELSEWHERE = new Set([
  ...["join/:token", "second-factor", "verify-email", "reset-password", "orders/:id/paid", "cart/checkout"],
  ...["purchases/:id", "checkout/:productId", "checkout/files/:productId", "orders/:id/offers"],
  ...["proposals/:id/edit", "operations/deals/:id", "settings/webhooks/:id"],
]);
