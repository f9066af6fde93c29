import { type Duration, days, hours, minutes } from "../time/index.ts";

/** Who may give a command. `clock` is time itself: only deadlines act as the clock; `finance` is staff. */
export type Actor = "buyer" | "seller" | "gateway" | "carrier" | "clock" | "finance";

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

export const DEADLINE_KINDS = ["payment", "signatures", "dispatch", "delivery", "inspection", "chargeback"] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** How long each span may last, and what a sale costs; a copy is frozen into each deal. */
export type Policy = {
  readonly windows: {
    readonly payment: Duration;
    readonly signatures: Duration;
    readonly dispatch: Duration;
    readonly delivery: Duration;
    readonly inspection: Duration;
    /** Where no carrier tracks the parcel and the seller's word is all there is. */
    readonly inspectionUntracked: Duration;
    /** How long a gateway may take to decide a chargeback before it counts as lost. */
    readonly chargeback: Duration;
  };
  readonly commissionBasisPoints: number;
  /** Tax on the commission; null where none is due. */
  readonly commissionTax: { readonly code: string; readonly basisPoints: number } | null;
  /** Part of each release that is held back against chargebacks; null where nothing is. */
  readonly reserve: { readonly basisPoints: number; readonly hold: Duration } | null;
};

export const DEFAULT_POLICY: Policy = {
  windows: {
    payment: minutes(30),
    signatures: hours(72),
    dispatch: hours(48),
    delivery: days(7),
    inspection: hours(24),
    inspectionUntracked: days(7),
    chargeback: days(120),
  },
  commissionBasisPoints: 300,
  commissionTax: null,
  reserve: null,
};

/** The target of an exit that goes back to the state in which the deal was frozen. */
export const RESUME = "resume";

export type Exit<State extends string = string> = {
  readonly by: readonly Actor[];
  readonly to: State | typeof RESUME;
  /** The deadline is suspended, and a resumption gives back the time that was left. */
  readonly freezes?: true;
  readonly money?: Movement;
  readonly reason?: string;
};

export type StateForm<State extends string = string> = {
  readonly status: OrderStatus;
  /** Whose turn it is. */
  readonly waitsFor: "buyer" | "seller" | "carrier" | "gateway" | "nobody";
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
  readonly window: keyof Policy["windows"];
  readonly to: State;
  readonly money?: Movement;
  readonly reason?: string;
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

export const lapseOf = (kind: DeadlineKind): string => `lapse_${kind}`;
