import type { Posting } from "../ledger/index.ts";
import { type Money, money, subtract } from "../money/index.ts";
import { ok, type Result, refuse } from "../result/index.ts";
import { after, type Duration, days, type Instant } from "../time/index.ts";
import type { Deadline, Deal, Suspension } from "./deal.ts";
import { effectOf } from "./movements.ts";
import { dueBy, leftBy, type Policy } from "./policy.ts";
import {
  type Actor,
  type DeadlineForm,
  type Division,
  deadlineOf,
  type EscrowStatus,
  type Exit,
  isCommand,
  isFinal,
  lapseOf,
  type Movement,
  type Process,
  RESUME,
  stateOf,
} from "./process.ts";

/** The command that every process knows: both parties give a running deadline more time. */
export const EXTEND = "extend";

/** How much time one extension may give. */
export const LONGEST_EXTENSION: Duration = days(90);

export type Command = {
  readonly name: string;
  readonly by: Actor;
  /** When it was asked or happened, as recorded: this decides who was in time, not the speed of a worker. */
  readonly at: Instant;
  /** With `payment_captured`: who captured how much. */
  readonly payment?: { readonly gateway: string; readonly amount: Money };
  /** With a settlement or a ruling that divides: what of the held amount goes back to the buyer. */
  readonly settlement?: { readonly refund: Money };
  /** With `extend`: by how much. */
  readonly extension?: Duration;
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
  | "not_a_division"
  | "not_extendable"
  | "no_revisions_left";

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
  if (command.name === EXTEND) return extended(process, deal, command, now);
  const found = exitFor(process, deal, command);
  if (!found.ok) return found;
  const exit = found.value;
  if (!isEntitled(exit, deal, command.by)) return refuse("not_for_this_actor");

  const objection = timeliness(deal, command, now) ?? wrongAmount(exit, deal, command) ?? usedUp(exit, deal);
  if (objection) return refuse(objection);

  const { money: movement } = exit;
  const gateway = movement === "fund" && command.payment ? command.payment.gateway : deal.gateway;
  const effect = movement ? effectOf(movement, { ...deal, gateway }, refundOf(exit.division, deal, command)) : null;
  const place = whereTo(process, deal, exit, command, now);
  const next: Deal = {
    ...deal,
    ...place,
    ...kept(exit, deal, command),
    revision: deal.revision + 1,
    gateway,
    escrow: effect?.escrow ?? unmoved(deal.escrow, place),
  };
  return ok({
    deal: next,
    event: eventOf(deal, next, exit, command, now, effect?.gets ?? null),
    postings: effect ? [effect.posting] : [],
  });
}

/** What a deal remembers besides its state. */
const kept = ({ rules, uses }: Exit, { ruling, revisionsLeft }: Deal, { settlement }: Command) => ({
  ruling: (rules && settlement?.refund) || ruling,
  revisionsLeft: uses && revisionsLeft !== null ? revisionsLeft - 1 : revisionsLeft,
});

const eventOf = (
  { state: from }: Deal,
  { state: to }: Deal,
  { reason, money: movement }: Pick<Exit, "reason" | "money">,
  { name: command, by, at }: Command,
  recordedAt: Instant,
  gets: Step["event"]["gets"],
): Step["event"] => ({
  ...{ command, by, from, to, at, recordedAt },
  ...{ reason: reason ?? null, movement: movement ?? null, gets },
});

export type Opening = Omit<
  Deal,
  "process" | "processVersion" | "state" | "revision" | "escrow" | "gateway" | "deadline" | "suspended" | "ruling"
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
    ruling: null,
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

/** Whether both parties together could give this deal more time now. */
export function isExtendable(process: Process, deal: Deal): boolean {
  return extendable(process, deal) !== null;
}

function extendable(process: Process, { state, deadline }: Deal) {
  const form = deadlineOf(process, state);
  return form && deadline && !form.fixed ? { window: form.window, deadline } : null;
}

/** What the buyer gets back by this division; undefined where nobody has said. */
export function refundOf(division: Division | undefined, deal: Deal, command?: Command): Money | undefined {
  if (division === undefined) return command?.settlement?.refund;
  if (division === "ruling") return ruled(deal);
  // The odd minor unit of a half goes to the buyer.
  return subtract(deal.total, money(deal.total.minor / 2n, deal.total.currency));
}

function ruled({ id, ruling }: Deal): Money {
  if (!ruling) throw new Error(`${id} has no ruling to divide by`);
  return ruling;
}

function extended(process: Process, deal: Deal, command: Command, now: Instant): Result<Step, Refusal> {
  const by = command.extension ?? 0;
  if (isFinal(process, deal.state)) return refuse("deal_is_final");
  if (command.by !== "parties") return refuse("not_for_this_actor");
  const late = timeliness(deal, command, now);
  if (late) return refuse(late);
  const found = extendable(process, deal);
  if (!found || !Number.isSafeInteger(by) || by <= 0 || by > LONGEST_EXTENSION) return refuse("not_extendable");
  const { window, deadline } = found;
  const dueAt = dueBy(deal.policy, window, deadline.dueAt, by);
  const next = { ...deal, revision: deal.revision + 1, deadline: { ...deadline, dueAt } };
  return ok({ deal: next, event: eventOf(deal, next, {}, command, now, null), postings: [] });
}

function exitFor(process: Process, deal: Deal, command: Command): Result<Exit, Refusal> {
  const state = stateOf(process, deal.state);
  const deadline = deadlineOf(process, deal.state);
  if (deadline && command.name === lapseOf(deadline.kind)) return ok(exitOf(deadline));
  const exit = Object.hasOwn(state.exits, command.name) ? state.exits[command.name] : undefined;
  if (exit) return ok(exit);
  if (state.oldNews?.includes(command.name)) return refuse("old_news");
  if (!isCommand(process, command.name)) return refuse("no_such_command");
  return refuse(isFinal(process, deal.state) ? "deal_is_final" : "not_in_this_state");
}

/** A lapse is an exit that only the clock may take. */
export const exitOf = ({ to, money: movement, division, reason }: DeadlineForm): Exit => ({
  by: ["clock"],
  to,
  ...(movement && { money: movement }),
  ...(division && { division }),
  ...(reason && { reason }),
});

/** In a dispute, who raised it stands at the top of what is suspended. */
export function isEntitled({ by }: Pick<Exit, "by">, { suspended }: Pick<Deal, "suspended">, actor: Actor): boolean {
  if (by.includes(actor)) return true;
  if (!suspended || (actor !== "buyer" && actor !== "seller")) return false;
  return by.includes(actor === suspended.by ? "raiser" : "respondent");
}

function timeliness(deal: Deal, command: Command, now: Instant): Refusal | null {
  const { deadline } = deal;
  if (command.by === "clock") return deadline && now >= deadline.dueAt ? null : "too_early";
  return deadline && command.at >= deadline.dueAt ? "deadline_passed" : null;
}

function wrongAmount(exit: Exit, deal: Deal, command: Command): Refusal | null {
  if (exit.money === "fund" && !paysExactly(deal, command)) return "amount_differs";
  // A ruling was looked at when it was given, and half of one minor unit is nothing.
  const divided = exit.rules || (exit.money === "settle" && !exit.division);
  return divided && !divides(deal, command.settlement?.refund) ? "not_a_division" : null;
}

const usedUp = ({ uses }: Exit, { revisionsLeft }: Deal): Refusal | null =>
  uses && revisionsLeft === 0 ? "no_revisions_left" : null;

function paysExactly(deal: Deal, { payment }: Command): boolean {
  return (
    payment !== undefined &&
    payment.amount.currency === deal.total.currency &&
    payment.amount.minor === deal.total.minor
  );
}

/** A part for each of the two: what goes to one alone is a release or a refund. */
function divides({ total }: Deal, refund: Money | undefined): boolean {
  return refund !== undefined && refund.currency === total.currency && refund.minor > 0n && refund.minor < total.minor;
}

type Place = Pick<Deal, "state" | "deadline" | "suspended">;

/** Where no money moves a deal stays as it was, unless it is frozen or set free. */
const unmoved = (before: EscrowStatus, { suspended }: Place): EscrowStatus =>
  before === "pending" ? "pending" : suspended ? "disputed" : "held";

function whereTo(process: Process, deal: Deal, exit: Exit, command: Command, now: Instant): Place {
  if (exit.to === RESUME) return resumed(process, deal, now);
  const deadline = deadlineAfter(process, deal, exit.to, now);
  if (exit.freezes) return { state: exit.to, deadline, suspended: suspension(process, deal, command) };
  return { state: exit.to, deadline, suspended: stateOf(process, exit.to).frozen ? deal.suspended : null };
}

function suspension(process: Process, deal: Deal, { by, at: frozenAt }: Command): Suspension {
  const { state, deadline, suspended } = deal;
  const form = deadlineOf(process, state);
  if (!deadline || !form) throw new Error(`${deal.id} has no deadline to suspend`);
  const left = leftBy(deal.policy, form.window, frozenAt, deadline.dueAt);
  return { by, state, kind: deadline.kind, elapsed: frozenAt - deadline.openedAt, left, beneath: suspended };
}

function resumed(process: Process, { id, suspended, policy }: Deal, now: Instant): Place {
  const form = suspended && deadlineOf(process, suspended.state);
  if (!form) throw new Error(`${id} is not frozen`);
  const { state, kind, elapsed, left, beneath } = suspended;
  const dueAt = dueBy(policy, form.window, now, left);
  return { state, deadline: { kind, openedAt: after(now, -elapsed), dueAt }, suspended: beneath };
}

function deadlineAfter(process: Process, deal: Deal, to: string, now: Instant): Deadline | null {
  const before = deadlineOf(process, deal.state);
  return before && before === deadlineOf(process, to) ? deal.deadline : deadlineIn(process, deal.policy, to, now);
}

function deadlineIn(process: Process, policy: Policy, state: string, now: Instant): Deadline | null {
  const form = deadlineOf(process, state);
  if (!form) return null;
  return { kind: form.kind, openedAt: now, dueAt: dueBy(policy, form.window, now, policy.windows[form.window]) };
}
