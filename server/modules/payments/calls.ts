import { type PaymentId, type RefundId, shardOf, uuidOf } from "@amana/core/ids";
import type { Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { CallRefusal } from "#ports/call";
import { type Queryable, timestamp } from "#runtime/database";

export type CallName = "open" | "close" | "refund";

/** `sending`: nobody knows yet; `unknown`: no answer came; `forgotten`: so, and the gateway no longer knows the id; `refused`: surely not done. */
export type CallState = "sending" | "unknown" | "forgotten" | "answered" | "refused";

export type MadeCall = {
  readonly what: CallName;
  readonly state: CallState;
  readonly attempts: number;
  readonly sentAt: Instant;
  /** Null while every call so far has surely not done what was asked. */
  readonly mayBeDoneSince: Instant | null;
};

/**
 * Makes a call that moves money: written down before it is made, so that a process which dies in the middle leaves a trace, and
 * after it what came of it.
 */
export async function making<T>(
  db: Queryable,
  subject: PaymentId | RefundId,
  what: CallName,
  now: Instant,
  call: () => Promise<Result<T, CallRefusal>>,
): Promise<Result<T, CallRefusal>> {
  await beginCall(db, subject, what, now);
  const answer = await call();
  await endCall(db, subject, what, answer.ok ? null : answer.error);
  return answer;
}

export async function readCall(db: Queryable, subject: string, what: CallName): Promise<MadeCall | null> {
  const row = await db.maybe<CallRow>(
    "select subject, what, state, attempts, sent_at, may_be_done_since from payments.call where shard = $1 and subject = $2 and what = $3",
    [shardOf(subject), uuidOf(subject), what],
  );
  return row && callOf(row);
}

/** The gateway is asked on and told nothing more; true for the one who notes it first. */
export async function markForgotten(tx: Queryable, subject: RefundId): Promise<boolean> {
  const rows = await tx.query(
    "update payments.call set state = 'forgotten' where shard = $1 and subject = $2 and what = 'refund' and state <> 'forgotten' returning subject",
    [shardOf(subject), uuidOf(subject)],
  );
  return rows.length === 1;
}

/** Staff have made sure that it was never done: it may be asked for again. False where the gateway can still be asked. */
export async function forgetCall(tx: Queryable, subject: RefundId): Promise<boolean> {
  const rows = await tx.query(
    `update payments.call set state = 'refused', may_be_done_since = null, unsure = 0
      where shard = $1 and subject = $2 and what = 'refund' and state = 'forgotten' returning subject`,
    [shardOf(subject), uuidOf(subject)],
  );
  return rows.length === 1;
}

/** Written before the call is made. */
export async function beginCall(db: Queryable, subject: string, what: CallName, now: Instant): Promise<void> {
  await db.query(
    `insert into payments.call as made (shard, subject, what, state, attempts, sent_at, may_be_done_since, unsure) values ($1, $2, $3, 'sending', 1, $4, $4, 1)
     on conflict (shard, subject, what) do update set
       state = 'sending', attempts = made.attempts + 1, sent_at = excluded.sent_at, detail = null,
       may_be_done_since = coalesce(made.may_be_done_since, excluded.sent_at), unsure = made.unsure + 1`,
    [shardOf(subject), uuidOf(subject), what, timestamp(now)],
  );
}

/** A refusal of this attempt says nothing of the attempts before it. */
export async function endCall(
  db: Queryable,
  subject: string,
  what: CallName,
  refusal: CallRefusal | null,
): Promise<void> {
  const about = [shardOf(subject), uuidOf(subject), what, refusal && JSON.stringify(refusal).slice(0, 500)];
  if (refusal === null || refusal.kind === "outcome_unknown")
    await db.query("update payments.call set state = $5, detail = $4 where shard = $1 and subject = $2 and what = $3", [
      ...about,
      refusal === null ? "answered" : "unknown",
    ]);
  else
    await db.query(
      `update payments.call set detail = $4, unsure = greatest(unsure - 1, 0),
              state = case when unsure > 1 then 'unknown' else 'refused' end,
              may_be_done_since = case when unsure > 1 then may_be_done_since end
        where shard = $1 and subject = $2 and what = $3`,
      about,
    );
}

type CallRow = {
  subject: string;
  what: CallName;
  state: CallState;
  attempts: number;
  sent_at: Instant;
  may_be_done_since: Instant | null;
};

const callOf = (row: CallRow): MadeCall => ({
  what: row.what,
  state: row.state,
  attempts: row.attempts,
  sentAt: row.sent_at,
  mayBeDoneSince: row.may_be_done_since,
});
