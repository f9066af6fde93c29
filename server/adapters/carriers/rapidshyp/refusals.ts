import { ok, type Result, refuse } from "@amana/core/result";
import { Value } from "typebox/value";
import type { CallRefusal } from "#ports/call";
import { unreadable } from "../../support/decode.ts";
import type { HttpAnswer } from "../../support/http.ts";
import { redact } from "../../support/redact.ts";
import { refusalByStatus } from "../../support/refusals.ts";
import { TheirVerdict } from "./shapes.ts";

/**
 * The JSON of an answer that says yes. A no usually comes as HTTP 200 with `status: "FAILED"`, and a yes as "SUCCESS",
 * "success" or true; an answer that says neither is not read as either.
 */
export function accepted(answer: HttpAnswer, call: "read" | "write"): Result<unknown, CallRefusal> {
  const { status, json } = answer;
  const verdict = Value.Check(TheirVerdict, json) ? json : null;
  const detail = redact(`HTTP ${status} ${verdict?.remarks ?? verdict?.remark ?? verdict?.msg ?? ""}`.trim());
  const refusal = refusalByStatus(answer, call, detail, "retry-after");
  if (refusal) return refuse(refusal);
  const yes = verdict && wordOf(verdict);
  if (yes === false) return refuse({ kind: "declined", code: "refused", detail });
  return yes === true && status >= 200 && status < 300 ? ok(json) : unreadable(`its status (HTTP ${status})`);
}

function wordOf({ status, success }: TheirVerdict): boolean | null {
  const word = String(status ?? success ?? "").toUpperCase();
  if (word === "SUCCESS" || word === "TRUE") return true;
  return word === "FAILED" || word === "FAILURE" || word === "FALSE" || word === "ERROR" ? false : null;
}
