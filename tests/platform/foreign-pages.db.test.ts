import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApplication } from "./application.ts";

/** The origin whose pages are ours, as the world of these tests has it. */
const OURS = "https://amana.example.test";
const COOKIE = "amana_session=buyer";

let application: Awaited<ReturnType<typeof createApplication>>;
let operations: { method: string; url: string; tag: string }[];

beforeAll(async () => {
  application = await createApplication();
  const document = await application.app.inject("/api/openapi.json");
  const { paths }: { paths: Record<string, Record<string, { tags: string[] }>> } = document.json();
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { tags }]) => ({
      ...{ method: method.toUpperCase(), url: `/api/v1${path.replaceAll(/\{\w+\}/g, "0")}`, tag: String(tags) },
    })),
  );
}, 300_000);
afterAll(() => application.close());

const send = (method: string, url: string, headers: Record<string, string>, payload?: string) =>
  application.app.inject({ method: method as "POST", url, headers, ...(payload !== undefined && { payload }) });

/** What pages of others can have a browser send with our cookie, as far as the headers tell. */
const FOREIGN: Readonly<Record<string, Record<string, string>>> = {
  "a page of another site": { origin: "https://evil.example.test", "sec-fetch-site": "cross-site" },
  "a page in a sandboxed frame, or of a file": { origin: "null", "sec-fetch-site": "cross-site" },
  "a page of a subdomain": { origin: "https://shop.amana.example.test", "sec-fetch-site": "same-site" },
  "a page of a domain that begins like ours": { origin: `${OURS}.evil.example.test` },
  "a page of our host over plain HTTP": { origin: "http://amana.example.test", "sec-fetch-site": "cross-site" },
  "a page of our host at another port": { origin: `${OURS}:8443`, "sec-fetch-site": "same-site" },
  "a browser that names no origin, from a subdomain": { "sec-fetch-site": "same-site" },
  "a browser that names no origin and was told by nobody": { "sec-fetch-site": "none" },
  "something old that names neither": {},
};
const BODIES: readonly (readonly [type: string, text: string])[] = [
  ["application/json", "{}"],
  ["text/plain", "{}"],
  ["application/x-www-form-urlencoded", "a=b"],
  ["multipart/form-data; boundary=x", "--x--"],
];

describe("case 94: a request with our cookie is refused on every route that changes something", () => {
  test.each(Object.entries(FOREIGN))("from %s, in whatever form", async (_, headers) => {
    const unsafe = operations.filter(({ method, tag }) => method !== "GET" && tag !== "webhooks");
    expect(unsafe.length).toBeGreaterThan(50);
    for (const { method, url } of unsafe)
      for (const [type, text] of BODIES) {
        const answer = await send(method, url, { cookie: COOKIE, ...headers, "content-type": type }, text);
        expect([answer.statusCode, answer.json().code], `${method} ${url} as ${type}`).toEqual([403, "FORBIDDEN"]);
      }
  });

  test("and from our own pages when it is in a form that a plain form or a beacon could send", async () => {
    for (const { method, url } of operations.filter(({ method, tag }) => method !== "GET" && tag !== "webhooks"))
      for (const [type, text] of BODIES.slice(1)) {
        const answer = await send(method, url, { cookie: COOKIE, origin: OURS, "content-type": type }, text);
        const where = `${method} ${url} as ${type}`;
        // The token endpoint of OAuth takes forms, by its standard, and looks at no cookie.
        expect([400, 401, 403, 415], where).toContain(answer.statusCode);
        expect(answer.headers["set-cookie"], where).toBeUndefined();
      }
  });
});

test("case 94: nobody is signed in, registered or signed out by a page of others, though there is no cookie yet", async () => {
  const body = JSON.stringify({ email: "asha@example.test", password: "a long walk by the lake" });
  for (const path of ["/auth/sign-in", "/auth/register", "/auth/password/forgot", "/auth/second-factor"])
    for (const type of ["application/json", "text/plain"])
      for (const [what, headers] of Object.entries(FOREIGN)) {
        if (headers.origin === undefined) continue;
        const answer = await send("POST", `/api/v1${path}`, { ...headers, "content-type": type }, body);
        expect([answer.statusCode, answer.headers["set-cookie"]], `${path} from ${what}`).toEqual([403, undefined]);
      }
});

describe("case 94: the method is the request line's", () => {
  const lives = async () =>
    (await send("GET", "/api/v1/users/me", { cookie: COOKIE, "sec-fetch-site": "cross-site" })).statusCode;

  test.each([
    ["GET", "/api/v1/auth/sign-out", { "x-http-method-override": "POST" }],
    ["GET", "/api/v1/auth/sign-out?_method=POST", { "x-method-override": "POST" }],
    ["GET", "/api/v1/auth/sessions/revoke-others", { "x-http-method": "POST" }],
    ["HEAD", "/api/v1/auth/sign-out", { "x-http-method-override": "POST" }],
  ])("%s %s signs nobody out", async (method, url, headers) => {
    const answer = await send(method, url, { cookie: COOKIE, origin: OURS, ...headers });
    expect([400, 404, 405]).toContain(answer.statusCode);
    expect(await lives()).toBe(200);
  });

  test("TRACE, CONNECT-like and invented methods reach no route", async () => {
    for (const method of ["TRACE", "PROPFIND", "SEARCH", "LOCK"]) {
      const answer = await send(method, "/api/v1/auth/sign-out", { cookie: COOKIE, origin: OURS });
      expect([400, 404, 405], method).toContain(answer.statusCode);
    }
    expect(await lives()).toBe(200);
  });
});

/** Every table but what only counts visits. */
async function everything(): Promise<string> {
  const tables = await application.database.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('session', 'place') order by 1`,
  );
  const rows: unknown[] = [];
  for (const { name } of tables)
    rows.push(name, await application.database.owner.query(`select t::text from ${name} t order by 1`));
  return JSON.stringify(rows);
}

test("case 94: nothing is changed by reading, which pages of others may have a browser do", async () => {
  const { world } = application;
  const { order } = await world.paid();
  const before = await everything();
  for (const { url } of operations.filter(({ method }) => method === "GET"))
    for (const method of ["GET", "HEAD"])
      for (const address of [url, url.replace("/orders/0", `/orders/${order.id}`)])
        await send(method, address, { cookie: COOKIE, origin: "https://evil.example.test" });
  expect(await everything()).toBe(before);
});
