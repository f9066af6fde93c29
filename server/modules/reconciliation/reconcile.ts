import { parseId } from "@amana/core/ids";
import { accounts, move, type Posting } from "@amana/core/ledger";
import { money } from "@amana/core/money";
import {
  atStakeIn,
  effectOf,
  type Finding,
  isDifference,
  LINE_KINDS,
  match,
  type Sums,
} from "@amana/core/reconciliation";
import { after, at, earlier, type Instant } from "@amana/core/time";
import { post } from "#modules/ledger";
import { addDisputes, heldChargebacks } from "#modules/payments";
import type { Database, Queryable } from "#runtime/database";
import { type KeptLine, keepLines, linesBetween, paidOutBy, type ReadStatement } from "./lines.ts";
import { feeKey, type OurMovement, ourMovements, settledKey } from "./our-side.ts";
import { MARGIN, type ReconciliationSettings, TOLERANCES } from "./settings.ts";
import {
  changeDifference,
  type Difference,
  type DifferenceClass,
  type FoundDifference,
  insertDifference,
  insertRun,
  lockGateway,
  openDifferences,
  type ReadPeriod,
  type RunRecord,
  readPeriods,
  resolveDifferences,
  standingDifferences,
} from "./store.ts";

/**
 * Takes a statement in and sets it against the books: keeps its lines, books settlements whose sum is right and the charges of what
 * agrees, and writes down what does not. The same statement again changes nothing.
 */
export const reconcile = (
  db: Database,
  settings: ReconciliationSettings,
  statement: ReadStatement,
  now: Instant,
): Promise<RunRecord> =>
  db.transaction(async (tx) => {
    const { gateway, until } = statement;
    await lockGateway(tx, gateway);
    const { added, earliest } = await keepLines(tx, statement, now);
    const from = await judgedFrom(tx, gateway, [statement.from, ...(earliest === null ? [] : [earliest])]);
    const settlementsPosted = await bookSettlements(tx, settings, gateway, from, until, now);

    const held = await heldChargebacks(tx, gateway);
    const listed = await linesBetween(tx, gateway, after(from, -MARGIN), until);
    const lines = listed.filter(({ kind, reference }) => !(kind.startsWith("chargeback") && held.has(reference)));
    const period = { from: after(from, -MARGIN), until: at(now + 1) };
    const movements = await ourMovements(tx, gateway, period, lines, settings.tariffs[gateway]);
    const read = [statement, ...(await readPeriods(tx, gateway, from))];
    const rules = { ...TOLERANCES, from, until, covers: LINE_KINDS };
    const findings = match(lines, movements, rules).filter((found) => isJudged(found, from) && isSpokenOf(found, read));
    const feesPosted = await bookCharges(tx, gateway, findings, now);
    await askOfChargebacks(tx, findings, now);
    const changed = await writeDown(tx, gateway, findings, from, now);

    const run = {
      ...{ gateway, from: statement.from, until, covers: statement.covers, at: now },
      ...{ lines: statement.lines.length, newLines: added },
      matched: findings.filter((found) => found.class === "matched").length,
      waiting: findings.filter((found) => found.reasons.includes("cut_off")).length,
      ...{ feesPosted, settlementsPosted, ...changed },
    };
    await insertRun(tx, run);
    return run;
  });

type Found = Finding<KeptLine, OurMovement>;

/** A chargeback that stands in the statement and not in our books was never told to us: the gateway is asked for it. */
async function askOfChargebacks(tx: Queryable, findings: readonly Found[], now: Instant): Promise<void> {
  const strange = findings.flatMap(({ line, movement }) =>
    line?.kind.startsWith("chargeback") && !movement ? [line.ourId] : [],
  );
  for (const named of new Set(strange)) {
    const payment = parseId("payment", named ?? "");
    if (payment) await addDisputes(tx, payment, now, now);
  }
}

/** As far back as there is news: the period itself, the earliest line that is new, the earliest difference that is open. */
async function judgedFrom(tx: Queryable, gateway: string, moments: readonly Instant[]): Promise<Instant> {
  const open = await openDifferences(tx, MOST_OPEN, gateway);
  return [...moments, ...open.map((difference) => difference.at)].reduce(earlier);
}

const MOST_OPEN = 100_000;

/** Older lines and movements are partners only: they were judged when they were new. */
const isJudged = ({ line, movement }: Found, from: Instant): boolean =>
  (line !== null && line.at >= from) || (movement !== null && movement.at >= from);

/** A movement without a line says something only where a statement was read that should have listed it. */
const isSpokenOf = ({ line, movement }: Found, read: readonly ReadPeriod[]): boolean =>
  line !== null ||
  movement === null ||
  read.some(
    ({ from, until, covers }) =>
      covers.includes(movement.kind) && movement.at >= from && movement.at < after(until, -TOLERANCES.theyListWithin),
  );

/** What a gateway has paid out to our bank is booked when it is exactly what the lines that it settled come to. */
async function bookSettlements(
  tx: Queryable,
  { bank }: ReconciliationSettings,
  gateway: string,
  from: Instant,
  until: Instant,
  now: Instant,
): Promise<number> {
  const settlements = (await linesBetween(tx, gateway, from, until)).filter(({ kind }) => kind === "settlement");
  const references = settlements.flatMap(({ bankReference }) => (bankReference === null ? [] : [bankReference]));
  const paid = await paidOutBy(tx, gateway, references);
  const postings = settlements.flatMap((line): Posting[] => {
    const { currency, minor } = line.amount;
    if (minor >= 0n || paid.get(`${line.bankReference} ${currency}`) !== line.fee + line.tax - minor) return [];
    const entries = move(accounts.bank(bank), accounts.clearing(gateway), money(-minor, currency));
    return [{ shard: 0, key: settledKey(gateway, line.reference), kind: "settled", deal: null, entries }];
  });
  return await postOnce(tx, postings, now);
}

/** Charges of what agrees, each line's once. What is in doubt waits for the one who explains it. */
async function bookCharges(tx: Queryable, gateway: string, findings: readonly Found[], now: Instant): Promise<number> {
  const postings = findings.flatMap(({ line, movement, reasons }): Posting[] => {
    if (!line || !movement || movement.booked !== 0n || line.fee + line.tax === 0n) return [];
    if (reasons.includes("fee") || reasons.includes("currency") || reasons.includes("reference")) return [];
    const charged = money(line.fee + line.tax, line.amount.currency);
    const entries = move(accounts.gatewayFees(), accounts.clearing(gateway), charged);
    return [{ shard: 0, key: feeKey(gateway, line.kind, line.reference), kind: "gateway_fee", deal: null, entries }];
  });
  return await postOnce(tx, postings, now);
}

const AT_ONCE = 500;

/** How many were new. A key that stands for another amount is left as it is: matching shows the difference. */
async function postOnce(tx: Queryable, postings: readonly Posting[], now: Instant): Promise<number> {
  const unique = [...new Map(postings.map((posting) => [posting.key, posting])).values()];
  let posted = 0;
  for (let start = 0; start < unique.length; start += AT_ONCE) {
    const verdicts = await post(tx, unique.slice(start, start + AT_ONCE), now);
    if (verdicts.includes("short_of_money")) throw new Error("an account that may go below zero was short of money");
    posted += verdicts.filter((verdict) => verdict === "posted").length;
  }
  return posted;
}

/** New differences are written, open ones brought up to date, those that are none any more resolved; explained ones stay. */
async function writeDown(
  tx: Queryable,
  gateway: string,
  findings: readonly Found[],
  from: Instant,
  now: Instant,
): Promise<{ found: number; resolved: number }> {
  const standing = await standingDifferences(tx, gateway, from);
  const alarms = findings.filter(isDifference).map((finding) => differenceIn(gateway, finding));
  const left = new Map(standing.map((difference) => [subjectKey(difference), difference]));
  let found = 0;
  for (const alarm of [...alarms, ...explainedForNothing(standing, alarms)]) {
    const known = left.get(subjectKey(alarm));
    left.delete(subjectKey(alarm));
    if (known?.state === "explained") continue;
    if (known) await changeDifference(tx, known.id, alarm);
    else {
      await insertDifference(tx, alarm, now);
      found += 1;
    }
  }
  const over = [...left.values()].filter(({ state }) => state === "open").map(({ id }) => id);
  await resolveDifferences(tx, over, now);
  return { found, resolved: over.length };
}

/** What was explained by a posting, and agrees now without it: that posting is one too many. */
function explainedForNothing(standing: readonly Difference[], alarms: readonly FoundDifference[]): FoundDifference[] {
  const found = new Set(alarms.map(subjectKey));
  const explanations = new Set(standing.map(({ explainedBy }) => explainedBy));
  return standing.flatMap((difference) => {
    const { explainedBy, effect, gateway, at: when, subject } = difference;
    const undoesOne = subject.line === null && explanations.has(subject.posting);
    if (explainedBy === null || undoesOne || found.has(subjectKey(difference))) return [];
    return [
      {
        ...{ gateway, subject: { line: null, posting: explainedBy }, class: "missing_there", reasons: [], at: when },
        effect: mapped(effect, (minor) => -minor),
        atStake: mapped(effect, (minor) => (minor < 0n ? -minor : minor)),
      },
    ];
  });
}

const mapped = (sums: Sums, change: (minor: bigint) => bigint): Sums =>
  new Map([...sums].map(([currency, minor]) => [currency, change(minor)]));

function differenceIn(gateway: string, finding: Found): FoundDifference {
  const { line, movement, class: found } = finding;
  const moment = line?.at ?? movement?.at;
  if (found === "matched" || moment === undefined) throw new Error("what agrees is no difference");
  const subject = line
    ? { line: line.id, posting: movement?.posting ?? null }
    : movement && { line: null, posting: movement.posting };
  if (!subject) throw new Error("a difference of nothing");
  const differs: DifferenceClass = found;
  return {
    ...{ gateway, subject, class: differs, reasons: finding.reasons, at: moment },
    ...{ effect: effectOf(finding), atStake: atStakeIn(finding) },
  };
}

const subjectKey = ({ subject }: Pick<FoundDifference, "subject">): string =>
  subject.line === null ? `posting ${subject.posting}` : `line ${subject.line}`;
