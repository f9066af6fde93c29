import { allowed, BACK, FIXED, FROZEN, MORE_TIME, spanOf } from "../../core/escrow/table-for-test.ts";
import { endOf, timeLeft } from "./business-days.ts";
import { GIVEN, partOf } from "./divisions.ts";
import type { Row } from "./store/evaluation.ts";
import type { Store } from "./store/store.ts";

/** Looks at every commit with books of its own: what it keeps was never read from the code under test. */
export type Watch = ReturnType<typeof watch>;

type Deal = {
  state: string;
  seq: number;
  readonly process: string;
  /** What was suspended, the latest last: by whom, where, and how much of the time was left. */
  frozen: readonly Frozen[];
  escrow: bigint;
  readonly total: bigint;
  /** Whether money came into it, and whether that went back to the buyer whole. */
  paid: boolean;
  back: boolean;
  /** When its present span ends. */
  due: number | null;
  readonly hasCalendar: boolean;
  /** How often the buyer may still ask for changes; null where there is nothing to change. */
  revisions: number | null;
};
type Frozen = { readonly by: string; readonly state: string; readonly left: number };
type Moved = {
  readonly deal: string;
  readonly process: string;
  readonly from: string | null;
  readonly to: string;
  readonly command: string;
};

const MAY_OWE = /^(clearing|revenue|tax|expense|receivable|bank|intershard)(:|$)/;

type Truth = { readonly refunded: (refund: string) => boolean; readonly paidOut: (payout: string) => boolean };

/** How long a state lasts in a deal, where that is not as everywhere. */
export type Lasts = (deal: string, process: string, state: string) => number | undefined;

export function watch(
  store: Store,
  truth: Truth,
  lasts: Lasts,
  wrong: (sentence: string) => void,
  moved: (event: Moved) => void,
) {
  const deals = new Map<string, Deal>();
  const balances = new Map<string, bigint>();
  const codes = new Map<string, { readonly code: string; readonly currency: string }>();

  const touched = new Set<string>();
  /** What the buyer gets of each deal that this transaction divides. */
  const divided = new Map<string, bigint>();
  const checks: (() => void)[] = [];

  const entries = (rows: readonly Row[], settlements: ReadonlyMap<unknown, string>): void => {
    const sums = new Map<string, bigint>();
    for (const row of rows) {
      const id = String(row.account);
      const named = codes.get(id);
      if (named) book(id, named.code, row);
      else wrong(`an entry of the unknown account ${id}`);
      const key = `${String(row.posting)} ${named?.currency}`;
      sums.set(key, (sums.get(key) ?? 0n) + (row.amount as bigint));
    }
    for (const row of rows) noteDivision(row, settlements);
    for (const [key, sum] of sums) if (sum !== 0n) wrong(`posting ${key} does not sum to zero`);
  };
  const book = (id: string, code: string, { amount, balance_after: after }: Row): void => {
    const balance = (balances.get(id) ?? 0n) + (amount as bigint);
    balances.set(id, balance);
    touched.add(id);
    if (balance !== after) wrong(`${code} is ${balance} and its entry says ${String(after)}`);
    const deal = code.startsWith("escrow:") ? deals.get(code.slice(-32)) : undefined;
    if (deal) deal.escrow = balance;
  };

  const noteDivision = ({ posting, account, amount }: Row, settlements: ReadonlyMap<unknown, string>): void => {
    const deal = settlements.get(posting);
    if (deal !== undefined && codes.get(String(account))?.code.startsWith("refunds_in_flight:"))
      divided.set(deal, (divided.get(deal) ?? 0n) + (amount as bigint));
  };

  const event = (row: Row): void => {
    const id = String(row.deal);
    const deal = deals.get(id);
    if (!deal) wrong(`an event of the unknown deal ${id}`);
    else if (row.from_state === null) begun(deal, row);
    else goneOn(deal, row, row.from_state as string);
    moved({
      ...{ deal: id, process: deal?.process ?? "", from: row.from_state as string | null },
      ...{ to: String(row.to_state), command: String(row.command) },
    });
  };
  const begun = (deal: Deal, { deal: id, actor: by, to_state: to }: Row): void => {
    if (deal.seq > 0) wrong(`deal ${String(id)} began twice`);
    if (by !== "buyer" || !["payment_pending", "agreed_payment_pending"].includes(String(to)))
      wrong(`a deal began in ${String(to)} by ${String(by)}`);
    Object.assign(deal, { state: to, seq: 1 });
  };
  const goneOn = (deal: Deal, row: Row, from: string): void => {
    const [id, command, by, to] = [row.deal, row.command, row.actor, row.to_state].map(String) as [
      string,
      string,
      string,
      string,
    ];
    if (deal.state !== from || row.seq !== deal.seq + 1)
      wrong(
        `lost update: deal ${id} is ${deal.state} at ${deal.seq}, its event goes from ${from} as ${String(row.seq)}`,
      );
    const rule = command === MORE_TIME ? moreTimeIn(from) : allowed(deal.process, from, command);
    const problem = problemWith(rule, by, to, deal.frozen.at(-1));
    if (problem) wrong(`${command} by ${by} in ${from} ${problem}`);
    inTime(deal, row, by);
    const frozen = frozenAfter(deal, row, rule?.to === BACK);
    dueAfter(deal, row, from, to, rule?.to === BACK);
    revised(deal, command, id);
    deal.frozen = frozen;
    Object.assign(deal, { state: to, seq: Number(row.seq), ...movedMoney(deal, rule?.money) });
    checks.push(() => {
      dividedAs(deal, id, from, command, rule?.money === "settle");
      if (deal.seq !== row.seq) return;
      frozenAs(deal, row.deal);
      const held = rule?.money === "fund" || (rule?.money === "-" && deal.escrow !== 0n) ? deal.total : 0n;
      if (deal.escrow !== held) wrong(`escrow of deal ${id} is ${deal.escrow} after ${command}, and not ${held}`);
    });
  };
  const dividedAs = ({ total }: Deal, id: string, from: string, command: string, divides: boolean): void => {
    const share = divides ? partOf(from, command, total) : undefined;
    if (divides && divided.get(id) !== share)
      wrong(`${command} in ${from} gave the buyer ${divided.get(id)} and not ${share}`);
  };

  const frozenAs = ({ frozen }: Deal, id: unknown): void => {
    const kept = [...store.rows("escrow.deal")].find((row) => row.id === id)?.suspended ?? null;
    const [stored, known] = [
      toldFreezes(kept as Suspended),
      frozen.map(({ by, state }) => `${state} by ${by}`).join(", "),
    ];
    if (stored !== known) wrong(`deal ${String(id)} keeps "${stored}" as suspended, and not "${known}"`);
  };

  /** The clock acts when a span has ended, and everybody else before. */
  const inTime = (deal: Deal, { command, happened_at: happened }: Row, by: string): void => {
    if (deal.due === null) return;
    if (by === "clock" && store.now() < deal.due)
      wrong(`${String(command)} acted ${deal.due - store.now()} ms too soon`);
    if (by !== "clock" && (happened as number) >= deal.due)
      wrong(`${String(command)} was taken ${(happened as number) - deal.due} ms too late`);
  };
  const dueAfter = (deal: Deal, row: Row, from: string, to: string, resumes: boolean): void => {
    const span = spanOf(deal.process, to);
    const stored = [...store.rows("escrow.deal")].find(({ id }) => id === row.deal)?.deadline_due_at ?? null;
    if (span === undefined) deal.due = null;
    else if (resumes) deal.due = endOf(row.recorded_at as number, deal.frozen.at(-1)?.left ?? 0, countedIn(deal, to));
    else if (row.command === MORE_TIME) deal.due = endOf(deal.due ?? 0, GIVEN, countedIn(deal, to));
    else if (!span.states.includes(from)) {
      const length = lasts(String(row.deal), deal.process, to) ?? span.lasts;
      deal.due = endOf(row.recorded_at as number, length, countedIn(deal, to));
    }
    // Several events of one transaction leave the deadline of the last.
    checks.push(() => {
      if (stored !== deal.due)
        wrong(`deal ${String(row.deal)} has until ${String(stored)} in ${deal.state}, and not ${deal.due}`);
    });
  };
  /** Each change that is asked for is one of those that were offered. */
  const revised = (deal: Deal, command: string, id: string): void => {
    if (command === "request_revision") {
      if (deal.revisions === null || deal.revisions < 1) wrong(`deal ${id} was revised more often than was offered`);
      else deal.revisions -= 1;
    }
    checks.push(() => {
      const kept = [...store.rows("escrow.deal")].find((row) => row.id === id)?.revisions_left ?? null;
      if (kept !== deal.revisions) wrong(`deal ${id} keeps ${String(kept)} revisions, and not ${deal.revisions}`);
    });
  };
  const opened = (row: Row): void => {
    const { commissionBasisPoints: points, calendar } = row.policy as {
      commissionBasisPoints: number;
      calendar: unknown;
    };
    const commission = halfEven((row.total as bigint) * BigInt(points), 10_000n);
    if (row.commission !== commission)
      wrong(`commission of ${String(row.total)} is ${String(row.commission)} and not ${commission}`);
    deals.set(String(row.id), {
      state: "",
      seq: 0,
      process: String(row.process),
      frozen: [],
      escrow: 0n,
      paid: false,
      back: false,
      total: row.total as bigint,
      due: row.deadline_due_at as number,
      hasCalendar: calendar !== null,
      revisions: row.revisions_left as number | null,
    });
  };

  const LOOKS: Readonly<Record<string, (change: Change, seen: Seen) => void>> = {
    "ledger.entry": ({ kind, row }, seen) => {
      if (kind === "inserted") seen.entries.push(row);
      else wrong(`an entry was ${kind}`);
    },
    "ledger.posting": ({ row }, seen) => {
      if (row.kind === "settle") seen.settlements.set(row.id, String(row.deal));
    },
    "ledger.account": ({ kind, row }) => {
      if (kind === "inserted") codes.set(String(row.id), { code: String(row.code), currency: String(row.currency) });
    },
    "escrow.event": ({ row }, seen) => void seen.events.push(row),
    "escrow.deal": ({ kind, row }) => {
      if (kind === "inserted") opened(row);
    },
    "payments.refund": ({ row }) => {
      if (row.state === "succeeded" && !truth.refunded(`ref_${String(row.id)}`))
        wrong(`refund ${String(row.id)} is said to have been made`);
    },
    "payouts.payout": ({ row }) => {
      if (row.state === "paid" && !truth.paidOut(`pout_${String(row.id)}`))
        wrong(`payout ${String(row.id)} is said to have been paid`);
    },
  };

  return {
    deals,
    balanceOf: (test: (code: string) => boolean, currency: string): bigint =>
      [...codes]
        .filter(([, named]) => named.currency === currency && test(named.code))
        .reduce((sum, [id]) => sum + (balances.get(id) ?? 0n), 0n),
    nonZero: (test: (code: string) => boolean): string[] =>
      [...codes]
        .filter(([id, { code }]) => test(code) && (balances.get(id) ?? 0n) !== 0n)
        .map(([id, { code }]) => `${code} holds ${balances.get(id)}`),
    /** Called with the changes of each transaction before it is committed. */
    beforeCommit(): void {
      touched.clear();
      checks.length = 0;
      divided.clear();
      const seen: Seen = { entries: [], events: [], settlements: new Map() };
      for (const change of store.changes()) LOOKS[change.table.shape.name]?.(change, seen);
      if (seen.entries.length > 0) entries(seen.entries, seen.settlements);
      for (const row of seen.events) event(row);
      for (const check of checks) check();
      for (const id of touched) notBelowZero(codes.get(id)?.code ?? id, balances.get(id) ?? 0n, wrong);
    },
  };
}

type Seen = { readonly entries: Row[]; readonly events: Row[]; readonly settlements: Map<unknown, string> };
type Change = ReturnType<Store["changes"]>[number];

type Rule = ReturnType<typeof allowed>;

const moreTimeIn = (state: string): Rule =>
  FIXED.includes(state) ? undefined : { by: ["parties"], to: state, money: "-" };

function problemWith(rule: Rule, by: string, to: string, top: Frozen | undefined): string | null {
  if (!rule) return "is allowed to nobody";
  if (!isOneOf(rule.by, by, top)) return "is not theirs to do";
  return to === (rule.to === BACK ? top?.state : rule.to) ? null : `led to ${to}`;
}

function isOneOf(allowedTo: readonly string[], by: string, top: Frozen | undefined): boolean {
  if (allowedTo.includes(by)) return true;
  if (!top || (by !== "buyer" && by !== "seller")) return false;
  return allowedTo.includes(top.by === by ? "raiser" : "respondent");
}

const movedMoney = ({ paid, back }: Deal, money: string | undefined) => ({
  paid: paid || money === "fund",
  back: back || money === "refund" || money === "chargeback",
});

type Suspended = { readonly by: string; readonly state: string; readonly beneath: Suspended } | null;

/** What a deal keeps as suspended, the first freeze first. */
const toldFreezes = (kept: Suspended): string =>
  kept ? [toldFreezes(kept.beneath), `${kept.state} by ${kept.by}`].filter(Boolean).join(", ") : "";

/** How a state's time is counted in this deal; days of work that were offered are meant by the clock. */
function countedIn({ process, hasCalendar }: Deal, state: string) {
  const isOffered = ["milestone", "service"].includes(process) && ["processing", "revision_requested"].includes(state);
  return hasCalendar && !isOffered ? spanOf(process, state)?.counted : undefined;
}

const leftOf = (deal: Deal, at: number): number => timeLeft(at, deal.due ?? 0, countedIn(deal, deal.state));

function frozenAfter(deal: Deal, row: Row, resumes: boolean): readonly Frozen[] {
  const { frozen, state } = deal;
  if (resumes) return frozen.slice(0, -1);
  if (["dispute", "chargeback_opened"].includes(String(row.command)))
    return [...frozen, { by: String(row.actor), state, left: leftOf(deal, Number(row.happened_at)) }];
  return FROZEN.includes(String(row.to_state)) ? frozen : [];
}

function notBelowZero(code: string, balance: bigint, wrong: (sentence: string) => void): void {
  if (balance < 0n && !MAY_OWE.test(code)) wrong(`${code} is below zero: ${balance}`);
  if (balance > 0n && code.startsWith("receivable:")) wrong(`${code} is above zero: ${balance}`);
}

function halfEven(numerator: bigint, denominator: bigint): bigint {
  const [whole, rest] = [numerator / denominator, numerator % denominator];
  const up = rest * 2n > denominator || (rest * 2n === denominator && whole % 2n === 1n);
  return up ? whole + 1n : whole;
}
