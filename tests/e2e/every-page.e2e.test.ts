import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Api, createApi } from "../../tools/demo/api.ts";
import { crawl, pagePatterns, type Visit } from "./hostile/crawl.ts";
import { PAYLOADS, TRACES } from "./hostile/payloads.ts";
import { poison } from "./hostile/poison.ts";
import { lostByNews } from "./hostile/typed.ts";
import { type Unlinked, unlinked } from "./hostile/unlinked.ts";
import { alive, expectGoodPage, type Look, newReader, type Reader, signInAs } from "./reader.ts";
import { type Opened, openSystem } from "./whole-system.ts";

/** `SWEEP=long`: more of each page, and every look for each of the four. */
const LONG = process.env.SWEEP === "long";

/** The marketplace with six months of history, in which everything that people have written is an attack. */
let opened: Opened;
let api: Api;
let without: Unlinked;

beforeAll(async () => {
  // The endpoint that is asked to be told of events is on this machine.
  opened = await openSystem({ furnished: true, env: { AMANA_WEBHOOK_PRIVATE_ADDRESSES: "allow" } });
  api = createApi(opened.system.url, opened.system.sandboxUrl ?? "");
  await talk();
  without = await unlinked(api);
  const owner = await superuser();
  const replaced = await poison(owner);
  await owner.end();
  expect([...replaced.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(PAYLOADS.length * 10);
}, 240_000);
afterAll(() => opened.close(), 60_000);

/** A conversation in which each of them was said. */
async function talk(): Promise<void> {
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
/** Who administers the marketplace stands for all of its staff. In short, each look is somebody else's. */
const READERS = [null, "buyer", "seller", "admin"];
const WALKS = LONG
  ? LOOKS.flatMap((look) => READERS.map((who) => ({ who, look })))
  : READERS.map((who, index) => ({ who, look: LOOKS[index] ?? LOOKS[0] }));

/** Pages that were there for somebody. */
const visitedBySomebody = new Set<string>();
/** What axe has looked at or is looking at: each page, and each way of not being there. */
const looked = new Set<string>();

/** Gives what the page says. */
const look = async (reader: Reader, as: Look, { pattern, path, status }: Visit): Promise<string> => {
  const what = pattern ?? `${status} ${new URL(reader.page.url()).pathname.slice(3)}`;
  // Axe takes longer than all else: it sees each page once, in the long run once in each look.
  const seen = `${LONG ? `${as.lang} ${as.theme} ` : ""}${status < 400 ? what : status}`;
  if (!looked.has(seen)) {
    looked.add(seen);
    await expectGoodPage(reader);
  }
  if (pattern !== null) visitedBySomebody.add(pattern);
  const { traces, text } = await reader.page.evaluate<{ traces: number; text: string }>(
    `({ traces: document.querySelectorAll(${JSON.stringify(TRACES)}).length, text: document.body.innerText })`,
  );
  expect(traces, `${path} took a text for more than text`).toBe(0);
  return text;
};

describe("case 101: what somebody wrote is text, on every page, for everybody", () => {
  // All at once: most of a walk is waiting for an answer.
  test.concurrent.each(WALKS)(
    "$who in $look.lang, $look.theme, at $look.width px",
    async ({ who, look: as }) => {
      const reader = await newReader(opened.browser, opened.system.url, as);
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
        lang: as.lang,
        starts: without(who),
        most: (pattern) => (LONG ? 3 : /^(?:orders|disputes|negotiations)\/:id$/.test(pattern) ? 2 : 1),
        look: async (visit) => {
          if ((await look(reader, as, visit)).includes("canary(")) shown += 1;
        },
      });
      if (who === "buyer") await refusedOffer(reader, as);
      expect(ran).toEqual([]);
      // What is not for everybody is not there for the others, and the one offer was refused.
      expect(complaints.filter((text) => !/status of 404|status of 422.*\/offers\)$/.test(text))).toEqual([]);
      expect(shown).toBeGreaterThan(3);
      await reader.context.close();
    },
    LONG ? 7_200_000 : 900_000,
  );

  /** What a browser without script shows when an answer to an offer is refused. */
  async function refusedOffer(reader: Reader, as: Look): Promise<void> {
    const { page } = reader;
    const order = without("buyer").find((path) => path.endsWith("/offers"));
    await page.evaluate(`(() => {
      const form = document.createElement("form");
      Object.assign(form, { method: "post", action: "/${reader.lang}${order}" });
      form.innerHTML = '<input name="verb" value="accept"><input name="consent" value="cns_1">';
      document.body.append(form);
      form.submit();
    })()`);
    await page.getByRole("heading", { name: reader.say("offer.failedTitle") }).waitFor();
    await look(reader, as, { pattern: "orders/:id/offers", path: page.url(), status: 200 });
  }

  test("and no page of the app was left out", () => {
    expect(pagePatterns().filter((pattern) => !visitedBySomebody.has(pattern))).toEqual([]);
  });
});

// In short for the side with the most forms.
test.each(LONG ? ["buyer", "seller", "admin"] : ["seller"])(
  "news take nothing away that the %s has typed, on any page",
  async (who) => {
    const reader = await newReader(opened.browser, opened.system.url, LOOKS[0]);
    await signInAs(reader, who);
    const lost: Record<string, string[]> = {};
    let withForms = 0;
    await crawl(reader.page, {
      lang: "en",
      starts: without(who),
      most: () => 1,
      look: async ({ pattern, path }) => {
        if (pattern === null || (await reader.page.locator("main form").count()) === 0) return;
        await alive(reader.page);
        const fields = await lostByNews(reader, api);
        if (fields.length > 0) lost[path] = fields;
        withForms += 1;
      },
    });
    expect(lost).toEqual({});
    expect(withForms).toBeGreaterThan(20);
    await reader.context.close();
  },
  900_000,
);
