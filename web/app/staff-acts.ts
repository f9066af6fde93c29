import { textsIn } from "../api/attempt.ts";
import { unreadable } from "../api/problem.ts";
import { type Args, keyAfter, newKey, type Sent } from "../api/server.ts";
import type { Acted } from "../api/staff.ts";
import { confirmable } from "../api/step-up.ts";

type Input = Record<string, string>;
export type StaffCall = { method: "POST" | "PUT"; path: string; body: unknown };

/**
 * Does what one of a page's forms asks for. `callOf` makes a command of what was typed, or names the field that it cannot be made of.
 * What was done is a value for the page to go on with; everything else is where the page stands then.
 */
export async function actAsStaff(
  args: Args,
  callOf: (act: string, input: Input) => StaffCall | string,
): Promise<{ done: true; act: string; value: unknown } | { done: false; acted: Acted }> {
  const form = await args.request.formData();
  const { act = "", idempotencyKey = newKey(), back, ...input } = textsIn(form);
  const standing = { act, input, problem: null, key: idempotencyKey };
  if (back) return { done: false, acted: standing };
  const call = callOf(act, input);
  if (typeof call === "string") return { done: false, acted: { ...standing, problem: unreadable(call) } };
  const sent: Sent<unknown> = await confirmable(args, form, { ...call, key: `${idempotencyKey}:${act}` });
  if (sent.ok) return { done: true, act, value: sent.value };
  const key = keyAfter(sent.problem, idempotencyKey);
  return { done: false, acted: { ...standing, problem: sent.problem, key } };
}

/** On one line, as the log keeps it. */
export const oneLine = (text: string | undefined): string => (text ?? "").replaceAll(/\s+/g, " ").trim();
