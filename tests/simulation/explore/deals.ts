import {
  type Actor,
  type Command,
  DEFAULT_POLICY,
  type Deal,
  EXTEND,
  type Movement,
  open,
  type Policy,
  type Process,
  type Suspension,
  step,
} from "../../../core/escrow/index.ts";
import { makeId } from "../../../core/ids/index.ts";
import { type Currency, money } from "../../../core/money/index.ts";
import { after, at, type Instant } from "../../../core/time/index.ts";

/** The moment at which everything is decided: deadlines are due now, or later. */
export const NOW = at(1_800_000_000_000);
const LATER = 1000;
const BEGUN = 10;

export const TOTAL = 1000n;
/** What the buyer gets where a command divides, and where a ruling does: two numbers, so that neither is taken for the other. */
export const TO_BUYER = 400n;
export const RULED_TO_BUYER = 200n;
export const HALF = 500n;
export const GATEWAY = "gate";
const CURRENCY: Currency = "INR";
const inr = (minor: bigint) => money(minor, CURRENCY);

/** Of each part 96 in 100 are the seller's: commission and the tax on it are 4. */
export const sellersOf = (part: bigint): bigint => (part * 96n) / 100n;

export const POLICY: Policy = { ...DEFAULT_POLICY, commissionTax: { code: "GST", basisPoints: 1800 } };

const SHARD = 7;
const id = <K extends "deal" | "user">(kind: K, n: number) => makeId(kind, n, new Uint8Array(9).fill(n), SHARD);

/**
 * Deals as the exploration tells them apart: the same state, money, gateway, freezes, ruling and revisions, what the buyer got at the
 * end, with the deadline due or not.
 */
export type Deals = ReturnType<typeof interned>;
export type Moved = {
  readonly deal: number;
  readonly movement: Movement | null;
  /** Account and amount of the posting that goes with it. */
  readonly entries: readonly (readonly [string, bigint])[];
};
export type Answer = { readonly moved: Moved } | { readonly refused: string };
export type Asked = { readonly name: string; readonly by: Actor; readonly inTime: boolean; readonly paid?: bigint };

const freezesOf = (suspended: Suspension | null): string =>
  suspended ? `${suspended.state} by ${suspended.by}, ${freezesOf(suspended.beneath)}` : "";

export function interned(process: Process) {
  const deals: Deal[] = [];
  const parts: bigint[] = [];
  const byText = new Map<string, number>();
  const answers = new Map<string, Answer>();

  const intern = (deal: Deal, toBuyer: bigint): number => {
    const normal = normalised(deal);
    const { state, escrow, gateway, deadline, suspended, ruling, revisionsLeft } = normal;
    const text = [
      ...[state, escrow, gateway, deadline?.kind, deadline && isDue(normal), freezesOf(suspended)],
      ...[ruling?.minor, revisionsLeft, toBuyer],
    ].join(" ");
    const known = byText.get(text);
    if (known !== undefined) return known;
    byText.set(text, deals.length);
    parts.push(toBuyer);
    return deals.push(normal) - 1;
  };
  const deal = (index: number): Deal => {
    const found = deals[index];
    if (!found) throw new Error(`no deal ${index}`);
    return found;
  };
  return {
    process,
    deal,
    /** What the buyer has been given of the held amount. */
    toBuyer: (index: number): bigint => parts[index] ?? 0n,
    count: (): number => deals.length,
    begin: (start: string): number => {
      const terms = { total: inr(TOTAL), commission: inr(30n), commissionTax: inr(10n), sellerReceives: inr(960n) };
      const parties = { id: id("deal", 1), buyer: id("user", 2), seller: id("user", 3) };
      return intern(
        open(process, { ...parties, ...terms, revisionsLeft: 1, policy: POLICY }, start, "buyer", NOW).deal,
        0n,
      );
    },
    /** Time goes by until the deadline is due. */
    due: (index: number): number | null => {
      const found = deal(index);
      if (!found.deadline || isDue(found)) return null;
      return intern({ ...found, deadline: { ...found.deadline, openedAt: after(NOW, -LATER), dueAt: NOW } }, 0n);
    },
    /** What the real engine says; each question is put to it once. */
    ask(index: number, asked: Asked): Answer {
      const text = `${index} ${asked.name} ${asked.by} ${asked.inTime} ${asked.paid ?? ""}`;
      const known = answers.get(text);
      if (known) return known;
      const answer = askEngine(process, deal(index), asked, intern);
      answers.set(text, answer);
      return answer;
    },
  };
}

export const isDue = ({ deadline }: Deal): boolean => deadline !== null && deadline.dueAt <= NOW;

function normalised(deal: Deal): Deal {
  const { deadline, suspended } = deal;
  return {
    ...deal,
    revision: 1,
    deadline:
      deadline &&
      (isDue(deal)
        ? { ...deadline, openedAt: after(NOW, -LATER), dueAt: NOW }
        : { ...deadline, openedAt: after(NOW, -BEGUN), dueAt: after(NOW, LATER) }),
    suspended: untimed(suspended),
  };
}

const untimed = (suspended: Suspension | null): Suspension | null =>
  suspended && { ...suspended, elapsed: BEGUN, left: LATER, beneath: untimed(suspended.beneath) };

/** How a command divides: a first ruling in its own way. */
const dividedBy = ({ state }: Deal, name: string): bigint =>
  name === "decide_split" && state.endsWith("investigating") ? RULED_TO_BUYER : TO_BUYER;

function commandOf(deal: Deal, { name, by, inTime, paid }: Asked): Command {
  const when: Instant = inTime && isDue(deal) ? after(NOW, -1) : NOW;
  return {
    name,
    by,
    at: when,
    ...(paid !== undefined && { payment: { gateway: GATEWAY, amount: inr(paid) } }),
    ...(name === EXTEND && { extension: LATER }),
    settlement: { refund: inr(dividedBy(deal, name)) },
  };
}

function askEngine(
  process: Process,
  deal: Deal,
  asked: Asked,
  intern: (deal: Deal, toBuyer: bigint) => number,
): Answer {
  const result = step(process, deal, commandOf(deal, asked), NOW);
  if (!result.ok) return { refused: result.error };
  const { deal: next, event, postings } = result.value;
  const entries = postings.flatMap((posting) =>
    posting.entries.map(({ account, amount }) => [account, amount.minor] as const),
  );
  return { moved: { deal: intern(next, event.gets?.buyer.minor ?? 0n), movement: event.movement, entries } };
}
