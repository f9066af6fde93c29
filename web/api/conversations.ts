/** The words of what people say to each other about a thing. */
import type { StoredFile } from "./files.ts";
import type { Party } from "./types.ts";

export type SubjectKind = "listing" | "order" | "negotiation" | "proposal" | "dispute";
export type Subject = { kind: SubjectKind; id: string };

export type Message = {
  id: string;
  conversationId: string;
  from: string;
  fromArbiter: boolean;
  text: string;
  contactsHidden: boolean;
  attachments: StoredFile[];
  at: string;
  /** Whether the other one has read it. */
  read: boolean;
};

export type Conversation = {
  id: string;
  subject: Subject;
  counterpart: Party;
  unread: number;
  lastMessage: Pick<Message, "id" | "from" | "text" | "contactsHidden" | "at">;
  openedAt: string;
};

/** What was said about a thing, newest first; `conversation` is null while nothing was. */
export type Said = { conversation: Conversation | null; messages: Message[]; older: string | null };
