import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import type { Counter } from "#runtime/limits";
import { as, ORIGIN, sampleRoutes, sampleServer, THING } from "./sample.ts";

let app: FastifyInstance;
afterEach(() => app.close());

/** Counts for ever, and remembers what it was asked. */
function counting() {
  const points = new Map<string, number>();
  const counter: Counter = {
    count(key, limit) {
      const taken = points.get(key) ?? 0;
      if (taken >= limit.points) return { allowed: false, remaining: 0, resetSeconds: 17 };
      points.set(key, taken + 1);
      return { allowed: true, remaining: limit.points - taken - 1, resetSeconds: 17 };
    },
    look: (key, limit) => ({ allowed: (points.get(key) ?? 0) < limit.points, remaining: 0, resetSeconds: 17 }),
  };
  return { points, counter };
}

const limited = async (factor = 1) => {
  const counts = counting();
  app = await sampleServer({ limits: { ...counts, factor }, routes: sampleRoutes(), trustProxy: "127.0.0.1" });
  return counts;
};

const read = (headers: Record<string, string> = {}) => app.inject({ url: "/api/v1/things", headers });

describe("how often somebody may ask", () => {
  test("is told with every answer, and the one too many is refused with the time to wait", async () => {
    await limited(0.01);
    const first = await read();
    expect(first.headers).toMatchObject({ "ratelimit-policy": '"reads";q=3;w=60', ratelimit: '"reads";r=2;t=17' });
    await read();
    await read();
    const refused = await read();
    expect([refused.statusCode, refused.json().code, refused.json().canRetry]).toEqual([429, "RATE_LIMITED", true]);
    expect(refused.headers).toMatchObject({ "retry-after": "17", ratelimit: '"reads";r=0;t=17' });
  });

  test("is counted by user or program for those who are known, and by network for those who are not", async () => {
    const { points } = await limited();
    await read();
    await read({ "x-forwarded-for": "2001:db8:7:7:aaaa::1" });
    await read({ "x-forwarded-for": "2001:db8:7:7:bbbb::2" });
    await read(as("asha"));
    await app.inject({ method: "POST", url: "/api/v1/things", headers: as("asha"), payload: THING });
    expect([...points]).toEqual([
      ["reads:127.0.0.1", 1],
      ["reads:2001:db8:7:7::/64", 2],
      ["reads:usr_0199aa00c0de7000a000000000000011", 1],
      ["commands:usr_0199aa00c0de7000a000000000000011", 1],
    ]);
  });

  test("is not limited for providers' news, for the scheduler, for files and documentation, or with factor 0", async () => {
    const { points } = await limited();
    await app.inject({ method: "POST", url: "/api/v1/webhooks/demo", payload: "{}" });
    await app.inject({ method: "POST", url: "/api/v1/cron/sweep", headers: as("cron") });
    await app.inject({ url: "/api/v1/sandbox", headers: as("asha") });
    await app.inject("/api/openapi.json");
    await app.inject("/nowhere");
    expect([...points]).toEqual([]);
    await app.close();
    const off = await limited(0);
    expect((await read()).headers.ratelimit).toBeUndefined();
    expect([...off.points]).toEqual([]);
  });

  test("holds before the body is read and before rights are looked at", async () => {
    const { points } = await limited(0.01);
    for (let n = 0; n < 3; n += 1) await app.inject({ url: "/api/v1/admin/money" });
    expect((await app.inject({ url: "/api/v1/admin/money" })).statusCode).toBe(429);
    expect(points.get("reads:127.0.0.1")).toBe(3);
  });

  test("a network that shows many wrong tokens waits before the next is looked up; right ones of other networks go on", async () => {
    const { points } = await limited(0.01);
    let looked = 0;
    await app.close();
    app = await sampleServer({
      limits: { ...counting(), factor: 0.01 },
      trustProxy: "127.0.0.1",
      authenticate: async () => {
        looked += 1;
        return { kind: "anonymous" };
      },
    });
    const codes: number[] = [];
    for (let n = 0; n < 5; n += 1)
      codes.push((await app.inject({ url: "/api/v1/things", headers: { authorization: "Bearer wrong" } })).statusCode);
    expect([codes, looked]).toEqual([[200, 200, 200, 429, 429], 3]);
    const elsewhere = { authorization: "Bearer wrong", "x-forwarded-for": "198.51.100.9" };
    expect((await app.inject({ url: "/api/v1/things", headers: elsewhere })).statusCode).toBe(200);
    expect(points.size).toBe(0);
  });
});

const SHOP = "https://shop.example.test";
const abroad = (origin: string) => ({ origin, "sec-fetch-site": "cross-site" });

describe("pages of other origins", () => {
  const open = async (credentials: boolean) => {
    app = await sampleServer({ cors: [{ origin: SHOP, credentials }] });
  };

  test("may read answers when their origin is listed, exactly as it is written", async () => {
    await open(false);
    const answer = await read({ origin: SHOP });
    expect(answer.headers).toMatchObject({ "access-control-allow-origin": SHOP, vary: "origin" });
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    expect(answer.headers["access-control-expose-headers"]).toContain("RateLimit");
    for (const origin of [
      "https://shop.example.test:8443",
      "http://shop.example.test",
      "https://a.shop.example.test",
      "null",
    ])
      expect((await read({ origin })).headers["access-control-allow-origin"], origin).toBeUndefined();
  });

  test("are answered before they ask: what may be sent", async () => {
    await open(false);
    const ask = {
      ...abroad(SHOP),
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization",
    };
    const answer = await app.inject({ method: "OPTIONS", url: "/api/v1/things", headers: ask });
    expect([answer.statusCode, answer.body]).toEqual([204, ""]);
    expect(answer.headers["access-control-allow-headers"]).toContain("Idempotency-Key");
    const strange = { ...ask, origin: "https://evil.example.test" };
    const refused = await app.inject({ method: "OPTIONS", url: "/api/v1/things", headers: strange });
    expect(refused.statusCode).toBe(405);
    expect(refused.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("send a bearer token of their own, and never our cookie unless that is listed too", async () => {
    await open(false);
    const send = (headers: Record<string, string>) =>
      app.inject({ method: "POST", url: "/api/v1/things", headers: { ...abroad(SHOP), ...headers }, payload: THING });
    expect((await send(as("asha"))).statusCode).toBe(201);
    expect((await send({ cookie: "amana_session=asha" })).statusCode).toBe(403);
    await app.close();
    await open(true);
    expect((await send({ cookie: "amana_session=asha" })).statusCode).toBe(201);
    expect((await read({ origin: SHOP })).headers["access-control-allow-credentials"]).toBe("true");
    const evil = { ...abroad("https://evil.example.test"), cookie: "amana_session=asha" };
    const refused = await app.inject({ method: "POST", url: "/api/v1/things", headers: evil, payload: THING });
    expect(refused.statusCode).toBe(403);
  });

  test("nothing is said where nothing is listed, and our own origin needs no listing", async () => {
    app = await sampleServer();
    const answer = await read({ origin: SHOP });
    expect([answer.headers["access-control-allow-origin"], answer.headers.vary]).toEqual([undefined, undefined]);
    const ours = { origin: ORIGIN, cookie: "amana_session=asha" };
    expect(
      (await app.inject({ method: "POST", url: "/api/v1/things", headers: ours, payload: THING })).statusCode,
    ).toBe(201);
  });
});
