import type { Conversation, Message, Said } from "../api/conversations.ts";
import { type Args, read, readOptional } from "../api/server.ts";
import type { Listed } from "../api/types.ts";
import { pathPart } from "./query.ts";

const NOTHING: Said = { conversation: null, messages: [], older: null };

/** What the reader and the other side have said about a thing. */
export async function saidAbout(args: Args, subject: string, limit = 30): Promise<Said> {
  const found = await readOptional<Listed<Conversation>>(args, `/conversations?limit=1&about=${pathPart(subject)}`);
  const [conversation] = found?.data ?? [];
  return conversation ? await saidIn(args, conversation, null, limit) : NOTHING;
}

export async function saidIn(args: Args, conversation: Conversation, before: string | null, limit = 30): Promise<Said> {
  const after = before ? `&cursor=${pathPart(before)}` : "";
  const path = `/conversations/${pathPart(conversation.id)}/messages?limit=${limit}${after}`;
  const { data: messages, nextCursor } = await read<Listed<Message>>(args, path);
  return { conversation, messages, older: nextCursor ?? null };
}
