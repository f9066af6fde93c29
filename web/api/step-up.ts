import type { Problem } from "./problem.ts";
import { type Args, command, newKey, readOptional, type Sent } from "./server.ts";
import type { Listed } from "./types.ts";

/** The fields by which a form comes back with a code. */
export const CHALLENGE = "stepUpChallenge";
export const CODE = "stepUpCode";

type Call = { method: "POST" | "PUT" | "DELETE"; path: string; body: unknown; key: string };

/**
 * Sends a command that may need a fresh confirmation. Without one the problem says what is to be confirmed, and the same form comes
 * back with the code; a wrong code leaves the challenge as it is.
 */
export async function confirmable<T>(args: Args, form: FormData, call: Call): Promise<Sent<T>> {
  const [challenge, code] = [textIn(form, CHALLENGE), textIn(form, CODE)];
  if (challenge && code) {
    const path = `/auth/step-up/${encodeURIComponent(challenge)}`;
    const tried = await command<null>(args, "POST", path, { code }, newKey());
    if (!tried.ok && tried.problem.code !== "NOT_FOUND") return await stillAsked(args, tried.problem, form);
  }
  const sent = await command<T>(args, call.method, call.path, call.body, call.key, challenge);
  return sent.ok ? sent : { ok: false, problem: await withHint(args, sent.problem) };
}

/** A code of the wrong form, or the wrong one: the question stays. */
async function stillAsked(args: Args, problem: Problem, form: FormData): Promise<{ ok: false; problem: Problem }> {
  const by = textIn(form, "stepUpBy") === "totp" ? "totp" : "email";
  const challenge = { id: textIn(form, CHALLENGE), action: textIn(form, "stepUpAction"), by, hint: null } as const;
  return { ok: false, problem: await withHint(args, { ...problem, challenge }) };
}

/** In a sandbox nobody has a mailbox: the code is shown beside the field. */
async function withHint(args: Args, problem: Problem): Promise<Problem> {
  const { challenge } = problem;
  if (challenge?.by !== "email") return problem;
  const codes = await readOptional<Listed<{ challenge: string; code: string }>>(args, "/sandbox/step-up-codes");
  const hint = codes?.data.find((one) => one.challenge === challenge.id)?.code ?? null;
  return { ...problem, challenge: { ...challenge, hint } };
}

const textIn = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();
