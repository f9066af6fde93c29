import { data, redirect } from "react-router";
import type { Agreement } from "../api/negotiations.ts";
import { statusOf, unreadable } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey, type Sent } from "../api/server.ts";
import { confirmable } from "../api/step-up.ts";
import { termsIn } from "../ui/terms.ts";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

type Given = Args & { params: { id?: string; lang?: string } };
type Texts = Record<string, string>;

/** What a form of an agreement's page asks for. */
export async function actOnAgreement(args: Given) {
  const form = await args.request.formData();
  const input = textsOf(form);
  const { intent = "", idempotencyKey: key = newKey() } = input;
  // Back from the code to what was typed.
  if (input.change) return data({ intent, problem: null, input, key });
  const sent = await done(args, form, input, key);
  if (!sent) throw redirect(`/${args.params.lang}/agreements/${pathPart(args.params.id)}`);
  if (sent.ok) return { intent, problem: null, input: {} as Texts, key: newKey() };
  const { problem } = sent;
  return data({ intent, problem, input, key: keyAfter(problem, key) }, { status: statusOf(problem) });
}

async function done(args: Given, form: FormData, input: Texts, key: string): Promise<Sent<Agreement> | null> {
  const path = `/agreements/${pathPart(args.params.id)}`;
  switch (input.intent) {
    case "sign": {
      const body = { name: input.name, hash: input.hash };
      return await confirmable<Agreement>(args, form, { method: "POST", path: `${path}/sign`, body, key });
    }
    case "propose":
      return await propose(args, path, input, key);
    case "accept":
    case "decline": {
      const end = `${path}/amendments/${pathPart(input.amendment)}/${input.intent}`;
      return await command<Agreement>(args, "POST", end, {}, `${key}:${input.intent}`);
    }
    default:
      return null;
  }
}

/** All terms are sent as they are typed: what is the same changes nothing, and words are replaced but not taken away. */
async function propose(args: Given, path: string, input: Texts, key: string): Promise<Sent<Agreement>> {
  const send = (body: object) => command<Agreement>(args, "POST", `${path}/amendments`, body, `${key}:propose`);
  if (input.scope === "words") return await send({ freeTerms: input.freeTerms ?? "" });
  const found = termsIn(input);
  if ("wrong" in found) return { ok: false, problem: unreadable(found.wrong) };
  const { freeTerms, ...terms } = found.terms;
  return await send({ ...terms, ...(freeTerms && { freeTerms }) });
}
