import type { ClaimKind, DisputeProblem } from "@amana/core/dispute";
import { type DealId, idOf, type OrderId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import type { Decision } from "./file-store.ts";
import type { Dispute } from "./store.ts";

/** A dispute that was decided, and what was done with its money in the end. */
export type Past = Pick<Decision, "outcome" | "refund" | "decidedAt"> & {
  readonly order: OrderId;
  readonly deal: DealId;
  readonly claims: readonly ClaimKind[];
  readonly appealed: boolean;
};

/** Ended as it was decided: what the two or staff agreed upon after a decision, or a bank took back, was decided by nobody. */
const AS_DECIDED = "d.closed_at is not null and d.closed_by !~ '^(agree|admin|chargeback)_'";
/** Upon appeal there are two: the later counts. */
const LAST_WORD = `not exists (select from disputes.decision later
  where later.shard = w.shard and later.dispute_id = w.dispute_id and later.instance > w.instance)`;

type Row = {
  order_id: string;
  deal_id: string;
  claims: { kind: ClaimKind }[];
  appealed: boolean;
  outcome: Decision["outcome"];
  refund: bigint | null;
  decided_at: Instant;
};

/** Others with the same problem, the last decided first. */
export async function decidedLike(db: Queryable, { id, problem }: Dispute, limit: number): Promise<Past[]> {
  const rows = await db.query<Row>(
    `select d.order_id, d.deal_id, d.claims, d.appealed_at is not null as appealed, w.outcome, w.refund, w.decided_at
       from disputes.dispute d join disputes.decision w on w.shard = d.shard and w.dispute_id = d.id
      where ${AS_DECIDED} and ${LAST_WORD} and d.problem = $1 and d.id <> $2
      order by w.decided_at desc, d.id desc limit $3`,
    [problem, uuidOf(id), limit],
  );
  return rows.map((row) => ({
    ...{ order: idOf("order", row.order_id), deal: idOf("deal", row.deal_id) },
    claims: row.claims.map(({ kind }) => kind),
    ...{ appealed: row.appealed, outcome: row.outcome, refund: row.refund, decidedAt: row.decided_at },
  }));
}

/** How often each problem ended in each way. */
export const countOutcomes = (
  db: Queryable,
): Promise<{ problem: DisputeProblem; outcome: Decision["outcome"]; count: number }[]> =>
  db.query(
    `select d.problem, w.outcome, count(*)::int as count
       from disputes.dispute d join disputes.decision w on w.shard = d.shard and w.dispute_id = d.id
      where ${AS_DECIDED} and ${LAST_WORD} group by d.problem, w.outcome`,
  );
