import { data, redirect } from "react-router";
import { attempt } from "../api/attempt.ts";
import { filesOf } from "../api/files.ts";
import type { Decided } from "../api/finance.ts";
import { type Problem, unreadable } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey } from "../api/server.ts";
import type { Order } from "../api/types.ts";
import { isOffered, isPlain, REQUESTS } from "../features/orders/offered.ts";
import { amountIn } from "../ui/amount-in.ts";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

type Acting = Args & { params: { id?: string; lang?: string } };

/** What a form of an order's page asks for. */
export async function actOnOrder(args: Acting) {
  const form = await args.request.formData();
  const intent = form.get("intent");
  if (intent === "decide") return await decide(args, form);
  const page = `/${args.params.lang}/orders/${pathPart(args.params.id)}`;
  if (!isOffered(intent)) throw redirect(page);
  if (intent !== "deliver" && intent !== "request_revision" && !isPlain(intent)) throw redirect(page);
  const input = textsOf(form);
  const key = input.idempotencyKey || newKey();
  const sent = await callOf(args, form, intent, key);
  if (sent.ok) return null;
  const answer = { intent: "command" as const, command: intent, problem: sent.problem, input };
  return data({ ...answer, key: keyAfter(sent.problem, key) }, { status: 422 });
}

type Asked = keyof typeof REQUESTS | "deliver" | "request_revision";
type Done = { ok: true } | { ok: false; problem: Problem };

async function callOf(args: Acting, form: FormData, intent: Asked, key: string): Promise<Done> {
  const path = `/orders/${pathPart(args.params.id)}`;
  if (intent === "deliver") return await deliver(args, form, path, key);
  if (intent === "request_revision") {
    const body = { message: textsOf(form).message ?? "" };
    return await command<Order>(args, "POST", `${path}/request-revision`, body, `${key}:${intent}`);
  }
  const { method, path: end, body } = REQUESTS[intent];
  const { trackingNumber } = textsOf(form);
  const said = intent === "return_shipped" && trackingNumber ? { trackingNumber } : body;
  return await command<Order>(args, method, `${path}/${end}`, said, `${key}:${intent}`);
}

async function deliver(args: Acting, form: FormData, path: string, key: string): Promise<Done> {
  const files = await filesOf(args, form, "delivery", key);
  if (!files.ok) return files;
  const { message = "", links = "" } = textsOf(form);
  const body = { message, links: links.split(/\s+/).filter(Boolean), files: files.ids };
  return await command<Order>(args, "POST", `${path}/deliver`, body, `${key}:deliver`);
}

async function decide(args: Acting, form: FormData) {
  const path = `/finance/orders/${pathPart(args.params.id)}/decisions`;
  const made = await attempt<Decided>(args, form, ({ decision, refund: text, currency, reason }) => {
    const refund = decision === "settle" ? amountIn(text, currency) : undefined;
    if (refund === null) return { problem: unreadable("refund") };
    const body = { decision, reason, ...(refund && { refund }) };
    return { preview: { path: `${path}/preview`, body }, send: { path, body } };
  });
  return data({ intent: "decide" as const, ...made }, { status: made.problem ? 422 : 200 });
}
