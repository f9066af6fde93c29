import type { Agenda } from "../play/agenda.ts";
import { type Course, commission } from "../play/contracts.ts";
import { type Outcome, quarrel } from "../play/quarrels.ts";
import { type Address, type Article, DAY, type Fate, HOUR, type Stage, sell, type Wish } from "../play/sales.ts";
import { negotiate, type Talk } from "../play/talks.ts";
import { BRIEFS } from "./briefs.ts";
import { BUYERS, OWN_ADDRESSES } from "./cast.ts";
import { LISTINGS } from "./goods/index.ts";
import { offer } from "./shelves.ts";

export const DAYS = 183;

/** What everything is planned with; what is for sale grows while the history is played. */
export type Plan = {
  readonly agenda: Agenda;
  readonly stage: Stage;
  readonly begin: number;
  readonly now: () => number;
  readonly articles: Article[];
};

/** Six months of a marketplace that grows: first the shops, then what happens in them, and at the end one of everything that can be seen. */
export function planAll(plan: Plan): void {
  planShelves(plan);
  planSales(plan);
  planQuarrels(plan);
  planWork(plan);
  planTalks(plan);
  planLastDays(plan);
}

/** Half of the shelves are filled in the first week, the rest in the next three months. */
function planShelves({ agenda, stage, begin, articles }: Plan): void {
  for (const [index, goods] of LISTINGS.entries()) {
    const day = index % 2 === 0 ? index / LISTINGS.length : 6 + (index * 85) / LISTINGS.length;
    const travels = goods.route === "/products" && goods.body.kind === "physical";
    const onSale = (article: Article): void => void (travels && articles.push(article));
    agenda.plan(begin + day * DAY + HOUR, `shelf ${goods.picture}`, offer(stage, goods, onSale));
  }
}

const FATES: Readonly<Record<Fate, number>> = {
  ...{ unpaid: 4, cancelled: 5, never_sent: 3, waiting_for_dispatch: 0, lost: 2, travelling: 0 },
  ...{ delivered: 38, confirmed: 48, kept: 0 },
};

/** Fewer than one a day at first, more than two at the end, and more at the end of the week. */
function planSales(plan: Plan): void {
  const { stage } = plan;
  for (let day = 8; day < DAYS - 3; day++) {
    const weekend = (day + 4) % 7 < 2 ? 1.5 : 1;
    const wanted = (0.5 + (1.6 * day) / DAYS) * weekend;
    for (let left = wanted; left > 0; left--) {
      if (left < 1 && stage.dice.throw() > left) break;
      later(plan, day, `sale of day ${day}`, (wish) => sell(stage, wish, stage.dice.weighed(FATES)));
    }
  }
}

const ENDED: readonly Outcome[] = [
  ...(["won", "settled", "lost", "split", "withdrawn", "appealed", "conceded"] as const),
  ...(["settled", "won", "settled", "split", "lost", "withdrawn", "settled"] as const),
];

function planQuarrels(plan: Plan): void {
  for (const [index, outcome] of ENDED.entries())
    later(plan, 15 + index * 11, `dispute ${outcome}`, (wish) => quarrel(plan.stage, wish, outcome));
}

const COURSES: readonly (readonly [day: number, course: Course])[] = [
  ...([
    [12, "finished"],
    [40, "finished"],
    [75, "ended_early"],
    [110, "finished"],
    [140, "finished"],
  ] as const),
  ...([
    [150, "ended_early"],
    [155, "finished"],
    [160, "working"],
    [166, "revising"],
    [177, "proposals"],
    [181, "open"],
  ] as const),
];

/** Clients and freelancers are the same people who buy and sell. */
function planWork({ agenda, stage, begin, now }: Plan): void {
  for (const [index, [day, course]] of COURSES.entries()) {
    const brief = BRIEFS[index % BRIEFS.length] ?? BRIEFS[0];
    const client = index % 2 === 0 ? "buyer" : stage.dice.one(BUYERS).key;
    const parties = { client, freelancers: ["clear-margin", "two-scripts"] as const };
    agenda.plan(begin + day * DAY, `project ${course}`, commission(stage, parties, brief, course, now));
  }
}

const TALKS: readonly (readonly [day: number, talk: Talk])[] = [
  ...([
    [20, "bought"],
    [45, "closed"],
    [70, "bought"],
    [95, "bought"],
    [120, "closed"],
    [150, "bought"],
  ] as const),
  ...([
    [172, "bought"],
    [177, "paid"],
    [179, "agreed"],
    [180, "on_the_table"],
  ] as const),
];

function planTalks(plan: Plan): void {
  for (const [index, [day, talk]] of TALKS.entries())
    later(plan, day, `negotiation ${talk}`, (wish) =>
      negotiate(plan.stage, { ...wish, buyer: index % 2 === 0 ? "buyer" : "buyer-b", quantity: 20 + index * 5 }, talk),
    );
}

/** So many days before the end they begin, that they stand in the wanted state when it comes. */
const AT_THE_END: readonly (readonly [daysBefore: number, fate: Fate])[] = [
  ...([
    [0.01, "unpaid"],
    [0.4, "waiting_for_dispatch"],
    [1.1, "waiting_for_dispatch"],
    [4.2, "travelling"],
  ] as const),
  ...([
    [3, "travelling"],
    [4.6, "delivered"],
    [5.2, "delivered"],
    [4, "lost"],
    [0.9, "cancelled"],
  ] as const),
];
const OPEN: readonly (readonly [daysBefore: number, outcome: Outcome])[] = [
  ...([
    [6, "waiting_for_answer"],
    [7.5, "waiting_for_arbiter"],
    [7, "offer_on_the_table"],
    [9, "in_appeal"],
  ] as const),
];

/** One of everything for the demo people whom a visitor can be. */
function planLastDays(plan: Plan): void {
  const { stage } = plan;
  for (const [daysBefore, fate] of AT_THE_END)
    later(plan, DAYS - daysBefore, `${fate} at the end`, (wish) => sell(stage, asDemo(wish, "buyer"), fate), true);
  for (const [daysBefore, outcome] of OPEN)
    later(
      plan,
      DAYS - daysBefore,
      `${outcome} at the end`,
      (wish) => quarrel(stage, asDemo(wish, "buyer"), outcome),
      true,
    );
}

const asDemo = (wish: Wish, buyer: string): Wish => ({ ...wish, buyer, address: OWN_ADDRESSES[buyer] ?? wish.address });

/** What is for sale then is not known before then. */
function later(
  plan: Plan,
  day: number,
  name: string,
  doing: (wish: Wish) => ReturnType<typeof sell>,
  own = false,
): void {
  const { agenda, stage, begin, articles } = plan;
  const at = begin + Math.floor(day * DAY) + (own ? 0 : stage.dice.between(5, 20) * HOUR);
  agenda.plan(
    at,
    name,
    (async function* () {
      const choice = own ? articles.filter(({ seller }) => seller === "seller") : articles;
      yield* doing(wishOf(stage, stage.dice.one(choice)));
    })(),
  );
}

function wishOf({ dice }: Stage, article: Article): Wish {
  const homes: readonly (readonly [string, Address])[] = [
    ...Object.entries(OWN_ADDRESSES),
    ...BUYERS.map(({ key, address }) => [key, address] as const),
  ];
  const [buyer, address] = dice.one(homes);
  return { buyer, address, article, quantity: dice.throw() < 0.75 ? 1 : 2 };
}
