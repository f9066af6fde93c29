import { STAGES, type Stage } from "./stages.ts";

/** Where a dispute stands: as it was raised, before an arbiter, or decided. */
const QUARREL = [
  "disputed when locked",
  "disputed when shipped",
  "disputed when delivered",
  "studied",
  "delivered again",
] as const;
/** Where staff, both parties together and a buyer's bank may end or freeze what is held. */
const HELD = ["locked", "shipped", "delivered", ...QUARREL, "ruled"] as const;

const fromAll = <const From extends Stand, const To extends Stand>(from: readonly From[], to: To): Record<From, To> =>
  Object.fromEntries(from.map((one) => [one, to])) as Record<From, To>;

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
  confirm: { shipped: "completed", delivered: "completed", ...fromAll(QUARREL, "completed") },
  inspection_deadline: { delivered: "completed" },
  staff_release: fromAll(HELD, "completed"),
  staff_refund: fromAll(HELD, "refunded"),
  staff_divide: fromAll(HELD, "settled"),
  freeze: fromAll(HELD, "frozen"),
  agree_split: fromAll(HELD, "settled"),
  dispute: {
    ...{ locked: "disputed when locked", shipped: "disputed when shipped" },
    ...{ delivered: "disputed when delivered", "delivered again": "disputed when delivered" },
  },
  withdraw_dispute: {
    ...{ "disputed when locked": "locked", "disputed when shipped": "shipped" },
    ...{ "disputed when delivered": "delivered again", studied: "delivered again" },
  },
  decide: { studied: "ruled" },
  decision_deadline: { studied: "settled" },
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
  | "frozen"
  | (typeof QUARREL)[number]
  | "ruled";
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
  studied: "studied",
  untold: "cancelled",
  refunding: "cancelled",
  releasing: "completed",
  wealthy: "completed",
  waiting: "completed",
};

/** How many of each kind have won, and where the deal stands then. */
export type Outcome = { readonly a: number; readonly b: number; readonly stand: Stand };

/** A deal does not show whence it was disputed before delivery, nor that it has been disputed before. */
export const textOf = ({ a, b, stand }: Outcome): string =>
  `${a}+${b} ${stand.replace(/^disputed when (locked|shipped)$/, "disputed").replace("delivered again", "delivered")}`;

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
      const wherever = STAGES.filter((stage) => canWin(stage, a) && canWin(stage, b));
      // Paid twice is locked as well: who has met there meets again only where every pair is wanted.
      const both = wherever.filter((stage) => !(rivals && stage === "paid twice" && wherever.includes("locked")));
      const either = STAGES.filter((stage) => canWin(stage, a) || canWin(stage, b));
      return (both.length > 0 || rivals ? both : either.slice(0, 1)).map((stage) => ({ stage, a, b }));
    }),
  );
}
