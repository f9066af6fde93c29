import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPosting, isGuarded } from "../ledger/index.ts";
import { allot, type Currency, money, subtract, zero } from "../money/index.ts";
import { after, days, hours, type Instant } from "../time/index.ts";
import type { Deal, Suspension } from "./deal.ts";
import { EVERYWHERE, OPENING, OPENED as START, told } from "./deals-for-test.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { ACTORS, type Actor, commandsOf, type Entitled, type Exit, isFinal, type Process, stateOf } from "./process.ts";
import { PROCESSES, processOf, shippedGoods } from "./processes/index.ts";
import { type Command, EXTEND, lapse, open, type Step, step } from "./step.ts";

const { id } = OPENING;
/** With time to look at files, so that something can happen to them. */
const policy = { ...DEFAULT_POLICY, windows: { ...DEFAULT_POLICY.windows, inspectionDigital: hours(24) } };

type Move = { pick: number; sensible: boolean; by: Actor; wait: number; off: bigint };
const anyMove: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat(),
  sensible: fc.boolean(),
  by: fc.constantFrom(...ACTORS),
  wait: fc.oneof(
    { weight: 8, arbitrary: fc.nat(600_000) },
    { weight: 1, arbitrary: fc.integer({ min: days(2), max: days(9) }) },
  ),
  off: fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: fc.bigInt(-5n, 5n) }),
});
const anySale = fc.record({
  which: fc.constantFrom(...PROCESSES.map(({ name }) => name)),
  start: fc.nat(1),
  currency: fc.constantFrom<Currency>("INR", "SAR", "JPY", "KWD", "USDC"),
  minor: fc.bigInt(1n, 2n ** 53n - 1n),
  points: fc.integer({ min: 0, max: 10_000 }),
  revisionsLeft: fc.option(fc.nat(2)),
});
type Sale = typeof anySale extends fc.Arbitrary<infer One> ? One : never;

function placed(process: Process, { start, currency, minor, points, revisionsLeft }: Sale): Deal {
  const total = money(minor, currency);
  const [commission = total] = allot(total, [BigInt(points), BigInt(10_000 - points)]);
  const sellerReceives = subtract(total, commission);
  const terms = { total, commission, commissionTax: zero(currency), sellerReceives, revisionsLeft, policy };
  const [first = "", second = first] = process.starts;
  return open(process, { ...OPENING, ...terms }, start === 0 ? first : second, "buyer", START).deal;
}

/** Who an exit is for, in this deal. */
const personOf = (one: Entitled, { suspended }: Deal): Actor => {
  if (one !== "raiser" && one !== "respondent") return one;
  return (one === "raiser") === (suspended?.by === "buyer") ? "buyer" : "seller";
};

/** Most moves are such as the state knows and go on from it, so that walks get somewhere; the others are anything by anybody. */
function sayingOf(
  process: Process,
  deal: Deal,
  { pick, sensible, by }: Move,
  now: Instant,
): Pick<Command, "name" | "by"> {
  if (sensible && deal.deadline && now >= deal.deadline.dueAt) return lapse(deal.deadline);
  const exits = Object.entries(stateOf(process, deal.state).exits);
  const ends = ({ to }: Exit): boolean => Object.hasOwn(process.states, to) && isFinal(process, to);
  const ordinary = exits.filter(([, exit]) => pick % 8 === 0 || !(ends(exit) || exit.to === "chargeback_pending"));
  const known = ordinary.flatMap(([name, exit]) => exit.by.map((one) => ({ name, by: personOf(one, deal) })));
  const commands = [...commandsOf(process), EXTEND];
  const anything = { name: commands[pick % commands.length] ?? "", by };
  return sensible ? (known[(pick >> 3) % known.length] ?? anything) : anything;
}

function commandOf(process: Process, deal: Deal, move: Move, now: Instant): Command {
  const { minor, currency } = deal.total;
  return {
    ...sayingOf(process, deal, move, now),
    at: now,
    payment: { gateway: "demo", amount: money(minor + move.off, currency) },
    settlement: { refund: money(minor / 2n + move.off, currency) },
    extension: move.wait,
  };
}

type Books = Map<string, bigint>;

function book(books: Books, { postings }: Step): void {
  for (const posting of postings) {
    expect(checkPosting(posting).ok).toBe(true);
    for (const { account, amount } of posting.entries) {
      const balance = (books.get(account) ?? 0n) + amount.minor;
      if (isGuarded(account)) expect(balance).toBeGreaterThanOrEqual(0n);
      books.set(account, balance);
    }
  }
}

/** What must hold after every event, whoever said what. */
function hold(process: Process, books: Books, before: Deal, { deal, event }: Step): void {
  const held = ["held", "disputed"].includes(deal.escrow) ? deal.total.minor : 0n;
  expect(books.get(`escrow:${deal.id}`) ?? 0n).toBe(held);
  expect([...books.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
  expect(deal.revision).toBe(before.revision + 1);
  expect([event.from, event.to]).toEqual([before.state, deal.state]);
  expect(deal.deadline === null).toBe(isFinal(process, deal.state));
  if (isFinal(process, deal.state)) expect(held).toBe(0n);
  holdFreeze(process, before, deal);
  const { state, revision, escrow, gateway, deadline, suspended, ruling, revisionsLeft, ...terms } = deal;
  expect(before).toMatchObject(terms);
  const used = event.command === "request_revision" ? 1 : 0;
  expect(revisionsLeft).toBe(before.revisionsLeft === null ? null : before.revisionsLeft - used);
  if (state.endsWith("_split")) expect(ruling).not.toBeNull();
}

const depthOf = (suspended: Suspension | null): number => (suspended ? 1 + depthOf(suspended.beneath) : 0);

/** Frozen is what has something suspended: a chargeback upon a dispute at most, and nothing is lost beneath. */
function holdFreeze(process: Process, before: Deal, deal: Deal): void {
  expect(stateOf(process, deal.state).frozen === true).toBe(deal.suspended !== null);
  expect(deal.suspended !== null).toBe(deal.escrow === "disputed");
  expect(depthOf(deal.suspended)).toBeLessThanOrEqual(2);
  const deeper = depthOf(deal.suspended) - depthOf(before.suspended);
  if (deeper === 1) expect(deal.suspended?.beneath).toEqual(before.suspended);
  if (deeper === 1) expect(deal.suspended?.state).toBe(before.state);
  if (deeper === 0) expect(deal.suspended).toEqual(before.suspended);
}

type Walk = { process: Process; deal: Deal; books: Books; keys: string[]; events: number };

function walk(sale: Sale, moves: readonly Move[]): Walk {
  const process = processOf(sale.which, 1);
  const first = placed(process, sale);
  const done: Walk = { process, deal: first, books: new Map(), keys: [], events: 1 };
  let now = START;
  for (const move of moves) {
    now = after(now, move.wait);
    take(done, commandOf(process, done.deal, move, now), now);
  }
  return done;
}

function take(done: Walk, command: Command, now: Instant): void {
  const before = done.deal;
  const copy = structuredClone(before);
  const answer = step(done.process, before, command, now);
  expect(before).toEqual(copy);
  if (!answer.ok) return;
  book(done.books, answer.value);
  hold(done.process, done.books, before, answer.value);
  done.deal = answer.value.deal;
  done.events += 1;
  done.keys.push(...answer.value.postings.map(({ key }) => key));
}

/** The same walk without a look at what it does. */
function visitedBy(sale: Sale, moves: readonly Move[]): string[] {
  const process = processOf(sale.which, 1);
  let deal = placed(process, sale);
  let now = START;
  const visited = [deal.state];
  for (const move of moves) {
    now = after(now, move.wait);
    const answer = step(process, deal, commandOf(process, deal, move, now), now);
    if (answer.ok) deal = answer.value.deal;
    visited.push(deal.state);
  }
  return visited;
}

/** Nobody says a word any more: only time goes on. */
function silence(done: Walk): void {
  for (let lapses = 0; done.deal.deadline && lapses < 10; lapses += 1)
    take(done, lapse(done.deal.deadline), done.deal.deadline.dueAt);
}

describe("any sequence of commands by anybody", () => {
  test("keeps the books in order at every event, and after silence nothing is left in escrow", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(anySale, fc.array(anyMove, { maxLength: 40 }), (sale, moves) => {
        const done = walk(sale, moves);
        silence(done);
        expect(isFinal(done.process, done.deal.state)).toBe(true);
        expect(done.books.get(`escrow:${id}`) ?? 0n).toBe(0n);
        expect(done.deal.revision).toBe(done.events);
        expect(new Set(done.keys).size).toBe(done.keys.length);
        expect(["pending", "released", "refunded", "settled"]).toContain(done.deal.escrow);
        const paidOut = done.keys.filter((key) => !key.startsWith("fund:"));
        expect(paidOut).toHaveLength(done.keys.length / 2);
      }),
      { numRuns: 400 },
    );
  });

  test("comes to every state of every process: the walks above are no short ones", { timeout: 120_000 }, () => {
    const visited = new Set<string>();
    fc.assert(
      fc.property(anySale, fc.array(anyMove, { minLength: 10, maxLength: 40 }), (sale, moves) => {
        for (const state of visitedBy(sale, moves)) visited.add(`${sale.which} ${state}`);
      }),
      { numRuns: 4000, seed: 7 },
    );
    expect([...visited].sort()).toEqual(EVERYWHERE.map(({ name, state }) => `${name} ${state}`).sort());
  });
});

describe("a carrier's news", () => {
  const NEWS = ["in_transit", "out_for_delivery", "delivered", "returned"];
  /** How far a parcel is along the way. */
  const PLACES = ["shipped", "in_transit", "out_for_delivery", "delivered", "refunded"];
  const placeOf = ({ state }: Deal): number => PLACES.indexOf(state);
  const sequences = (length: number): string[][] =>
    length === 0 ? [[]] : sequences(length - 1).flatMap((head) => NEWS.map((last) => [...head, last]));
  const shipped = told(
    shippedGoods,
    open(shippedGoods, OPENING, "payment_pending", "buyer", START).deal,
    [
      ["payment_captured", "gateway"],
      ["dispatch", "seller"],
    ],
    START,
  );

  function hear(news: readonly string[]): { deal: Deal; refusals: string[] } {
    const refusals: string[] = [];
    let deal = shipped;
    for (const name of news) {
      const answer = step(shippedGoods, deal, { name, by: "carrier", at: START }, START);
      if (answer.ok) expect(placeOf(answer.value.deal)).toBeGreaterThan(placeOf(deal));
      if (answer.ok) deal = answer.value.deal;
      else refusals.push(answer.error);
    }
    return { deal, refusals };
  }

  test("case 50: in any order, as often as it likes, never moves an order backwards: all 1,024 sequences of five", () => {
    for (const news of sequences(5)) {
      const { deal, refusals } = hear(news);
      const last = news.find((name) => name === "delivered" || name === "returned");
      const furthest = news.includes("out_for_delivery") ? "out_for_delivery" : "in_transit";
      const state = last === undefined ? furthest : last === "returned" ? "refunded" : "delivered";
      expect({ news, state: deal.state }).toEqual({ news, state });
      expect(refusals.filter((error) => error !== "old_news")).toEqual([]);
    }
  });

  test("case 50: while the parties quarrel moves nothing either", () => {
    const disputed = told(shippedGoods, shipped, [["dispute", "buyer"]], START);
    for (const name of NEWS)
      expect(step(shippedGoods, disputed, { name, by: "carrier", at: START }, START)).toEqual({
        ...{ ok: false, error: "old_news" },
      });
  });
});
