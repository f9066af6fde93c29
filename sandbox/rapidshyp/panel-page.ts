import type { FastifyInstance, FastifyRequest } from "fastify";
import { istStamp } from "../india-time.ts";
import { escapeHtml, type Language, languageOf, page } from "../page.ts";
import type { WebhookMode } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { PANEL_WORDS, SCAN_BUTTONS, scanWord } from "./panel-words.ts";
import type { Shipment } from "./records.ts";
import { SCAN_CODES } from "./scan-codes.ts";
import { addScan } from "./tracking.ts";

type Request = FastifyRequest<{ Querystring: { lang?: string } }>;

const MODES: Readonly<Record<string, WebhookMode>> = {
  normal: { mode: "normal" },
  late: { mode: "late", delayMs: 5 * 60_000 },
  duplicate: { mode: "duplicate", times: 2 },
  out_of_order: { mode: "out_of_order" },
  never: { mode: "never" },
};

/** The carrier's panel: every parcel with its scans, and a button for each scan that may come next. */
export function panelRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get("/rapidshyp/panel", async (request: Request, reply) => {
    const language = languageOf(request.query.lang, request.headers["accept-language"]);
    const title = PANEL_WORDS[language].title;
    return reply.type("text/html; charset=utf-8").send(page(language, title, panel(sandbox, language)));
  });
  app.post("/rapidshyp/panel", async (request: Request, reply) => {
    const fields = new URLSearchParams(typeof request.body === "string" ? request.body : "");
    const shipment = [...sandbox.store.state.shipments.values()].find(({ awb }) => awb === fields.get("awb"));
    const code = fields.get("code") ?? "";
    const mode = MODES[fields.get("webhook") ?? "normal"];
    if (!shipment || !mode || !Object.hasOwn(SCAN_CODES, code)) return reply.code(400).send("unknown parcel or scan");
    addScan(sandbox, shipment, { code }, mode);
    await sandbox.store.settled();
    const lang = request.query.lang === undefined ? "" : `?lang=${encodeURIComponent(request.query.lang)}`;
    return reply.redirect(`/rapidshyp/panel${lang}#${fields.get("awb")}`, 303);
  });
}

function panel(sandbox: Sandbox, language: Language): string {
  const parcels = [...sandbox.store.state.shipments.values()].filter(({ awb }) => awb !== null).reverse();
  if (parcels.length === 0) return `<p>${PANEL_WORDS[language].empty}</p>`;
  return parcels.map((shipment) => parcel(shipment, language)).join("\n");
}

function parcel(shipment: Shipment, language: Language): string {
  const words = PANEL_WORDS[language];
  const awb = escapeHtml(shipment.awb ?? "");
  const scans = shipment.scans.map(
    (scan) =>
      `<li><bdi>${istStamp(scan.at)}</bdi> <code>${escapeHtml(scan.code)}</code> ${escapeHtml(scan.remark)}</li>`,
  );
  const modes = Object.keys(MODES).map((mode) => `<option value="${mode}">${words.modes[mode] ?? mode}</option>`);
  const buttons = SCAN_BUTTONS.map(
    (code) =>
      `<button type="submit" name="code" value="${code}" data-scan="${code}">${scanWord(code, language)}</button>`,
  );
  return `<article id="${awb}" data-awb="${awb}" data-order="${escapeHtml(shipment.orderId)}">
<h2><bdi>${awb}</bdi></h2>
<p>${words.order} <bdi>${escapeHtml(shipment.orderId)}</bdi> · <a href="/rapidshyp/files/label/${shipment.shipmentId}.pdf">${words.label}</a></p>
<ol>${scans.join("")}</ol>
<form method="post"><input type="hidden" name="awb" value="${awb}">
<p><label>${words.notice} <select name="webhook">${modes.join("")}</select></label></p>
<div class="row">${buttons.join("\n")}</div></form>
</article>`;
}
