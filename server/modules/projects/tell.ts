import { type ContractId, type ProjectId, type ProposalId, shardOf, type UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { announce } from "#runtime/work";

type Told =
  | { readonly topic: "project.changed"; readonly id: ProjectId }
  | { readonly topic: "proposal.changed"; readonly id: ProposalId }
  | { readonly topic: "contract.changed"; readonly id: ContractId };

/** Tells whoever listens that something came to be otherwise, what happened to it, and whom it concerns. */
export const tell = (
  tx: Queryable,
  now: Instant,
  { topic, id }: Told,
  said: {
    readonly what: string;
    readonly version: number;
    readonly client: UserId;
    readonly freelancers: readonly UserId[];
    readonly title: string;
  },
): Promise<void> => announce(tx, now, { shard: shardOf(id), topic, payload: { id, ...said } });
