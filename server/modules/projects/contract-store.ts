import {
  type ContractId,
  type DealId,
  idOf,
  type OrderId,
  type ProjectId,
  type ProposalId,
  type UserId,
  uuidOf,
} from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import type { ContractState, Milestone } from "@amana/core/projects";
import type { Instant } from "@amana/core/time";
import { type Queryable, type Tx, timestamp } from "#runtime/database";

/** A milestone of a contract, with the latest order by which it was to be paid for. */
export type ContractMilestone = Milestone & {
  readonly number: number;
  readonly order: OrderId | null;
  readonly deal: DealId | null;
};

/** What client and freelancer have agreed on. */
export type Contract = {
  readonly id: ContractId;
  readonly project: ProjectId;
  readonly proposal: ProposalId;
  readonly client: UserId;
  readonly freelancer: UserId;
  readonly title: string;
  readonly price: Money;
  readonly state: ContractState;
  readonly version: number;
  readonly madeAt: Instant;
  /** When it was completed or ended. */
  readonly overAt: Instant | null;
  readonly ended: { readonly by: UserId; readonly reason: string } | null;
};

type Row = {
  id: string;
  project_id: string;
  proposal_id: string;
  client_id: string;
  freelancer_id: string;
  title: string;
  currency: Currency;
  price: bigint;
  state: ContractState;
  version: number;
  made_at: Instant;
  over_at: Instant | null;
  ended_by: string | null;
  end_reason: string | null;
};
const COLUMNS = `id, project_id, proposal_id, client_id, freelancer_id, title, currency, price, state, version, made_at, over_at, ended_by,
  end_reason`;

export async function insertContract(
  tx: Queryable,
  contract: Contract,
  milestones: readonly Milestone[],
): Promise<void> {
  const { id, project, proposal, client, freelancer, price } = contract;
  await tx.query(
    `insert into projects.contract (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null, null, null)`,
    [
      ...[uuidOf(id), uuidOf(project), uuidOf(proposal), uuidOf(client), uuidOf(freelancer), contract.title],
      ...[price.currency, price.minor, contract.state, contract.version, timestamp(contract.madeAt)],
    ],
  );
  for (const [index, { title, amount, days, revisions }] of milestones.entries())
    await tx.query(
      `insert into projects.milestone (contract_id, number, title, amount, days, revisions) values ($1, $2, $3, $4, $5, $6)`,
      [uuidOf(id), index + 1, title, amount.minor, days, revisions],
    );
}

export async function updateContract(tx: Queryable, contract: Contract): Promise<void> {
  const { overAt, ended } = contract;
  await tx.query(
    "update projects.contract set state = $2, version = $3, over_at = $4, ended_by = $5, end_reason = $6 where id = $1",
    [
      ...[uuidOf(contract.id), contract.state, contract.version, overAt && timestamp(overAt)],
      ...[ended && uuidOf(ended.by), ended?.reason ?? null],
    ],
  );
}

export async function setOrder(
  tx: Queryable,
  { id }: Pick<Contract, "id">,
  number: number,
  { order, deal }: { readonly order: OrderId; readonly deal: DealId },
): Promise<void> {
  await tx.query("update projects.milestone set order_id = $3, deal_id = $4 where contract_id = $1 and number = $2", [
    ...[uuidOf(id), number, uuidOf(order), uuidOf(deal)],
  ]);
}

export async function readContract(db: Queryable, id: ContractId): Promise<Contract | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from projects.contract where id = $1`, [uuidOf(id)]);
  return row && contractOf(row);
}

/** Whatever is done to a contract and its milestones is done one after the other. */
export async function lockContract(tx: Tx, id: ContractId): Promise<Contract | null> {
  const row = await tx.maybe<Row>(`select ${COLUMNS} from projects.contract where id = $1 for update`, [uuidOf(id)]);
  return row && contractOf(row);
}

export async function contractOfProject(db: Queryable, project: ProjectId): Promise<Contract | null> {
  const row = await db.maybe<Row>(`select ${COLUMNS} from projects.contract where project_id = $1`, [uuidOf(project)]);
  return row && contractOf(row);
}

/** The contract whose milestone a deal is; null for all other deals. */
export async function contractOfDeal(db: Queryable, deal: DealId): Promise<ContractId | null> {
  const row = await db.maybe<{ contract_id: string }>("select contract_id from projects.milestone where deal_id = $1", [
    uuidOf(deal),
  ]);
  return row && idOf("contract", row.contract_id);
}

export async function listContracts(
  db: Queryable,
  {
    user,
    role,
    state,
  }: { readonly user: UserId; readonly role: "client" | "freelancer" | "any"; readonly state: ContractState | null },
  limit: number,
  beyond: { readonly at: Instant; readonly id: ContractId } | null,
): Promise<Contract[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from projects.contract
      where ((client_id = $1 and $2 <> 'freelancer') or (freelancer_id = $1 and $2 <> 'client'))
        and ($3::text is null or state = $3) and ($4::timestamptz is null or (made_at, id) < ($4, $5::uuid))
      order by made_at desc, id desc limit $6`,
    [uuidOf(user), role, state, beyond && timestamp(beyond.at), beyond && uuidOf(beyond.id), limit],
  );
  return rows.map(contractOf);
}

type MilestoneRow = {
  number: number;
  title: string;
  amount: bigint;
  days: number;
  revisions: number;
  order_id: string | null;
  deal_id: string | null;
};

export async function milestonesOf(
  db: Queryable,
  { id, price }: Pick<Contract, "id" | "price">,
): Promise<ContractMilestone[]> {
  const rows = await db.query<MilestoneRow>(
    "select number, title, amount, days, revisions, order_id, deal_id from projects.milestone where contract_id = $1 order by number",
    [uuidOf(id)],
  );
  return rows.map(({ order_id: order, deal_id: deal, amount, ...row }) => ({
    ...row,
    amount: money(amount, price.currency),
    order: order === null ? null : idOf("order", order),
    deal: deal === null ? null : idOf("deal", deal),
  }));
}

const contractOf = (row: Row): Contract => ({
  id: idOf("contract", row.id),
  project: idOf("project", row.project_id),
  proposal: idOf("proposal", row.proposal_id),
  client: idOf("user", row.client_id),
  freelancer: idOf("user", row.freelancer_id),
  title: row.title,
  price: money(row.price, row.currency),
  state: row.state,
  version: row.version,
  madeAt: row.made_at,
  overAt: row.over_at,
  ended:
    row.ended_by === null || row.end_reason === null
      ? null
      : { by: idOf("user", row.ended_by), reason: row.end_reason },
});
