import {
  type Actor,
  type Command,
  DEFAULT_POLICY,
  type Deal,
  type Movement,
  open,
  type Policy,
  type Process,
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
export const TO_BUYER = 400n;
export const GATEWAY = "gate";
const CURRENCY: Currency = "INR";
const inr = (minor: bigint) => money(minor, CURRENCY);

export const POLICY: Policy = { ...DEFAULT_POLICY, commissionTax: { code: "GST", basisPoints: 1800 } };

const SHARD = 7;
const id = <K extends "deal" | "user">(kind: K, n: number) => makeId(kind, n, new Uint8Array(9).fill(n), SHARD);

/** Deals as the exploration tells them apart: the same state, money, gateway and freeze, with the deadline due or not. */
export type Deals = ReturnType<typeof interned>;
export type Moved = {
  readonly deal: number;
  readonly movement: Movement | null;
  /** Account and amount of the posting that goes with it. */
  readonly entries: readonly (readonly [string, bigint])[];
};
export type Answer = { readonly moved: Moved } | { readonly refused: string };
export type Asked = { readonly name: string; readonly by: Actor; readonly inTime: boolean; readonly paid?: bigint };

export function interned(process: Process) {
  const deals: Deal[] = [];
  const byText = new Map<string, number>();
  const answers = new Map<string, Answer>();

  const intern = (deal: Deal): number => {
    const normal = normalised(deal);
    const { deadline, suspended } = normal;
    const text = [
      normal.state,
      normal.escrow,
      normal.gateway,
      deadline?.kind,
      deadline && isDue(normal),
      suspended?.state,
    ].join(" ");
    const known = byText.get(text);
    if (known !== undefined) return known;
    byText.set(text, deals.length);
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
    count: (): number => deals.length,
    begin: (start: string): number => {
      const parts = {
        total: inr(TOTAL),
        commission: inr(30n),
        commissionTax: inr(5n),
        sellerReceives: inr(965n),
        revisionsLeft: 1,
      };
      const opening = { id: id("deal", 1), buyer: id("user", 2), seller: id("user", 3), ...parts, policy: POLICY };
      return intern(open(process, opening, start, "buyer", NOW).deal);
    },
    /** Time goes by until the deadline is due. */
    due: (index: number): number | null => {
      const found = deal(index);
      if (!found.deadline || isDue(found)) return null;
      return intern({ ...found, deadline: { ...found.deadline, openedAt: after(NOW, -LATER), dueAt: NOW } });
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
    suspended: suspended && { ...suspended, elapsed: BEGUN, left: LATER },
  };
}

function commandOf(deal: Deal, { name, by, inTime, paid }: Asked): Command {
  const when: Instant = inTime && isDue(deal) ? after(NOW, -1) : NOW;
  return {
    name,
    by,
    at: when,
    ...(paid !== undefined && { payment: { gateway: GATEWAY, amount: inr(paid) } }),
    ...(name === "admin_settle" && { settlement: { refund: inr(TO_BUYER) } }),
  };
}

function askEngine(process: Process, deal: Deal, asked: Asked, intern: (deal: Deal) => number): Answer {
  const result = step(process, deal, commandOf(deal, asked), NOW);
  if (!result.ok) return { refused: result.error };
  const { deal: next, event, postings } = result.value;
  const entries = postings.flatMap((posting) =>
    posting.entries.map(({ account, amount }) => [account, amount.minor] as const),
  );
  return { moved: { deal: intern(next), movement: event.movement, entries } };
}
