import type { FastifyInstance } from "fastify";
import { escapeHtml, page } from "./page.ts";
import type { Sandbox } from "./sandbox.ts";
import { statementOf } from "./statement.ts";

/** The first page: the clock, the links, the statement and the latest deliveries. */
export function homePageRoute(app: FastifyInstance, sandbox: Sandbox): void {
  app.get("/", async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(page("en", "Outside companies, simulated", content(sandbox))),
  );
}

const rupeesText = (paise: number): string => (paise / 100).toFixed(2);

function content(sandbox: Sandbox): string {
  const { state } = sandbox.store;
  const statement = statementOf(sandbox);
  const orders = [...state.orders.values()].slice(-20).reverse();
  const deliveries = [...state.deliveries.values()].slice(-50).reverse();
  return `<p>Simulated time: <strong>${new Date(sandbox.clock.now()).toISOString()}</strong></p>
<ul><li><a href="/rapidshyp/panel">Carrier panel</a></li><li><a href="/mailbox">Mailbox</a></li><li><a href="/control/state">State (JSON)</a></li>
<li><a href="/control/cashfree/statement">Statement (JSON)</a></li><li><a href="/control/webhooks">Webhook log (JSON)</a></li></ul>
<h2>Orders at Cashfree</h2>
${table(
  ["Order", "Rupees", "Status"],
  orders.map((order) => [
    `<a href="/cashfree/checkout/${order.sessionId}">${escapeHtml(order.orderId)}</a>`,
    rupeesText(order.paise),
    order.status,
  ]),
)}
<h2>Statement of the merchant's account, balance ₹ ${rupeesText(statement.balance)}</h2>
${table(
  ["Time", "Kind", "Reference", "Rupees", "Balance"],
  [...statement.entries]
    .slice(-100)
    .reverse()
    .map((entry) => [
      entry.at,
      entry.kind,
      escapeHtml(entry.reference),
      rupeesText(entry.amount),
      rupeesText(entry.balance),
    ]),
)}
<h2>Webhook deliveries</h2>
${table(
  ["Delivery", "Type", "Reference", "State", "Answers"],
  deliveries.map((delivery) => [
    delivery.id,
    delivery.type,
    escapeHtml(delivery.reference),
    delivery.state,
    delivery.attempts.map(({ status }) => status || "no answer").join(", "),
  ]),
)}`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n");
  return `<div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}
