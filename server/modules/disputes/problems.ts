import type { Database } from "#runtime/database";
import { DEAL_PROBLEMS, invalid, problem, problemOfRefusal } from "#runtime/http";
import type { DisputeRefusal } from "./acts.ts";

export type DisputeParts = { readonly db: Database; readonly wake: () => void };

export const DISPUTE_PROBLEMS = ["NOT_FOUND", "DISPUTE_CLOSED", "LIMIT_REACHED", ...DEAL_PROBLEMS] as const;

/** What a dispute refuses, in the words of HTTP. */
export function problemOf(refusal: DisputeRefusal) {
  switch (refusal) {
    case "no_such_deal":
    case "no_such_dispute":
      return problem("NOT_FOUND");
    case "dispute_closed":
      return problem("DISPUTE_CLOSED");
    case "file_closed":
      return problem("DISPUTE_CLOSED", "The file takes nothing more while the time to appeal runs.");
    case "file_full":
      return problem("LIMIT_REACHED", "Your side of the file is full.");
    case "no_such_file":
      return problem("NOT_FOUND", "One of the files is none of yours for evidence.");
    case "no_such_claim":
      return invalid("claim", "is the place of one of the claims, counted from 0");
    case "claims_not_answered":
      return invalid("findings", "say of every claim once whether it is upheld, and why");
    case "not_the_arbiter":
      return problem("FORBIDDEN", "Take the case before you decide it.");
    case "own_deal":
      return problem("FORBIDDEN", "Nobody decides about a deal of their own or of their company.");
    case "decided_before":
      return problem("FORBIDDEN", "Nobody decides twice about the same dispute.");
    case "taken_by_another":
      return problem("FORBIDDEN", "Another arbiter has taken the case.");
    default:
      return problemOfRefusal(refusal);
  }
}
