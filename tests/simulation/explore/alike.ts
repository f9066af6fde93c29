import { ACTORS, lapseOf, stateOf } from "../../../core/escrow/index.ts";
import { MORE_TIME } from "../../../core/escrow/table-for-test.ts";
import { type Asked, type Deals, isDue, TOTAL } from "./deals.ts";

/** A payment that is not the total. */
export const WRONG = 700n;

export type Alike = {
  /** The first of the deals that the money cannot tell from this one. */
  readonly first: (deal: number) => number;
  readonly kinds: number;
};

type Way = { readonly label: string; readonly to: number };

/**
 * Where a deal stands among the dozens of states in which its money lies still makes no difference to payments, refunds and payouts.
 * Deals are alike if they look alike to the money, and each step of one is a step of the other, with the same posting, to deals that
 * are alike; nothing is lost by following one of them.
 */
export function alike(deals: Deals, starts: readonly string[]): Alike {
  for (const start of starts) deals.begin(start);
  const ways: Way[][] = [];
  for (let index = 0; index < deals.count(); index++) ways.push(waysFrom(deals, index));
  let kinds = numbered(ways.map((_, index) => looksOf(deals, index)));
  for (;;) {
    const finer = numbered(ways.map((steps, index) => `${kinds.of[index]}: ${stepsOf(steps, kinds.of)}`));
    if (finer.count === kinds.count) break;
    kinds = finer;
  }
  const firsts = new Map<number, number>();
  for (const [index, kind] of kinds.of.entries()) if (!firsts.has(kind)) firsts.set(kind, index);
  return { first: (deal) => firsts.get(kinds.of[deal] ?? -1) ?? deal, kinds: kinds.count };
}

const looksOf = (deals: Deals, index: number): string => {
  const { state, escrow, deadline } = deals.deal(index);
  return [
    state.endsWith("payment_pending"),
    escrow,
    deadline === null,
    isDue(deals.deal(index)),
    deals.toBuyer(index),
  ].join();
};

const stepsOf = (steps: readonly Way[], kindOf: readonly number[]): string =>
  [...new Set(steps.map(({ label, to }) => `${label} ${kindOf[to]}`))].sort().join("; ");

function numbered(texts: readonly string[]): { readonly of: readonly number[]; readonly count: number } {
  const numbers = new Map<string, number>();
  for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return { of: texts.map((text) => numbers.get(text) ?? -1), count: numbers.size };
}

/** All that the money sees of the steps from a deal: the posting, and for a payment what it was and when. */
function waysFrom(deals: Deals, index: number): Way[] {
  const due = deals.due(index);
  const payments = [TOTAL, WRONG].flatMap((paid) =>
    [true, false].map((inTime): Asked => ({ name: "payment_captured", by: "gateway", inTime, paid })),
  );
  return [
    ...takenBy(deals, index).map(({ moved }) => ({ label: String(moved.entries), to: moved.deal })),
    ...payments.flatMap((asked) => {
      const answer = deals.ask(index, asked);
      return "moved" in answer ? [{ label: `paid ${asked.paid} ${asked.inTime}`, to: answer.moved.deal }] : [];
    }),
    ...(due === null ? [] : [{ label: "time", to: due }]),
  ];
}

/** Every command that anybody could give to a deal and that the engine takes. */
export function takenBy(deals: Deals, index: number) {
  const times = isDue(deals.deal(index)) ? [true, false] : [true];
  const { exits } = stateOf(deals.process, deals.deal(index).state);
  const lapses = deals.process.deadlines.map(({ kind }) => lapseOf(kind));
  return [...new Set([...Object.keys(exits), ...lapses, MORE_TIME])]
    .filter((name) => name !== "payment_captured")
    .flatMap((name) =>
      ACTORS.flatMap((by) =>
        times.flatMap((inTime) => {
          const answer = deals.ask(index, { name, by, inTime });
          return "moved" in answer ? [{ moved: answer.moved, by: `${name} by ${by}` }] : [];
        }),
      ),
    );
}
