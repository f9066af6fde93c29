import { data, redirect } from "react-router";
import { attempt } from "../api/attempt.ts";
import { FILE_IDS, FILES, filesOf } from "../api/files.ts";
import type { Decided } from "../api/finance.ts";
import { type Problem, unreadable } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey } from "../api/server.ts";
import type { Order } from "../api/types.ts";
import { isOffered, isPlain, REQUESTS } from "../features/orders/offered.ts";
import { amountIn } from "../ui/amount-in.ts";
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
  const key = textIn(form, "idempotencyKey") || newKey();
  const sent = await callOf(args, form, intent, key);
  if (sent.ok) return null;
  const input = typedIn(form);
  const answer = { intent: "command" as const, command: intent, problem: sent.problem, input };
  return data({ ...answer, key: keyAfter(sent.problem, key) }, { status: 422 });
}

type Form = Parameters<typeof filesOf>[1];
type Asked = keyof typeof REQUESTS | "deliver" | "request_revision";
type Done = { ok: true } | { ok: false; problem: Problem };

async function callOf(args: Acting, form: Form, intent: Asked, key: string): Promise<Done> {
  const path = `/orders/${pathPart(args.params.id)}`;
  if (intent === "deliver") return await deliver(args, form, path, key);
  if (intent === "request_revision") {
    const body = { message: textIn(form, "message").trim() };
    return await command<Order>(args, "POST", `${path}/request-revision`, body, `${key}:${intent}`);
  }
  const { method, path: end, body } = REQUESTS[intent];
  const tracking = textIn(form, "trackingNumber").trim();
  const said = intent === "return_shipped" && tracking ? { trackingNumber: tracking } : body;
  return await command<Order>(args, method, `${path}/${end}`, said, `${key}:${intent}`);
}

async function deliver(args: Acting, form: Form, path: string, key: string): Promise<Done> {
  const files = await filesOf(args, form, "delivery", key);
  if (!files.ok) return files;
  const links = textIn(form, "links").split(/\s+/).filter(Boolean);
  const body = { message: textIn(form, "message").trim(), links, files: files.ids };
  return await command<Order>(args, "POST", `${path}/deliver`, body, `${key}:deliver`);
}

async function decide(args: Acting, form: Form) {
  const path = `/finance/orders/${pathPart(args.params.id)}/decisions`;
  const made = await attempt<Decided>(args, form, ({ decision, refund: text, currency, reason }) => {
    const refund = decision === "settle" ? amountIn(text, currency) : undefined;
    if (refund === null) return { problem: unreadable("refund") };
    const body = { decision, reason, ...(refund && { refund }) };
    return { preview: { path: `${path}/preview`, body }, send: { path, body } };
  });
  return data({ intent: "decide" as const, ...made }, { status: made.problem ? 422 : 200 });
}

const textIn = (form: Form, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

const typedIn = (form: Form): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && name !== FILES && name !== FILE_IDS ? [[name, value]] : [],
    ),
  );
