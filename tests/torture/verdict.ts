import { hours } from "../../core/time/index.ts";
import type { World } from "../money/world.ts";
import { type Meeting, type OperationName, type Outcome, outcomes, type Stand, textOf } from "./expected.ts";
import { addWrongs, type Findings } from "./findings.ts";
import { isTold, type Traces, tracesOf, winsOf } from "./operations.ts";
import type { Target } from "./stages.ts";

/** What the racers of one order were told by their answers, and what was written before they began. */
export type Told = { a: number; b: number; readonly before: Traces };

const STANDS: Record<string, Stand> = {
  payment_pending: "placed",
  escrow_locked: "locked",
  shipped: "shipped",
  delivered: "delivered",
  completed: "completed",
  cancelled: "cancelled",
  refunded: "refunded",
  settled: "settled",
  chargeback_pending: "frozen",
  disputed: "disputed when locked",
  delivered_disputed: "disputed when delivered",
  delivered_investigating: "studied",
  ruled_refund: "ruled",
};

/** Compares what is written about one order with what some order of the racers would have left. */
export async function judge(
  world: World,
  { stage, a, b }: Meeting,
  target: Target,
  racers: readonly [number, number],
  told: Told,
  findings: Findings,
): Promise<void> {
  const where = `${a} x ${b} at ${stage}, ${target.order.id}`;
  const traces = await tracesOf(world.owner, target);
  const state = await world.stateOf(target.order);
  const stand = STANDS[state];
  if (!stand) throw new Error(`${where}: nobody expects ${state}`);
  const seen: Outcome = {
    a: winsOf(traces, told.before, a),
    b: a === b ? 0 : winsOf(traces, told.before, b),
    stand: stand === "placed" && stage === "paying" ? "paying" : stand,
  };
  compareOutcome(seen, outcomes(stage, a, b, racers), where, findings);
  compareAnswers(a === b ? [[a, told.a + told.b, seen.a]] : bothOf(a, b, told, seen), where, findings);
  for (const [what, times] of traces)
    if (ONLY_ONCE.test(what) && times > 1) findings.doubled.push(`${where}: ${what} ${times} times`);
}

function compareOutcome(seen: Outcome, possible: readonly string[], where: string, findings: Findings): void {
  if (possible.includes(textOf(seen))) return;
  const most = Math.max(...possible.map((text) => Number.parseInt(text, 10)));
  const list = seen.a > most ? findings.doubled : findings.wrong;
  list.push(`${where}: ${textOf(seen)} and not ${possible.join(" or ")}`);
}

type Answers = readonly (readonly [name: OperationName, told: number, wins: number])[];

/** Whoever was told of a win finds it written, and nothing is written that nobody was told of. */
function compareAnswers(answers: Answers, where: string, findings: Findings): void {
  for (const [name, told, wins] of answers) {
    if (!isTold(name) || told === wins) continue;
    const list = told > wins ? findings.lost : findings.wrong;
    list.push(`${where}: ${told} were told of ${name}, ${wins} are written`);
  }
}

const bothOf = (a: OperationName, b: OperationName, told: Told, seen: Outcome) =>
  [
    [a, told.a, seen.a],
    [b, told.b, seen.b],
  ] as const;

/** Of these an order has one at most, whatever it goes through. */
const ONLY_ONCE =
  /^(event (payment_captured|cancel|dispatch|lapse_|confirm_receipt|delivered|admin_|agree_|decide_|chargeback_opened)|posting (fund|release|refund|settle|payout)$|posting refund_confirmed|posting payout_confirmed)/;

/** What falls due within six hours is done at once: hundreds of orders have thousands of moments. */
const WORKERS_LATE = hours(6);

/** Ends every deal by the passing of time and asks the books. */
export async function closeBooks(world: World, where: string, findings: Findings, length: number): Promise<void> {
  await world.pass(length, WORKERS_LATE);
  addWrongs(findings, where, await world.books());
  await compareSent(world, where, findings);
  for (const error of world.errors) findings.wrong.push(`${where}: ${String(error)}`);
}

/** Each payout and refund was sent once, under the one key that is its own. */
async function compareSent({ owner, rail, gateway }: World, where: string, findings: Findings): Promise<void> {
  const rows = await owner.query<{ id: string }>(
    `select 'pout_' || replace(id::text, '-', '') as id from payouts.payout
     union all select 'ref_' || replace(id::text, '-', '') from payments.refund`,
  );
  const known = new Set(rows.map(({ id }) => id));
  const sent = new Map<string, number>();
  for (const { payout } of rail.payouts) sent.set(payout, (sent.get(payout) ?? 0) + 1);
  for (const { refund } of gateway.refunds) sent.set(refund, (sent.get(refund) ?? 0) + 1);
  for (const [id, times] of sent) {
    if (times > 1) findings.doubled.push(`${where}: ${id} was sent ${times} times`);
    if (!known.has(id)) findings.doubled.push(`${where}: ${id} was sent and is nobody's key`);
  }
}
