import { STAGES, type Stage } from "./stages.ts";

/**
 * Who wins, written by hand from the words of the product and not from its code: for each operation, what it leaves when it meets
 * an order that stands so. An operation that is not named here wins nothing.
 */
const MOVES = {
  capture: { paying: "locked" },
  cancel_by_buyer: { placed: "cancelled", paying: "cancelled", locked: "cancelled" },
  cancel_by_seller: { placed: "cancelled", paying: "cancelled", locked: "cancelled" },
  dispatch: { locked: "shipped" },
  dispatch_deadline: { locked: "refunded" },
  delivered: { shipped: "delivered" },
  delivery_deadline: { shipped: "refunded" },
  confirm: { shipped: "completed", delivered: "completed" },
  inspection_deadline: { delivered: "completed" },
  staff_release: { locked: "completed", shipped: "completed", delivered: "completed" },
  staff_refund: { locked: "refunded", shipped: "refunded", delivered: "refunded" },
  staff_divide: { locked: "settled", shipped: "settled", delivered: "settled" },
  freeze: { locked: "frozen", shipped: "frozen", delivered: "frozen" },
} as const satisfies Record<string, Partial<Record<Stand, Stand>>>;

/** Operations that do one thing once, wherever the order has meanwhile gone. */
const ONCE = {
  start_payment: ["placed"],
  second_capture: ["paid twice"],
  tell: ["untold"],
  refund_follow: ["refunding"],
  payout_follow: ["releasing"],
  bank_account: ["waiting"],
  withdraw: ["wealthy"],
} as const satisfies Record<string, readonly Stage[]>;

export type Stand =
  | "placed"
  | "paying"
  | "locked"
  | "shipped"
  | "delivered"
  | "completed"
  | "cancelled"
  | "refunded"
  | "settled"
  | "frozen";
export type MoveName = keyof typeof MOVES;
export type OnceName = keyof typeof ONCE;
export type OperationName = MoveName | OnceName;

export const OPERATIONS = [...Object.keys(MOVES), ...Object.keys(ONCE)] as OperationName[];

/** Where the deal itself stands at each stage. */
const STAND: Record<Stage, Stand> = {
  placed: "placed",
  paying: "paying",
  locked: "locked",
  "paid twice": "locked",
  shipped: "shipped",
  delivered: "delivered",
  untold: "cancelled",
  refunding: "cancelled",
  releasing: "completed",
  wealthy: "completed",
  waiting: "completed",
};

/** How many of each kind have won, and where the deal stands then. */
export type Outcome = { readonly a: number; readonly b: number; readonly stand: Stand };

export const textOf = ({ a, b, stand }: Outcome): string => `${a}+${b} ${stand}`;

/** Every outcome that some order of the racers, one after another, has: what happened at once must be one of these. */
export function outcomes(
  stage: Stage,
  a: OperationName,
  b: OperationName,
  racers: readonly [number, number],
): string[] {
  const found = new Set<string>();
  const names = { a, b };
  const step = (soFar: Outcome, side: "a" | "b"): Outcome => {
    const next = after(stage, soFar.stand, names[side], soFar[side] > 0);
    return next === null ? soFar : { ...soFar, [side]: soFar[side] + 1, stand: next };
  };
  const walk = (left: { readonly a: number; readonly b: number }, soFar: Outcome): void => {
    if (left.a + left.b === 0) found.add(textOf(soFar));
    if (left.a > 0) walk({ ...left, a: left.a - 1 }, step(soFar, "a"));
    if (left.b > 0) walk({ ...left, b: left.b - 1 }, step(soFar, "b"));
  };
  const all = a === b ? { a: racers[0] + racers[1], b: 0 } : { a: racers[0], b: racers[1] };
  walk(all, { a: 0, b: 0, stand: STAND[stage] });
  return [...found];
}

function after(stage: Stage, stand: Stand, name: OperationName, wonBefore: boolean): Stand | null {
  if (isOnce(name)) {
    const here = (ONCE[name] as readonly Stage[]).includes(stage) && !wonBefore;
    return here && (name !== "start_payment" || stand === "placed") ? stand : null;
  }
  const moves: Partial<Record<Stand, Stand>> = MOVES[name];
  return moves[stand] ?? null;
}

const isOnce = (name: OperationName): name is OnceName => Object.hasOwn(ONCE, name);

/** Whether an operation alone wins at a stage. */
export const canWin = (stage: Stage, name: OperationName): boolean => after(stage, STAND[stage], name, false) !== null;

export type Meeting = { readonly stage: Stage; readonly a: OperationName; readonly b: OperationName };

/** Every pair, each with itself too, at the stages where both may win; where there is none, and not only `rivals` are wanted, where one may. */
export function meetings(rivals = false): Meeting[] {
  return OPERATIONS.flatMap((a, index) =>
    OPERATIONS.slice(index).flatMap((b) => {
      const both = STAGES.filter((stage) => canWin(stage, a) && canWin(stage, b));
      const either = STAGES.filter((stage) => canWin(stage, a) || canWin(stage, b));
      return (both.length > 0 || rivals ? both : either.slice(0, 1)).map((stage) => ({ stage, a, b }));
    }),
  );
}
