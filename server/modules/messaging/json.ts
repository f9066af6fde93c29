import type { UserId } from "@amana/core/ids";
import { type Static, Type } from "typebox";
import { FileJson, fileJson, readFiles } from "#modules/files";
import { readUsers } from "#modules/identity";
import type { Queryable } from "#runtime/database";
import { IdOf, InstantJson, instantJson, paragraph, ref, strict } from "#runtime/http";
import type { Conversation } from "./conversation-store.ts";
import { type Message, newestOf } from "./message-store.ts";
import { kindOf, type SubjectMeans } from "./subjects.ts";

const HIDDEN = "Addresses, numbers and links are hidden in it, because no money has been held between the two yet.";

const LONGEST_TEXT = 4_000;
const MOST_ATTACHMENTS = 10;

/** What somebody says. */
export const WordsJson = strict(
  {
    text: paragraph({ maxLength: LONGEST_TEXT }),
    attachments: Type.Optional(
      Type.Array(IdOf("file"), {
        maxItems: MOST_ATTACHMENTS,
        uniqueItems: true,
        description: "Files of mine with the purpose `message`.",
      }),
    ),
  },
  { $id: "MessageWords" },
);

export const SubjectJson = strict(
  {
    kind: Type.String({
      pattern: "^[a-z_]{1,40}$",
      examples: ["listing"],
      description: "`listing`, `order`, `negotiation`, `proposal`, `dispute`.",
    }),
    id: Type.String({ pattern: "^[a-z]{2,6}_[0-9a-f]{32}$", examples: ["prd_0199aa00c0de7000a000000000000042"] }),
  },
  { $id: "ConversationSubject" },
);

export const MessageJson = strict(
  {
    id: IdOf("message"),
    conversationId: IdOf("conversation"),
    from: IdOf("user"),
    fromArbiter: Type.Boolean({ description: "Whether it is from whoever decides between the two." }),
    text: Type.String({ description: "Empty where its author was forgotten." }),
    contactsHidden: Type.Boolean({ description: HIDDEN }),
    attachments: Type.Array(ref(FileJson), { description: "Those that are still there." }),
    at: InstantJson,
    read: Type.Boolean({ description: "Whether the other one has read it." }),
  },
  { $id: "Message" },
);

export const ConversationJson = strict(
  {
    id: IdOf("conversation"),
    subject: ref(SubjectJson),
    counterpart: strict({ id: IdOf("user"), name: Type.String() }),
    unread: Type.Integer({ description: "How many messages I have not read." }),
    lastMessage: strict({
      id: IdOf("message"),
      from: IdOf("user"),
      text: Type.String(),
      contactsHidden: Type.Boolean({ description: HIDDEN }),
      at: InstantJson,
    }),
    openedAt: InstantJson,
  },
  { $id: "Conversation" },
);

/** What of a message may be shown to its two: all of it once they have dealt with each other. */
const shown = ({ text, maskedText }: Message, open: boolean) =>
  open || maskedText === null ? { text, contactsHidden: false } : { text: maskedText, contactsHidden: true };

/** Asked only where something is hidden. */
async function isOpen(
  db: Queryable,
  means: SubjectMeans,
  { subject, me, counterpart }: Pick<Conversation, "subject" | "me" | "counterpart">,
  messages: readonly Message[],
): Promise<boolean> {
  if (!means.masking || messages.every(({ maskedText }) => maskedText === null)) return true;
  return await kindOf(means, subject).haveDealt(db, subject.id, me, counterpart);
}

type Seen = Pick<Conversation, "subject" | "me" | "counterpart" | "theirReadSeq">;

/** Messages of one conversation as its two see them. */
export async function messagesJson(
  db: Queryable,
  means: SubjectMeans,
  conversation: Seen,
  messages: readonly Message[],
): Promise<Static<typeof MessageJson>[]> {
  return jsonOf(db, conversation, messages, await isOpen(db, means, conversation, messages));
}

/** As they were written, for staff: what is hidden from the two, and who has read what, is not theirs to mind. */
export const wholeMessagesJson = (
  db: Queryable,
  [me, counterpart]: readonly [UserId, UserId],
  messages: readonly Message[],
): Promise<Static<typeof MessageJson>[]> => jsonOf(db, { me, counterpart, theirReadSeq: 0 }, messages, true);

async function jsonOf(
  db: Queryable,
  { me, counterpart, theirReadSeq }: Pick<Conversation, "me" | "counterpart" | "theirReadSeq">,
  messages: readonly Message[],
  open: boolean,
): Promise<Static<typeof MessageJson>[]> {
  const files = await readFiles(
    db,
    messages.flatMap(({ attachments }) => attachments),
  );
  return messages.map((message) => ({
    ...{ id: message.id, conversationId: message.conversation, from: message.sender },
    fromArbiter: message.sender !== me && message.sender !== counterpart,
    ...shown(message, open),
    attachments: message.attachments.flatMap((id) => {
      const file = files.get(id);
      return file ? [fileJson(file)] : [];
    }),
    at: instantJson(message.at),
    read: message.seq <= theirReadSeq,
  }));
}

/** Conversations as one of the two sees them in the list. */
export async function conversationsJson(
  db: Queryable,
  means: SubjectMeans,
  conversations: readonly Conversation[],
): Promise<Static<typeof ConversationJson>[]> {
  const people = await readUsers(
    db,
    conversations.map(({ counterpart }) => counterpart),
  );
  const newest = await newestOf(db, conversations);
  const all: Static<typeof ConversationJson>[] = [];
  for (const conversation of conversations) {
    const last = newest.get(conversation.id);
    if (!last) throw new Error(`${conversation.id} has no message`);
    const open = await isOpen(db, means, conversation, [last]);
    all.push({
      ...{ id: conversation.id, subject: { ...conversation.subject } },
      counterpart: { id: conversation.counterpart, name: nameOf(people.get(conversation.counterpart)) },
      unread: conversation.lastSeq - conversation.readSeq,
      lastMessage: { id: last.id, from: last.sender, ...shown(last, open), at: instantJson(last.at) },
      openedAt: instantJson(conversation.openedAt),
    });
  }
  return all;
}

const nameOf = (user: { readonly id: UserId; readonly name: string } | undefined): string => user?.name ?? "";
