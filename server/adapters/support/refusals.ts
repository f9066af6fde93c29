import type { CallRefusal } from "#ports/call";
import { retryAfter } from "./decode.ts";
import type { HttpAnswer } from "./http.ts";

/**
 * The refusals that an HTTP status decides alone; null when the body has the word. Silence, 408 and 5xx after a write leave
 * its outcome unknown; a read has changed nothing and may be repeated.
 */
export function refusalByStatus(
  answer: HttpAnswer,
  call: "read" | "write",
  detail: string,
  waitHeader: string,
): CallRefusal | null {
  const { status, headers } = answer;
  if (status === 429) return { kind: "try_later", detail, ...retryAfter(headers[waitHeader]) };
  if (status === 401 || status === 403) return { kind: "misconfigured", detail };
  if (status !== 0 && status !== 408 && status < 500) return null;
  return call === "read" ? { kind: "try_later", detail } : { kind: "outcome_unknown", detail };
}
