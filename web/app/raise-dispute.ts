import type { Dispute } from "../api/disputes.ts";
import { filesOf } from "../api/files.ts";
import { type Problem, unreadable } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey } from "../api/server.ts";
import type { Raised } from "../features/disputes/raise-form.tsx";
import { amountIn } from "../ui/amount-in.ts";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

type Given = Args & { params: { id?: string } };
type Answer = { ok: true; value: Dispute } | { ok: false; failed: NonNullable<Raised> };

/** Opens a dispute as its form says; what was refused comes back with what was typed. */
export async function raiseDispute(args: Given, form: FormData): Promise<Answer> {
  const input = textsOf(form);
  const key = input.idempotencyKey || newKey();
  const refused = (problem: Problem): Answer => ({
    ok: false,
    failed: { problem, input, key: keyAfter(problem, key) },
  });
  const partly = input.claim === "partial_refund";
  const amount = partly ? amountIn(input.amount, input.currency) : undefined;
  if (amount === null) return refused(unreadable("amount"));
  const files = await filesOf(args, form, "evidence", key);
  if (!files.ok) return refused(files.problem);
  const claim = { kind: input.claim, ...(amount && { amount }), ...(input.claimText && { text: input.claimText }) };
  const sent = await command<Dispute>(
    ...([args, "POST", `/orders/${pathPart(args.params.id)}/dispute`] as const),
    { problem: input.problem, claims: [claim], text: input.text, files: files.ids },
    `${key}:dispute`,
  );
  return sent.ok ? sent : refused(sent.problem);
}
