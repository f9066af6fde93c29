import { type AccountCode, accounts, type Entry, move, netted } from "../ledger/index.ts";
import { type Currency, money } from "../money/index.ts";
import { ok, type Result, refuse } from "../result/index.ts";
import type { Finding, Sums } from "./lines.ts";

/** Where money goes, or comes from, when a person says what a difference was. `no_money`: the statement itself was wrong. */
export const COUNTERPARTS = ["suspense", "gateway_fees", "chargebacks", "bank", "other_revenue", "no_money"] as const;
export type Counterpart = (typeof COUNTERPARTS)[number];

export type ExplainRefusal = "money_has_moved" | "nothing_to_post";

/**
 * By how much the provider's account would have to move in our books for them to say what the statement says. Charges of a line
 * that has its partner are booked by themselves, unless it is they that are in doubt.
 */
export function effectOf({ class: found, reasons, line, movement }: Finding): Sums {
  if (found === "timing") return new Map();
  const sums = new Map<Currency, bigint>();
  const add = (minor: bigint, currency: Currency): void => {
    sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  };
  const inDoubt = !movement || reasons.includes("fee");
  if (line) add(line.amount.minor - (inDoubt ? line.fee + line.tax : 0n), line.amount.currency);
  if (movement) add((line && inDoubt ? movement.booked : 0n) - movement.amount.minor, movement.amount.currency);
  return new Map([...sums].filter(([, minor]) => minor !== 0n));
}

/** How much money a difference leaves in doubt, per currency; nothing for a date. */
export function atStakeIn(finding: Finding): Sums {
  if (finding.class === "unexplained" && finding.line && finding.movement)
    return new Map([[finding.line.amount.currency, sizeOf(finding.line.amount.minor)]]);
  return new Map([...effectOf(finding)].map(([currency, minor]) => [currency, sizeOf(minor)]));
}

/** The entries that explain a difference: the provider's account on one side, what it was on the other. */
export function explanationOf(
  { class: found, effect }: { readonly class: Finding["class"]; readonly effect: Sums },
  counterpart: Counterpart,
  place: Place,
): Result<readonly Entry[], ExplainRefusal> {
  if (counterpart === "no_money")
    return found === "duplicate" || effect.size === 0 ? ok([]) : refuse("money_has_moved");
  if (effect.size === 0) return refuse("nothing_to_post");
  const [own, other] = [accounts.clearing(place.gateway), ACCOUNT_OF[counterpart](place)];
  return ok(netted([...effect].flatMap(([currency, minor]) => move(own, other, money(minor, currency)))));
}

type Place = { readonly gateway: string; readonly bank: string };

const ACCOUNT_OF: Record<Exclude<Counterpart, "no_money">, (place: Place) => AccountCode> = {
  suspense: ({ gateway }) => accounts.suspense(gateway),
  gateway_fees: accounts.gatewayFees,
  chargebacks: accounts.chargebacks,
  bank: ({ bank }) => accounts.bank(bank),
  other_revenue: accounts.fees,
};

const sizeOf = (minor: bigint): bigint => (minor < 0n ? -minor : minor);
