import { Type } from "typebox";
import { Value } from "typebox/value";
import type { CallRefusal } from "#ports/call";
import { maybe } from "../../support/decode.ts";
import type { HttpAnswer } from "../../support/http.ts";
import { redact } from "../../support/redact.ts";
import { refusalByStatus } from "../../support/refusals.ts";

const TheirError = Type.Object({ message: maybe(Type.String()), code: Type.String(), type: maybe(Type.String()) });

/**
 * What an answer other than 200 or 201 means. Refused keys come as HTTP 500 with the type `authentication_error`, so the
 * type is read before the status. After a write that may have happened only `outcome_unknown` is honest.
 */
export function refusalOf(answer: HttpAnswer, call: "read" | "write"): CallRefusal {
  const { status, json } = answer;
  const theirs = Value.Check(TheirError, json) ? json : null;
  const detail = redact(theirs ? `HTTP ${status} ${theirs.code}: ${theirs.message ?? ""}` : `HTTP ${status}`);
  if (theirs?.type === "authentication_error") return { kind: "misconfigured", detail };
  const refusal = refusalByStatus(answer, call, detail, "x-ratelimit-retry");
  if (refusal) return refusal;
  if (!theirs || status < 400) return { kind: "outcome_unknown", detail };
  if (status === 404 && call === "read") return { kind: "not_found" };
  return { kind: "declined", code: theirs.code, detail };
}

/** Our own id is known there: what stands under it must be read and compared. */
export const saysTransferExists = (answer: HttpAnswer): boolean =>
  (answer.status === 400 || answer.status === 409) &&
  Value.Check(TheirError, answer.json) &&
  /transfer_id_already_exists/.test(answer.json.code);

export const saysPayeeExists = (answer: HttpAnswer): boolean =>
  answer.status === 409 && Value.Check(TheirError, answer.json) && answer.json.code === "beneficiary_id_already_exists";
