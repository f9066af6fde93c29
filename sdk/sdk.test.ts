import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { AmanaProblem, createAmana, verifyWebhook, WebhookRefused } from "./index.ts";

type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

/** A server that answers what it is told, in order, and remembers what it was asked; "lost" breaks the connection. */
function server(...replies: (Reply | "lost")[]) {
  const asked: { method: string; url: string; headers: Record<string, string>; body: string }[] = [];
  const pauses: number[] = [];
  const ahead = [...replies];
  const options = {
    baseUrl: "https://market.example.test/",
    token: "amk_demo",
    wait: async (ms: number) => void pauses.push(ms),
    random: () => 0.5,
    fetch: async (request: Request): Promise<Response> => {
      const { method, url } = request;
      asked.push({ method, url, headers: Object.fromEntries(request.headers), body: await request.text() });
      const next = ahead.shift();
      if (!next) throw new Error("nothing more was expected");
      if (next === "lost") throw new TypeError("fetch failed");
      const type = next.status >= 400 ? "application/problem+json" : "application/json";
      const body = next.body === undefined ? null : JSON.stringify(next.body);
      return new Response(body, { status: next.status, headers: { "content-type": type, ...next.headers } });
    },
  };
  return { asked, pauses, options };
}

const problem = (code: string, more: object = {}) => ({
  code,
  title: code,
  detail: code,
  canRetry: false,
  requestId: "r-1",
  ...more,
});
const ORDER = "ord_0199aa00c0de7000a000000000000042";
const path = { params: { path: { id: ORDER } } };
const command = { ...path, body: {} };

describe("a request", () => {
  test("carries the token, and answers with the body", async () => {
    const { asked, options } = server({ status: 200, body: { id: ORDER } });
    expect(await createAmana(options).get("/orders/{id}", path)).toEqual({ id: ORDER });
    expect(asked[0]).toMatchObject({
      url: `https://market.example.test/api/v1/orders/${ORDER}`,
      headers: { authorization: "Bearer amk_demo" },
    });
    expect(asked[0]?.headers["idempotency-key"]).toBeUndefined();
  });

  test("that is refused throws the problem as the server says it", async () => {
    const { options } = server({ status: 404, body: problem("NOT_FOUND") });
    const refused = await createAmana(options)
      .get("/orders/{id}", path)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AmanaProblem);
    expect(refused).toMatchObject({ status: 404, code: "NOT_FOUND", canRetry: false, requestId: "r-1" });
  });

  test("that a proxy answers throws a problem too", async () => {
    const { options } = server({ status: 502, headers: { "content-type": "text/html" } });
    const refused = await createAmana(options)
      .get("/users/me")
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 502, code: "UNREADABLE", canRetry: true });
  });
});

describe("a command", () => {
  test("has one key over all its tries, and each command another", async () => {
    const { asked, pauses, options } = server(
      "lost",
      { status: 503, body: problem("OVERLOADED"), headers: { "retry-after": "5" } },
      { status: 200, body: {} },
      { status: 200, body: {} },
    );
    const amana = createAmana(options);
    await amana.post("/orders/{id}/confirm-delivery", command);
    await amana.post("/orders/{id}/confirm-delivery", command);
    const keys = asked.map(({ headers }) => headers["idempotency-key"]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect([keys[1], keys[2]]).toEqual([keys[0], keys[0]]);
    expect(keys[3]).not.toBe(keys[0]);
    expect(pauses).toEqual([250, 5_000]);
  });

  test("whose first try still runs waits for its answer; one whose state refuses does not", async () => {
    const running = server(
      { status: 409, body: problem("IDEMPOTENCY_IN_FLIGHT"), headers: { "retry-after": "1" } },
      { status: 200, body: {} },
    );
    await createAmana(running.options).post("/orders/{id}/confirm-delivery", command);
    expect(running.asked.length).toBe(2);
    const refusing = server({ status: 409, body: problem("TRANSITION_NOT_ALLOWED") });
    await expect(createAmana(refusing.options).post("/orders/{id}/confirm-delivery", command)).rejects.toMatchObject({
      code: "TRANSITION_NOT_ALLOWED",
    });
  });

  test("is given up after so many tries, and at once when the wait is too long", async () => {
    const lost = server("lost", "lost", "lost");
    await expect(
      createAmana({ ...lost.options, retries: 2 }).post("/orders/{id}/confirm-delivery", command),
    ).rejects.toThrow("fetch failed");
    expect(lost.asked.length).toBe(3);
    const long = server({ status: 429, body: problem("RATE_LIMITED"), headers: { "retry-after": "3600" } });
    await expect(createAmana(long.options).get("/users/me")).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });

  test("that needs a confirmation asks for it, and is sent again with the same key and the challenge", async () => {
    const challenge = {
      id: "stp_0199aa00c0de7000a000000000000042",
      action: "withdraw",
      by: "totp",
      expiresAt: "2026-11-21T09:35:00.000Z",
    };
    const { asked, options } = server(
      { status: 403, body: problem("STEP_UP_REQUIRED", { challenge }) },
      { status: 204 },
      { status: 200, body: {} },
    );
    const asks: unknown[] = [];
    const stepUp = async (given: unknown) => {
      asks.push(given);
      return "123456";
    };
    await createAmana({ ...options, stepUp }).post("/orders/{id}/confirm-delivery", command);
    expect(asks).toEqual([challenge]);
    expect(asked[1]).toMatchObject({
      method: "POST",
      url: `https://market.example.test/api/v1/auth/step-up/${challenge.id}`,
      body: '{"code":"123456"}',
    });
    expect(asked[2]?.headers["amana-step-up"]).toBe(challenge.id);
    expect(asked[2]?.headers["idempotency-key"]).toBe(asked[0]?.headers["idempotency-key"]);
  });

  test("whose confirmation is given up throws what the server said", async () => {
    const { options } = server({ status: 403, body: problem("STEP_UP_REQUIRED") });
    await expect(
      createAmana({ ...options, stepUp: async () => null }).post("/orders/{id}/confirm-delivery", command),
    ).rejects.toMatchObject({ code: "STEP_UP_REQUIRED" });
  });
});

test("a list is read page after page, each only when it is wanted", async () => {
  const { asked, options } = server(
    { status: 200, body: { data: [{ id: 1 }, { id: 2 }], nextCursor: "more" } },
    { status: 200, body: { data: [{ id: 3 }], nextCursor: null } },
  );
  const seen: unknown[] = [];
  for await (const order of createAmana(options).pages("/orders", { query: { role: "buyer" } })) {
    seen.push(order);
    if (seen.length === 2) expect(asked.length).toBe(1);
  }
  expect(seen).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  expect(asked.map(({ url }) => new URL(url).search)).toEqual(["?role=buyer", "?role=buyer&cursor=more"]);
});

describe("a webhook", () => {
  const secret = `whsec_${btoa("a secret of thirty-two bytes....")}`;
  const other = `whsec_${btoa("the next one of 32 bytes........")}`;
  const sentAt = new Date("2026-11-21T09:30:00.000Z");
  const now = () => sentAt.getTime() + 10_000;
  const body = '{"type":"order.paid","data":{"order":"ord_demo","note":"قطن"}}';
  const headers = (signature = new Webhook(secret).sign("evt_1", sentAt, body)) => ({
    "webhook-id": "evt_1",
    "webhook-timestamp": String(sentAt.getTime() / 1000),
    "webhook-signature": signature,
  });

  test("signed by the official package is read, as text or bytes, with the old or the new secret", async () => {
    const message = await verifyWebhook(body, headers(), secret, { now });
    expect(message).toEqual({ id: "evt_1", sentAt, payload: JSON.parse(body) });
    await verifyWebhook(new TextEncoder().encode(body), new Headers(headers()), [other, secret], { now });
    const both = `${new Webhook(other).sign("evt_1", sentAt, body)} ${new Webhook(secret).sign("evt_1", sentAt, body)}`;
    await verifyWebhook(body, headers(both), secret, { now });
  });

  test.each([
    ["another secret", body, headers(), other, now],
    ["case 6: the same JSON in other bytes", JSON.stringify(JSON.parse(body), null, 1), headers(), secret, now],
    ["another id", body, { ...headers(), "webhook-id": "evt_2" }, secret, now],
    ["another time", body, { ...headers(), "webhook-timestamp": "1795253401" }, secret, now],
    ["too old", body, headers(), secret, () => sentAt.getTime() + 301_000],
    ["from the future", body, headers(), secret, () => sentAt.getTime() - 301_000],
    ["no signature", body, headers(""), secret, now],
    [
      "a signature of another version",
      body,
      headers(headers()["webhook-signature"].replace("v1,", "v2,")),
      secret,
      now,
    ],
    ["no base64", body, headers("v1,***"), secret, now],
  ])("is refused with %s", async (_, given, withHeaders, by, at) => {
    await expect(verifyWebhook(given, withHeaders, by, { now: at })).rejects.toBeInstanceOf(WebhookRefused);
  });

  test("with a secret that is none is a mistake of the receiver, not of the sender", async () => {
    await expect(verifyWebhook(body, headers(), "whsec_", { now })).rejects.toBeInstanceOf(TypeError);
  });
});
