import { maskContacts } from "@amana/core/contact";
import { shardOf, type UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { attachFiles, type FileId } from "#modules/files";
import type { Limiter } from "#ports/limiter";
import type { Database, Queryable, Tx } from "#runtime/database";
import { newIdBeside, newRootId } from "#runtime/ids";
import type { Hub } from "#runtime/push";
import { announce } from "#runtime/work";
import {
  type Conversation,
  type ConversationId,
  conversationAbout,
  nextSeq,
  noteMessage,
  openConversation,
  readConversation,
} from "./conversation-store.ts";
import { insertMessage, type Message, messageOfRequest } from "./message-store.ts";
import { kindOf, type Subject, type SubjectMeans } from "./subjects.ts";

export type MessagingMeans = SubjectMeans & {
  readonly db: Database;
  readonly hub: Hub;
  /** Counts the conversations that somebody opens; absent: as many as they like. */
  readonly limiter?: Limiter;
};

export type Words = {
  readonly text: string;
  readonly attachments: readonly FileId[];
  /** The sender's own: the same once more is the same message. */
  readonly key: string;
};

export type SendRefusal = "no_such_subject" | "own_subject" | "no_such_conversation" | "no_such_file";
export type TooMany = { readonly retryAfterSeconds: number };

/** Strangers who write to everybody are what a limit is for; whoever is in a conversation goes on as he likes. */
const OPENINGS = { points: 20, perSeconds: 3600 };

/** What others hear of a message: never what it says. */
export const SENT = "message.sent";

/** Says the first thing about something to whoever is on its other side, or one thing more where the two have talked about it. */
export async function openWith(
  means: MessagingMeans,
  me: UserId,
  subject: Subject,
  words: Words,
  now: Instant,
): Promise<Result<Message, SendRefusal | TooMany>> {
  const { db, limiter } = means;
  const counterpart = await kindOf(means, subject).counterpart(db, subject.id, me);
  if (counterpart === null) return refuse("no_such_subject");
  if (counterpart === "own" || counterpart === me) return refuse("own_subject");
  const before = await conversationAbout(db, subject, me, counterpart);
  const taken = before ? null : await limiter?.take(`conversation:${me}`, OPENINGS);
  if (taken?.allowed === false) return refuse({ retryAfterSeconds: taken.retryAfterSeconds });
  return await db.transaction(async (tx) => {
    const held = await attachFiles(tx, me, "message", words.attachments, now);
    if (!held.ok) return held;
    const people = [me, counterpart] as const;
    const id = before ?? (await openConversation(tx, newRootId("conversation", now), { subject, people, by: me }, now));
    return ok(await say(means, tx, { id, me, subject, others: [counterpart] }, words, now));
  });
}

/** Says one thing more. */
export const sendMessage = (
  means: MessagingMeans,
  me: UserId,
  id: ConversationId,
  words: Words,
  now: Instant,
): Promise<Result<Message, SendRefusal>> =>
  means.db.transaction(async (tx) => {
    const conversation = await readConversation(tx, id, me);
    if (!conversation) return refuse("no_such_conversation");
    const held = await attachFiles(tx, me, "message", words.attachments, now);
    return held.ok
      ? ok(await say(means, tx, { ...conversation, others: [conversation.counterpart] }, words, now))
      : held;
  });

export type ArbiterRefusal = "no_such_subject" | "not_the_arbiter" | "no_such_file";

/** Says something to both sides of what one has to decide; neither is spoken to alone. */
export const sendToBoth = (
  means: MessagingMeans,
  me: UserId,
  subject: Subject,
  words: Words,
  now: Instant,
): Promise<Result<Message, ArbiterRefusal>> =>
  means.db.transaction(async (tx) => {
    const heard = await heardBy(means, tx, subject, me);
    if (!heard.ok) return heard;
    const held = await attachFiles(tx, me, "message", words.attachments, now);
    if (!held.ok) return held;
    const others = heard.value;
    const id =
      (await conversationAbout(tx, subject, ...others)) ??
      (await openConversation(tx, newRootId("conversation", now), { subject, people: others, by: me }, now));
    return ok(await say(means, tx, { id, me, subject, others }, words, now));
  });

/** The two whom an arbiter hears, where it is his to decide between them. */
export async function heardBy(
  means: SubjectMeans,
  db: Queryable,
  subject: Subject,
  arbiter: UserId,
): Promise<Result<readonly [UserId, UserId], "no_such_subject" | "not_the_arbiter">> {
  const heard = await kindOf(means, subject).heard?.(db, subject.id);
  if (!heard) return refuse("no_such_subject");
  return heard.arbiter === arbiter ? ok(heard.people) : refuse("not_the_arbiter");
}

type Speaking = Pick<Conversation, "id" | "me" | "subject"> & { readonly others: readonly UserId[] };

async function say(
  means: MessagingMeans,
  tx: Tx,
  { id, me, subject, others }: Speaking,
  { text, attachments, key }: Words,
  now: Instant,
): Promise<Message> {
  const seq = await nextSeq(tx, id);
  const before = await messageOfRequest(tx, id, me, key);
  if (before) return before;
  const { text: left, masked } = maskContacts(text);
  const message: Message = {
    ...{ id: newIdBeside("message", now, id), conversation: id, seq, sender: me, text, at: now, attachments },
    maskedText: masked ? left : null,
  };
  await insertMessage(tx, message, key);
  await noteMessage(tx, { id, seq, sender: me, at: now });
  for (const to of others) {
    const payload = { conversation: id, message: message.id, seq, from: me, to };
    await announce(tx, now, { shard: shardOf(id), topic: SENT, payload });
  }
  const arbiter = (await kindOf(means, subject).heard?.(tx, subject.id))?.arbiter;
  const hear = new Set([me, ...others, ...(arbiter ? [arbiter] : [])]);
  tx.afterCommit(() => means.hub.tell([...hear], { type: "message.added", conversationId: id, id: message.id }));
  return message;
}
