import { ok, type Result, refuse } from "../result/index.ts";

/** Digits after the point: ISO 4217, and the token contracts' own `decimals`. */
const EXPONENTS = { INR: 2, SAR: 2, AED: 2, USD: 2, EUR: 2, JPY: 0, KWD: 3, BHD: 3, USDC: 6, USDT: 6 } as const;

export type Currency = keyof typeof EXPONENTS;
export type Money = { readonly minor: bigint; readonly currency: Currency };

/** JSON numbers are exact up to here (2^53 − 1), and no amount is larger. */
export const LARGEST_MINOR = 9_007_199_254_740_991n;

export type MoneyRefusal = "unknown_currency" | "not_an_amount" | "too_large" | "too_many_digits";

export const isCurrency = (code: string): code is Currency => Object.hasOwn(EXPONENTS, code);
export const exponentOf = (currency: Currency): number => EXPONENTS[currency];
export const money = (minor: bigint, currency: Currency): Money => ({ minor, currency });
export const zero = (currency: Currency): Money => money(0n, currency);
export const isZero = (amount: Money): boolean => amount.minor === 0n;

export const add = (a: Money, b: Money): Money => money(a.minor + same(a, b).minor, a.currency);
export const subtract = (a: Money, b: Money): Money => money(a.minor - same(a, b).minor, a.currency);
export const equal = (a: Money, b: Money): boolean => a.currency === b.currency && a.minor === b.minor;
export const times = (a: Money, count: number): Money => {
  if (!Number.isSafeInteger(count)) throw new Error(`not a count: ${count}`);
  return money(a.minor * BigInt(count), a.currency);
};

/**
 * Reads a decimal number in major units, as gateways write them ("348", "348.5", "348.00"); digits beyond the currency's
 * exponent are refused unless they are zeros.
 */
export function parseMajor(text: string, currency: string): Result<Money, MoneyRefusal> {
  if (!isCurrency(currency)) return refuse("unknown_currency");
  const match = /^(-?)(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text);
  if (!match) return refuse("not_an_amount");
  const [, sign, whole = "0", fraction = ""] = match;
  const exponent = exponentOf(currency);
  if (/[1-9]/.test(fraction.slice(exponent))) return refuse("too_many_digits");
  const minor = BigInt(whole + fraction.slice(0, exponent).padEnd(exponent, "0"));
  if (minor > LARGEST_MINOR) return refuse("too_large");
  return ok(money(sign === "-" ? -minor : minor, currency));
}

/** Writes major units with exactly the currency's digits: 34800 INR → "348.00". */
export function formatMajor({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  const sign = minor < 0n ? "-" : "";
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** A share in basis points (1/10,000), rounded half to even, once. */
export function basisPoints(amount: Money, points: number): Money {
  if (!Number.isInteger(points) || points < 0 || points > 10_000) throw new Error(`not basis points: ${points}`);
  return money(divideHalfEven(amount.minor * BigInt(points), 10_000n), amount.currency);
}

/** `amount` × `part` ÷ `whole`, rounded half to even, once. */
export function proportion(amount: Money, part: Money, whole: Money): Money {
  if (whole.minor <= 0n) throw new Error("a proportion of nothing");
  return money(divideHalfEven(amount.minor * same(whole, part).minor, whole.minor), amount.currency);
}

/**
 * Divides an amount in proportion to weights so that the parts add up to the whole: each part is cut down, then the minor
 * units left over go one each to the largest remainders, ties to the earlier part (Hare's largest-remainder method).
 */
export function allot(amount: Money, weights: readonly bigint[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) throw new Error("weights must be positive in sum");
  if (amount.minor < 0n) throw new Error("only an amount that is not negative can be allotted");
  const parts = weights.map((weight) => (amount.minor * weight) / total);
  const remainders = weights.map((weight, index) => ({ index, rest: (amount.minor * weight) % total }));
  const left = amount.minor - parts.reduce((sum, part) => sum + part, 0n);
  const largestFirst = remainders.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1));
  const oneMore = new Set(largestFirst.slice(0, Number(left)).map(({ index }) => index));
  return parts.map((part, index) => money(oneMore.has(index) ? part + 1n : part, amount.currency));
}

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  const distance = twice < 0n ? -twice : twice;
  const up = distance > denominator || (distance === denominator && quotient % 2n !== 0n);
  return up ? quotient + (numerator < 0n ? -1n : 1n) : quotient;
}

function same(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`${a.currency} is not ${b.currency}`);
  return b;
}
