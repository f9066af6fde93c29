import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeId } from "../ids/index.ts";
import { checkPosting, isGuarded } from "../ledger/index.ts";
import { allot, type Currency, money, subtract, zero } from "../money/index.ts";
import { expectOk } from "../result/index.ts";
import { after, at, type Instant } from "../time/index.ts";
import type { Deal } from "./deal.ts";
import { type Actor, commandsOf, DEFAULT_POLICY, isFinal, stateOf } from "./process.ts";
import { shippedGoods } from "./processes/index.ts";
import { type Command, lapse, open, type Step, step } from "./step.ts";

const START = at(1_800_000_000_000);
const ACTORS: readonly Actor[] = ["buyer", "seller", "gateway", "carrier", "clock", "finance"];
const COMMANDS = commandsOf(shippedGoods);
const nine = new Uint8Array(9);
const id = makeId("deal", START, nine, 7);

/** How far a state is along the way; no command leads to a lower place. */
const PLACE: Record<string, number> = {
  payment_pending: 0,
  agreed_payment_pending: 0,
  signatures_pending: 1,
  buyer_signature_pending: 2,
  seller_signature_pending: 2,
  escrow_locked: 1,
  order_confirmed: 3,
  processing: 4,
  ready_to_ship: 5,
  shipped: 6,
  shipped_untracked: 6,
  in_transit: 7,
  out_for_delivery: 8,
  delivered: 9,
  declared_delivered: 9,
  completed: 10,
  cancelled: 10,
  refunded: 10,
  settled: 10,
  failed: 10,
};
/** A frozen deal stands half a step beyond the place that it goes back to. */
const placeOf = ({ state, suspended }: Deal): number =>
  suspended ? (PLACE[suspended.state] ?? Number.NaN) + 0.5 : (PLACE[state] ?? Number.NaN);

type Move = { pick: number; sensible: boolean; by: Actor; wait: number; off: bigint };
const anyMove: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat(),
  sensible: fc.boolean(),
  by: fc.constantFrom(...ACTORS),
  wait: fc.oneof({ weight: 6, arbitrary: fc.nat(600_000) }, { weight: 1, arbitrary: fc.nat(8 * 86_400_000) }),
  off: fc.oneof({ weight: 4, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: fc.bigInt(-5n, 5n) }),
});
const anySale = fc.record({
  start: fc.constantFrom("payment_pending", "agreed_payment_pending"),
  currency: fc.constantFrom<Currency>("INR", "SAR", "JPY", "KWD", "USDC"),
  minor: fc.bigInt(1n, 2n ** 53n - 1n),
  points: fc.integer({ min: 0, max: 10_000 }),
});

function placed({
  start,
  currency,
  minor,
  points,
}: {
  start: string;
  currency: Currency;
  minor: bigint;
  points: number;
}): Deal {
  const total = money(minor, currency);
  const [commission = total] = allot(total, [BigInt(points), BigInt(10_000 - points)]);
  const sellerReceives = subtract(total, commission);
  const terms = { total, commission, commissionTax: zero(currency), sellerReceives, policy: DEFAULT_POLICY };
  const opening = { id, buyer: makeId("user", START, nine, 1), seller: makeId("user", START, nine, 2), ...terms };
  return open(shippedGoods, opening, start, "buyer", START).deal;
}

/** Half of the moves are such as the state knows, so that walks get somewhere; the others are anything by anybody. */
function commandOf(deal: Deal, move: Move, now: Instant): Command {
  const exits = Object.entries(stateOf(shippedGoods, deal.state).exits);
  const ordinary = exits.filter(([, { by, freezes }]) => move.pick % 8 === 0 || !(freezes || by.includes("finance")));
  const known = ordinary.flatMap(([name, { by }]) => by.map((actor) => ({ name, by: actor })));
  const anything = { name: COMMANDS[move.pick % COMMANDS.length] ?? "", by: move.by };
  const said = move.sensible ? (known[(move.pick >> 3) % known.length] ?? anything) : anything;
  const amount = money(deal.total.minor + move.off, deal.total.currency);
  const settlement = { refund: money(deal.total.minor / 2n + move.off, deal.total.currency) };
  return {
    ...said,
    at: now,
    ...(said.name === "payment_captured" && { payment: { gateway: "demo", amount } }),
    settlement,
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
function hold(books: Books, before: Deal, { deal, event }: Step): void {
  const held = ["held", "disputed"].includes(deal.escrow) ? deal.total.minor : 0n;
  expect(books.get(`escrow:${deal.id}`) ?? 0n).toBe(held);
  expect([...books.values()].reduce((sum, balance) => sum + balance, 0n)).toBe(0n);
  expect(deal.revision).toBe(before.revision + 1);
  if (event.command === "chargeback_won") expect(deal.state).toBe(before.suspended?.state);
  else expect(placeOf(deal)).toBeGreaterThan(placeOf(before));
  expect(deal.suspended !== null).toBe(deal.escrow === "disputed");
  expect([event.from, event.to]).toEqual([before.state, deal.state]);
  expect(deal.deadline === null).toBe(isFinal(shippedGoods, deal.state));
  if (isFinal(shippedGoods, deal.state)) expect(held).toBe(0n);
  const { state, revision, escrow, gateway, deadline, suspended, ...terms } = deal;
  expect(before).toMatchObject(terms);
}

type Walk = { deal: Deal; books: Books; visited: string[]; keys: string[]; events: number };

function walk(first: Deal, moves: readonly Move[]): Walk {
  const books: Books = new Map();
  const done: Walk = { deal: first, books, visited: [first.state], keys: [], events: 1 };
  let now = START;
  for (const move of moves) {
    now = after(now, move.wait);
    take(done, commandOf(done.deal, move, now), now);
  }
  return done;
}

function take(done: Walk, command: Command, now: Instant): void {
  const before = done.deal;
  const copy = structuredClone(before);
  const answer = step(shippedGoods, before, command, now);
  expect(before).toEqual(copy);
  if (!answer.ok) return;
  book(done.books, answer.value);
  hold(done.books, before, answer.value);
  done.deal = answer.value.deal;
  done.events += 1;
  done.visited.push(done.deal.state);
  done.keys.push(...answer.value.postings.map(({ key }) => key));
}

/** Nobody says a word any more: only time goes on. */
function silence(done: Walk): void {
  for (let lapses = 0; done.deal.deadline && lapses < 10; lapses += 1)
    take(done, lapse(done.deal.deadline), done.deal.deadline.dueAt);
}

describe("any sequence of commands by anybody", () => {
  test("keeps the books in order at every event, and after silence nothing is left in escrow", () => {
    fc.assert(
      fc.property(anySale, fc.array(anyMove, { maxLength: 40 }), (sale, moves) => {
        const done = walk(placed(sale), moves);
        silence(done);
        expect(isFinal(shippedGoods, done.deal.state)).toBe(true);
        expect(done.books.get(`escrow:${id}`) ?? 0n).toBe(0n);
        expect(done.deal.revision).toBe(done.events);
        expect(new Set(done.keys).size).toBe(done.keys.length);
        expect(["pending", "released", "refunded", "settled"]).toContain(done.deal.escrow);
        const paidOut = done.keys.filter((key) => !key.startsWith("fund:"));
        expect(paidOut).toHaveLength(done.keys.length / 2);
      }),
      { numRuns: 500 },
    );
  });

  test("comes to every state of the process: the walks above are no short ones", { timeout: 60_000 }, () => {
    const visited = new Set<string>();
    fc.assert(
      fc.property(anySale, fc.array(anyMove, { minLength: 10, maxLength: 40 }), (sale, moves) => {
        for (const state of walk(placed(sale), moves).visited) visited.add(state);
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect([...visited].sort()).toEqual(Object.keys(shippedGoods.states).sort());
  });
});

describe("a carrier's news", () => {
  const NEWS = ["in_transit", "out_for_delivery", "delivered", "returned"];
  const sequences = (length: number): string[][] =>
    length === 0 ? [[]] : sequences(length - 1).flatMap((head) => NEWS.map((last) => [...head, last]));

  function hear(news: readonly string[]): { deal: Deal; refusals: string[] } {
    const refusals: string[] = [];
    let deal = shipped();
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

  test.each(["completed", "cancelled", "refunded"])("case 52: after the order is %s changes nothing", (end) => {
    const deal: Deal = { ...shipped(), state: end, deadline: null };
    for (const name of NEWS)
      expect(step(shippedGoods, deal, { name, by: "carrier", at: START }, START)).toEqual({
        ok: false,
        error: "old_news",
      });
  });

  function shipped(): Deal {
    const deal = placed({ start: "payment_pending", currency: "INR", minor: 34_800n, points: 300 });
    const payment = { gateway: "demo", amount: deal.total };
    const paid = step(shippedGoods, deal, { name: "payment_captured", by: "gateway", at: START, payment }, START);
    const dispatch: Command = { name: "dispatch", by: "seller", at: START };
    return expectOk(step(shippedGoods, expectOk(paid, "payment").deal, dispatch, START), "dispatch").deal;
  }
});
