import type { Message } from "../../api/conversations.ts";

/** Something that happened while people talked: a step of the order, told by the marketplace. */
export type Note = { key: string; at: string; text: string };

export type Entry = { kind: "message"; at: string; message: Message } | { kind: "note"; at: string; note: Note };

/**
 * Messages and notes as one stream, the oldest first. Where older messages are left out, so are the notes before the first one shown: a
 * step would otherwise stand beside words that were said long after it.
 */
export function entriesOf(messages: readonly Message[], notes: readonly Note[], moreBefore: boolean): Entry[] {
  const first = messages.at(-1)?.at ?? "";
  const shown = moreBefore ? notes.filter(({ at }) => at >= first) : notes;
  const all: Entry[] = [
    ...messages.map((message): Entry => ({ kind: "message", at: message.at, message })),
    ...shown.map((note): Entry => ({ kind: "note", at: note.at, note })),
  ];
  return all.sort((a, b) => a.at.localeCompare(b.at) || (a.kind === b.kind ? 0 : a.kind === "note" ? -1 : 1));
}
