import type { Money } from "../money/index.ts";
import type { Instant } from "../time/index.ts";
import type { Deal } from "./deal.ts";
import { effectOf } from "./movements.ts";
import {
  type Actor,
  type DeadlineForm,
  type DeadlineKind,
  deadlineOf,
  type OrderStatus,
  type Process,
  stateOf,
  type Turn,
} from "./process.ts";
import { isEntitled, isExtendable, refundOf } from "./step.ts";

/** What each party may do now, what happens next by itself, when, and what it does to the money. */
export type Outlook = {
  readonly turn: Turn;
  /** The commands that this viewer may give now. */
  readonly actions: readonly string[];
  /** What buyer and seller may do if both want it. */
  readonly consents: readonly string[];
  /** Whether both together may give the running deadline more time. */
  readonly extendable: boolean;
  readonly next: {
    readonly kind: DeadlineKind;
    readonly at: Instant;
    readonly to: OrderStatus;
    readonly effect: "cancel" | "refund" | "release" | "settle" | "move_on";
    /** What the payee gets; null where no money moves, and where it is divided. */
    readonly amount: Money | null;
    readonly payee: "buyer" | "seller" | null;
    /** What each of the two gets; null where no money moves. */
    readonly gets: { readonly buyer: Money; readonly seller: Money } | null;
  } | null;
};

/** Computed from the process alone, so that API, screens and messages say the same. */
export function outlook(process: Process, deal: Deal, viewer: Actor | null, now: Instant): Outlook {
  const open = deal.deadline === null || now < deal.deadline.dueAt;
  const offered = (actor: Actor): string[] =>
    Object.entries(stateOf(process, deal.state).exits).flatMap(([name, exit]) => {
      const spent = exit.uses !== undefined && deal.revisionsLeft === 0;
      return open && !spent && isEntitled(exit, deal, actor) ? [name] : [];
    });
  return {
    turn: turnOf(process, deal),
    actions: viewer ? offered(viewer) : [],
    consents: offered("parties"),
    extendable: open && isExtendable(process, deal),
    next: nextEvent(process, deal),
  };
}

function turnOf(process: Process, { state, suspended }: Deal): Turn {
  const { waitsFor } = stateOf(process, state);
  if (waitsFor !== "respondent") return waitsFor;
  return suspended?.by === "buyer" ? "seller" : "buyer";
}

function nextEvent(process: Process, deal: Deal): Outlook["next"] {
  const form = deadlineOf(process, deal.state);
  if (!form || !deal.deadline) return null;
  const moved = form.money ? effectOf(form.money, deal, refundOf(form.division, deal)) : null;
  // What a gateway takes back it gives to the buyer, but not through us.
  const gets = moved && (form.money === "chargeback" ? { ...moved.gets, buyer: deal.total } : moved.gets);
  const effect = effectName(form, deal);
  const payee = effect === "release" ? "seller" : effect === "refund" ? "buyer" : null;
  return {
    kind: form.kind,
    at: deal.deadline.dueAt,
    to: stateOf(process, form.to).status,
    effect,
    amount: gets && payee && (payee === "seller" ? gets.seller : gets.buyer),
    payee,
    gets,
  };
}

function effectName({ money }: DeadlineForm, { escrow }: Deal): NonNullable<Outlook["next"]>["effect"] {
  if (money === "release" || money === "settle") return money;
  if (money) return "refund";
  return escrow === "pending" ? "cancel" : "move_on";
}
