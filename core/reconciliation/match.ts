import { basisPoints, money } from "../money/index.ts";
import { after } from "../time/index.ts";
import type {
  Charges,
  FeeSchedule,
  Finding,
  FindingReason,
  LineKind,
  MatchRules,
  Movement,
  StatementLine,
} from "./lines.ts";

/**
 * Sets a provider's statement against our books. Each line, and each movement inside the period, comes out in exactly one finding.
 * Pairs are made by the provider's number first, over all lines, and only then by our own id: a second capture of one payment
 * must not take the partner of the first.
 */
export function match<Line extends StatementLine, Mine extends Movement>(
  lines: readonly Line[],
  movements: readonly Mine[],
  rules: MatchRules,
): Finding<Line, Mine>[] {
  const findings: Finding<Line, Mine>[] = [];
  const books = indexed(movements);
  const left = byReference(lines, books, findings, rules);
  for (const line of left) {
    const partner = byOurId(line, books, rules);
    if (partner) books.taken.add(partner);
    findings.push(partner ? compared(line, partner, rules) : alone(line, rules));
  }
  for (const movement of movements) {
    const finding = books.taken.has(movement) ? null : unlisted(movement, rules);
    if (finding) findings.push(finding);
  }
  return findings;
}

/** Whether somebody must look: all but what agrees and what only waits for the other side's cut-off. */
export const isDifference = ({ class: found, reasons }: Finding): boolean =>
  found !== "matched" && !reasons.includes("cut_off");

/** What a provider may charge by its tariff, each part rounded half to even once. */
export function chargesBy(schedule: FeeSchedule, amount: StatementLine["amount"]): Charges {
  const size = money(amount.minor < 0n ? -amount.minor : amount.minor, amount.currency);
  const fee = basisPoints(size, schedule.basisPoints).minor + schedule.fixed;
  return { fee, tax: basisPoints(money(fee, amount.currency), schedule.taxBasisPoints).minor };
}

type Books<Mine> = {
  readonly byReference: Map<string, Mine>;
  readonly byOurId: Map<string, Mine[]>;
  readonly taken: Set<Mine>;
};

const keyOf = (kind: LineKind, id: string): string => `${kind} ${id}`;

function indexed<Mine extends Movement>(movements: readonly Mine[]): Books<Mine> {
  const books: Books<Mine> = { byReference: new Map(), byOurId: new Map(), taken: new Set() };
  for (const movement of movements) {
    if (movement.reference !== null) {
      const key = keyOf(movement.kind, movement.reference);
      if (!books.byReference.has(key)) books.byReference.set(key, movement);
    }
    if (movement.ourId === null) continue;
    const key = keyOf(movement.kind, movement.ourId);
    const same = books.byOurId.get(key);
    if (same) same.push(movement);
    else books.byOurId.set(key, [movement]);
  }
  return books;
}

/** Finds partners by the provider's number, and duplicates on the way; gives back the lines that have found none. */
function byReference<Line extends StatementLine, Mine extends Movement>(
  lines: readonly Line[],
  books: Books<Mine>,
  findings: Finding<Line, Mine>[],
  rules: MatchRules,
): Line[] {
  const first = new Map<string, Line>();
  const left: Line[] = [];
  for (const line of lines) {
    const key = keyOf(line.kind, line.reference);
    const before = first.get(key);
    if (before) {
      findings.push({ class: "duplicate", reasons: differencesOf(before, line), line, movement: null });
      continue;
    }
    first.set(key, line);
    const partner = books.byReference.get(key);
    if (!partner || books.taken.has(partner)) {
      left.push(line);
      continue;
    }
    books.taken.add(partner);
    findings.push(compared(line, partner, rules));
  }
  return left;
}

/** Of several under one id, the one whose amount is right, then the nearest in time. */
function byOurId<Mine extends Movement>(line: StatementLine, books: Books<Mine>, rules: MatchRules): Mine | null {
  const candidates = line.ourId === null ? undefined : books.byOurId.get(keyOf(line.kind, line.ourId));
  let best: Mine | null = null;
  for (const candidate of candidates ?? [])
    if (
      !(books.taken.has(candidate) || mayBothWait(line, candidate, rules)) &&
      (best === null || isNearer(line, candidate, best))
    )
      best = candidate;
  return best;
}

/** Two captures of one payment, so near the end that neither has its partner yet: each keeps its own number and waits. */
const mayBothWait = (line: StatementLine, movement: Movement, rules: MatchRules): boolean =>
  hasAnotherNumber(line, movement) && mayStillBeBooked(line, rules) && mayStillBeListed(movement, rules);

const hasAnotherNumber = (line: StatementLine, { reference }: Movement): boolean =>
  reference !== null && reference !== line.reference;

const mayStillBeBooked = (line: StatementLine, { until, weBookWithin }: MatchRules): boolean =>
  line.at >= after(until, -weBookWithin);

const mayStillBeListed = (movement: Movement, { until, theyListWithin }: MatchRules): boolean =>
  movement.at >= after(until, -theyListWithin);

function isNearer(line: StatementLine, candidate: Movement, best: Movement): boolean {
  const [fits, fitted] = [candidate, best].map(({ amount }) => differencesOf(line, { amount }).length === 0);
  if (fits !== fitted) return fits === true;
  return distance(candidate.at, line.at) < distance(best.at, line.at);
}

function compared<Line extends StatementLine, Mine extends Movement>(
  line: Line,
  movement: Mine,
  rules: MatchRules,
): Finding<Line, Mine> {
  const reasons = [...differencesOf(line, movement), ...(chargesFit(line, movement) ? [] : (["fee"] as const))];
  if (distance(line.at, movement.at) > rules.dateTolerance) reasons.push("date");
  if (hasAnotherNumber(line, movement))
    return { class: "unexplained", reasons: [...reasons, "reference"], line, movement };
  // The date comes last, so that it is first only where it is alone.
  const [first] = reasons;
  if (first === undefined) return { class: "matched", reasons, line, movement };
  return { class: first === "date" ? "timing" : "amount", reasons, line, movement };
}

const differencesOf = (one: Pick<StatementLine, "amount">, other: Pick<Movement, "amount">): FindingReason[] => [
  ...(one.amount.minor === other.amount.minor ? [] : (["amount"] as const)),
  ...(one.amount.currency === other.amount.currency ? [] : (["currency"] as const)),
];

/** Charges are right when they are what was booked before, and what was agreed. */
function chargesFit({ fee, tax }: StatementLine, { expected, booked }: Movement): boolean {
  if (booked !== 0n && booked !== fee + tax) return false;
  return expected === null || (expected.fee === fee && expected.tax === tax);
}

function alone<Line extends StatementLine>(line: Line, rules: MatchRules): Finding<Line, never> {
  const found = { line, movement: null };
  if (mayStillBeBooked(line, rules)) return { ...found, class: "timing", reasons: ["cut_off"] };
  if (line.ourId !== null) return { ...found, class: "missing_here", reasons: [] };
  return { ...found, class: "unexplained", reasons: ["reference"] };
}

function unlisted<Mine extends Movement>(movement: Mine, rules: MatchRules): Finding<never, Mine> | null {
  const { from, until, covers } = rules;
  if (movement.at < from || movement.at >= until || !covers.includes(movement.kind)) return null;
  const late = mayStillBeListed(movement, rules);
  return { class: late ? "timing" : "missing_there", reasons: late ? ["cut_off"] : [], line: null, movement };
}

const distance = (one: number, other: number): number => (one < other ? other - one : one - other);
