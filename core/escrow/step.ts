import type { Posting } from "../ledger/index.ts";
import type { Money } from "../money/index.ts";
import { ok, type Result, refuse } from "../result/index.ts";
import { after, type Instant } from "../time/index.ts";
import type { Deadline, Deal, Suspension } from "./deal.ts";
import { effectOf } from "./movements.ts";
import {
  type Actor,
  commandsOf,
  deadlineOf,
  type EscrowStatus,
  type Exit,
  isFinal,
  lapseOf,
  type Movement,
  type Policy,
  type Process,
  RESUME,
  stateOf,
} from "./process.ts";

export type Command = {
  readonly name: string;
  readonly by: Actor;
  /** When it was asked or happened, as recorded: this decides who was in time, not the speed of a worker. */
  readonly at: Instant;
  /** With `payment_captured`: who captured how much. */
  readonly payment?: { readonly gateway: string; readonly amount: Money };
  /** With a settlement: what of the held amount goes back to the buyer. */
  readonly settlement?: { readonly refund: Money };
};

export type Refusal =
  | "no_such_command"
  | "not_in_this_state"
  | "deal_is_final"
  | "not_for_this_actor"
  | "deadline_passed"
  | "too_early"
  | "old_news"
  | "amount_differs"
  | "not_a_division";

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
    /** What the parties get by this step; null where none of it reaches them. */
    readonly gets: { readonly buyer: Money; readonly seller: Money } | null;
  };
  readonly postings: readonly Posting[];
};

/** Decides, never acts: the caller commits deal, event, postings and deadline in one database transaction. */
export function step(process: Process, deal: Deal, command: Command, now: Instant): Result<Step, Refusal> {
  const found = exitFor(process, deal, command);
  if (!found.ok) return found;
  const exit = found.value;
  if (!exit.by.includes(command.by)) return refuse("not_for_this_actor");

  const objection = timeliness(deal, command, now) ?? wrongAmount(exit, deal, command);
  if (objection) return refuse(objection);

  const gateway = exit.money === "fund" && command.payment ? command.payment.gateway : deal.gateway;
  const effect = exit.money ? effectOf(exit.money, { ...deal, gateway }, command.settlement?.refund) : null;
  const next: Deal = {
    ...deal,
    ...whereTo(process, deal, exit, command, now),
    revision: deal.revision + 1,
    gateway,
    escrow: effect?.escrow ?? unmoved(deal.escrow, exit),
  };
  return ok({
    deal: next,
    event: {
      command: command.name,
      by: command.by,
      from: deal.state,
      to: next.state,
      at: command.at,
      recordedAt: now,
      reason: exit.reason ?? null,
      movement: exit.money ?? null,
      gets: effect?.gets ?? null,
    },
    postings: effect ? [effect.posting] : [],
  });
}

export type Opening = Omit<
  Deal,
  "process" | "processVersion" | "state" | "revision" | "escrow" | "gateway" | "deadline" | "suspended"
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
    suspended: null,
  };
  return {
    deal,
    event: {
      command: "place",
      by,
      from: null,
      to: start,
      at: now,
      recordedAt: now,
      reason: null,
      movement: null,
      gets: null,
    },
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

function wrongAmount({ money: movement }: Exit, deal: Deal, command: Command): Refusal | null {
  if (movement === "fund" && !paysExactly(deal, command)) return "amount_differs";
  return movement === "settle" && !divides(deal, command) ? "not_a_division" : null;
}

function paysExactly(deal: Deal, { payment }: Command): boolean {
  return (
    payment !== undefined &&
    payment.amount.currency === deal.total.currency &&
    payment.amount.minor === deal.total.minor
  );
}

/** A part for each of the two: what goes to one alone is a release or a refund. */
function divides(deal: Deal, { settlement }: Command): boolean {
  const refund = settlement?.refund;
  return (
    refund !== undefined &&
    refund.currency === deal.total.currency &&
    refund.minor > 0n &&
    refund.minor < deal.total.minor
  );
}

/** Where no money moves a deal stays as it was, unless it is frozen or set free. */
const unmoved = (before: EscrowStatus, { freezes, to }: Exit): EscrowStatus =>
  freezes ? "disputed" : to === RESUME ? "held" : before;

type Place = Pick<Deal, "state" | "deadline" | "suspended">;

function whereTo(process: Process, deal: Deal, exit: Exit, command: Command, now: Instant): Place {
  if (exit.to === RESUME) return resumed(deal, now);
  const suspended = exit.freezes ? suspension(deal, command.at) : null;
  return { state: exit.to, deadline: deadlineAfter(process, deal, exit.to, now), suspended };
}

function suspension(deal: Deal, frozenAt: Instant): Suspension {
  const { state, deadline } = deal;
  if (!deadline) throw new Error(`${deal.id} has no deadline to suspend`);
  return { state, kind: deadline.kind, elapsed: frozenAt - deadline.openedAt, left: deadline.dueAt - frozenAt };
}

function resumed({ id, suspended }: Deal, now: Instant): Place {
  if (!suspended) throw new Error(`${id} is not frozen`);
  const { state, kind, elapsed, left } = suspended;
  return { state, deadline: { kind, openedAt: after(now, -elapsed), dueAt: after(now, left) }, suspended: null };
}

function deadlineAfter(process: Process, deal: Deal, to: string, now: Instant): Deadline | null {
  const before = deadlineOf(process, deal.state);
  return before && before === deadlineOf(process, to) ? deal.deadline : deadlineIn(process, deal.policy, to, now);
}

function deadlineIn(process: Process, policy: Policy, state: string, now: Instant): Deadline | null {
  const form = deadlineOf(process, state);
  return form ? { kind: form.kind, openedAt: now, dueAt: after(now, policy.windows[form.window]) } : null;
}
