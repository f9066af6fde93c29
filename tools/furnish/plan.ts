import type { Agenda, Doing } from "../play/agenda.ts";
import { type Course, commission } from "../play/contracts.ts";
import { type Outcome, quarrel } from "../play/quarrels.ts";
import { type Address, type Article, DAY, type Fate, HOUR, type Stage, sell, type Wish } from "../play/sales.ts";
import { negotiate, type Talk } from "../play/talks.ts";
import { haveWorkDone, orderFiles, type WorkFate } from "../play/unsent.ts";
import { BRIEFS } from "./briefs.ts";
import { BUYERS, OWN_ADDRESSES } from "./cast.ts";
import { LISTINGS } from "./goods/index.ts";
import { type Kind, offer } from "./shelves.ts";

export const DAYS = 183;

/** What everything is planned with; what is for sale grows while the history is played. */
export type Plan = {
  readonly agenda: Agenda;
  readonly stage: Stage;
  readonly begin: number;
  readonly now: () => number;
  readonly shelves: Readonly<Record<Kind, Article[]>>;
};

/** Six months of a marketplace that grows: first the shops, then what happens in them, and at the end one of everything that can be seen. */
export function planAll(plan: Plan): void {
  planShelves(plan);
  planSales(plan);
  planQuarrels(plan);
  planWork(plan);
  planFiles(plan);
  planServices(plan);
  planTalks(plan);
  planLastDays(plan);
}

/** Half of the shelves are filled in the first week, the rest in the next three months. */
function planShelves({ agenda, stage, begin, shelves }: Plan): void {
  for (const [index, goods] of LISTINGS.entries()) {
    const day = index % 2 === 0 ? index / LISTINGS.length : 6 + (index * 85) / LISTINGS.length;
    const onSale = (kind: Kind, article: Article): void => void shelves[kind].push(article);
    agenda.plan(begin + day * DAY + HOUR, `shelf ${goods.picture}`, offer(stage, goods, onSale));
  }
}

const FATES: Readonly<Record<Fate, number>> = {
  ...{ unpaid: 4, cancelled: 5, never_sent: 3, waiting_for_dispatch: 0, lost: 2, travelling: 0 },
  ...{ delivered: 38, confirmed: 48, kept: 0 },
};

/** Few at first, more at the end, and more on the days off. */
function planSales(plan: Plan): void {
  const { stage } = plan;
  for (let day = 8; day < DAYS - 3; day++) {
    const weekend = (day + 4) % 7 < 2 ? 1.5 : 1;
    const wanted = (0.4 + day / DAYS) * weekend;
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

const FILE_DAYS = 14;

function planFiles(plan: Plan): void {
  for (let nth = 0; nth < FILE_DAYS; nth++)
    later(plan, 92 + nth * 6.4, `files ${nth}`, (wish) => download(plan.stage, asOwn(wish, nth)), { kind: "digital" });
}

/** Every third buyer is one whom a visitor can be. */
const asOwn = (wish: Wish, nth: number): Wish => (nth % 3 === 0 ? asDemo(wish, "buyer") : wish);

async function* download(stage: Stage, { buyer, article: { id, variant } }: Wish): Doing {
  const { link } = yield* orderFiles(stage, buyer, { productId: id, ...(variant && { variantId: variant }) });
  await link();
}

const SERVICES: readonly (readonly [day: number, fate: WorkFate])[] = [
  ...([
    [95, "taken"],
    [103, "taken"],
    [112, "taken"],
    [121, "taken"],
    [130, "delivered"],
    [139, "taken"],
  ] as const),
  ...([
    [148, "taken"],
    [157, "waiting"],
    [163, "taken"],
    [170, "delivered"],
    [176, "taken"],
  ] as const),
  ...([
    [181.9, "waiting"],
    [181.2, "accepted"],
    [180.9, "delivered"],
    [180.4, "revising"],
  ] as const),
];

function planServices(plan: Plan): void {
  for (const [nth, [day, fate]] of SERVICES.entries())
    later(
      plan,
      day,
      `service ${fate}`,
      (wish) => {
        const { buyer, article } = nth % 2 === 0 ? asDemo(wish, "buyer") : wish;
        const requirements = "Two pages and a short letter; the tone should be plain and warm.";
        return haveWorkDone(plan.stage, { buyer, seller: article.seller, service: article.id, requirements }, fate);
      },
      { kind: "service" },
    );
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
    later(
      plan,
      day,
      `negotiation ${talk}`,
      (wish) =>
        negotiate(
          plan.stage,
          { ...wish, buyer: index % 2 === 0 ? "buyer" : "buyer-b", quantity: 6 + (index % 3) },
          talk,
        ),
      { plain: true },
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
    later(plan, DAYS - daysBefore, `${fate} at the end`, (wish) => sell(stage, asDemo(wish, "buyer"), fate), {
      own: true,
    });
  for (const [daysBefore, outcome] of OPEN)
    later(plan, DAYS - daysBefore, `${outcome} at the end`, (wish) => quarrel(stage, asDemo(wish, "buyer"), outcome), {
      own: true,
    });
}

const asDemo = (wish: Wish, buyer: string): Wish => ({ ...wish, buyer, address: OWN_ADDRESSES[buyer] ?? wish.address });

/** What is for sale then is not known before then. */
function later(
  plan: Plan,
  day: number,
  name: string,
  doing: (wish: Wish) => Doing,
  { kind = "physical", own = false, plain = false }: { kind?: Kind; own?: boolean; plain?: boolean } = {},
): void {
  const { agenda, stage, begin, shelves } = plan;
  const hour = own ? 0 : stage.dice.between(5, 20) * HOUR;
  const act = async function* (): Doing {
    const choice = shelves[kind].filter(
      ({ seller, variant }) => (!own || seller === "seller") && (!plain || variant === null),
    );
    const wish = wishOf(stage, stage.dice.one(choice));
    if (kind === "physical") await restock(stage, wish.article);
    yield* doing(wish);
  };
  agenda.plan(begin + Math.floor(day * DAY) + hour, name, act());
}

/** A seller makes more of what sells. */
const restock = ({ api }: Stage, { id, seller, variant }: Article): Promise<unknown> =>
  api.post(seller, `/seller/listings/${id}/stock`, { change: 40, ...(variant && { variantId: variant }) });

function wishOf({ dice }: Stage, article: Article): Wish {
  const homes: readonly (readonly [string, Address])[] = [
    ...Object.entries(OWN_ADDRESSES),
    ...BUYERS.map(({ key, address }) => [key, address] as const),
  ];
  const [buyer, address] = dice.one(homes);
  return { buyer, address, article, quantity: dice.throw() < 0.75 ? 1 : 2 };
}
