import type { Problem } from "./problem.ts";
import { type Args, keyAfter, newKey } from "./server.ts";
import { CHALLENGE, CODE, confirmable } from "./step-up.ts";

/** Where somebody stands with an act that is shown before it is done: what was typed, what it comes to, or why it was refused. */
export type Attempt<Outcome> = {
  /** Which of a page's forms it was. */
  form: string;
  step: "editing" | "planned" | "done" | "refused";
  input: Record<string, string>;
  /** What the preview says will happen, or what then happened. */
  outcome: Outcome | null;
  problem: Problem | null;
  key: string;
};

type Call = { path: string; body: unknown };

/** Previews an act, or does it once it was confirmed; a body that cannot be made of what was typed is a problem. */
export async function attempt<Outcome>(
  args: Args,
  fields: FormData,
  callsOf: (input: Record<string, string>) => { preview: Call; send: Call } | { problem: Problem },
): Promise<Attempt<Outcome>> {
  const { form = "", step, idempotencyKey = newKey(), ...input } = textsIn(fields);
  const same = { form, input, outcome: null, problem: null, key: idempotencyKey };
  if (step === "edit") return { ...same, step: "editing" };
  const calls = callsOf(input);
  if ("problem" in calls) return { ...same, step: "refused", problem: calls.problem };
  const confirmed = step === "confirm";
  const { path, body } = confirmed ? calls.send : calls.preview;
  const key = confirmed ? idempotencyKey : newKey();
  const sent = await confirmable<Outcome>(args, fields, { method: "POST", path, body, key });
  if (!sent.ok) return { ...same, step: "refused", problem: sent.problem, key: keyAfter(sent.problem, idempotencyKey) };
  return confirmed
    ? { ...same, step: "done", outcome: sent.value, key: newKey() }
    : { ...same, step: "planned", outcome: sent.value };
}

/** What was typed; what confirms it is no part of it. */
export const textsIn = (fields: FormData): Record<string, string> =>
  Object.fromEntries(
    [...fields].flatMap(([name, value]) =>
      typeof value === "string" && !CONFIRMING.includes(name) ? [[name, value.trim().replaceAll("\r\n", "\n")]] : [],
    ),
  );

const CONFIRMING = [CHALLENGE, CODE, "stepUpAction", "stepUpBy"];
