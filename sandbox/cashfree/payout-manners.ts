import { randomUUID } from "node:crypto";
import type { Answer, Call, Handle, Manners } from "../call.ts";
import type { Sandbox } from "../sandbox.ts";
import { invalid, refuse } from "./errors.ts";

const LIMIT = "5000";

/** Headers and credentials of Payouts v2, where bad credentials answer 500 with type `authentication_error`. */
export function payoutManners(sandbox: Sandbox): Manners {
  const { payoutClientId, payoutClientSecret } = sandbox.options.cashfree;
  const around = (call: Call, handle: Handle): Answer => {
    const known =
      call.headers["x-client-id"] === payoutClientId && call.headers["x-client-secret"] === payoutClientSecret;
    const answer = known
      ? handle(call)
      : refuse(500, "authentication_error", "internal_server_error", "Unable to authenticate the request.");
    return {
      status: answer.status,
      body: answer.body,
      headers: {
        "x-api-version": call.headers["x-api-version"] ?? "2024-01-01",
        "x-request-id": call.headers["x-request-id"] ?? randomUUID(),
        "x-ratelimit-limit": LIMIT,
        "x-ratelimit-remaining": LIMIT,
        "x-ratelimit-retry": "0",
      },
    };
  };
  return {
    provider: "cashfree",
    around,
    unreadable: invalid("request_failed", "request body is not valid JSON"),
    broken: refuse(500, "api_error", "internal_server_error", "Error at cashfree's server"),
    limited: {
      ...refuse(429, "rate_limit_error", "request_failed", "Too many requests. Check headers"),
      headers: { "x-ratelimit-limit": LIMIT, "x-ratelimit-remaining": "0", "x-ratelimit-retry": "4" },
    },
  };
}
