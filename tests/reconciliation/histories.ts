import { type Currency, money } from "../../core/money/index.ts";
import {
  type Charges,
  chargesBy,
  type Finding,
  type LineKind,
  type MatchRules,
  type Movement,
  type StatementLine,
} from "../../core/reconciliation/index.ts";
import { after, at, days, minutes } from "../../core/time/index.ts";

/** Made-up markets with known truth, and statements that are wrong in a known way. */
export type World = { readonly lines: readonly StatementLine[]; readonly movements: readonly Movement[] };

export const CORRUPTIONS = [
  "missing_line",
  "extra_line",
  "amount",
  "currency",
  "fee",
  "date",
  "duplicate_line",
  "unknown_reference",
] as const;
export type Corruption = (typeof CORRUPTIONS)[number];

export type Roll = (sides: number) => number;

/** Repeatable dice (mulberry32). */
export function dice(seed: number): Roll {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const TARIFF = { basisPoints: 195, fixed: 300n, taxBasisPoints: 1_800 };
const CURRENCIES: readonly Currency[] = ["INR", "KWD", "JPY"];

/**
 * A clean market: captures (some paid twice), refunds that now and then come back, payouts that are returned, chargebacks won and
 * lost, settlements. The two sides differ only in what they may: order, hours, what is not listed or not booked yet.
 */
export function history(seed: number, rules: MatchRules, deals = 6): World {
  const roll = dice(seed);
  const lines: StatementLine[] = [];
  const movements: Movement[] = [];
  const add: Add = (kind, id, reference, minor, currency) => {
    const told = { kind, reference, ourId: id, amount: money(minor, currency) };
    const when = at(rules.from + Math.floor(((rules.until - rules.from) / 10_000) * roll(10_000)));
    const charged = kind === "capture" ? chargesBy(TARIFF, told.amount) : { fee: 0n, tax: 0n };
    const unlisted = when >= after(rules.until, -rules.theyListWithin) && roll(2) === 0;
    const unbooked = !unlisted && when >= after(rules.until, -rules.weBookWithin) && roll(2) === 0;
    const theirs = unbooked ? when : at(Math.min(when + minutes(roll(240)), rules.until - 1));
    if (!unlisted) lines.push({ ...told, ...charged, at: theirs, settledAt: null, bankReference: null });
    if (!unbooked) movements.push({ ...told, ...ourSide(roll, told, charged), at: when });
  };
  for (let deal = 0; deal < deals; deal++) marketOf(roll, `${seed}_${deal}`, add);
  return { lines: shuffled(lines, roll), movements: shuffled(movements, roll) };
}

/** What we know of it: the number of a capture always, of others not always; what it costs where a tariff is known or it is booked. */
const ourSide = (roll: Roll, told: Pick<StatementLine, "kind" | "reference">, charged: Charges) => ({
  id: `pst_${told.reference}_${told.kind}`,
  reference: told.kind === "capture" || roll(2) === 0 ? told.reference : null,
  expected: told.kind === "capture" && roll(3) > 0 ? charged : null,
  booked: roll(4) === 0 ? charged.fee + charged.tax : 0n,
});

type Add = (kind: LineKind, id: string, reference: string, minor: bigint, currency: Currency) => void;

function marketOf(roll: Roll, name: string, add: Add): void {
  const currency = CURRENCIES[roll(CURRENCIES.length)] ?? "INR";
  const minor = BigInt(1 + roll(5_000_000));
  add("capture", `pay_${name}`, `cf_${name}`, minor, currency);
  if (roll(5) === 0) add("capture", `pay_${name}`, `cf_${name}b`, minor, currency);
  const fate = roll(5);
  if (fate <= 1) add("refund", `ref_${name}`, `rf_${name}`, -minor, currency);
  if (fate === 1) add("refund_return", `ref_${name}`, `rf_${name}`, minor, currency);
  if (fate === 2 || fate === 3) add("payout", `pout_${name}`, `tr_${name}`, -minor, currency);
  if (fate === 3) add("payout_return", `pout_${name}`, `tr_${name}`, minor, currency);
  if (fate === 4) add("chargeback", `pay_${name}`, `dp_${name}`, -minor, currency);
  if (fate === 4 && roll(2) === 0) add("chargeback_return", `pay_${name}`, `dp_${name}`, minor, currency);
  if (roll(3) === 0) add("settlement", `set_${name}`, `st_${name}`, -minor, currency);
}

function shuffled<T>(list: readonly T[], roll: Roll): T[] {
  const copy = [...list];
  for (let n = copy.length - 1; n > 0; n--) {
    const other = roll(n + 1);
    const [a, b] = [copy[n], copy[other]];
    if (a !== undefined && b !== undefined) [copy[n], copy[other]] = [b, a];
  }
  return copy;
}

export type Corrupted = { readonly world: World; readonly isAbout: (finding: Finding) => boolean };

/** Damages one line that has its partner and lies clear of the cut-offs; where there is none, a pair is made first. */
export function corrupted(clean: World, corruption: Corruption, seed: number, rules: MatchRules): Corrupted {
  const roll = dice(seed ^ 0x5eed);
  const world = withPair(clean, seed, rules);
  const victim = world.lines[world.lines.length - 1];
  if (!victim) throw new Error("no line to damage");
  const others = world.lines.slice(0, -1);
  const changed = damaged(victim, corruption, roll, rules);
  const touched = [victim.reference, ...changed.map(({ reference }) => reference)];
  return {
    world: { ...world, lines: shuffled([...others, ...changed], roll) },
    isAbout: ({ line, movement }) =>
      touched.includes(line?.reference ?? "") || touched.includes(movement?.reference ?? ""),
  };
}

function damaged(line: StatementLine, corruption: Corruption, roll: Roll, rules: MatchRules): StatementLine[] {
  const { amount } = line;
  switch (corruption) {
    case "missing_line":
      return [];
    case "extra_line":
      return [line, { ...line, reference: `extra_${roll(1_000_000)}`, ourId: roll(2) === 0 ? null : line.ourId }];
    case "amount":
      return [{ ...line, amount: money(amount.minor + BigInt(roll(2) === 0 ? -1 : 1 + roll(1000)), amount.currency) }];
    case "currency":
      return [{ ...line, amount: money(amount.minor, amount.currency === "INR" ? "SAR" : "INR") }];
    case "fee":
      return [roll(2) === 0 ? { ...line, fee: line.fee + 1n } : { ...line, tax: line.tax + 1n }];
    case "date":
      return [{ ...line, at: after(line.at, (roll(2) === 0 ? 1 : -1) * (rules.dateTolerance + days(1))) }];
    case "duplicate_line":
      return [line, { ...line }];
    default:
      return [{ ...line, reference: `unknown_${roll(1_000_000)}`, ourId: null }];
  }
}

/** With a pair in the middle of the period whose fee was agreed, so that every corruption can be seen on it. */
function withPair({ lines, movements }: World, seed: number, rules: MatchRules): World {
  const amount = money(BigInt(1_000 + (dice(seed)(1_000_000) >>> 0)), "INR");
  const charged = chargesBy(TARIFF, amount);
  const when = at(Math.floor((rules.from + rules.until) / 2));
  const reference = `victim_${seed}`;
  const line: StatementLine = {
    ...{ kind: "capture", reference, ourId: `pay_${reference}`, amount, ...charged, at: when },
    settledAt: null,
    bankReference: null,
  };
  const movement: Movement = {
    ...{ id: `pst_${reference}`, kind: "capture", reference, ourId: `pay_${reference}`, amount, at: when },
    expected: charged,
    booked: 0n,
  };
  return { lines: [...lines, line], movements: [...movements, movement] };
}
