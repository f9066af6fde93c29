import { COMMON } from "./most-used.ts";

const SHORTEST = 10;
const LONGEST = 256;

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
  return isName(folded, email) ? "must not be the e-mail address" : null;
}

function isName(folded: string, email: string): boolean {
  const address = email.toLowerCase();
  return folded === address || folded === address.slice(0, address.indexOf("@"));
}
