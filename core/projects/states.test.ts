import { describe, expect, test } from "vitest";
import { ok, refuse } from "../result/index.ts";
import { CONTRACT_STATES, moveContract, moveProject, moveProposal, PROJECT_STATES, PROPOSAL_STATES } from "./index.ts";

/** Written apart from the tables: every pair that is not here is refused. */
const PROJECTS = {
  "draft publish": "open",
  "draft close": "closed",
  "open award": "awarded",
  "open close": "closed",
  "open expire": "expired",
};
const PROPOSALS = {
  "open accept": "accepted",
  "open decline": "declined",
  "open withdraw": "withdrawn",
  "open lapse": "lapsed",
};
const CONTRACTS = { "active complete": "completed", "active end": "ended" };

const expected = (table: Readonly<Record<string, string>>, from: string, command: string) => {
  const to = table[`${from} ${command}`];
  return to === undefined ? refuse("not_in_this_state") : ok(to);
};

describe("a move that the table names is made, and no other:", () => {
  test.each(PROJECT_STATES)("a project that is %s", (from) => {
    for (const command of ["publish", "award", "close", "expire"] as const)
      expect(moveProject(from, command)).toEqual(expected(PROJECTS, from, command));
  });
  test.each(PROPOSAL_STATES)("a proposal that is %s", (from) => {
    for (const command of ["accept", "decline", "withdraw", "lapse"] as const)
      expect(moveProposal(from, command)).toEqual(expected(PROPOSALS, from, command));
  });
  test.each(CONTRACT_STATES)("a contract that is %s", (from) => {
    for (const command of ["complete", "end"] as const)
      expect(moveContract(from, command)).toEqual(expected(CONTRACTS, from, command));
  });
});
