import type { DealId, UserId } from "../ids/index.ts";
import { shardOf } from "../ids/index.ts";
import { accounts, type Entry, move, netted, type Posting } from "../ledger/index.ts";
import { isZero, type Money } from "../money/index.ts";
import { ok, type Result, refuse, unreachable } from "../result/index.ts";
import { after, type Instant } from "../time/index.ts";
import {
  type Actor,
  commandsOf,
  type DeadlineKind,
  deadlineOf,
  type EscrowStatus,
  type Exit,
  isFinal,
  lapseOf,
  type Movement,
  type Policy,
  type Process,
  stateOf,
} from "./process.ts";

export type Deadline = { readonly kind: DeadlineKind; readonly openedAt: Instant; readonly dueAt: Instant };

/** One running escrow: one buyer, one seller, one currency, one process, one state. */
export type Deal = {
  readonly id: DealId;
  readonly process: string;
  readonly processVersion: number;
  readonly state: string;
  /** Counts the events of the deal; every accepted command adds one. */
  readonly revision: number;
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly total: Money;
  readonly commission: Money;
  readonly sellerReceives: Money;
  readonly escrow: EscrowStatus;
  /** Which gateway holds the money, once it was captured. */
  readonly gateway: string | null;
  readonly policy: Policy;
  readonly deadline: Deadline | null;
};

export type Command = {
  readonly name: string;
  readonly by: Actor;
  /** When it was asked or happened, as recorded: this decides who was in time, not the speed of a worker. */
  readonly at: Instant;
  /** With `payment_captured`: who captured how much. */
  readonly payment?: { readonly gateway: string; readonly amount: Money };
};

export type Refusal =
  | "no_such_command"
  | "not_in_this_state"
  | "deal_is_final"
  | "not_for_this_actor"
  | "deadline_passed"
  | "too_early"
  | "old_news"
  | "amount_differs";

export type Step = {
  readonly deal: Deal;
  readonly event: {
    readonly command: string;
    readonly by: Actor;
    readonly from: string | null;
    readonly to: string;
    readonly at: Instant;
    readonly recordedAt: Instant;
    readonly reason: string | null;
    readonly movement: Movement | null;
  };
  readonly postings: readonly Posting[];
};

/** Decides, never acts: the caller commits deal, event, postings and deadline in one database transaction. */
export function step(process: Process, deal: Deal, command: Command, now: Instant): Result<Step, Refusal> {
  const found = exitFor(process, deal, command);
  if (!found.ok) return found;
  const exit = found.value;
  if (!exit.by.includes(command.by)) return refuse("not_for_this_actor");

  const late = timeliness(deal, command, now);
  if (late) return refuse(late);
  if (exit.money === "fund" && !paysExactly(deal, command)) return refuse("amount_differs");

  const gateway = exit.money === "fund" && command.payment ? command.payment.gateway : deal.gateway;
  const next: Deal = {
    ...deal,
    state: exit.to,
    revision: deal.revision + 1,
    gateway,
    escrow: escrowAfter(deal.escrow, exit.money),
    deadline: deadlineAfter(process, deal, exit.to, now),
  };
  return ok({
    deal: next,
    event: {
      command: command.name,
      by: command.by,
      from: deal.state,
      to: exit.to,
      at: command.at,
      recordedAt: now,
      reason: exit.reason ?? null,
      movement: exit.money ?? null,
    },
    postings: exit.money ? [posting(next, exit.money)] : [],
  });
}

export type Opening = Omit<
  Deal,
  "process" | "processVersion" | "state" | "revision" | "escrow" | "gateway" | "deadline"
>;

/** The first event of a deal: it begins in one of the process's start states. */
export function open(process: Process, opening: Opening, start: string, by: Actor, now: Instant): Step {
  if (!process.starts.includes(start)) throw new Error(`${process.name} does not start at ${start}`);
  const deal: Deal = {
    ...opening,
    process: process.name,
    processVersion: process.version,
    state: start,
    revision: 1,
    escrow: "pending",
    gateway: null,
    deadline: deadlineIn(process, opening.policy, start, now),
  };
  return {
    deal,
    event: { command: "place", by, from: null, to: start, at: now, recordedAt: now, reason: null, movement: null },
    postings: [],
  };
}

/** What a lapse is as a command: the clock's own word, at the moment when the deadline fell due. */
export const lapse = (deadline: Deadline): Command => ({
  name: lapseOf(deadline.kind),
  by: "clock",
  at: deadline.dueAt,
});

function exitFor(process: Process, deal: Deal, command: Command): Result<Exit, Refusal> {
  const state = stateOf(process, deal.state);
  const deadline = deadlineOf(process, deal.state);
  if (deadline && command.name === lapseOf(deadline.kind)) {
    const { to, money, reason } = deadline;
    return ok({ by: ["clock"], to, ...(money && { money }), ...(reason && { reason }) });
  }
  const exit = Object.hasOwn(state.exits, command.name) ? state.exits[command.name] : undefined;
  if (exit) return ok(exit);
  if (state.oldNews?.includes(command.name)) return refuse("old_news");
  if (!commandsOf(process).includes(command.name)) return refuse("no_such_command");
  return refuse(isFinal(process, deal.state) ? "deal_is_final" : "not_in_this_state");
}

function timeliness(deal: Deal, command: Command, now: Instant): Refusal | null {
  const { deadline } = deal;
  if (command.by === "clock") return deadline && now >= deadline.dueAt ? null : "too_early";
  return deadline && command.at >= deadline.dueAt ? "deadline_passed" : null;
}

function paysExactly(deal: Deal, { payment }: Command): boolean {
  return (
    payment !== undefined &&
    payment.amount.currency === deal.total.currency &&
    payment.amount.minor === deal.total.minor
  );
}

function escrowAfter(before: EscrowStatus, movement: Movement | undefined): EscrowStatus {
  switch (movement) {
    case undefined:
      return before;
    case "fund":
      return "held";
    case "release":
      return "released";
    case "refund":
      return "refunded";
    default:
      return unreachable(movement);
  }
}

function deadlineAfter(process: Process, deal: Deal, to: string, now: Instant): Deadline | null {
  const before = deadlineOf(process, deal.state);
  return before && before === deadlineOf(process, to) ? deal.deadline : deadlineIn(process, deal.policy, to, now);
}

function deadlineIn(process: Process, policy: Policy, state: string, now: Instant): Deadline | null {
  const form = deadlineOf(process, state);
  return form ? { kind: form.kind, openedAt: now, dueAt: after(now, policy.windows[form.window]) } : null;
}

function posting(deal: Deal, movement: Movement): Posting {
  return {
    shard: shardOf(deal.id),
    key: `${movement}:${deal.id}`,
    kind: movement,
    deal: deal.id,
    entries: netted(entriesOf(deal, movement)),
  };
}

function entriesOf(deal: Deal, movement: Movement): Entry[] {
  const escrow = accounts.escrow(deal.id);
  const gateway = deal.gateway;
  if (gateway === null) throw new Error(`${deal.id} has no gateway to ${movement} with`);
  switch (movement) {
    case "fund":
      return move(accounts.clearing(gateway), escrow, deal.total);
    case "release":
      return [
        ...move(escrow, accounts.wallet(deal.seller), deal.sellerReceives),
        ...(isZero(deal.commission) ? [] : move(escrow, accounts.commission(), deal.commission)),
      ];
    case "refund":
      return move(escrow, accounts.refundsInFlight(gateway), deal.total);
    default:
      return unreachable(movement);
  }
}
