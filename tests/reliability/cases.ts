import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Faults and attacks that concern money, time, values, infrastructure, rights and secrets, by the numbers that tests cite. */
export const CASES: Readonly<Record<number, string>> = {
  1: "a payment webhook sent a hundred times at once",
  2: "events of one order in any order",
  3: "a webhook with a wrong, cut or missing signature",
  4: "a webhook that is too old or from the future",
  5: "a webhook signed for another provider, merchant or mode",
  6: "a webhook whose body was written anew",
  7: "a payment of another amount",
  8: "a payment in another currency, or of another order",
  9: "a browser that says the payment succeeded",
  10: "a payment after cancellation or expiry",
  11: "two payments that succeed for one order",
  12: "a part of a payment, an attempt that is given up",
  13: "a webhook that never comes",
  14: "a webhook of an unknown kind or form",
  15: "an order that is sent twice",
  16: "a crash between keeping an answer and sending it",
  17: "a price, a total or a seller in the request",
  18: "a price that changes between quote and payment",
  19: "the last piece sold to many",
  20: "somebody who buys from themselves",
  21: "a payment on a chain that is reorganised",
  22: "a gateway that times out after it has accepted a refund",
  23: "a gateway that times out before it has accepted",
  24: "kill -9 between the call and the commit",
  25: "a key with the time in it",
  26: "a provider that has forgotten the key",
  27: "work marked as done before it is done",
  28: "two workers at one command; a worker that wakes after its lease",
  29: "a row that commits late and is passed over",
  30: "a release and a refund at once",
  31: "refunds that add up to more than was paid",
  32: "a division whose parts must be the whole",
  33: "a refund that was done and days later is not",
  34: "a payout that the bank sends back",
  35: "a chargeback after the release, or beside a refund",
  36: "a wallet withdrawn twice at once",
  37: "a bank account changed just before a payout",
  38: "a balance in one currency, a debt in another",
  39: "goods that complete in the moment of payment",
  40: "a provider's statement that differs from the ledger",
  41: "a wrong amount by staff",
  42: "a freeze in the moment of the release",
  43: "a deadline in the moment of the dispatch",
  44: "a timer that fires twice or late",
  45: "a timer that is lost",
  46: "no worker for three days",
  47: "two schedulers at once",
  48: "clocks that differ",
  49: "daylight saving, leap days, time zones",
  50: "news of a carrier that cannot be",
  51: "a seller who declares the own parcel delivered",
  52: "a command that no state expects",
  53: "currencies of zero to six digits",
  54: "numbers beyond their range",
  55: "sixty evil values in the place of a number",
  56: "text that a database cannot hold",
  57: "text that shows itself as another",
  58: "JSON that is deep, large or double",
  59: "rounding collected over many small sales",
  60: "a rate of exchange that is stale or zero",
  61: "PostgreSQL restarted in mid transaction",
  62: "a connection cut during COMMIT",
  63: "a deadlock, a serialization failure",
  64: "the primary lost and a replica promoted",
  65: "the old primary comes back",
  66: "a replica that lags",
  67: "the synchronous replica is gone",
  68: "a restore to a point in time",
  69: "a backup with a wrong byte",
  70: "a full disk",
  71: "a disk that answers with an error",
  72: "no connections left",
  73: "a job that always fails",
  74: "a message delivered twice",
  75: "a notice of something that was rolled back",
  76: "a provider that is slow, broken or endless",
  77: "old and new code on one schema",
  78: "a stop in mid request",
  79: "a cache that is lost or stale",
  80: "a pooler between application and database",
  81: "an id of somebody else's, on every route",
  82: "a stranger's id inside a body that is right otherwise",
  83: "a role that reaches for another role's rights",
  84: "a column's name as a field of a body",
  85: "a field that the asker must not see",
  86: "a right taken away while the session lives",
  87: "lists, counts, news and refusals that name others' things",
  88: "ids that can be guessed",
  89: "a route without a policy, or of the sandbox in production",
  90: "staff at work on deals and data of their own",
  91: "passwords that are guessed",
  92: "answers that tell who is registered",
  93: "a session that is planted, kept or never ends",
  94: "a request that another site's page sends",
  95: "ways around the second factor",
  96: "a token of one kind in another's place",
  97: "links of mails: used twice, at once, late, from another host",
  98: "an identity that the body claims",
  99: "a sensitive act without a fresh confirmation",
  100: "passwords of any length and script, a rush of sign-ins",
  102: "a file that a browser would run, under whatever name",
  103: "a name that is a path",
  104: "a file that is too large, or one too many",
  106: "an address of a webhook that leads inside",
  107: "a receiver of webhooks that is hostile",
  108: "pages in frames, redirects to anywhere, caches of private answers",
  112: "secrets in logs, tables, mails and dumps",
  113: "a sealed field copied to another place",
  114: "keys that change while all runs",
  115: "a sealed number that must be unique",
  116: "a person to be forgotten, in books that must stay",
  117: "a ledger changed by somebody who may do everything",
  118: "the application's role changes what is written once",
  119: "a money action without its audit entry",
  121: "bodies, headers and pages that are too large",
  122: "a pattern that takes long",
  125: "a default, an example or the sandbox in production",
};

/** Not held by a test, and why. */
export const OPEN: Readonly<Record<number, string>> = {
  21: "there is no on-chain gateway yet",
  60: "no amount is converted: a deal has one currency",
};

/** What of a case that tests hold is not held, and why. */
export const NOT_HELD: Readonly<Record<number, string>> = {
  20: "reviews: there are none; an account of two people is noted for staff, not refused",
  57: "pictures of both text directions are not compared; what would show wrongly is refused instead",
  90: "papers of identity and acting as somebody else: there is neither",
  93: "the session that changes its password keeps its token; all others end",
  102: "pictures are kept as they came, with what their camera wrote into them; no host of its own serves files",
  103: "archives are never opened, so nothing in one has a path",
  104: "pictures are not drawn and archives not opened, so neither can grow; a file is in memory once while it passes",
  106: "addresses of pictures and imports: none is fetched",
  108: "a gateway's script runs on the pay page, under a policy that names its origin",
  112: "traces and metrics: there are none",
  116: "backups from before keep what was erased for as long as they are kept",
};

/** Case numbers in the titles of tests, with the files that hold them: `case 24: …`, `case 6 and 12: …`, `cases 28 and 47: …`. */
export function heldCases(root: string): Map<number, string[]> {
  const held = new Map<number, Set<string>>();
  for (const file of globSync(PLACES, { cwd: root, exclude: ["**/node_modules/**", "tests/reliability/**"] })) {
    for (const [, numbers = ""] of readFileSync(join(root, file), "utf8").matchAll(TITLE)) {
      for (const number of numbers.match(/\d+/g) ?? []) {
        const files = held.get(Number(number)) ?? new Set<string>();
        held.set(Number(number), files.add(file.replaceAll("\\", "/")));
      }
    }
  }
  return new Map([...held].map(([number, files]) => [number, [...files].sort()]));
}

/** Tests, the suites that adapters share, and the programs that provoke faults. */
const PLACES = ["{core,server,sandbox,web}/**/{*.test,conformance}.ts", "tests/**/*.ts"];
const TITLE = /\bcases? (\d+(?:(?:, | and )\d+)*)/g;
