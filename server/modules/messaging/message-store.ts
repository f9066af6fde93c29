import { type Id, idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { FileId } from "#modules/files";
import { plainArray, type Queryable, timestamp } from "#runtime/database";
import type { ConversationId } from "./conversation-store.ts";
import type { Subject } from "./subjects.ts";

export type MessageId = Id<"message">;

export type Message = {
  readonly id: MessageId;
  readonly conversation: ConversationId;
  /** Counts the messages of a conversation. */
  readonly seq: number;
  readonly sender: UserId;
  readonly text: string;
  /** What is shown while the two may not meet outside; null where nothing is hidden. */
  readonly maskedText: string | null;
  readonly at: Instant;
  readonly attachments: readonly FileId[];
};

type Row = {
  id: string;
  conversation_id: string;
  seq: number;
  sender_id: string;
  text: string;
  masked_text: string | null;
  at: Instant;
  files: string[] | null;
};

const COLUMNS = `m.id, m.conversation_id, m.seq, m.sender_id, m.text, m.masked_text, m.at,
  (select array_agg(a.file_id::text order by a.position) from messaging.attachment a
    where a.conversation_id = m.conversation_id and a.seq = m.seq) as files`;

export async function insertMessage(tx: Queryable, message: Message, requestKey: string): Promise<void> {
  const { id, conversation, seq, sender, text, maskedText, at, attachments } = message;
  await tx.query(
    `insert into messaging.message (conversation_id, seq, id, sender_id, text, masked_text, request_key, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [uuidOf(conversation), seq, uuidOf(id), uuidOf(sender), text, maskedText, requestKey, timestamp(at)],
  );
  for (const [position, file] of attachments.entries())
    await tx.query(
      "insert into messaging.attachment (conversation_id, seq, position, file_id) values ($1, $2, $3, $4)",
      [uuidOf(conversation), seq, position, uuidOf(file)],
    );
}

/** What a sender's key has sent already. */
export async function messageOfRequest(
  db: Queryable,
  conversation: ConversationId,
  sender: UserId,
  requestKey: string,
): Promise<Message | null> {
  const row = await db.maybe<Row>(
    `select ${COLUMNS} from messaging.message m where m.conversation_id = $1 and m.sender_id = $2 and m.request_key = $3`,
    [uuidOf(conversation), uuidOf(sender), requestKey],
  );
  return row && messageOf(row);
}

export async function readMessage(db: Queryable, conversation: ConversationId, id: MessageId): Promise<Message | null> {
  const row = await db.maybe<Row>(
    `select ${COLUMNS} from messaging.message m where m.conversation_id = $1 and m.id = $2`,
    [uuidOf(conversation), uuidOf(id)],
  );
  return row && messageOf(row);
}

/** Newest first. */
export async function listMessages(
  db: Queryable,
  conversation: ConversationId,
  limit: number,
  before: number | null,
): Promise<Message[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from messaging.message m where m.conversation_id = $1 and ($3::int is null or m.seq < $3)
      order by m.seq desc limit $2`,
    [uuidOf(conversation), limit, before],
  );
  return rows.map(messageOf);
}

/** The newest message of each. */
export async function newestOf(
  db: Queryable,
  conversations: readonly { readonly id: ConversationId }[],
): Promise<ReadonlyMap<ConversationId, Message>> {
  if (conversations.length === 0) return new Map();
  const rows = await db.query<Row>(
    `select ${COLUMNS} from messaging.message m join messaging.conversation c on c.id = m.conversation_id and c.last_seq = m.seq
      where m.conversation_id = any ($1::uuid[])`,
    [plainArray(conversations.map(({ id }) => uuidOf(id)))],
  );
  return new Map(rows.map(messageOf).map((message) => [message.conversation, message]));
}

/** Who has said the last thing. */
export async function lastWriter(db: Queryable, id: ConversationId): Promise<UserId> {
  const row = await db.one<{ sender_id: string }>(
    "select sender_id from messaging.message where conversation_id = $1 order by seq desc limit 1",
    [uuidOf(id)],
  );
  return idOf("user", row.sender_id);
}

/** Whether a file stands in a conversation of somebody's. */
export async function wasShown(db: Queryable, file: FileId, person: UserId): Promise<boolean> {
  const rows = await db.query(
    `select from messaging.attachment a join messaging.participant p on p.conversation_id = a.conversation_id
      where a.file_id = $1 and p.user_id = $2 limit 1`,
    [uuidOf(file), uuidOf(person)],
  );
  return rows.length > 0;
}

/** What the conversations are about in which a file stands. */
export async function subjectsShowing(db: Queryable, file: FileId): Promise<Subject[]> {
  return await db.query<Subject>(
    `select distinct c.subject_kind as kind, c.subject_id as id from messaging.attachment a
       join messaging.conversation c on c.id = a.conversation_id where a.file_id = $1`,
    [uuidOf(file)],
  );
}

/** Messages: that something was said stays, what was said goes. */
export const personalMessages = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query("update messaging.message set text = '', masked_text = null where sender_id = $1", [uuidOf(person)]);
  },
};

const messageOf = (row: Row): Message => ({
  id: idOf("message", row.id),
  conversation: idOf("conversation", row.conversation_id),
  seq: row.seq,
  sender: idOf("user", row.sender_id),
  text: row.text,
  maskedText: row.masked_text,
  at: row.at,
  attachments: (row.files ?? []).map((file) => idOf("file", file)),
});
