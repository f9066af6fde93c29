import type { Answer, Call, Handle, Manners } from "../call.ts";
import type { Sandbox } from "../sandbox.ts";

/** A refusal as RapidShyp gives it: HTTP 200, and the word in the body. */
export const failed = (remarks: string, more: object = {}): Answer => ({
  status: 200,
  body: { status: "FAILED", remarks, ...more },
});

/** Credentials of RapidShyp: one token header. */
export function rapidshypManners(sandbox: Sandbox): Manners {
  const around = (call: Call, handle: Handle): Answer =>
    call.headers["rapidshyp-token"] === sandbox.options.rapidshyp.token
      ? handle(call)
      : { status: 401, body: { status: "FAILED", remarks: "Invalid token" } };
  return {
    provider: "rapidshyp",
    around,
    unreadable: { status: 400, body: { status: "FAILED", remarks: "Request body is not valid JSON" } },
    broken: { status: 500, body: { status: "FAILED", remarks: "Internal server error" } },
    limited: { status: 429, body: { status: "FAILED", remarks: "Too many requests" } },
  };
}
