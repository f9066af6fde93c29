import { idOf, type ProjectId, type ProposalId, type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { Milestone, ProposalState } from "@amana/core/projects";
import type { Instant } from "@amana/core/time";
import { json, type Queryable, timestamp } from "#runtime/database";

/** What a freelancer offers for a project; sealed from all but the client. */
export type Proposal = {
  readonly id: ProposalId;
  readonly project: ProjectId;
  readonly freelancer: UserId;
  readonly price: Money;
  readonly message: string;
  readonly milestones: readonly Milestone[];
  readonly state: ProposalState;
  readonly version: number;
  readonly madeAt: Instant;
};

type StoredMilestone = Omit<Milestone, "amount"> & { readonly amount: string };
type Row = {
  id: string;
  project_id: string;
  freelancer_id: string;
  currency: Currency;
  price: bigint;
  message: string;
  milestones: StoredMilestone[];
  state: ProposalState;
  version: number;
  made_at: Instant;
};
const COLUMNS = "id, project_id, freelancer_id, currency, price, message, milestones, state, version, made_at";

export async function proposalOfRequest(
  tx: Queryable,
  freelancer: UserId,
  requestKey: string,
): Promise<Proposal | null> {
  const row = await tx.maybe<Row>(
    `select ${COLUMNS} from projects.proposal where freelancer_id = $1 and request_key = $2`,
    [uuidOf(freelancer), requestKey],
  );
  return row && proposalOf(row);
}

export async function insertProposal(tx: Queryable, proposal: Proposal, requestKey: string): Promise<void> {
  await tx.query(
    `insert into projects.proposal (${COLUMNS}, request_key) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[uuidOf(proposal.id), uuidOf(proposal.project), uuidOf(proposal.freelancer), proposal.price.currency],
      ...[proposal.price.minor, proposal.message, json(proposal.milestones.map(stored)), proposal.state],
      ...[proposal.version, timestamp(proposal.madeAt), requestKey],
    ],
  );
}

export async function updateProposal(tx: Queryable, proposal: Proposal): Promise<void> {
  await tx.query(
    "update projects.proposal set price = $2, message = $3, milestones = $4, state = $5, version = $6 where id = $1",
    [
      ...[uuidOf(proposal.id), proposal.price.minor, proposal.message, json(proposal.milestones.map(stored))],
      ...[proposal.state, proposal.version],
    ],
  );
}

/** Changed only under the lock of its project. */
export async function readProposal(db: Queryable, id: ProposalId): Promise<Proposal | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from projects.proposal where id = $1`, [uuidOf(id)]);
  return row && proposalOf(row);
}

/** Those of a project that wait for an answer. */
export async function openProposals(db: Queryable, project: ProjectId): Promise<Proposal[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from projects.proposal where project_id = $1 and state = 'open' order by id`,
    [uuidOf(project)],
  );
  return rows.map(proposalOf);
}

/** For which of these projects somebody has ever made an offer. */
export async function proposedAmong(
  db: Queryable,
  projects: readonly ProjectId[],
  freelancer: UserId | null,
): Promise<ReadonlySet<ProjectId>> {
  if (freelancer === null || projects.length === 0) return new Set();
  const rows = await db.query<{ project_id: string }>(
    "select distinct project_id from projects.proposal where project_id = any ($1::uuid[]) and freelancer_id = $2",
    [projects.map(uuidOf), uuidOf(freelancer)],
  );
  return new Set(rows.map((row) => idOf("project", row.project_id)));
}

type Page = { readonly limit: number; readonly beyond: { readonly at: Instant; readonly id: ProposalId } | null };

/** Of a project, of a freelancer, or both; in a state, or any; the newest first. */
export async function listProposals(
  db: Queryable,
  of: {
    readonly project: ProjectId | null;
    readonly freelancer: UserId | null;
    readonly state: ProposalState | null;
  },
  { limit, beyond }: Page,
): Promise<Proposal[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from projects.proposal
      where ($1::uuid is null or project_id = $1) and ($2::uuid is null or freelancer_id = $2) and ($3::text is null or state = $3)
        and ($4::timestamptz is null or (made_at, id) < ($4, $5::uuid))
      order by made_at desc, id desc limit $6`,
    [
      ...[of.project && uuidOf(of.project), of.freelancer && uuidOf(of.freelancer), of.state],
      ...[beyond && timestamp(beyond.at), beyond && uuidOf(beyond.id), limit],
    ],
  );
  return rows.map(proposalOf);
}

const stored = ({ amount, ...milestone }: Milestone): StoredMilestone => ({
  ...milestone,
  amount: amount.minor.toString(),
});

const proposalOf = (row: Row): Proposal => ({
  id: idOf("proposal", row.id),
  project: idOf("project", row.project_id),
  freelancer: idOf("user", row.freelancer_id),
  price: money(row.price, row.currency),
  message: row.message,
  milestones: row.milestones.map(({ amount, ...milestone }) => ({
    ...milestone,
    amount: money(BigInt(amount), row.currency),
  })),
  state: row.state,
  version: row.version,
  madeAt: row.made_at,
});
