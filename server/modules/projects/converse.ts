import type { ProposalId, UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import { readProposal } from "./proposal-store.ts";
import { readProject } from "./store.ts";

/** The two who may write to each other about a proposal, before and after its answer; null where there is none. */
export async function proposers(db: Queryable, id: ProposalId): Promise<readonly [UserId, UserId] | null> {
  const proposal = await readProposal(db, id);
  const project = proposal && (await readProject(db, proposal.project));
  return project && [project.client, proposal.freelancer];
}
