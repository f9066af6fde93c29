import type { Result } from "@amana/core/result";
import { ok, refuse } from "@amana/core/result";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Two digits of the state, the ten signs of the PAN, the count of registrations, Z, and a check character. */
const GSTIN = /^(0[1-9]|[12]\d|3[0-8]|9[79])[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/;
/** ZATCA: fifteen digits that begin and end with 3. */
const SAUDI = /^3\d{13}3$/;
/** Federal Tax Authority: fifteen digits that begin with 100. */
const EMIRATI = /^100\d{12}$/;
const ANY = /^[A-Z0-9-]{4,20}$/;

/** A tax number as its country writes it, without spaces and in capitals; whether it was given to this company is not known here. */
export function taxNumberIn(country: string, text: string): Result<string, "not_a_tax_number"> {
  const number = text.replaceAll(" ", "").toUpperCase();
  return isTaxNumber(country, number) ? ok(number) : refuse("not_a_tax_number");
}

function isTaxNumber(country: string, number: string): boolean {
  switch (country) {
    case "IN":
      return GSTIN.test(number) && number.endsWith(checkCharacter(number.slice(0, -1)));
    case "SA":
      return SAUDI.test(number);
    case "AE":
      return EMIRATI.test(number);
    default:
      return ANY.test(number);
  }
}

/** The last sign of a GSTIN: a sum to base 36 in which every second sign counts twice, digits of a product added up. */
export function checkCharacter(first14: string): string {
  const sum = [...first14].reduce((total, sign, place) => {
    const product = ALPHABET.indexOf(sign) * (place % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / ALPHABET.length) + (product % ALPHABET.length);
  }, 0);
  return ALPHABET.charAt((ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length);
}
