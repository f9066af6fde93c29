import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { CallRefusal } from "#ports/call";
import type { StatementPage, StatementRequest, StatementSource } from "#ports/statement";
import { decode } from "../../support/decode.ts";
import type { Http } from "../../support/http.ts";
import type { CashfreeConfig } from "./index.ts";
import { refusalOf } from "./refusals.ts";
import { COVERED, linesOf, TheirEvents } from "./statement-messages.ts";

/** Their most. */
const LINES_PER_PAGE = 1000;

/** The payment gateway's own record of events (`POST /recon`, interface version 2025-01-01), settled or not. */
export function cashfreeStatement(
  { baseUrl, clientId, clientSecret }: Pick<CashfreeConfig, "baseUrl" | "clientId" | "clientSecret">,
  http: Http,
): StatementSource {
  const headers = { "x-client-id": clientId, "x-client-secret": clientSecret, "x-api-version": "2025-01-01" };
  return {
    name: "cashfree",
    covers: COVERED,
    async fetch(request) {
      const answer = await http({ method: "POST", url: `${baseUrl}/recon`, headers, body: question(request) });
      return answer.status === 200 ? pageOf(answer.json, request) : refuse(refusalOf(answer, "read"));
    },
  };
}

/** Their end date is inclusive and read to the second. */
const question = ({ from, until, cursor }: StatementRequest): object => ({
  pagination: { limit: LINES_PER_PAGE, cursor },
  filters: { start_date: second(from), end_date: second(until) },
});

/** Events at the very end belong to the next period, in which they come again. */
function pageOf(json: unknown, { from, until, cursor }: StatementRequest): Result<StatementPage, CallRefusal> {
  const page = decode(TheirEvents, json);
  if (!page.ok) return page;
  const lines = linesOf(page.value.data);
  if (!lines.ok) return lines;
  const next = page.value.cursor || null;
  if (next !== null && next === cursor) return refuse({ kind: "outcome_unknown", detail: "the cursor stands still" });
  return ok({ lines: lines.value.filter(({ at }) => at >= from && at < until), next });
}

const second = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;
