/**
 * `npm run explore`: every state that a deal and its money can come to, by the real engine and the real postings, with answers and
 * webhooks lost, doubled and reversed. `-- --deep` has chargebacks after the seller was paid too.
 */
import { PROCESSES } from "../../core/escrow/index.ts";
import { statesOf } from "../../core/escrow/table-for-test.ts";
import { alike } from "./explore/alike.ts";
import { answersOf } from "./explore/answers.ts";
import { interned } from "./explore/deals.ts";
import { machine } from "./explore/machine.ts";
import { search } from "./explore/search.ts";
import { asked, tell } from "./results.ts";

const options = asked();
const SHORT = { news: 2, losses: 2, reversals: 2, claws: 0 };
const DEEP = { news: 4, losses: 6, reversals: 6, claws: 1 };
const MOST = 12_000_000;
const sums = { deals: 0, kinds: 0, states: 0, transitions: 0, pairs: 0 };
const violations = new Set<string>();
const unanswered: string[] = [];
const began = performance.now();

for (const process of PROCESSES) {
  const wrong = (sentence: string): void => void violations.add(`${process.name}: ${sentence}`);
  const deals = interned(process);
  const limits = { ...(options.deep ? DEEP : SHORT), starts: process.starts };
  const kinds = alike(deals, process.starts);
  const found = search(machine(deals, kinds, limits, wrong), MOST);
  if (!found.complete) wrong(`more than ${MOST} states`);
  for (const state of found.stuck) wrong(`stuck: ${state}`);
  const answers = answersOf(deals);
  unanswered.push(...answers.unanswered);
  for (const state of Object.keys(process.states))
    if (!statesOf(process.name).includes(state)) wrong(`the table does not know the state ${state}`);
  sums.deals += deals.count();
  sums.kinds += kinds.kinds;
  sums.states += found.states;
  sums.transitions += found.transitions;
  sums.pairs += answers.pairs;
}

const seconds = (performance.now() - began) / 1000;
const found = {
  deals: sums.deals,
  states: sums.states,
  transitions: sums.transitions,
  unanswered: unanswered.length,
  violations: violations.size,
};
const lines = [
  `${sums.deals} deals, of which the money tells ${sums.kinds} apart`,
  `${sums.states} states, ${sums.transitions} transitions, ${sums.pairs} pairs of state and command in ${seconds.toFixed(1)} s`,
  ...unanswered.slice(0, 20).map((one) => `not as the table says: ${one}`),
  ...[...violations].slice(0, 20),
  `${unanswered.length} answers that the table does not expect, ${violations.size} violations`,
];
tell(
  found,
  {
    kinds: sums.kinds,
    pairs: sums.pairs,
    seconds,
    deep: options.deep,
    problems: [...violations, ...unanswered].slice(0, 100),
  },
  lines,
  options,
);
process.exitCode = unanswered.length + violations.size > 0 ? 1 : 0;
