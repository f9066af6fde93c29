import { after, days, type Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  InstantJson,
  instantFrom,
  instantJson,
  invalid,
  oneOf,
  type ProblemAnswer,
  type Route,
  ref,
  reply,
  signedIn,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { pressing, readFigures, WEEK, waitingFor } from "./figures.ts";
import {
  currenciesIn,
  DashboardJson,
  figuresJson,
  KINDS_OF,
  MARKETS,
  type Market,
  moneyFigures,
  OverviewJson,
  sumJson,
} from "./figures-json.ts";

const USUAL_WEEKS = 26;
const MOST = days(371);

const PERIOD = {
  market: Type.Optional(oneOf(MARKETS)),
  from: Type.Optional(InstantJson),
  until: Type.Optional(InstantJson),
  weeks: Type.Optional(Type.Integer({ minimum: 1, maximum: 53, description: "Instead of `from`" })),
};
const DESCRIPTION =
  "The last 26 weeks, or so many `weeks` up to `until`, or `from` … `until`, at most 53 weeks, cut into weeks from the end. What is held is held now. Half-open: `until` is not in it.";

/** The figures of dashboards: somebody's own, and everybody's for staff. */
export const figuresRoutes = (parts: { readonly db: Database }): Route[] => [dashboard(parts), overview(parts)];

const dashboard = ({ db }: { readonly db: Database }): Route =>
  defineRoute({
    method: "GET",
    path: "/dashboard",
    operationId: "getDashboard",
    summary: "My figures as a buyer or as a seller: money by where it is, orders by state, week by week",
    description: DESCRIPTION,
    tag: "orders",
    policy: signedIn("orders:read"),
    query: strict({ role: oneOf(["buyer", "seller"]), ...PERIOD }),
    responses: { 200: ref(DashboardJson) },
    problems: [],
    async handle({ query, principal, now }) {
      const period = periodIn(query, now);
      if ("kind" in period) return period;
      const asked = { whose: { role: query.role, person: principal.id }, ...period };
      const [figures, waiting] = await Promise.all([readFigures(db, asked), waitingFor(db, asked)]);
      return reply(200, {
        ...figuresJson(figures, { ...asked, now }),
        role: query.role,
        money: currenciesIn(figures).map((currency) => {
          const { earned: _, ...seen } = moneyFigures(figures, query.role, currency);
          return seen;
        }),
        waiting: {
          orders: waiting.orders,
          firstDueAt: waiting.dueAt === null ? null : instantJson(waiting.dueAt),
        },
      });
    },
  });

const overview = ({ db }: { readonly db: Database }): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/overview",
    operationId: "getOverview",
    summary:
      "The marketplace's figures: money in escrow, late and at risk, released, refunded and earned, week by week",
    description: DESCRIPTION,
    tag: "orders",
    policy: staffOrProgram("staff:read", "support", "finance", "admin"),
    query: strict(PERIOD),
    responses: { 200: ref(OverviewJson) },
    problems: [],
    async handle({ query, now }) {
      const period = periodIn(query, now);
      if ("kind" in period) return period;
      const asked = { whose: { role: "everybody" } as const, ...period };
      const [figures, { late, atRisk }] = await Promise.all([readFigures(db, asked), pressing(db, asked, now)]);
      return reply(200, {
        ...figuresJson(figures, { ...asked, now }),
        money: currenciesIn(figures).map((currency) => ({
          ...moneyFigures(figures, "everybody", currency),
          ...{ late: sumJson(late, currency), atRisk: sumJson(atRisk, currency) },
        })),
      });
    },
  });

const PeriodJson = strict(PERIOD);

function periodIn({ market, ...query }: Static<typeof PeriodJson>, now: Instant) {
  const until = query.until === undefined ? now : instantFrom(query.until);
  const from = query.from === undefined ? after(until, -(query.weeks ?? USUAL_WEEKS) * WEEK) : instantFrom(query.from);
  const wrong = objection(from, until, now);
  if (wrong) return wrong;
  return { market: (market ?? null) satisfies Market | null, kinds: market ? KINDS_OF[market] : null, from, until };
}

function objection(from: Instant, until: Instant, now: Instant): ProblemAnswer<"VALIDATION_FAILED"> | null {
  if (from >= until) return invalid("until", "must be after from");
  if (until - from > MOST) return invalid("from", "must not be more than 53 weeks before until");
  if (until > now) return invalid("until", "must not be in the future");
  return null;
}
