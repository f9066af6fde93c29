import { data, redirect } from "react-router";
import { filesOf } from "../api/files.ts";
import { callOf } from "../api/later.ts";
import type { Problem } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey } from "../api/server.ts";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

type Given = Args & { params: { id?: string; lang?: string } };
type Done = { ok: true } | { ok: false; problem: Problem };
type Texts = Record<string, string>;

/** What a party's form in the dispute's room asks for. */
export async function actInRoom(args: Given) {
  const form = await args.request.formData();
  const input = textsOf(form);
  const { intent = "", idempotencyKey: key = newKey() } = input;
  const sent = await done(args, form, input, key);
  if (!sent) throw redirect(`/${args.params.lang}/disputes/${pathPart(args.params.id)}`);
  if (sent.ok) return { intent, problem: null, input: {} as Texts, key: newKey() };
  return data({ intent, problem: sent.problem, input, key: keyAfter(sent.problem, key) }, { status: 422 });
}

async function done(args: Given, form: FormData, input: Texts, key: string): Promise<Done | null> {
  const path = `/disputes/${pathPart(args.params.id)}`;
  switch (input.intent) {
    case "respond":
    case "appeal":
      return await withFiles(args, form, key, (files) => ({
        ...{ path: `${path}/${input.intent}`, body: { text: input.text, files } },
      }));
    case "evidence":
      return await withFiles(args, form, key, (files) =>
        callOf("evidence", { ...input, dispute: args.params.id ?? "" }, files, key),
      );
    case "withdraw":
    case "concede":
      return await command<unknown>(args, "POST", `${path}/${input.intent}`, {}, `${key}:${input.intent}`);
    case "confirm_receipt": {
      const { orderId = "" } = input;
      return await command<unknown>(
        args,
        "POST",
        `/orders/${pathPart(orderId)}/confirm-delivery`,
        {},
        `${key}:release`,
      );
    }
    default:
      return null;
  }
}

async function withFiles(
  args: Given,
  form: FormData,
  key: string,
  callOf: (files: string[]) => { path: string; body: object },
): Promise<Done> {
  const files = await filesOf(args, form, "evidence", key);
  if (!files.ok) return files;
  const { path, body } = callOf(files.ids);
  return await command<unknown>(args, "POST", path, body, `${key}:said`);
}
