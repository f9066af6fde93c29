import { readFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, createApi, type Money } from "../../tools/demo/api.ts";
import { FURNISHED } from "../../tools/furnish/archive.ts";
import { type System, startSystem } from "../../tools/system.ts";
import { TRIAL } from "../files/trial.ts";
import { openBrowser } from "./browser.ts";
import { sessionOf } from "./session.ts";

/** The sandbox as a visitor finds it after `npm start`. */
let system: System;
let api: Api;
let browser: Browser;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "amana-furnished-"));
  // PostgreSQL does not run as root: another user must be able to enter.
  await chmod(dataDir, 0o755);
  system = await startSystem({ dataDir, furnished: true, port: 0, sandboxPort: 0, build: false });
  browser = await openBrowser({ shellDoes: true });
  api = createApi(system.url, system.sandboxUrl ?? "");
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

test("case 105: what comes is looked at by the simulators' scanner: the harmless trial virus does not stay", async () => {
  const good = await api.bring("buyer", "note.txt", "message", "all is well");
  expect(good.scan).toBe("clean");
  const bad = await api.bring("buyer", "trial.txt", "message", TRIAL.toString("latin1"));
  expect(bad.scan).toBe("infected");
  await expect(api.post("buyer", `/files/${bad.id}/link`)).rejects.toThrow("FILE_INFECTED");
});

type Custody = {
  readonly data: readonly {
    readonly balanced: boolean;
    readonly held: readonly { readonly family: string; readonly sum: Money }[];
  }[];
};

/** Every page of a list. */
async function all<T>(as: string, path: string): Promise<T[]> {
  const found: T[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: { data: T[]; nextCursor: string | null } = await api.get(
      as,
      `${path}${path.includes("?") ? "&" : "?"}limit=100${cursor && `&cursor=${cursor}`}`,
    );
    found.push(...page.data);
    cursor = page.nextCursor;
  }
  return found;
}

/** What the books say is at the gateway, and what its own statement says. */
async function atTheGateway(): Promise<{ balanced: boolean; booked: number; stated: number }> {
  const { data } = await api.get<Custody>("finance", "/finance/custody");
  const { entries } = await api.statement();
  const clearing = data.flatMap(({ held }) => held.filter(({ family }) => family === "clearing"));
  return {
    balanced: data.every(({ balanced }) => balanced),
    booked: clearing.reduce((total, { sum }) => total + sum.amount, 0),
    stated: entries.reduce((total, { amount }) => total + amount, 0),
  };
}

test("its clock stands where its history ends, a little later by now", async () => {
  const { at } = JSON.parse(readFileSync(join(FURNISHED, "archive.json"), "utf8"));
  const { now } = await api.get<{ now: string }>("buyer", "/sandbox/clock");
  expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(at));
  expect(Date.parse(now)).toBeLessThan(Date.parse(at) + 3_600_000);
});

test("there are orders in every state that a visitor should see, over six months", async () => {
  const orders = await all<{ status: string; createdAt: string }>("admin", "/admin/orders");
  const statuses = new Set(orders.map(({ status }) => status));
  for (const status of ["payment_pending", "escrow_locked", "shipped", "in_transit", "delivered", "disputed"])
    expect(statuses, status).toContain(status);
  for (const status of ["completed", "refunded", "cancelled"]) expect(statuses, status).toContain(status);
  expect(new Set(orders.map(({ createdAt }) => createdAt.slice(0, 7))).size).toBeGreaterThanOrEqual(6);
});

test("a buyer finds an order by its number, among all and among those that are over", async () => {
  const cookie = await sessionOf(system.url, "buyer");
  const listed = async (query: string): Promise<Set<string>> => {
    const page = await (await fetch(`${system.url}/en/orders?${query}`, { headers: { cookie } })).text();
    return new Set(page.match(/(?<=href="\/en\/orders\/)ord_\w+/g));
  };
  const orders = await all<{ id: string; number: string; status: string }>("buyer", "/orders?role=buyer");
  const over = orders.find(({ status }) => status === "completed");
  expect((await listed("")).size).toBe(20);
  expect(await listed(`q=${over?.number}`)).toEqual(new Set([over?.id]));
  expect(await listed(`show=done&q=${over?.number}`)).toEqual(new Set([over?.id]));
  expect(await listed(`show=open&q=${over?.number}`)).toEqual(new Set());
  const open = orders.filter(({ status }) => !["completed", "cancelled", "refunded", "failed"].includes(status));
  expect(await listed("show=open")).toEqual(new Set(open.slice(0, 20).map(({ id }) => id)));
});

test("eighty listings have a picture each", async () => {
  const listings = await all<{ pictureUrl: string | null }>("buyer", "/listings");
  expect(new Set(listings.map(({ pictureUrl }) => pictureUrl)).size).toBe(listings.length);
  expect(listings.length).toBeGreaterThanOrEqual(80);
  const shown = await Promise.all(listings.map(({ pictureUrl }) => fetch(`${system.url}${pictureUrl}`)));
  expect(shown.filter(({ ok }) => !ok)).toEqual([]);
});

test.each([320, 390, 412, 560, 1280])(
  "at %i points of width each picture says how wide it is drawn, so that no larger one is fetched",
  async (width) => {
    const [listing] = await all<{ id: string }>("buyer", "/listings?kind=physical");
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    for (const path of ["/en/browse", `/en/products/${listing?.id}`]) {
      await page.goto(system.url + path, { waitUntil: "load" });
      // Of a picture that is chosen by its width the natural width is what it said of itself.
      const shares = await page.evaluate<number[]>(
        "[...document.images].filter((one) => one.sizes && one.complete).map((one) => one.naturalWidth / one.clientWidth)",
      );
      expect(shares.length, path).toBeGreaterThan(0);
      expect(Math.min(...shares), path).toBeGreaterThan(0.85);
      expect(Math.max(...shares), path).toBeLessThan(1.15);
    }
    await page.close();
  },
);

test("disputes wait for an answer, for an arbiter and for the second one", async () => {
  const disputes = await all<{ stage: string }>("arbiter", "/admin/disputes");
  expect(new Set(disputes.map(({ stage }) => stage))).toEqual(new Set(["answer", "decision", "appeal"]));
});

test("the books balance, the gateway's statement agrees, and both still do when time goes on", async () => {
  const before = await atTheGateway();
  expect(before).toMatchObject({ balanced: true, stated: before.booked });
  await api.advance("P4D");
  const after = await atTheGateway();
  expect(after).toMatchObject({ balanced: true, stated: after.booked });
  expect(after.booked).not.toBe(before.booked);
});

test("the ledger is sealed with this sandbox's own key", async () => {
  await api.advance("PT1M");
  const { heads } = await api.get<{ heads: readonly { chain: string; last: number }[] }>("finance", "/seals");
  expect(heads.find(({ chain }) => chain === "ledger")?.last).toBeGreaterThan(500);
});
