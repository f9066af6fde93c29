import type { OrderStatus } from "@amana/core/escrow";
import { type UserId, uuidOf } from "@amana/core/ids";
import { type Currency, type Money, money } from "@amana/core/money";
import { after, days, type Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { MovementKind } from "./movement-store.ts";
import type { OrderKind } from "./store.ts";

/** Whose orders are counted: those of one party, or everybody's. */
export type Whose = { readonly role: "buyer" | "seller"; readonly person: UserId } | { readonly role: "everybody" };

export type Asked = {
  readonly whose: Whose;
  /** Null: orders of every kind. */
  readonly kinds: readonly OrderKind[] | null;
  readonly from: Instant;
  readonly until: Instant;
};

export const WEEK = days(7);
const WEEK_SECONDS = 604_800;

/** A number of orders and what they come to. */
export type Sum = { readonly orders: number; readonly amount: Money };

export type Figures = {
  readonly held: readonly Sum[];
  readonly flows: readonly Flow[];
  readonly states: readonly { readonly status: OrderStatus; readonly orders: number; readonly disputed: number }[];
  readonly placed: readonly { readonly week: number; readonly orders: number; readonly disputed: number }[];
  readonly releases: readonly { readonly week: number | null; readonly orders: number; readonly median: number }[];
};

/** What moved in one week; weeks are counted back from the end of the period, and −1 is what came after it. */
export type Flow = {
  readonly week: number;
  readonly kind: MovementKind;
  readonly currency: Currency;
  readonly orders: number;
  readonly held: bigint;
  readonly toBuyer: bigint;
  readonly toSeller: bigint;
  /** What neither got: commission and the tax on it. */
  readonly kept: bigint;
};

/** Everything that a page of figures is made of, each by an index of the orders that are meant. */
export async function readFigures(db: Queryable, asked: Asked): Promise<Figures> {
  const [held, flows, states, placed, releases] = await Promise.all([
    heldNow(db, asked),
    flowsSince(db, asked),
    byStatus(db, asked),
    placedByWeek(db, asked),
    timesToRelease(db, asked),
  ]);
  return { held, flows, states, placed, releases };
}

/** The share of a deal's money that concerns whoever looks: a seller counts what is promised, for the commission was never his. */
const share = ({ role }: Whose): string => (role === "seller" ? "promised" : "total");

async function heldNow(db: Queryable, { whose, kinds }: Asked): Promise<Sum[]> {
  const { condition, values } = theirs(whose, kinds, "kind");
  const column = whose.role === "seller" ? "seller_receives" : "total";
  const rows = await db.query<{ currency: Currency; orders: bigint; amount: bigint }>(
    `select currency, count(*) as orders, sum(${column})::bigint as amount from orders."order"
      where ${condition} and escrow in ('held', 'disputed') group by currency order by currency`,
    values,
  );
  return rows.map(({ currency, orders, amount }) => ({ orders: Number(orders), amount: money(amount, currency) }));
}

/** Since the period began, up to this day: what is held now, less what came since, is what was held then. */
async function flowsSince(db: Queryable, { whose, kinds, from, until }: Asked): Promise<Flow[]> {
  const { condition, values } = theirs(whose, kinds, "order_kind");
  const first = values.length;
  type Row = Omit<Flow, "orders" | "toBuyer" | "toSeller"> & { orders: bigint; to_buyer: bigint; to_seller: bigint };
  const rows = await db.query<Row>(
    `select ${weekOf("moved_at", first + 2)} as week, kind, currency, count(*) as orders, sum(${share(whose)})::bigint as held,
        sum(to_buyer)::bigint as to_buyer, sum(to_seller)::bigint as to_seller, sum(total - to_buyer - to_seller)::bigint as kept
       from orders.movement where ${condition} and moved_at >= $${first + 1} group by 1, 2, 3`,
    [...values, timestamp(from), timestamp(until)],
  );
  return rows.map(({ to_buyer: toBuyer, to_seller: toSeller, ...row }) => ({
    ...{ ...row, orders: Number(row.orders), toBuyer, toSeller },
  }));
}

async function byStatus(db: Queryable, { whose, kinds, from, until }: Asked): Promise<Figures["states"]> {
  const { condition, values } = theirs(whose, kinds, "kind");
  const first = values.length;
  const rows = await db.query<{ status: OrderStatus; orders: bigint; disputed: bigint }>(
    `select status, count(*) as orders, count(disputed_at) as disputed from orders."order"
      where ${condition} and placed_at >= $${first + 1} and placed_at < $${first + 2} group by status`,
    [...values, timestamp(from), timestamp(until)],
  );
  return rows.map((row) => ({ status: row.status, orders: Number(row.orders), disputed: Number(row.disputed) }));
}

async function placedByWeek(db: Queryable, { whose, kinds, from, until }: Asked): Promise<Figures["placed"]> {
  const { condition, values } = theirs(whose, kinds, "kind");
  const first = values.length;
  const rows = await db.query<{ week: number; orders: bigint; disputed: bigint }>(
    `select ${weekOf("placed_at", first + 2)} as week, count(*) as orders, count(disputed_at) as disputed from orders."order"
      where ${condition} and placed_at >= $${first + 1} and placed_at < $${first + 2} group by 1`,
    [...values, timestamp(from), timestamp(until)],
  );
  return rows.map((row) => ({ week: row.week, orders: Number(row.orders), disputed: Number(row.disputed) }));
}

/** In whole seconds, of each week and (null) of all of them. */
async function timesToRelease(db: Queryable, { whose, kinds, from, until }: Asked): Promise<Figures["releases"]> {
  const { condition, values } = theirs(whose, kinds, "order_kind");
  const first = values.length;
  const rows = await db.query<{ week: number | null; orders: bigint; median: bigint }>(
    `select m.week, count(*) as orders, round(percentile_cont(0.5) within group (order by m.seconds))::bigint as median
       from (select ${weekOf("moved_at", first + 2)} as week, extract(epoch from moved_at - held_since)::float8 as seconds
               from orders.movement where ${condition} and moved_at >= $${first + 1} and moved_at < $${first + 2}
                and kind = 'release' and held_since is not null) m
      group by grouping sets ((m.week), ())`,
    [...values, timestamp(from), timestamp(until)],
  );
  return rows.flatMap(({ week, orders, median }) =>
    orders > 0n ? [{ week, orders: Number(orders), median: Number(median) }] : [],
  );
}

const weekOf = (column: string, until: number): string =>
  `greatest(ceil(extract(epoch from $${until}::timestamptz - ${column}) / ${WEEK_SECONDS}) - 1, -1)::int`;

type Condition = { readonly condition: string; readonly values: readonly unknown[] };

function theirs(whose: Whose, kinds: readonly OrderKind[] | null, kind: "kind" | "order_kind"): Condition {
  const ofKinds = kinds === null ? [] : [...kinds];
  const about = `(cardinality($1::text[]) = 0 or ${kind} = any ($1))`;
  if (whose.role === "everybody") return { condition: about, values: [ofKinds] };
  return { condition: `${about} and ${whose.role}_id = $2`, values: [ofKinds, uuidOf(whose.person)] };
}

/** What waits for one person: how many orders, and when the first of their deadlines comes. */
export async function waitingFor(
  db: Queryable,
  { whose, kinds }: Asked,
): Promise<{ orders: number; dueAt: Instant | null }> {
  if (whose.role === "everybody") return { orders: 0, dueAt: null };
  const { condition, values } = theirs(whose, kinds, "kind");
  const row = await db.one<{ orders: bigint; due_at: Instant | null }>(
    `select count(*) as orders, min(due_at) as due_at from orders."order" where ${condition} and turn = '${whose.role}'`,
    values,
  );
  return { orders: Number(row.orders), dueAt: row.due_at };
}

/** The weeks of a period, the oldest first; the first one may be a part of one. */
export function weeksOf({ from, until }: Pick<Asked, "from" | "until">): { from: Instant; until: Instant }[] {
  const weeks: { from: Instant; until: Instant }[] = [];
  for (let end = until; end > from; end = after(end, -WEEK)) {
    const start = after(end, -WEEK);
    weeks.unshift({ from: start > from ? start : from, until: end });
  }
  return weeks;
}

/** Of what is held: deadlines that have passed, and those that come within a day. */
export async function pressing(
  db: Queryable,
  { whose, kinds }: Asked,
  now: Instant,
): Promise<{ late: Sum[]; atRisk: Sum[] }> {
  const { condition, values } = theirs(whose, kinds, "kind");
  const first = values.length;
  const rows = await db.query<{ currency: Currency; late: boolean; orders: bigint; amount: bigint }>(
    `select currency, due_at <= $${first + 1} as late, count(*) as orders, sum(total)::bigint as amount from orders."order"
      where ${condition} and escrow in ('held', 'disputed') and due_at <= $${first + 2} group by 1, 2`,
    [...values, timestamp(now), timestamp(after(now, days(1)))],
  );
  const those = (wanted: boolean): Sum[] =>
    rows
      .filter(({ late }) => late === wanted)
      .map(({ currency, orders, amount }) => ({ orders: Number(orders), amount: money(amount, currency) }));
  return { late: those(true), atRisk: those(false) };
}
