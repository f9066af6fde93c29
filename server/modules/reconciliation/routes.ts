import type { Entry } from "@amana/core/ledger";
import { COUNTERPARTS } from "@amana/core/reconciliation";
import { unreachable } from "@amana/core/result";
import { after } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { mayDecideOn, OWN_DEAL } from "#modules/approvals";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  invalid,
  line,
  moneyJson,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  staff,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { aboutDifference } from "./about.ts";
import { accountRoutes } from "./account-routes.ts";
import { type CannotExplain, explainDifference, previewExplanation } from "./explain.ts";
import { custodyView } from "./position.ts";
import { fetchAndReconcile, type StatementSources } from "./read-statement.ts";
import { CustodyJson, DifferenceJson, ExplanationJson, GatewayName, RunJson } from "./schemas.ts";
import { READ_AGAIN, type ReconciliationSettings, TOLERANCES } from "./settings.ts";
import { type Difference, latestRuns, openDifferences, type RunRecord } from "./store.ts";

export type ReconciliationParts = {
  readonly db: Database;
  readonly statements: StatementSources;
  readonly settings: ReconciliationSettings;
};

const MOST_LISTED = 200;
const params = strict({ id: IdOf("difference") });
const counterpart = oneOf(COUNTERPARTS);

/** For finance and administration alone. */
export const reconciliationRoutes = (parts: ReconciliationParts): Route[] => [
  readCustody(parts),
  ...accountRoutes(parts),
  readState(parts),
  runNow(parts),
  preview(parts),
  explain(parts),
];

const readCustody = ({ db, settings }: ReconciliationParts): Route =>
  defineRoute({
    method: "GET",
    path: "/finance/custody",
    operationId: "readCustody",
    summary: "Where all the money is and whose it is, per currency, to the minor unit",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    responses: { 200: strict({ data: Type.Array(ref(CustodyJson)) }) },
    problems: [],
    async handle() {
      return reply(200, { data: await custodyView(db, settings) });
    },
  });

const readState = ({ db }: ReconciliationParts): Route =>
  defineRoute({
    method: "GET",
    path: "/finance/reconciliation",
    operationId: "readReconciliation",
    summary: "The latest run of each gateway, and the differences that nobody has explained yet, the latest first",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    responses: { 200: strict({ runs: Type.Array(ref(RunJson)), differences: Type.Array(ref(DifferenceJson)) }) },
    problems: [],
    async handle() {
      const [runs, differences] = [await latestRuns(db), await openDifferences(db, MOST_LISTED)];
      return reply(200, { runs: runs.map(runJson), differences: differences.map(differenceJson) });
    },
  });

const runNow = ({ db, statements, settings }: ReconciliationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/reconciliation/:gateway/run",
    operationId: "runReconciliation",
    summary: "Read a gateway's statement now and set it against the books",
    description: "Without a period: the last seven days, up to an hour ago. What was read before changes nothing.",
    tag: "finance",
    policy: staff("finance", "admin"),
    params: strict({ gateway: GatewayName }),
    body: strict({ from: Type.Optional(InstantJson), until: Type.Optional(InstantJson) }),
    responses: { 200: ref(RunJson) },
    problems: ["NOT_FOUND", "PAYMENT_GATEWAY_UNAVAILABLE"],
    async handle({ params: { gateway }, body, now }) {
      const source = statements.find(({ name }) => name === gateway);
      if (!source) return problem("NOT_FOUND", "No statement can be fetched from a gateway of this name.");
      const until = body.until === undefined ? after(now, -TOLERANCES.weBookWithin) : instantFrom(body.until);
      const from = body.from === undefined ? after(until, -READ_AGAIN) : instantFrom(body.from);
      if (from >= until || until > now) return invalid("until", "must lie after from, and not in the future");
      const run = await fetchAndReconcile(db, settings, source, { from, until }, now);
      return run.ok ? reply(200, runJson(run.value)) : problem("PAYMENT_GATEWAY_UNAVAILABLE");
    },
  });

const preview = ({ db, settings }: ReconciliationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/differences/:id/explain/preview",
    operationId: "previewExplanation",
    summary: "The exact entries with which an explanation would be posted",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    params,
    body: strict({ counterpart }),
    responses: { 200: ref(ExplanationJson) },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, principal, body }) {
      if (!(await mayDecideOn(db, principal.id, await aboutDifference(db, id)))) return OWN_DEAL;
      const entries = await previewExplanation(db, settings, id, body.counterpart);
      return entries.ok ? reply(200, entriesJson(entries.value)) : refusalOf(entries.error);
    },
  });

const explain = ({ db, settings }: ReconciliationParts): Route =>
  defineRoute({
    method: "POST",
    path: "/finance/differences/:id/explain",
    operationId: "explainDifference",
    summary: "Close a difference with a reason, and with the posting that the preview shows",
    description:
      "`counterpart` says where the money went or came from; `no_money` says that the statement itself was wrong, which only a duplicate or a date can be.",
    tag: "finance",
    policy: staff("finance", "admin"),
    params,
    body: strict({ counterpart, reason: line({ maxLength: 500 }) }),
    responses: { 200: ref(ExplanationJson) },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, body, principal, now, origin }) {
      if (!(await mayDecideOn(db, principal.id, await aboutDifference(db, id)))) return OWN_DEAL;
      const entries = await explainDifference(db, settings, id, { by: { user: principal.id, origin }, ...body }, now);
      return entries.ok ? reply(200, entriesJson(entries.value)) : refusalOf(entries.error);
    },
  });

function refusalOf(refusal: CannotExplain) {
  switch (refusal) {
    case "no_such_difference":
      return problem("NOT_FOUND", "There is no such difference.");
    case "already_closed":
      return problem("TRANSITION_NOT_ALLOWED", "This difference is closed.");
    case "short_of_money":
      return problem("TRANSITION_NOT_ALLOWED", "There is not so much money in suspense.");
    case "money_has_moved":
      return invalid("counterpart", "must say where the money went: more than the statement is wrong");
    case "nothing_to_post":
      return invalid("counterpart", "must be no_money, because no money has moved");
    default:
      return unreachable(refusal);
  }
}

const entriesJson = (entries: readonly Entry[]): Static<typeof ExplanationJson> => ({
  entries: entries.map(({ account, amount }) => ({ account, amount: moneyJson(amount) })),
});

export const differenceJson = (difference: Difference): Static<typeof DifferenceJson> => {
  const sums = (of: Difference["effect"]) => [...of].map(([currency, minor]) => moneyJson({ minor, currency }));
  return {
    ...{ id: difference.id, gateway: difference.gateway, class: difference.class, reasons: [...difference.reasons] },
    ...{ at: instantJson(difference.at), foundAt: instantJson(difference.foundAt) },
    ...{ posting: difference.subject.posting, line: difference.subject.line },
    ...{ effect: sums(difference.effect), atStake: sums(difference.atStake) },
  };
};

export const runJson = (run: RunRecord): Static<typeof RunJson> => ({
  ...run,
  covers: [...run.covers],
  from: instantJson(run.from),
  until: instantJson(run.until),
  at: instantJson(run.at),
});
