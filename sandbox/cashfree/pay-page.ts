import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addFault } from "../faults.ts";
import { escapeHtml, type Language, languageOf, page } from "../page.ts";
import type { WebhookMode } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { pay } from "./pay.ts";
import { orderOfSession } from "./pay-order.ts";
import { FAULT_CHOICES, type FaultChoice, METHOD_CHOICES, OUTCOME_CHOICES, WORDS } from "./pay-page-words.ts";
import { closedBecause } from "./payments.ts";
import type { Order } from "./records.ts";

type Request = FastifyRequest<{ Params: { session: string }; Querystring: { lang?: string } }>;

/** The hosted pay page: GET shows it, POST decides the attempt and sends the person back to the return_url. */
export function payPageRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get("/cashfree/checkout/:session", async (request: Request, reply) => show(sandbox, request, reply));
  app.post("/cashfree/checkout/:session", async (request: Request, reply) => decide(sandbox, request, reply));
}

function show(sandbox: Sandbox, request: Request, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.query.lang, request.headers["accept-language"]);
  const order = orderOfSession(sandbox, request.params.session);
  const words = WORDS[language];
  if (!order) return html(reply.code(404), page(language, words.unknown, ""));
  const closed = closedBecause(sandbox, order) !== undefined;
  return html(
    reply,
    page(language, words.title, facts(order, language) + (closed ? over(order, language) : form(language))),
  );
}

async function decide(sandbox: Sandbox, request: Request, reply: FastifyReply): Promise<FastifyReply> {
  const order = orderOfSession(sandbox, request.params.session);
  if (!order) return html(reply.code(404), page("en", WORDS.en.unknown, ""));
  const fields = new URLSearchParams(typeof request.body === "string" ? request.body : "");
  const method = METHOD_CHOICES.find((known) => known === fields.get("method")) ?? "upi";
  const outcome = OUTCOME_CHOICES.find((known) => known === fields.get("outcome")) ?? "success";
  const fault = FAULT_CHOICES.find((known) => known === fields.get("fault")) ?? "none";
  const amount = fault === "wrong_amount" ? { paise: Math.max(100, order.paise - 100) } : {};
  const mode = WEBHOOK_MODES[fault];
  const paid = pay(sandbox, order, { outcome, method, ...amount, ...(mode ? { mode } : {}) });
  if ("refused" in paid) return html(reply.code(409), page("en", WORDS.en.title, over(order, "en")));
  armCallFault(sandbox, fault);
  sandbox.store.touch();
  await sandbox.store.settled();
  sandbox.deliveries.inBackground(paid.deliveries);
  return reply.redirect(returnAddress(order) ?? `/cashfree/checkout/${order.sessionId}`, 303);
}

const WEBHOOK_MODES: Partial<Record<FaultChoice, WebhookMode>> = {
  webhook_late: { mode: "late", delayMs: 5 * 60_000 },
  webhook_twice: { mode: "duplicate", times: 2 },
  webhook_out_of_order: { mode: "out_of_order" },
  webhook_never: { mode: "never" },
};

/** Faults that wait for the app's next refund or payout. */
function armCallFault(sandbox: Sandbox, fault: FaultChoice): void {
  if (fault === "payout_returned") sandbox.store.state.transferPlans.push("reversed");
  const operation = fault.startsWith("refund_") ? "createRefund" : "createTransfer";
  const kind = fault.endsWith("timeout_before") ? "timeout_before" : "timeout_after";
  if (fault.includes("timeout")) addFault(sandbox, { provider: "cashfree", operation, kind, times: 1 });
}

const returnAddress = (order: Order): string | undefined =>
  order.returnUrl?.replaceAll("{order_id}", encodeURIComponent(order.orderId));

function html(reply: FastifyReply, text: string): FastifyReply {
  return reply
    .type("text/html; charset=utf-8")
    .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'")
    .header("referrer-policy", "no-referrer")
    .send(text);
}

function facts(order: Order, language: Language): string {
  const words = WORDS[language];
  const locale = language === "ar" ? "ar" : "en-IN";
  const amount = new Intl.NumberFormat(locale, { style: "currency", currency: order.currency }).format(
    order.paise / 100,
  );
  const expiry = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Kolkata" });
  return `<dl>
<dt>${words.order}</dt><dd id="order-id"><bdi>${escapeHtml(order.orderId)}</bdi></dd>
<dt>${words.amount}</dt><dd id="amount">${escapeHtml(amount)}</dd>
<dt>${words.expires}</dt><dd>${escapeHtml(expiry.format(order.expiresAt))} (IST)</dd>
</dl>`;
}

const form = (language: Language): string => `<form method="post">
${radios(language, "method", METHOD_CHOICES)}
${radios(language, "outcome", OUTCOME_CHOICES)}
<fieldset><legend><label for="fault">${WORDS[language].fault}</label></legend>
<select id="fault" name="fault">${FAULT_CHOICES.map((fault) => `<option value="${fault}">${WORDS[language].faults[fault]}</option>`).join("")}</select>
</fieldset>
<button id="pay" name="go" value="1" class="main" type="submit">${WORDS[language].go}</button>
</form>`;

function radios(language: Language, name: "method" | "outcome", choices: readonly string[]): string {
  const words: Readonly<Record<string, string>> = WORDS[language][`${name}s`];
  const options = choices.map(
    (choice, index) =>
      `<label><input type="radio" name="${name}" id="${name}-${choice}" value="${choice}"${index === 0 ? " checked" : ""}>${words[choice] ?? choice}</label>`,
  );
  return `<fieldset><legend>${WORDS[language][name]}</legend>${options.join("\n")}</fieldset>`;
}

function over(order: Order, language: Language): string {
  const back = returnAddress(order);
  const link = back ? `<p><a id="back" href="${escapeHtml(back)}">${WORDS[language].back}</a></p>` : "";
  return `<p role="status">${WORDS[language].closed}</p>${link}`;
}
