import { filesOf } from "../api/files.ts";
import { callOf } from "../api/later.ts";
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
  const call = callOf("message", textsOf(form), files.ids, key);
  const sent = await command<unknown>(args, "POST", call.path, call.body, call.key);
  return sent.ok ? { sent: true, problem: null, text: "", key: newKey() } : refused(sent.problem);
}

export async function markRead(args: Args, form: FormData): Promise<void> {
  const { conversation, message } = textsOf(form);
  await command<null>(args, "POST", `/conversations/${pathPart(conversation)}/read`, { message }, newKey());
}
