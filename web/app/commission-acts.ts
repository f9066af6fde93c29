import { type Attempt, attempt, textsIn } from "../api/attempt.ts";
import { unreadable } from "../api/problem.ts";
import { type Args, ask, newKey } from "../api/server.ts";
import type { CommissionRules } from "../api/staff.ts";
import type { SaleTerms } from "../api/types.ts";
import { afterRowAct, isRowAct, rulesIn, strayCategory, withCategories } from "../features/staff/commission-fields.ts";
import { amountIn } from "../ui/amount-in.ts";
import { categoryNamed } from "./categories.server.ts";
import { oneLine } from "./staff-acts.ts";

export type Tried = { attempt: Attempt<SaleTerms | CommissionRules>; now: SaleTerms | null };

const PREVIEW = "/admin/commission-rules/preview";

/** Adds and moves rules, tries them on a sale beside those that count, and publishes what was tried. */
export async function nextRules(args: Args): Promise<Tried> {
  const fields = await args.request.formData();
  for (const [name, text] of Object.entries(withCategories(textsIn(fields), categoryNamed))) fields.set(name, text);
  const { form = "", step = "", idempotencyKey = newKey(), ...input } = textsIn(fields);
  const editing = { form, step: "editing", outcome: null, problem: null, key: idempotencyKey } as const;
  const stray = step.startsWith("file:") ? strayCategory(input) : null;
  if (stray) return { attempt: { ...editing, input, step: "refused", problem: unreadable(stray) }, now: null };
  if (isRowAct(step)) return { attempt: { ...editing, input: { ...afterRowAct(input, step) } }, now: null };
  const made = await attempt<SaleTerms | CommissionRules>(args, fields, callsOf);
  if (made.step !== "planned") return { attempt: made, now: null };
  const now = await ask<SaleTerms>(args, PREVIEW, { sale: saleIn(made.input) });
  return { attempt: made, now: now.ok ? now.value : null };
}

function callsOf(input: Record<string, string>) {
  const read = rulesIn(input);
  if ("wrong" in read) return { problem: unreadable(read.wrong) };
  const reason = oneLine(input.reason);
  if (reason === "") return { problem: unreadable("reason") };
  const sale = saleIn(input);
  if (!sale) return { problem: unreadable("salePrice") };
  if (input.saleCategory && !sale.category) return { problem: unreadable("saleCategory") };
  const { rules } = read;
  return {
    preview: { path: PREVIEW, body: { rules, sale } },
    send: { path: "/admin/commission-rules", body: { basedOn: Number(input.basedOn ?? "0"), rules, reason } },
  };
}

function saleIn({ salePrice, saleCurrency, saleCategory, saleLevel }: Record<string, string>) {
  const price = amountIn(salePrice, saleCurrency);
  if (!price) return null;
  const category = categoryNamed(saleCategory ?? "");
  return { price, ...(category && { category }), ...(saleLevel && { sellerLevel: saleLevel }) };
}
