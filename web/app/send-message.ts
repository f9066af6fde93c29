import { filesOf } from "../api/files.ts";
import type { Problem } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey } from "../api/server.ts";
import type { SendAnswer } from "../features/conversation/compose.tsx";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

/** Says what a thread's form says: in a conversation, as the first word of one, or as the arbiter to both sides of a case. */
export async function sendMessage(args: Args, form: FormData): Promise<SendAnswer> {
  const { text = "", idempotencyKey: key = newKey() } = textsOf(form);
  const refused = (problem: Problem): SendAnswer => ({ sent: false, problem, text, key: keyAfter(problem, key) });
  const files = await filesOf(args, form, "message", key);
  if (!files.ok) return refused(files.problem);
  const words = { text, ...(files.ids.length > 0 && { attachments: files.ids }) };
  const { path, body } = placeOf(form, words);
  const sent = await command<unknown>(args, "POST", path, body, `${key}:message`);
  return sent.ok ? { sent: true, problem: null, text: "", key: newKey() } : refused(sent.problem);
}

function placeOf(form: FormData, words: object): { path: string; body: object } {
  const { conversation, subject, kind, intent } = textsOf(form);
  if (intent === "arbiter") return { path: `/admin/disputes/${pathPart(subject)}/messages`, body: words };
  if (conversation) return { path: `/conversations/${pathPart(conversation)}/messages`, body: words };
  return { path: "/conversations", body: { subject: { kind, id: subject }, message: words } };
}

export async function markRead(args: Args, form: FormData): Promise<void> {
  const { conversation, message } = textsOf(form);
  await command<null>(args, "POST", `/conversations/${pathPart(conversation)}/read`, { message }, newKey());
}
