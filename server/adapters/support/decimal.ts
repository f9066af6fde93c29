import { formatMajor, type Money, parseMajor } from "@amana/core/money";

declare global {
  interface JSON {
    /** ECMAScript's JSON.rawJSON, which the type library does not list yet. */
    rawJSON(text: string): object;
  }
}

/** Doubles keep fifteen decimal digits apart; with more minor units than these, reading JSON may already have rounded. */
const LARGEST_EXACT = 999_999_999_999_999n;

/** A decimal number for a JSON body, written digit by digit as given: `"348.00"` goes out as `348.00`. */
export function rawDecimal(text: string): object {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`not a decimal number: ${text}`);
  return JSON.rawJSON(text);
}

/** An amount for a JSON body as a number in major units with all digits of its currency: 34800 INR → `348.00`. */
export const writeAmount = (amount: Money): object => rawDecimal(formatMajor(amount));

/**
 * Reads an amount that a provider wrote as a JSON number in major units. Null for what cannot be an amount: an unknown
 * currency, digits beyond the currency's, more digits than JSON surely keeps, infinities, negative numbers.
 */
export function readAmount(value: number, currency: string): Money | null {
  const amount = parseMajor(String(value), currency);
  return amount.ok && amount.value.minor >= 0n && amount.value.minor <= LARGEST_EXACT ? amount.value : null;
}

/** A whole number of thousandths, hundredths or tenths as decimal text: (1500, 3) → "1.5". */
export function shiftDecimal(whole: number, digits: number): string {
  if (!Number.isSafeInteger(whole) || whole < 0) throw new Error(`not a whole number: ${whole}`);
  const text = String(whole).padStart(digits + 1, "0");
  const fraction = text.slice(-digits).replace(/0+$/, "");
  return fraction === "" ? text.slice(0, -digits) : `${text.slice(0, -digits)}.${fraction}`;
}

/** Why an amount cannot be asked for in these currencies; null when it can. */
export function objectionTo(
  amount: Money,
  currencies: readonly string[],
): "currency_not_supported" | "amount_not_positive" | "amount_too_large" | null {
  if (!currencies.includes(amount.currency)) return "currency_not_supported";
  if (amount.minor <= 0n) return "amount_not_positive";
  return amount.minor > LARGEST_EXACT ? "amount_too_large" : null;
}
