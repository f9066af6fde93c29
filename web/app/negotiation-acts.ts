import { data, redirect } from "react-router";
import type { Negotiation } from "../api/negotiations.ts";
import { type Problem, unreadable } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey, type Sent } from "../api/server.ts";
import { termsIn } from "../ui/terms.ts";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

type Given = Args & { params: { id?: string; lang?: string } };
type Texts = Record<string, string>;

/** What a form of an offer asks for; or the field whose amount is none. */
export function offerIn(input: Texts): { offer: object } | { problem: Problem } {
  const found = termsIn(input);
  if ("wrong" in found) return { problem: unreadable(found.wrong) };
  const { freeTerms, ...terms } = found.terms;
  const offer = { ...terms, ...(freeTerms && { freeTerms }), validForHours: Number(input.validForHours) };
  return { offer };
}

/** What a form of a negotiation's page asks for. */
export async function actInNegotiation(args: Given) {
  const input = textsOf(await args.request.formData());
  const { intent = "", idempotencyKey: key = newKey() } = input;
  const sent = await done(args, input, key);
  if (!sent) throw redirect(`/${args.params.lang}/negotiations/${pathPart(args.params.id)}`);
  if (sent.ok) return { intent, problem: null, input: {} as Texts, key: newKey() };
  return data({ intent, problem: sent.problem, input, key: keyAfter(sent.problem, key) }, { status: 422 });
}

async function done(args: Given, input: Texts, key: string): Promise<Sent<Negotiation> | null> {
  const path = `/negotiations/${pathPart(args.params.id)}`;
  const send = (end: string, body: object) =>
    command<Negotiation>(args, "POST", `${path}/${end}`, body, `${key}:${input.intent}`);
  switch (input.intent) {
    case "offer": {
      const made = offerIn(input);
      return "problem" in made ? { ok: false, problem: made.problem } : await send("offers", made.offer);
    }
    case "accept":
      return await send("accept", { offerId: input.offer });
    case "withdraw":
      return await send(`offers/${pathPart(input.offer)}/withdraw`, {});
    case "close":
      return await send("close", {});
    default:
      return null;
  }
}
