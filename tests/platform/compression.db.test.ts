import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientRoot, createWebHandler } from "../../web/handler.ts";
import { createApplication } from "./application.ts";

const PUBLIC_URL = "https://market.example.test";
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };

let application: Awaited<ReturnType<typeof createApplication>>;

beforeAll(async () => {
  const web = {
    clientRoot,
    createHandler: (api: (request: Request) => Promise<Response>) => createWebHandler({ api, publicUrl: PUBLIC_URL }),
  };
  application = await createApplication({ production: true, sandbox: null, publicUrl: PUBLIC_URL, web });
});
afterAll(() => application.close());

const get = (url: string, encoding: string, headers: Record<string, string> = {}) =>
  application.app.inject({ method: "GET", url, headers: { "accept-encoding": encoding, ...headers } });

describe.each(["br", "gzip"] as const)("to a browser that reads %s", (way) => {
  test("the app's files go compressed, and are the same files", async () => {
    const names = readdirSync(join(clientRoot, "assets")).filter((name) => /\.(?:js|css)$/.test(name));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      const file = readFileSync(join(clientRoot, "assets", name));
      const answer = await get(`/assets/${name}`, way);
      expect(answer.headers["content-encoding"], name).toBe(file.length < 1024 ? undefined : way);
      const got = file.length < 1024 ? answer.rawPayload : UNPACK[way](answer.rawPayload);
      expect(got.equals(file), name).toBe(true);
      expect(answer.headers["cache-control"], name).toContain("immutable");
      expect(answer.headers["content-type"], name).toMatch(/^(?:application\/javascript|text\/(?:javascript|css))/);
    }
  });

  test("a page for strangers goes compressed", async () => {
    const answer = await get("/en/help", way);
    expect(answer.headers["content-encoding"]).toBe(way);
    expect(answer.headers.vary).toContain("accept-encoding");
    expect(UNPACK[way](answer.rawPayload).toString()).toContain("</html>");
  });

  test("a page for somebody who is signed in goes compressed, and its length tells nothing", async () => {
    const lengths = new Set<number>();
    for (let asked = 0; asked < 20; asked += 1) {
      const answer = await get("/en/help", way, { cookie: "amana_lang=en; __Host-amana_session=anything" });
      expect(answer.headers["content-encoding"]).toBe(way);
      expect(UNPACK[way](answer.rawPayload).toString()).toContain("</html>");
      expect(answer.headers["x-padding"]).toMatch(/^[0-9a-f]{1,127}$/);
      lengths.add(String(answer.headers["x-padding"]).length);
    }
    expect(lengths.size).toBeGreaterThan(5);
  });
});

test("a browser that reads neither gets both as they are", async () => {
  for (const encoding of ["identity", "zstd", "br;q=0, gzip;q=0"]) {
    const answer = await get("/en/help", encoding);
    expect(answer.headers).not.toHaveProperty("content-encoding");
    expect(answer.body).toContain("</html>");
  }
});

test("what is no text is not compressed again", async () => {
  const font = readdirSync(join(clientRoot, "assets")).find((name) => name.endsWith(".woff2"));
  expect(font).toBeDefined();
  expect((await get(`/assets/${font}`, "br")).headers).not.toHaveProperty("content-encoding");
});
