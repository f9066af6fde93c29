import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Opened, openSystem } from "./whole-system.ts";

/** A demo buyer's session; in a sandbox its token is known. */
const TOKEN = "sandbox-buyer";
/** What a thief would have done in the victim's name: each of these would be seen in what is looked at afterwards. */
const WANTED = [
  ["PATCH", "/users/me", { name: "Mallory" }],
  ["POST", "/auth/sign-out", {}],
  ["POST", "/auth/sessions/revoke-others", {}],
  ["POST", "/users/me/api-keys", { name: "theirs", scopes: ["orders:write"] }],
] as const;

let opened: Opened;
let system: Opened["system"];
let browser: Opened["browser"];
let pages: Server;
let port: number;

beforeAll(async () => {
  opened = await openSystem();
  ({ system, browser } = opened);
  pages = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(ATTACKS(system.url)));
  pages.listen(0);
  await once(pages, "listening");
  const address = pages.address();
  port = typeof address === "object" && address ? address.port : 0;
});
afterAll(async () => {
  pages?.close();
  await opened?.close();
});

/** A page that tries each in every way that HTML and scripts have, and says when all of them are through. */
const ATTACKS = (target: string): string => `<!doctype html><title>a page of somebody else</title><body><script>
  const wanted = ${JSON.stringify(WANTED)};
  const at = (path) => ${JSON.stringify(`${target}/api/v1`)} + path;
  const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  function form(path, fields, enctype) {
    const frame = document.body.appendChild(Object.assign(document.createElement("iframe"), { name: "f" + Math.random() }));
    const form = Object.assign(document.createElement("form"), { method: "post", action: at(path), enctype, target: frame.name });
    for (const [name, value] of Object.entries(fields))
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    document.body.append(form);
    return new Promise((resolve) => { frame.addEventListener("load", resolve); form.submit(); later(5000).then(resolve); });
  }
  const quietly = (promise) => promise.catch(() => {});
  async function attack() {
    for (const [method, path, body] of wanted) {
      const text = JSON.stringify(body);
      await form(path, { ...body, _method: method }, "application/x-www-form-urlencoded");
      await form(path, { ...body, _method: method }, "multipart/form-data");
      await form(path, { [text.slice(0, -1) + (text.length > 2 ? "," : "") + '"x":"']: '"}' }, "text/plain");
      for (const type of ["text/plain", "application/x-www-form-urlencoded"])
        await quietly(fetch(at(path), { method: "POST", mode: "no-cors", credentials: "include", headers: { "content-type": type }, body: text }));
      for (const headers of [{ "content-type": "application/json" }, { "x-http-method-override": method }])
        await quietly(fetch(at(path), { method, mode: "cors", credentials: "include", headers, body: text }));
      navigator.sendBeacon(at(path), new Blob([text], { type: "text/plain" }));
      new Image().src = at(path) + "?_method=" + method;
    }
    await new Promise((resolve) => {
      const socket = new WebSocket(at("/realtime").replace("http", "ws"));
      window.heard = [];
      socket.onmessage = ({ data }) => window.heard.push(data);
      socket.onopen = () => window.heard.push("open");
      socket.onclose = resolve;
    });
    await later(200);
    window.through = true;
  }
  attack();
</script>`;

const victim = async () => {
  const context = await browser.newContext();
  await context.addCookies([
    { name: "amana_session", value: TOKEN, url: system.url, httpOnly: true, sameSite: "Lax" as const },
  ]);
  return { context, page: await context.newPage() };
};

type Seen = { readonly name: string; readonly data: readonly { readonly id: string }[] };

/** What the victim's account looks like. */
async function account() {
  const get = async (path: string): Promise<Seen> => {
    const answer = await fetch(`${system.url}/api/v1${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    return JSON.parse(await answer.text());
  };
  const { name } = await get("/users/me");
  const [sessions, keys] = [await get("/auth/sessions"), await get("/users/me/api-keys")];
  return { name, sessions: sessions.data.map(({ id }) => id).sort(), keys: keys.data.length };
}

/** The answers that the server gave to requests of the page, and whether they came with the cookie. */
function answersTo(page: Page) {
  const seen: { status: number; method: string; cookie: boolean }[] = [];
  page.on("response", async (response) => {
    const request = response.request();
    if (!response.url().startsWith(system.url)) return;
    const headers: Record<string, string> = await request.allHeaders().catch(() => ({}));
    seen.push({ status: response.status(), method: request.method(), cookie: "cookie" in headers });
  });
  return seen;
}

describe("case 94: a page of another origin does nothing in the name of somebody who is signed in", () => {
  test.each([
    ["of another site", "127.0.0.1"],
    ["of our own host, at another port, which is the same site to a browser", "localhost"],
  ])("%s", async (_, host) => {
    expect(new URL(system.url).hostname).toBe("localhost");
    const before = await account();
    const { context, page } = await victim();
    const answers = answersTo(page);
    await page.goto(`http://${host}:${port}/`);
    await page.waitForFunction("window.through === true");
    const changing = answers.filter(({ method }) => !["GET", "OPTIONS"].includes(method));
    // Of another site, Chromium sends only some of them at all.
    expect(changing.length).toBeGreaterThanOrEqual(WANTED.length * 2);
    expect(changing.filter(({ status }) => status < 400)).toEqual([]);
    // A browser sends a cookie that is SameSite=Lax to a page of the same site: there the origin alone stands between.
    if (host === "localhost") expect(changing.filter(({ cookie }) => cookie).length).toBeGreaterThan(0);
    else expect(changing.filter(({ cookie }) => cookie)).toEqual([]);
    expect(await page.evaluate("window.heard")).toEqual([]);
    expect(await account()).toEqual(before);
    await context.close();
  });

  test("nor does a link that the victim follows", async () => {
    const before = await account();
    const { context, page } = await victim();
    for (const [method, path] of WANTED) await page.goto(`${system.url}/api/v1${path}?_method=${method}`);
    expect(await account()).toEqual(before);
    await context.close();
  });
});
