import { type Id, idOf, type ListingId, type UserId, uuidOf } from "@amana/core/ids";
import type { Currency } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import { newRootId } from "#runtime/ids";

export type NoticeParams = {
  readonly orderNumber?: string;
  readonly amount?: { readonly amount: number; readonly currency: Currency };
  readonly dueAt?: string;
  /** Of bank accounts the last four digits, the rest hidden. */
  readonly oldAccount?: string;
  readonly newAccount?: string;
  /** From when the new account is paid to. */
  readonly payoutsFrom?: string;
  /** Who has written or what it is about, how many of the messages are unread, and where. */
  readonly name?: string;
  readonly count?: number;
  readonly conversationId?: Id<"conversation">;
  /** Where it concerns one of these. */
  readonly negotiationId?: Id<"negotiation">;
  readonly agreementId?: Id<"agreement">;
  readonly proposalId?: Id<"proposal">;
  readonly contractId?: Id<"contract">;
  readonly listingId?: ListingId;
};

export type Notice = {
  readonly user: UserId;
  /** One notice per event and reader, however often the event is told. */
  readonly eventKey: string;
  /** What is said, as a key of the languages' texts: `payment_captured.seller`. */
  readonly key: string;
  readonly params: NoticeParams;
  /** Null for what concerns no order. */
  readonly order: string | null;
};

export type StoredNotice = Notice & {
  readonly id: Id<"notification">;
  readonly at: Instant;
  readonly readAt: Instant | null;
};

/** Answers with the id, or null when this event was told before. */
export async function insertNotice(
  tx: Queryable,
  notice: Notice & { readonly hidden: boolean },
  now: Instant,
): Promise<Id<"notification"> | null> {
  const id = newRootId("notification", now);
  const row = await tx.maybe(
    `insert into notifications.notification (id, user_id, event_key, key, params, order_id, at, hidden) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (user_id, event_key) do nothing returning id`,
    [
      uuidOf(id),
      uuidOf(notice.user),
      notice.eventKey,
      notice.key,
      JSON.stringify(notice.params),
      notice.order,
      timestamp(now),
      notice.hidden,
    ],
  );
  return row && id;
}

type Row = {
  id: string;
  user_id: string;
  event_key: string;
  key: string;
  params: NoticeParams;
  order_id: string | null;
  at: Instant;
  read_at: Instant | null;
};

export async function listNotices(
  db: Queryable,
  user: UserId,
  limit: number,
  beyond: { at: Instant; id: string } | null,
): Promise<StoredNotice[]> {
  const rows = await db.query<Row>(
    `select id, user_id, event_key, key, params, order_id, at, read_at from notifications.notification
      where user_id = $1 and not hidden and ($3::timestamptz is null or (at, id) < ($3, $4::uuid)) order by at desc, id desc limit $2`,
    [uuidOf(user), limit, beyond && timestamp(beyond.at), beyond && uuidOf(beyond.id)],
  );
  return rows.map(noticeOf);
}

/** Whether it is shown in the list or not. */
export async function readNotice(db: Queryable, id: Id<"notification">): Promise<StoredNotice | null> {
  const row = await db.maybe<Row>(
    "select id, user_id, event_key, key, params, order_id, at, read_at from notifications.notification where id = $1",
    [uuidOf(id)],
  );
  return row && noticeOf(row);
}

const noticeOf = (row: Row): StoredNotice => ({
  id: idOf("notification", row.id),
  user: idOf("user", row.user_id),
  eventKey: row.event_key,
  key: row.key,
  params: row.params,
  order: row.order_id,
  at: row.at,
  readAt: row.read_at,
});

/** Marks as read what is the user's own: the given ones, or all. */
export async function markRead(
  db: Queryable,
  user: UserId,
  ids: readonly string[] | null,
  now: Instant,
): Promise<void> {
  await db.query(
    "update notifications.notification set read_at = $3 where user_id = $1 and read_at is null and ($2::uuid[] is null or id = any ($2))",
    [uuidOf(user), ids?.map(uuidOf) ?? null, timestamp(now)],
  );
}
