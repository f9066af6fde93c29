import { createHash, randomUUID } from "node:crypto";
import type { DealId } from "../core/ids/index.ts";
import { uuidOf } from "../core/ids/index.ts";
import type { Posting } from "../core/ledger/index.ts";
import type { Database, Tx } from "../server/runtime/database/index.ts";
import { COMMISSION, HOT_SHARD, TOTAL } from "./seed.ts";

type Line = { readonly account: string; readonly amount: bigint };

/** A posting as a careful program writes it without batches: locks in order, entries with running balances, balances, commit. */
export async function plainPosting(db: Database, posting: Posting): Promise<void> {
  const lines = posting.entries.map(({ account, amount }) => ({ account: account.slice(-32), amount: amount.minor }));
  await db.transaction((tx) => write(tx, posting.shard, posting.key, posting.kind, null, lines));
}

async function write(tx: Tx, shard: number, key: string, kind: string, deal: string | null, lines: readonly Line[]) {
  const id = randomUUID();
  await tx.query(
    "insert into ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at) values ($1, $2, $3, $4, $5, $6, now())",
    [shard, id, key, createHash("sha256").update(key).digest("hex").slice(0, 32), kind, deal],
  );
  const locked = await tx.query<{ id: string; balance: bigint; last_seq: bigint }>(
    "select id, balance, last_seq from ledger.account where shard = $1 and id = any ($2::uuid[]) order by id for no key update",
    [shard, lines.map(({ account }) => account)],
  );
  const amounts = new Map(lines.map(({ account, amount }) => [account, amount]));
  const next = locked.map((row) => {
    const amount = amounts.get(row.id.replaceAll("-", "")) ?? 0n;
    return { id: row.id, seq: row.last_seq + 1n, amount, balance: row.balance + amount };
  });
  await tx.query(
    `insert into ledger.entry (shard, account, seq, posting, amount, balance_after, denomination)
     select $1, a, s, $2, m, b, 'INR' from unnest($3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[]) u(a, s, m, b)`,
    [
      shard,
      id,
      next.map((one) => one.id),
      next.map(({ seq }) => seq),
      next.map(({ amount }) => amount),
      next.map(({ balance }) => balance),
    ],
  );
  await tx.query(
    `update ledger.account c set balance = u.b, last_seq = u.s from unnest($2::uuid[], $3::bigint[], $4::bigint[]) u(a, s, b)
      where c.shard = $1 and c.id = u.a`,
    [shard, next.map((one) => one.id), next.map(({ seq }) => seq), next.map(({ balance }) => balance)],
  );
}

export type Payees = { readonly wallet: string; readonly commission: string };

/** A release as one transaction of single statements: the deal, its event, the posting, the announcement. */
export async function plainRelease(db: Database, deal: DealId, { wallet, commission }: Payees): Promise<void> {
  const id = uuidOf(deal);
  await db.transaction(async (tx) => {
    const { revision } = await tx.one<{ revision: number }>(
      "select revision from escrow.deal where shard = $1 and id = $2 for no key update",
      [HOT_SHARD, id],
    );
    await tx.query(
      `update escrow.deal set state = 'completed', revision = $3, escrow = 'released', deadline_kind = null, deadline_opened_at = null,
              deadline_due_at = null, deadline_wake_at = null, deadline_asks = 0 where shard = $1 and id = $2`,
      [HOT_SHARD, id, revision + 1],
    );
    await tx.query(
      `insert into escrow.event (shard, deal, seq, command, actor, from_state, to_state, happened_at, recorded_at)
       values ($1, $2, $3, 'confirm_receipt', 'buyer', 'delivered', 'completed', now(), now())`,
      [HOT_SHARD, id, revision + 1],
    );
    await write(tx, HOT_SHARD, `release:${deal}`, "release", id, [
      { account: id, amount: -TOTAL },
      { account: wallet, amount: TOTAL - COMMISSION },
      { account: commission, amount: COMMISSION },
    ]);
    await tx.query(
      "insert into runtime.outbox (shard, id, topic, payload, announced_at, run_at) values ($1, $2, 'deal.moved', $3, now(), now())",
      [HOT_SHARD, randomUUID(), PAYLOAD],
    );
  });
}

/** As large as the real one. */
export const PAYLOAD = JSON.stringify({
  deal: "deal_00000000000000000000000000000007",
  revision: 5,
  command: "confirm_receipt",
  by: "buyer",
  from: "delivered",
  to: "completed",
  reason: null,
  movement: "release",
  at: 1_772_442_000_000,
  buyer: "usr_00000000000000000000009000000100",
  seller: "usr_00000000000000000000008000000107",
  gateway: "bench",
  currency: "INR",
  total: "10000",
  sellerReceives: "9700",
  buyerReceives: "0",
  reserve: null,
});
