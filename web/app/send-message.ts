import { filesOf } from "../api/files.ts";
import type { Problem } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey } from "../api/server.ts";
import type { SendAnswer } from "../features/conversation/compose.tsx";
import { pathPart } from "./query.ts";

/** Says what a thread's form says: in a conversation, as the first word of one, or as the arbiter to both sides of a case. */
export async function sendMessage(args: Args, form: FormData): Promise<SendAnswer> {
  const text = textIn(form, "text").trim();
  const key = textIn(form, "idempotencyKey") || newKey();
  const refused = (problem: Problem): SendAnswer => ({ sent: false, problem, text, key: keyAfter(problem, key) });
  const files = await filesOf(args, form, "message", key);
  if (!files.ok) return refused(files.problem);
  const words = { text, ...(files.ids.length > 0 && { attachments: files.ids }) };
  const { path, body } = placeOf(form, words);
  const sent = await command<unknown>(args, "POST", path, body, `${key}:message`);
  return sent.ok ? { sent: true, problem: null, text: "", key: newKey() } : refused(sent.problem);
}

function placeOf(form: FormData, words: object): { path: string; body: object } {
  const conversation = textIn(form, "conversation");
  const subject = textIn(form, "subject");
  if (form.get("intent") === "arbiter") return { path: `/admin/disputes/${pathPart(subject)}/messages`, body: words };
  if (conversation) return { path: `/conversations/${pathPart(conversation)}/messages`, body: words };
  return { path: "/conversations", body: { subject: { kind: textIn(form, "kind"), id: subject }, message: words } };
}

export async function markRead(args: Args, form: FormData): Promise<void> {
  const path = `/conversations/${pathPart(textIn(form, "conversation"))}/read`;
  await command<null>(args, "POST", path, { message: textIn(form, "message") }, newKey());
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
