import type { AdvanceRefusal } from "#modules/escrow";
import { DEAL_PROBLEMS, problem, problemOfRefusal } from "#runtime/http";

/** What every command of an order may be answered with. */
export const COMMAND_PROBLEMS = ["NOT_FOUND", "VERSION_CONFLICT", ...DEAL_PROBLEMS] as const;

export function problemOf(refusal: AdvanceRefusal | "another_revision") {
  if (refusal === "another_revision") return problem("VERSION_CONFLICT");
  return refusal === "no_such_deal" ? problem("NOT_FOUND") : problemOfRefusal(refusal);
}

export const notAVersion = problem("VERSION_CONFLICT", "If-Match must be the order's version in double quotes.");
