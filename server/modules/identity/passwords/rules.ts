import { COMMON } from "./most-used.ts";

const SHORTEST = 10;
const LONGEST = 256;
/** What anybody would put into a password for a place like this (ASVS 5.0, 6.1.2). */
const OF_THIS_PLACE = /amana|escrow|marketplace|market|password|welcome|admin|أمانة|ضمان|سوق/g;
const FEWEST_OWN_LETTERS = 4;

/**
 * What is wrong with a new password, as the end of a sentence; null when it may be one. Length is what counts and not signs of many
 * kinds, as NIST SP 800-63B has it; characters are counted after NFC, as people see them.
 */
export function objectionToPassword(password: string, email: string): string | null {
  const text = password.normalize("NFC");
  const length = [...text].length;
  if (length < SHORTEST) return `must have at least ${SHORTEST} characters`;
  if (length > LONGEST) return `must have at most ${LONGEST} characters`;
  const folded = text.toLowerCase();
  if (COMMON.has(folded) || new Set(folded).size < 3) return "is one of the first that others would try";
  if (isOfThisPlace(folded)) return "must have more in it than words of this marketplace";
  return isName(folded, email) ? "must not be the e-mail address" : null;
}

/** Beside such words there are hardly letters of one's own. */
function isOfThisPlace(folded: string): boolean {
  const rest = folded.replaceAll(OF_THIS_PLACE, "");
  return rest !== folded && [...rest.replaceAll(/\P{L}/gu, "")].length < FEWEST_OWN_LETTERS;
}

function isName(folded: string, email: string): boolean {
  const address = email.toLowerCase();
  return folded === address || folded === address.slice(0, address.indexOf("@"));
}
