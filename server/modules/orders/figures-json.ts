import { type Currency, money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { InstantJson, instantJson, MoneyJson, moneyJson, nullable, oneOf, ref, strict } from "#runtime/http";
import { type Asked, type Figures, type Flow, type Sum, weeksOf } from "./figures.ts";
import { Status } from "./schemas.ts";
import type { OrderKind } from "./store.ts";

/** What is traded, as people see it; goods and files are both products. */
export const MARKETS = ["products", "services", "projects"] as const;
export type Market = (typeof MARKETS)[number];
export const KINDS_OF: Record<Market, readonly OrderKind[]> = {
  products: ["physical", "digital"],
  services: ["service"],
  projects: ["milestone"],
};

const Count = Type.Integer({ minimum: 0 });
const Seconds = Type.Integer({ minimum: 0, description: "Whole seconds" });
const SumJson = strict({ orders: Count, amount: ref(MoneyJson) });

const MoneyFigures = {
  held: Type.Object(SumJson.properties, {
    additionalProperties: false,
    description: "In escrow now; of a seller the part that is promised to them",
  }),
  released: Type.Object(SumJson.properties, {
    additionalProperties: false,
    description: "What went to sellers in the period; of a buyer what was not given back",
  }),
  refunded: Type.Object(SumJson.properties, { additionalProperties: false, description: "What went back to buyers" }),
};

const WeekJson = strict({
  from: InstantJson,
  until: InstantJson,
  placed: Count,
  disputed: Type.Integer({ minimum: 0, description: "Orders of this week about which there has been a dispute" }),
  released: Count,
  secondsToRelease: nullable(Seconds),
  money: Type.Array(
    strict({
      currency: MoneyJson.properties.currency,
      held: Type.Object(MoneyJson.properties, { additionalProperties: false, description: "At the week's end" }),
      paidIn: ref(MoneyJson),
      released: ref(MoneyJson),
      refunded: ref(MoneyJson),
    }),
  ),
});

const FIGURES = {
  market: nullable(oneOf(MARKETS)),
  from: InstantJson,
  until: InstantJson,
  now: InstantJson,
  orders: strict({
    placed: Count,
    disputed: Count,
    byStatus: Type.Array(strict({ status: ref(Status), orders: Count })),
  }),
  release: strict({
    orders: Count,
    medianSeconds: nullable(
      Type.Integer({ minimum: 0, description: "From the payment to the release, half of them sooner" }),
    ),
  }),
  weeks: Type.Array(WeekJson),
};

export const DashboardJson = strict(
  {
    ...FIGURES,
    role: oneOf(["buyer", "seller"]),
    money: Type.Array(strict({ currency: MoneyJson.properties.currency, ...MoneyFigures })),
    waiting: strict({ orders: Count, firstDueAt: nullable(InstantJson) }),
  },
  { $id: "Dashboard", description: "Nothing is ever added over currencies." },
);

export const OverviewJson = strict(
  {
    ...FIGURES,
    money: Type.Array(
      strict({
        currency: MoneyJson.properties.currency,
        ...MoneyFigures,
        earned: Type.Object(SumJson.properties, {
          additionalProperties: false,
          description: "Commission and the tax on it",
        }),
        late: Type.Object(SumJson.properties, {
          additionalProperties: false,
          description: "In escrow, with a deadline that has passed and is being acted upon",
        }),
        atRisk: Type.Object(SumJson.properties, {
          additionalProperties: false,
          description: "In escrow, with a deadline within 24 hours",
        }),
      }),
    ),
  },
  { $id: "Overview", description: "Nothing is ever added over currencies." },
);

type Seen = Asked & { readonly market: Market | null; readonly now: Instant };

/** What both kinds of page have. */
export function figuresJson(figures: Figures, { market, from, until, now, whose }: Seen) {
  const { placed, releases, states } = figures;
  const all = releases.find(({ week }) => week === null);
  const weeks = weeksOf({ from, until });
  return {
    market,
    ...{ from: instantJson(from), until: instantJson(until), now: instantJson(now) },
    orders: {
      placed: sum(states, ({ orders }) => orders),
      disputed: sum(states, ({ disputed }) => disputed),
      byStatus: states.map(({ status, orders }) => ({ status, orders })),
    },
    release: { orders: all?.orders ?? 0, medianSeconds: all?.median ?? null },
    weeks: weeks.map((week, index) => {
      const back = weeks.length - 1 - index;
      const own = placed.find((one) => one.week === back);
      const released = releases.find((one) => one.week === back);
      return {
        ...{ from: instantJson(week.from), until: instantJson(week.until) },
        ...{ placed: own?.orders ?? 0, disputed: own?.disputed ?? 0 },
        ...{ released: released?.orders ?? 0, secondsToRelease: released?.median ?? null },
        money: currenciesIn(figures).map((currency) => weekOfMoney(figures, whose.role, currency, back)),
      };
    }),
  };
}

/** Every currency that anything is or was in, in the order of the alphabet. */
export const currenciesIn = ({ held, flows }: Pick<Figures, "held" | "flows">): Currency[] =>
  [...new Set([...held.map(({ amount }) => amount.currency), ...flows.map(({ currency }) => currency)])].sort();

type Role = Asked["whose"]["role"];

function weekOfMoney({ held, flows }: Figures, role: Role, currency: Currency, back: number) {
  const own = flows.filter((flow) => flow.currency === currency);
  const here = own.filter(({ week }) => week === back);
  const now = held.find(({ amount }) => amount.currency === currency)?.amount.minor ?? 0n;
  const since = own.filter(({ week }) => week < back).reduce((total, flow) => total + intoEscrow(flow), 0n);
  const json = (minor: bigint) => moneyJson(money(minor, currency));
  const paidIn = here.filter(({ kind }) => kind === "fund").reduce((total, flow) => total + flow.held, 0n);
  return {
    ...{ currency, held: json(now - since), paidIn: json(paidIn) },
    released: json(total(here, released(role)).minor),
    refunded: json(total(here, refunded).minor),
  };
}

const intoEscrow = ({ kind, held }: Flow): bigint => (kind === "fund" ? held : -held);

type Part = (flow: Flow) => bigint;

/** What a buyer has paid for good is what did not come back; a seller and the marketplace count what sellers got. */
const released =
  (role: Role): Part =>
  ({ kind, held, toBuyer, toSeller }) => {
    if (kind !== "release" && kind !== "settle") return 0n;
    return role === "buyer" ? held - toBuyer : toSeller;
  };
const refunded: Part = ({ toBuyer }) => toBuyer;
const earned: Part = ({ kind, kept }) => (kind === "release" || kind === "settle" ? kept : 0n);

function total(flows: readonly Flow[], part: Part): { orders: number; minor: bigint } {
  const counted = flows.filter((flow) => part(flow) !== 0n);
  return { orders: sum(counted, ({ orders }) => orders), minor: counted.reduce((all, flow) => all + part(flow), 0n) };
}

/** Of one currency: what is held, and what left escrow in the period. */
export function moneyFigures(figures: Figures, role: Role, currency: Currency) {
  const own = figures.flows.filter((flow) => flow.currency === currency && flow.week >= 0);
  const json = (part: Part) => {
    const { orders, minor } = total(own, part);
    return { orders, amount: moneyJson(money(minor, currency)) };
  };
  return {
    currency,
    held: sumJson(figures.held, currency),
    ...{ released: json(released(role)), refunded: json(refunded), earned: json(earned) },
  };
}

export function sumJson(sums: readonly Sum[], currency: Currency): Static<typeof SumJson> {
  const found = sums.find(({ amount }) => amount.currency === currency);
  return { orders: found?.orders ?? 0, amount: moneyJson(found?.amount ?? money(0n, currency)) };
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0);
