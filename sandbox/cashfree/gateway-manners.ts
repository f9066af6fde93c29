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
  const calls = new Map<string, number>();
  const limit = sandbox.options.rateLimitPerMinute ?? DEFAULT_LIMIT;

  const around = (call: Call, handle: Handle): Answer => {
    const counted = `${Math.floor(Date.now() / 60_000)} ${call.method} ${call.path.split("/").slice(0, 4).join("/")}`;
    const used = (calls.get(counted) ?? 0) + 1;
    if (!calls.has(counted)) calls.clear();
    calls.set(counted, used);
    const refused = used > limit ? LIMITED : refusalOf(sandbox, call, open);
    const version = call.headers["x-api-version"] ?? "";
    const { answer, replayed } = refused ? { answer: refused, replayed: false } : remembered(sandbox, call, handle);
    return {
      status: answer.status,
      body: typeof answer.body === "string" ? answer.body : inVersion(answer.body, version),
      headers: {
        "content-type": "application/json; charset=utf-8",
        "x-api-version": version || FIRST_VERSION_WITH_TEXT_IDS,
        "x-request-id": call.headers["x-request-id"] ?? randomUUID(),
        ...(call.headers["x-idempotency-key"] ? { "x-idempotency-key": call.headers["x-idempotency-key"] } : {}),
        "x-idempotency-replayed": String(replayed),
        "x-ratelimit-limit": String(limit),
        "x-ratelimit-remaining": String(Math.max(0, limit - used)),
        "x-ratelimit-retry": "0",
        "x-ratelimit-type": open ? "ip" : "app_id",
        ...answer.headers,
      },
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
  if (!key || call.method === "GET") return { answer: handle(call), replayed: false };
  const { idempotency } = sandbox.store.state;
  const now = sandbox.clock.now();
  const fingerprint = createHash("sha256").update(`${call.method} ${call.path}\n${call.raw}`).digest("hex");
  const stored = idempotency.get(key);
  if (stored && now - stored.at < KEY_LIFE_MS) {
    if (stored.fingerprint === fingerprint) {
      return { answer: { status: stored.status, body: JSON.parse(stored.text) }, replayed: true };
    }
    const message = "same idempotency key is used with a different request body";
    return { answer: refuse(422, "idempotency_error", "request_invalid", message), replayed: false };
  }
  const answer = handle(call);
  if (answer.status < 300) {
    idempotency.set(key, { fingerprint, status: answer.status, text: wireJson(answer.body), at: now });
  }
  return { answer, replayed: false };
}

/** Until 2023-08-01 Cashfree's own ids were numbers; since 2025-01-01 they are strings. */
function inVersion(body: unknown, version: string): unknown {
  if (version >= FIRST_VERSION_WITH_TEXT_IDS || version === "") return body;
  if (Array.isArray(body)) return body.map((item) => inVersion(item, version));
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, NUMERIC_IDS.includes(key) ? Number(asText(value)) : value]),
  );
}
