import { Type } from "typebox";
import { Value } from "typebox/value";
import type { CallRefusal } from "#ports/call";
import { maybe } from "../../support/decode.ts";
import type { HttpAnswer } from "../../support/http.ts";
import { redact } from "../../support/redact.ts";
import { refusalByStatus } from "../../support/refusals.ts";

const TheirError = Type.Object({ message: maybe(Type.String()), code: Type.String(), type: maybe(Type.String()) });

/**
 * What an answer other than 200 means. After a write that may have happened only `outcome_unknown` is honest; a read has
 * changed nothing and may be repeated.
 */
export function refusalOf(answer: HttpAnswer, call: "read" | "write"): CallRefusal {
  const { status, json } = answer;
  const theirs = Value.Check(TheirError, json) ? json : null;
  const detail = redact(theirs ? `HTTP ${status} ${theirs.code}: ${theirs.message ?? ""}` : `HTTP ${status}`);
  if (theirs?.type === "authentication_error") return { kind: "misconfigured", detail };
  const refusal = refusalByStatus(answer, call, detail, "x-ratelimit-retry");
  if (refusal) return refusal;
  if (!theirs || status < 400) return { kind: "outcome_unknown", detail };
  if (status === 404) return { kind: "not_found" };
  return { kind: "declined", code: theirs.code, detail };
}

/** Our id is known there already: what stands under it must be read and compared. */
export function saysAlreadyThere({ status, json }: HttpAnswer): boolean {
  if (status === 409 || status === 422) return true;
  return status === 400 && Value.Check(TheirError, json) && /already_exist|duplicate/.test(json.code);
}
