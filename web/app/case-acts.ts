import { data, redirect } from "react-router";
import { type Problem, unreadable } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey } from "../api/server.ts";
import { amountIn } from "../ui/amount-in.ts";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

type Given = Args & { params: { id?: string; lang?: string } };
type Texts = Record<string, string>;

/** What an arbiter's form at the desk asks for. */
export async function actOnCase(args: Given) {
  const input = textsOf(await args.request.formData());
  const { intent = "", idempotencyKey: key = newKey() } = input;
  const call = callOf(input);
  if (!call) throw redirect(`/${args.params.lang}/disputes-desk/${pathPart(args.params.id)}`);
  const refused = (problem: Problem) => data({ intent, problem, input, key: keyAfter(problem, key) }, { status: 422 });
  if ("problem" in call) return refused(call.problem);
  const path = `/admin/disputes/${pathPart(args.params.id)}/${call.end}`;
  const sent = await command<unknown>(args, "POST", path, call.body, `${key}:${intent}`);
  return sent.ok ? { intent, problem: null, input: {} as Texts, key: newKey() } : refused(sent.problem);
}

function callOf(input: Texts): { end: string; body: object } | { problem: Problem } | null {
  switch (input.intent) {
    case "take":
    case "leave":
      return { end: input.intent, body: {} };
    case "note":
      return { end: "notes", body: { text: input.text } };
    case "decide":
      return decisionIn(input);
    default:
      return null;
  }
}

function decisionIn(input: Texts): { end: string; body: object } | { problem: Problem } {
  const { outcome, reasons, refund: text, currency, claims } = input;
  const refund = outcome === "split" ? amountIn(text, currency) : undefined;
  if (refund === null) return { problem: unreadable("refund") };
  const findings = Array.from({ length: Number(claims) || 0 }, (_, claim) => ({
    ...{ claim, upheld: input[`upheld-${claim}`] === "yes", reasons: input[`why-${claim}`] ?? "" },
  }));
  return { end: "decide", body: { outcome, reasons, findings, ...(refund && { refund }) } };
}
