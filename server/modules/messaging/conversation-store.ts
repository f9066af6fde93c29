import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Subject } from "./subjects.ts";

export type ConversationId = Id<"conversation">;

/** A conversation as one of its two sees it. */
export type Conversation = {
  readonly id: ConversationId;
  readonly subject: Subject;
  readonly me: UserId;
  readonly counterpart: UserId;
  readonly openedAt: Instant;
  readonly lastSeq: number;
  readonly lastAt: Instant;
  /** Up to where I, and the other, have read. */
  readonly readSeq: number;
  readonly theirReadSeq: number;
  /** Up to where I was told by mail that something waits. */
  readonly toldSeq: number;
};

type Row = {
  id: string;
  subject_kind: string;
  subject_id: string;
  me: string;
  counterpart: string;
  opened_at: Instant;
  last_seq: number;
  last_at: Instant;
  read_seq: number;
  their_read_seq: number;
  told_seq: number;
};

const SEEN = `select c.id, c.subject_kind, c.subject_id, mine.user_id as me, theirs.user_id as counterpart, c.opened_at, c.last_seq,
       mine.last_at, mine.read_seq, theirs.read_seq as their_read_seq, mine.told_seq
  from messaging.participant mine
  join messaging.conversation c on c.id = mine.conversation_id
  join messaging.participant theirs on theirs.conversation_id = c.id and theirs.user_id <> mine.user_id`;

/** Null for a stranger's and a missing one alike. */
export async function readConversation(db: Queryable, id: ConversationId, me: UserId): Promise<Conversation | null> {
  const row = await db.maybe<Row>(`${SEEN} where mine.conversation_id = $1 and mine.user_id = $2`, [
    uuidOf(id),
    uuidOf(me),
  ]);
  return row && conversationOf(row);
}

/** Those with the newest messages first; about one thing where its id is given. */
export async function listConversations(
  db: Queryable,
  me: UserId,
  about: string | null,
  limit: number,
  beyond: { readonly at: Instant; readonly id: ConversationId } | null,
): Promise<Conversation[]> {
  const rows = await db.query<Row>(
    `${SEEN} where mine.user_id = $1 and ($3::timestamptz is null or (mine.last_at, mine.conversation_id) < ($3, $4::uuid))
      and ($5::text is null or c.subject_id = $5)
      order by mine.last_at desc, mine.conversation_id desc limit $2`,
    [uuidOf(me), limit, beyond && timestamp(beyond.at), beyond && uuidOf(beyond.id), about],
  );
  return rows.map(conversationOf);
}

/** The one that two people have about a thing; null while there is none. */
export async function conversationAbout(
  db: Queryable,
  subject: Subject,
  me: UserId,
  counterpart: UserId,
): Promise<ConversationId | null> {
  const row = await db.maybe<{ id: string }>(
    "select id from messaging.conversation where subject_kind = $1 and subject_id = $2 and one_id = $3 and other_id = $4",
    [subject.kind, subject.id, ...pairOf(me, counterpart)],
  );
  return row && idOf("conversation", row.id);
}

/** Every conversation about a thing, for staff. */
export async function conversationsAbout(db: Queryable, { kind, id }: Subject) {
  const rows = await db.query<{ id: string; one_id: string; other_id: string }>(
    "select id, one_id, other_id from messaging.conversation where subject_kind = $1 and subject_id = $2 order by id",
    [kind, id],
  );
  return rows.map((row) => ({
    id: idOf("conversation", row.id),
    people: [idOf("user", row.one_id), idOf("user", row.other_id)] as const,
  }));
}

/** Opens it, unless the other has done so at the same moment; answers with the one that there is. */
export async function openConversation(
  tx: Queryable,
  id: ConversationId,
  {
    subject,
    people,
    by,
  }: { readonly subject: Subject; readonly people: readonly [UserId, UserId]; readonly by: UserId },
  now: Instant,
): Promise<ConversationId> {
  const [one, other] = people;
  const row = await tx.maybe(
    `insert into messaging.conversation (id, subject_kind, subject_id, one_id, other_id, opened_by, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (subject_kind, subject_id, one_id, other_id) do nothing returning id`,
    [uuidOf(id), subject.kind, subject.id, ...pairOf(one, other), uuidOf(by), timestamp(now)],
  );
  if (!row) return (await conversationAbout(tx, subject, one, other)) ?? gone(id);
  await tx.query(
    `insert into messaging.participant (conversation_id, user_id, last_at) values ($1, $2, $4), ($1, $3, $4)`,
    [uuidOf(id), uuidOf(one), uuidOf(other), timestamp(now)],
  );
  return id;
}

/** The number of the next message, under the conversation's lock: its messages have one order. */
export async function nextSeq(tx: Queryable, id: ConversationId): Promise<number> {
  const row = await tx.one<{ last_seq: number }>(
    "select last_seq from messaging.conversation where id = $1 for no key update",
    [uuidOf(id)],
  );
  return row.last_seq + 1;
}

type Noted = {
  readonly id: ConversationId;
  readonly seq: number;
  readonly sender: UserId;
  readonly at: Instant;
};

/** Counts a message; whoever writes has read what was there. */
export async function noteMessage(tx: Queryable, { id, seq, sender, at }: Noted): Promise<void> {
  await tx.query("update messaging.conversation set last_seq = $2 where id = $1", [uuidOf(id), seq]);
  await tx.query(
    `update messaging.participant set last_at = greatest(last_at, $3), read_seq = case when user_id = $4 then $2 else read_seq end
      where conversation_id = $1`,
    [uuidOf(id), seq, timestamp(at), uuidOf(sender)],
  );
}

/** Whether anything was unread up to there. */
export async function markRead(db: Queryable, id: ConversationId, me: UserId, seq: number): Promise<boolean> {
  const rows = await db.query(
    `update messaging.participant set read_seq = $3 where conversation_id = $1 and user_id = $2 and read_seq < $3 returning user_id`,
    [uuidOf(id), uuidOf(me), seq],
  );
  return rows.length === 1;
}

/** Notes that somebody was told of what waits; false when they were told already, or have read it. */
export async function markTold(db: Queryable, id: ConversationId, me: UserId, seq: number): Promise<boolean> {
  const rows = await db.query(
    `update messaging.participant set told_seq = $3
      where conversation_id = $1 and user_id = $2 and told_seq <= read_seq and read_seq < $3 returning user_id`,
    [uuidOf(id), uuidOf(me), seq],
  );
  return rows.length === 1;
}

const pairOf = (a: UserId, b: UserId): [string, string] => {
  const [one, other] = [uuidOf(a), uuidOf(b)];
  return one < other ? [one, other] : [other, one];
};

const gone = (id: ConversationId): never => {
  throw new Error(`${id} was opened by nobody`);
};

const conversationOf = (row: Row): Conversation => ({
  id: idOf("conversation", row.id),
  subject: { kind: row.subject_kind, id: row.subject_id },
  me: idOf("user", row.me),
  counterpart: idOf("user", row.counterpart),
  openedAt: row.opened_at,
  lastSeq: row.last_seq,
  lastAt: row.last_at,
  readSeq: row.read_seq,
  theirReadSeq: row.their_read_seq,
  toldSeq: row.told_seq,
});
