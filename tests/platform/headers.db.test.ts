import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "../../server/entrypoints/openapi.ts";
import { clientRoot, createWebHandler } from "../../web/handler.ts";
import { createApplication } from "./application.ts";

const PUBLIC_URL = "https://market.example.test";

type Answer = Awaited<ReturnType<typeof ask>>;

let application: Awaited<ReturnType<typeof createApplication>>;
let operations: { method: string; url: string }[];

beforeAll(async () => {
  const web = {
    clientRoot,
    createHandler: (api: (request: Request) => Promise<Response>) => createWebHandler({ api, publicUrl: PUBLIC_URL }),
  };
  application = await createApplication({
    production: true,
    sandbox: null,
    publicUrl: PUBLIC_URL,
    web,
  });
  const { paths } = JSON.parse(await openApiDocument());
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(Object(methods)).map((method) => ({
      method: method.toUpperCase(),
      url: `/api/v1${path.replaceAll(/\{\w+\}/g, "0")}`,
    })),
  );
});
afterAll(() => application.close());

const ask = (method: string, url: string, headers: Record<string, string> = {}) =>
  application.app.inject({ method: method as "GET", url, headers });

/** What must be in every answer, whatever it is. */
function expectSafe({ headers }: Answer, where: string): void {
  expect(headers, where).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "referrer-policy": expect.stringMatching(/^(no-referrer|strict-origin-when-cross-origin)$/),
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(headers["content-security-policy"], where).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"], where).toContain("base-uri 'none'");
  expect(headers, where).not.toHaveProperty("x-powered-by");
  expect(headers, where).not.toHaveProperty("server");
}

/** What is the same for everybody, and changes with a release or by a case in hundreds. */
const KEPT: Readonly<Record<string, string>> = {
  "/api/v1/categories": "public, max-age=3600",
  "/api/v1/disputes/outcomes": "public, max-age=3600",
};

describe("case 108: no answer can be framed, sniffed, kept by a cache or read by another origin", () => {
  test("of any route of the API, to a stranger and to somebody who is signed in", async () => {
    expect(operations.length).toBeGreaterThan(60);
    for (const { method, url } of operations) {
      for (const headers of [{}, { authorization: "Bearer buyer" }, { origin: "https://evil.example.test" }]) {
        const answer = await ask(method, url, headers);
        const where = `${method} ${url}`;
        expectSafe(answer, where);
        expect(answer.headers["cache-control"], where).toBe(KEPT[url] ?? "no-store");
        expect(answer.headers["content-security-policy"], where).toMatch(/^default-src 'none';/);
        expect(answer.headers["access-control-allow-origin"], where).toBeUndefined();
        expect(answer.headers["referrer-policy"], where).toBe("no-referrer");
      }
    }
  });

  test("of what is no route, no method, no address or too much", async () => {
    const odd = [
      await ask("GET", "/api/v1/nowhere"),
      await ask("DELETE", "/api/v1/orders"),
      await ask("OPTIONS", "/api/v1/orders", {
        origin: "https://evil.example.test",
        "access-control-request-method": "POST",
      }),
      await ask("GET", "/api/v1/%zz"),
      await ask("GET", "/health/live"),
      await ask("GET", "/health/ready"),
      await ask("GET", "/api/openapi.json"),
      await ask("GET", "/api/docs"),
      await ask("GET", "/api/problems"),
      await application.app.inject({
        method: "POST",
        url: "/api/v1/orders",
        headers: { "content-type": "application/json", authorization: "Bearer buyer" },
        payload: `"${"x".repeat(300_000)}"`,
      }),
    ];
    for (const answer of odd) expectSafe(answer, `${answer.raw.req.method} ${answer.raw.req.url}`);
    expect(odd.at(-1)?.statusCode).toBe(413);
  });
});

const PAGES = [
  "/",
  "/en",
  "/ar",
  "/en/orders",
  "/en/wallet",
  "/ar/selling",
  "/en/finance",
  "/en/nowhere",
  "/nowhere",
  "/en/orders.data",
  "/sitemap.xml",
];

describe("case 108: no page", () => {
  test.each(PAGES)("at %s can be framed, or runs a script that is not ours", async (url) => {
    const answer = await ask("GET", url, { cookie: "__Host-amana_session=buyer" });
    expectSafe(answer, url);
    const policy = String(answer.headers["content-security-policy"]);
    expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|'unsafe-eval'|\*|data:)/);
    expect(policy).not.toMatch(/(^|; )style-src [^;]*'unsafe-inline'/);
    if (!String(answer.headers["content-type"]).startsWith("text/html")) return;
    const nonce = /script-src 'self' 'nonce-([A-Za-z0-9+/_=-]{16,})'/.exec(policy)?.[1];
    expect(nonce, policy).toBeDefined();
    for (const [script] of answer.body.matchAll(/<script\b[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
    for (const [link] of answer.body.matchAll(/<a\b[^>]*target="_blank"[^>]*>/g))
      expect(link).toMatch(/rel="[^"]*no(opener|referrer)/);
    expect(answer.body).not.toMatch(/<[^>]+\son\w+=/);
  });

  test("has the nonce of another", async () => {
    const policies = await Promise.all(
      Array.from({ length: 20 }, async () => (await ask("GET", "/en")).headers["content-security-policy"]),
    );
    expect(new Set(policies).size).toBe(20);
  });

  test("of somebody who is signed in is kept by a shared cache", async () => {
    for (const url of PAGES) {
      const { headers } = await ask("GET", url, { cookie: "__Host-amana_session=buyer" });
      expect(headers["cache-control"], url).toMatch(/no-store|private|public, max-age=3600/);
      if (/^\/(en|ar)\//.test(url)) expect(headers["cache-control"], url).toMatch(/no-store|private/);
    }
  });
});
