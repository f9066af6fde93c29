import { createHash, randomUUID } from "node:crypto";
import type { Answer, Call, Handle, Manners } from "../call.ts";
import { asText, wireJson } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { invalid, refuse } from "./errors.ts";

const VERSIONS = ["2022-09-01", "2023-08-01", "2025-01-01", "2026-01-01"];
const FIRST_VERSION_WITH_TEXT_IDS = "2025-01-01";
const NUMERIC_IDS = ["cf_order_id", "cf_payment_id", "cf_refund_id"];
const KEY_LIFE_MS = 24 * 60 * 60 * 1000;
const DEFAULT_LIMIT = 5_000;

/** Headers, credentials, API version, rate limit and idempotency of the payment gateway. `open` calls need no credentials. */
export function gatewayManners(sandbox: Sandbox, { open = false } = {}): Manners {
  const limit = sandbox.options.rateLimitPerMinute ?? DEFAULT_LIMIT;
  const count = callsThisMinute();

  const around = (call: Call, handle: Handle): Answer => {
    const used = count(`${call.method} ${call.path.split("/").slice(0, 4).join("/")}`);
    const refused = used > limit ? LIMITED : refusalOf(sandbox, call, open);
    const { answer, replayed } = refused ? { answer: refused, replayed: false } : remembered(sandbox, call, handle);
    const limits = { "x-ratelimit-limit": String(limit), "x-ratelimit-remaining": String(Math.max(0, limit - used)) };
    return {
      status: answer.status,
      body: answer.body,
      headers: { ...headersFor(call, replayed, open), ...limits, ...answer.headers },
    };
  };
  return {
    provider: "cashfree",
    around,
    unreadable: invalid("request_failed", "bad request, please check API documentation"),
    broken: refuse(500, "api_error", "internal_error", "internal Server Error"),
    limited: LIMITED,
  };
}

function headersFor(call: Call, replayed: boolean, open: boolean): Record<string, string> {
  const key = call.headers["x-idempotency-key"];
  return {
    "x-api-version": call.headers["x-api-version"] || FIRST_VERSION_WITH_TEXT_IDS,
    "x-request-id": call.headers["x-request-id"] ?? randomUUID(),
    ...(key ? { "x-idempotency-key": key } : {}),
    "x-idempotency-replayed": String(replayed),
    "x-ratelimit-retry": "0",
    "x-ratelimit-type": open ? "ip" : "app_id",
  };
}

/** Counts calls by name in the current real minute. */
function callsThisMinute(): (name: string) => number {
  let minute = 0;
  const calls = new Map<string, number>();
  return (name) => {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) calls.clear();
    minute = now;
    const used = (calls.get(name) ?? 0) + 1;
    calls.set(name, used);
    return used;
  };
}

const LIMITED: Answer = {
  ...refuse(429, "rate_limit_error", "request_failed", "Too many requests from app. Check headers"),
  headers: {
    "x-ratelimit-limit": "200",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-retry": "4",
    "x-ratelimit-type": "app_id",
  },
};

function refusalOf(sandbox: Sandbox, call: Call, open: boolean): Answer | undefined {
  const { clientId, clientSecret } = sandbox.options.cashfree;
  const { "x-client-id": id, "x-client-secret": secret, "x-api-version": version } = call.headers;
  if (!open && (id !== clientId || secret !== clientSecret)) {
    return refuse(401, "authentication_error", "request_failed", "authentication Failed");
  }
  if (!version) return invalid("request_failed", "x-api-version header is missing in the request.");
  if (!VERSIONS.includes(version)) return invalid("request_failed", `x-api-version ${version} is not supported.`);
  return undefined;
}

/** Same key and same request give the stored answer; same key and another request are refused. */
function remembered(sandbox: Sandbox, call: Call, handle: Handle): { answer: Answer; replayed: boolean } {
  const key = call.headers["x-idempotency-key"];
  const answered = (): Answer => {
    const { status, body } = handle(call);
    return { status, body: inVersion(body, call.headers["x-api-version"]) };
  };
  if (!key || call.method === "GET") return { answer: answered(), replayed: false };
  const { idempotency } = sandbox.store.state;
  const now = sandbox.clock.now();
  const fingerprint = createHash("sha256").update(`${call.method} ${call.path}\n${call.raw}`).digest("hex");
  const stored = idempotency.get(key);
  if (stored && now - stored.at < KEY_LIFE_MS) {
    if (stored.fingerprint === fingerprint) {
      const headers = { "content-type": "application/json; charset=utf-8" };
      return { answer: { status: stored.status, body: stored.text, headers }, replayed: true };
    }
    const message = "same idempotency key is used with a different request body";
    return { answer: refuse(422, "idempotency_error", "request_invalid", message), replayed: false };
  }
  const answer = answered();
  if (answer.status < 300) {
    for (const [old, { at }] of idempotency) if (now - at >= KEY_LIFE_MS) idempotency.delete(old);
    idempotency.set(key, { fingerprint, status: answer.status, text: wireJson(answer.body), at: now });
  }
  return { answer, replayed: false };
}

/** Until 2023-08-01 Cashfree's own ids were numbers; since 2025-01-01 they are strings. */
function inVersion(body: unknown, version: string | undefined): unknown {
  if (!version || version >= FIRST_VERSION_WITH_TEXT_IDS) return body;
  if (Array.isArray(body)) return body.map((item) => inVersion(item, version));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, NUMERIC_IDS.includes(key) ? Number(asText(value)) : value]),
  );
}
