import type { Money } from "../money/index.ts";
import type { Instant } from "../time/index.ts";
import type { Deal } from "./deal.ts";
import { type Actor, type DeadlineKind, deadlineOf, type OrderStatus, type Process, stateOf } from "./process.ts";

/** What each party may do now, what happens next by itself, when, and what it does to the money. */
export type Outlook = {
  readonly turn: "buyer" | "seller" | "carrier" | "gateway" | "nobody";
  /** The commands that this viewer may give now. */
  readonly actions: readonly string[];
  readonly next: {
    readonly kind: DeadlineKind;
    readonly at: Instant;
    readonly to: OrderStatus;
    readonly effect: "cancel" | "refund" | "release";
    /** What the payee gets; null where no money moves. */
    readonly amount: Money | null;
    readonly payee: "buyer" | "seller" | null;
  } | null;
};

/** Computed from the process alone, so that API, screens and messages say the same. */
export function outlook(process: Process, deal: Deal, viewer: Actor | null, now: Instant): Outlook {
  const state = stateOf(process, deal.state);
  const open = deal.deadline === null || now < deal.deadline.dueAt;
  const mine = Object.entries(state.exits).filter(([, exit]) => viewer !== null && exit.by.includes(viewer));
  return { turn: state.waitsFor, actions: open ? mine.map(([name]) => name) : [], next: nextEvent(process, deal) };
}

function nextEvent(process: Process, deal: Deal): Outlook["next"] {
  const form = deadlineOf(process, deal.state);
  if (!form || !deal.deadline) return null;
  const effect = form.money === "release" ? "release" : form.money ? "refund" : "cancel";
  return {
    kind: form.kind,
    at: deal.deadline.dueAt,
    to: stateOf(process, form.to).status,
    effect,
    amount: effect === "release" ? deal.sellerReceives : effect === "refund" ? deal.total : null,
    payee: effect === "release" ? "seller" : effect === "refund" ? "buyer" : null,
  };
}
