import { ESCROW_STATUSES, ORDER_STATUSES, type OrderStatus } from "@amana/core/escrow";
import type { DealId } from "@amana/core/ids";
import { type Static, Type } from "typebox";
import { readUsers } from "#modules/identity";
import { dealsByReference } from "#modules/payments";
import type { Database, Queryable } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  invalid,
  line,
  list,
  MoneyJson,
  oneOf,
  PAGE,
  type ProblemAnswer,
  pageAsked,
  type Route,
  ref,
  reply,
  signedIn,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { staffSummaryJson, summaryJson } from "./json.ts";
import { type Filters, keyOf, listOrders, SORTS, type Sort, type Summary } from "./lists.ts";
import { StaffSummaryJson, SummaryJson } from "./schemas.ts";
import { ORDER_KINDS } from "./store.ts";
import { wordsOf } from "./words.ts";

const Amount = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const FILTERS = {
  ...PAGE,
  status: Type.Optional(Type.String({ maxLength: 200, description: "One status, or several with commas." })),
  escrow: Type.Optional(oneOf(ESCROW_STATUSES)),
  kind: Type.Optional(oneOf(ORDER_KINDS)),
  from: Type.Optional(InstantJson),
  until: Type.Optional(InstantJson),
  currency: Type.Optional(MoneyJson.properties.currency),
  min: Type.Optional(Amount),
  max: Type.Optional(Amount),
  q: Type.Optional(
    line({
      maxLength: 100,
      description:
        "Words of the number, the titles in both languages, the names, the tracking number; of three signs or more also their beginnings.",
    }),
  ),
  sort: Type.Optional(oneOf(SORTS)),
};
const FilterJson = strict(FILTERS);
type Query = Static<typeof FilterJson>;

/** Lists of orders, for their parties and for staff. */
export const orderListRoutes = (parts: { readonly db: Database }): Route[] => [listMine(parts), listAll(parts)];

const listMine = ({ db }: { readonly db: Database }): Route =>
  defineRoute({
    method: "GET",
    path: "/orders",
    operationId: "listOrders",
    summary: "My orders, newest first or as they are sorted; filtered and searched",
    description: "`min` and `max` are minor units and want a `currency`. A cursor goes on in the same order only.",
    tag: "orders",
    policy: signedIn("orders:read"),
    query: strict({ ...FILTERS, role: Type.Optional(oneOf(["buyer", "seller", "any"])) }),
    responses: { 200: list(ref(SummaryJson)) },
    problems: [],
    async handle({ query: { role = "any", ...query }, principal }) {
      const mine = { [role === "any" ? "party" : role]: principal.id };
      const found = await pageOf(db, query, mine);
      if ("kind" in found) return found;
      const { page, nextCursor, names } = found;
      return reply(200, { data: page.map((summary) => summaryJson(summary, principal.id, names)), nextCursor });
    },
  });

const listAll = ({ db }: { readonly db: Database }): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/orders",
    operationId: "listAllOrders",
    summary: "Everybody's orders, newest first or as they are sorted; filtered and searched",
    description: "`min` and `max` are minor units and want a `currency`. A cursor goes on in the same order only.",
    tag: "orders",
    policy: staffOrProgram("staff:read", "support", "arbiter", "finance", "admin"),
    query: strict({
      ...FILTERS,
      ...{ buyer: Type.Optional(IdOf("user")), seller: Type.Optional(IdOf("user")), deal: Type.Optional(IdOf("deal")) },
      reference: Type.Optional(
        line({ maxLength: 100, description: "What a gateway calls the payment, the money taken or the refund" }),
      ),
    }),
    responses: { 200: list(ref(StaffSummaryJson)) },
    problems: [],
    async handle({ query: { buyer, seller, deal, reference, ...query } }) {
      const deals = await dealsMeant(db, deal, reference);
      const found = await pageOf(db, query, {
        ...(buyer && { buyer }),
        ...(seller && { seller }),
        ...(deals && { deals }),
      });
      if ("kind" in found) return found;
      const { page, nextCursor, names } = found;
      return reply(200, { data: page.map((summary) => staffSummaryJson(summary, names)), nextCursor });
    },
  });

/** Null where neither narrows the list. */
async function dealsMeant(
  db: Queryable,
  deal: DealId | undefined,
  reference: string | undefined,
): Promise<readonly DealId[] | null> {
  const named = reference === undefined ? null : await dealsByReference(db, reference);
  if (deal === undefined) return named;
  return named ? named.filter((one) => one === deal) : [deal];
}

type Found = {
  readonly page: readonly Summary[];
  readonly nextCursor: string | null;
  readonly names: Awaited<ReturnType<typeof readUsers>>;
};

async function pageOf(
  db: Queryable,
  query: Query,
  whose: Filters,
): Promise<Found | ProblemAnswer<"VALIDATION_FAILED">> {
  const sort: Sort = query.sort ?? "-placedAt";
  const asked = pageAsked(Type.Tuple([Type.Literal(sort), Type.Integer(), IdOf("order")]), query);
  if ("kind" in asked) return invalid("cursor", "is not one that a list in this order has given");
  const filters = filtersIn(query);
  if ("kind" in filters) return filters;
  const beyond = asked.after && { key: asked.after[1], id: asked.after[2] };
  const rows = await listOrders(db, { filters: { ...filters, ...whose }, sort, limit: asked.rows, beyond });
  const { page, nextCursor } = asked.cut(rows, (summary) => [sort, keyOf(sort, summary), summary.id]);
  const people = page.flatMap(({ buyer, seller }) => [buyer, seller]);
  return { page, nextCursor, names: await readUsers(db, people) };
}

function filtersIn(query: Query): Filters | ProblemAnswer<"VALIDATION_FAILED"> {
  const { status, from, until, currency, min, max, q } = query;
  const statuses = statusesIn(status);
  if (statuses === "unknown") return invalid("status", `must be of ${ORDER_STATUSES.join(", ")}`);
  if ((min !== undefined || max !== undefined) && currency === undefined)
    return invalid("currency", "must say of which currency min and max are");
  const words = q === undefined ? undefined : wordsOf(q);
  if (words?.length === 0) return invalid("q", "must have a letter or a digit");
  return {
    ...(statuses && { statuses }),
    ...(currency && { currency }),
    ...(words && { words }),
    ...plainIn(query),
    ...(from !== undefined && { from: instantFrom(from) }),
    ...(until !== undefined && { until: instantFrom(until) }),
  };
}

const plainIn = ({ escrow, kind, min, max }: Query): Filters => ({
  ...(escrow && { escrow }),
  ...(kind && { orderKind: kind }),
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

function statusesIn(text: string | undefined): OrderStatus[] | null | "unknown" {
  if (text === undefined) return null;
  const statuses = ORDER_STATUSES.filter((status) => text.split(",").includes(status));
  return statuses.length === text.split(",").length ? statuses : "unknown";
}
