/** Stands where an address, a number or a link was. */
export const PLACEHOLDER = "•••";

export type Masked = { readonly text: string; readonly masked: boolean };

/** A letter's worth of a name of a mailbox or of a host. */
const LABEL = "[\\p{L}\\p{N}_%+-]{1,64}";
const SIGN = " ?[@＠] ?| ?[(\\[{] ?(?:at|آت|ات) ?[)\\]}] ?";
const SPELLED = " ?[(\\[{] ?(?:dot|دوت|نقطة) ?[)\\]}] ?| (?:dot|دوت|نقطة) ";
const DOT = `\\.| \\. |${SPELLED}`;

/** Endings of hosts that begin no sentence after a full stop; the others count only where a path follows. */
const HOSTS = "com|net|org|info|biz|app|shop|store|online|site|link|live|io|ae|sa|eg|co\\.in|co\\.uk";
const HOSTS_WITH_PATH = "in|me|co|to|ly|gg|is";
const MAILBOX = `${LABEL}(?:\\.${LABEL}){0,4}`;
/** Where `at` is a word only, the rest must look like a host: people meet at places. */
const EMAIL = [
  `${MAILBOX}(?:${SIGN})${LABEL}(?:(?:${DOT})${LABEL}){0,3}(?:${DOT})\\p{L}{2,24}`,
  `${MAILBOX} (?:at|آت|ات) ${LABEL}(?:(?:${DOT})${LABEL}){0,3}(?:${SPELLED})\\p{L}{2,24}`,
  `${MAILBOX} (?:at|آت|ات) (?:${LABEL}\\.){1,4}(?:${HOSTS})(?![\\p{L}\\p{N}-])`,
].join("|");
const NAME = "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,4}";
const LINK = [
  "(?:https?:\\/\\/|www\\.)\\S+",
  `${NAME}(?:${HOSTS})(?![\\p{L}\\p{N}-])(?:[/?#]\\S*)?`,
  `${NAME}(?:${HOSTS_WITH_PATH})\\/\\S*`,
  "[\\p{L}\\p{N}-]{2,63} (?:dot|دوت|نقطة) (?:com|net|org|in|sa|ae|كوم|نت)(?![\\p{L}\\p{N}])",
].join("|");

const HANDLE = "[@＠][\\p{L}\\p{N}_.]{2,30}";
const IBAN =
  "(?<![\\p{L}\\p{N}])[A-Z]{2}\\p{Nd}{2}(?=(?:[ -]?[A-Z]{0,4}\\p{Nd}){10})(?:[ -]?[A-Z\\p{Nd}]{1,4}){3,9}(?![\\p{L}\\p{N}])";
/** Nine digits of any script or more, however they are set apart. */
const APART = "[ \\t().\\-–—_/*•·|\\u00a0\\u200c\\u200d]{0,2}";
const PHONE = `[+(]?(?:\\p{Nd}${APART}){8,40}\\p{Nd}`;

/** What looks like a number to call and is none: our own numbers, days, amounts. */
const OURS = "[A-Z]{2,5}-\\p{Nd}{4}-\\p{Nd}{6,9}(?!\\p{Nd})|[a-z]{2,5}_[0-9a-f]{32}";
const DAY =
  "(?<!\\p{Nd})(?:\\p{Nd}{4}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}|\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{4})(?!\\p{Nd})";
const CURRENCY =
  "₹|\\$|€|£|INR|SAR|AED|USD|EUR|KWD|BHD|Rs\\.?|rupees?|riyals?|dirhams?|ر\\.س|ريال(?:ا|ات)?|روبية|روبيات|درهم|دينار|دولار";
const SUM = "\\p{Nd}{1,9}(?:[.٫]\\p{Nd}{1,3})?";
const GROUPED = "(?<!\\p{Nd})\\p{Nd}{1,3}(?:[,٬]\\p{Nd}{2,3}){1,4}(?:[.٫]\\p{Nd}{1,3})?(?!\\p{Nd})";
const AMOUNT = `(?:${CURRENCY}) ?${SUM}(?!\\p{Nd})|${GROUPED}|(?<!\\p{Nd})${SUM} ?(?:${CURRENCY})(?!\\p{L})`;

const FOUND = new RegExp(`(?<kept>${OURS}|${DAY}|${AMOUNT})|${EMAIL}|${LINK}|${HANDLE}|${IBAN}|${PHONE}`, "giu");

/**
 * Takes out of a text by what people could meet outside: mail addresses, links, handles, bank accounts and telephone numbers, in English
 * and Arabic and in the digits of both. Numbers of orders, days and amounts stay. It makes it hard, not impossible: a
 * number written in words comes through.
 */
export function maskContacts(text: string): Masked {
  const left = text.replace(FOUND, (found, ...rest) => (keptIn(rest) === undefined ? PLACEHOLDER : found));
  return { text: left, masked: left !== text };
}

/** The named groups are the last of what `replace` hands over. */
const keptIn = (rest: readonly unknown[]): unknown => Reflect.get(Object(rest.at(-1)), "kept");
