import type { WindowName } from "./policy.ts";

/**
 * Who may give a command. `clock` is time itself: only deadlines act as the clock. `finance` and `arbiter` are staff, `parties` are
 * buyer and seller with one consent, `contract` is the contract whose milestone the deal is.
 */
export const ACTORS = [
  ...(["buyer", "seller", "gateway", "carrier", "clock", "finance", "arbiter", "parties", "contract"] as const),
] as const;
export type Actor = (typeof ACTORS)[number];

/** In a dispute: who raised it, and the other of the two. */
export type Entitled = Actor | "raiser" | "respondent";

export const ORDER_STATUSES = [
  "payment_pending",
  "escrow_locked",
  "order_confirmed",
  "processing",
  "ready_to_ship",
  "shipped",
  "in_transit",
  "out_for_delivery",
  "delivered",
  "revision_requested",
  "returning",
  "disputed",
  "completed",
  "cancelled",
  "refunded",
  "failed",
] as const;

/** What people are shown; several states may show as one status. */
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** `disputed`: held and frozen; `settled`: divided between the parties. */
export const ESCROW_STATUSES = ["pending", "held", "disputed", "released", "refunded", "settled"] as const;
export type EscrowStatus = (typeof ESCROW_STATUSES)[number];

/**
 * What a transition does with the deal's whole held amount: `settle` divides it as the command says, `chargeback` gives it to the
 * gateway that has taken it back.
 */
export type Movement = "fund" | "release" | "refund" | "settle" | "chargeback";

/** What the buyer gets back where the command does not say it: as the ruling says, or one half. */
export type Division = "ruling" | "half";

export const DEADLINE_KINDS = [
  ...(["payment", "signatures", "start", "dispatch", "delivery", "lateness", "inspection"] as const),
  ...(["return", "response", "decision", "appeal", "chargeback"] as const),
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** The target of an exit that goes back to the state in which the deal was frozen. */
export const RESUME = "resume";

export type Exit<State extends string = string> = {
  readonly by: readonly Entitled[];
  readonly to: State | typeof RESUME;
  /** The deadline is suspended, and a resumption gives back the time that was left. */
  readonly freezes?: true;
  readonly money?: Movement;
  /** With `settle`: how it is divided; as the command says where nothing is written. */
  readonly division?: Division;
  /** The division of the command is kept as the deal's ruling; no money moves yet. */
  readonly rules?: true;
  /** Takes one of the revisions that the offer includes. */
  readonly uses?: "revision";
  readonly reason?: string;
};

/** Whose turn it is. */
export type Turn = "buyer" | "seller" | "carrier" | "gateway" | "arbiter" | "nobody";

export type StateForm<State extends string = string> = {
  readonly status: OrderStatus;
  readonly waitsFor: Turn | "respondent";
  /** The deal has been frozen and stays so: what was suspended is kept for a resumption. */
  readonly frozen?: true;
  readonly exits: { readonly [command: string]: Exit<State> };
  /** News of a carrier's that may still come here, late or out of order: recorded in tracking, moves nothing. */
  readonly oldNews?: readonly string[];
};

/**
 * A deadline belongs to a span of states and counts from the event that opened the span; moving inside the span does not
 * restart it. With `asks`, the gateway or carrier is asked once more before it acts.
 */
export type DeadlineForm<State extends string = string> = {
  readonly kind: DeadlineKind;
  readonly span: readonly State[];
  readonly window: WindowName;
  readonly to: State;
  readonly money?: Movement;
  /** With `settle`: a deadline has no command that could say how. */
  readonly division?: Division;
  readonly reason?: string;
  /** The parties cannot extend it: others act by it, or it protects somebody who is not asked. */
  readonly fixed?: true;
  readonly asks?: "gateway" | "carrier";
};

export type Process<State extends string = string> = {
  readonly name: string;
  readonly version: number;
  /** Where a deal may begin. */
  readonly starts: readonly State[];
  readonly states: { readonly [state in State]: StateForm<State> };
  readonly deadlines: readonly DeadlineForm<State>[];
};

/** Takes the names of the states as a union, so that a misspelt target does not compile. */
export const defineProcess = <const State extends string>(process: {
  readonly name: string;
  readonly version: number;
  readonly starts: readonly NoInfer<State>[];
  readonly states: { readonly [state in State]: StateForm<NoInfer<State>> };
  readonly deadlines: readonly DeadlineForm<NoInfer<State>>[];
}): Process<State> => process;

export const isFinal = (process: Process, state: string): boolean =>
  Object.keys(stateOf(process, state).exits).length === 0;

export function stateOf(process: Process, state: string): StateForm {
  const form = Object.hasOwn(process.states, state) ? process.states[state] : undefined;
  if (!form) throw new Error(`${process.name} has no state ${state}`);
  return form;
}

/** The deadline whose span a state lies in; a state lies in one at most. */
export const deadlineOf = (process: Process, state: string): DeadlineForm | undefined =>
  process.deadlines.find((deadline) => deadline.span.includes(state));

/** Every command that a process knows, its lapses included. */
export function commandsOf(process: Process): string[] {
  const exits = Object.values<StateForm>(process.states).flatMap((state) => Object.keys(state.exits));
  const lapses = process.deadlines.map((deadline) => lapseOf(deadline.kind));
  return [...new Set([...exits, ...lapses])].sort();
}

export const isCommand = (process: Process, name: string): boolean =>
  Object.values<StateForm>(process.states).some(({ exits }) => Object.hasOwn(exits, name)) ||
  process.deadlines.some(({ kind }) => lapseOf(kind) === name);

export const lapseOf = (kind: DeadlineKind): string => `lapse_${kind}`;
