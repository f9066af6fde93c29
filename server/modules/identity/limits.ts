import { createHash } from "node:crypto";
import ipaddr from "ipaddr.js";
import type { Limit, Limiter } from "#ports/limiter";
import { type ProblemAnswer, problem } from "#runtime/http";

/** A guess that somebody makes: about which account, from where, and whether that account has been signed in to from there before. */
export type Guess = { readonly account: string; readonly network: string; readonly known: boolean };

const MINUTE = 60;
const HOUR = 3600;

/** A household or an office shares one network; a guesser who has many still meets the limits of the account. */
const NETWORK: Limit = { points: 60, perSeconds: 10 * MINUTE };
const ACCOUNT_FROM_NETWORK: Limit = { points: 10, perSeconds: 15 * MINUTE };
/** All strangers' networks together: ten thousand machines get no more tries at one account than this. */
const ACCOUNT_FROM_STRANGERS: Limit = { points: 60, perSeconds: HOUR };
/** Somebody with the password and many networks comes to the codes as well: of a million, three are right at any moment. */
const CODES_FROM_STRANGERS: Limit = { points: 20, perSeconds: 24 * HOUR };
const MAILS_FROM_NETWORK: Limit = { points: 20, perSeconds: HOUR };
const MAILS_TO_ADDRESS_FROM_NETWORK: Limit = { points: 3, perSeconds: HOUR };
const MAILS_TO_ADDRESS: Limit = { points: 12, perSeconds: 24 * HOUR };

/** The network that an address belongs to: IPv4 as it is, IPv6 by /64, for a customer of a provider owns as much. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}

/**
 * Null when one more guess may be made. Strangers who use up an account's tries do not lock its owner out: from where the owner has
 * signed in before, only that network's own tries count.
 */
export async function objectionToGuess(
  limiter: Limiter,
  what: "password" | "code",
  { account, network, known }: Guess,
): Promise<ProblemAnswer<"RATE_LIMITED"> | null> {
  const name = folded(account);
  return await firstRefusal(limiter, [
    [`${what}:network:${network}`, NETWORK],
    [`${what}:account:${name}:${network}`, ACCOUNT_FROM_NETWORK],
    ...(known ? [] : [[`${what}:strangers:${name}`, STRANGERS[what]] as const]),
  ]);
}

const STRANGERS = { password: ACCOUNT_FROM_STRANGERS, code: CODES_FROM_STRANGERS } as const;

/** Null when a mail to that address may be asked for; the same for addresses that nobody has. */
export const objectionToMail = (
  limiter: Limiter,
  what: "register" | "verify" | "reset",
  email: string,
  network: string,
): Promise<ProblemAnswer<"RATE_LIMITED"> | null> =>
  firstRefusal(limiter, [
    [`mail:network:${network}`, MAILS_FROM_NETWORK],
    [`mail:${what}:${folded(email)}:${network}`, MAILS_TO_ADDRESS_FROM_NETWORK],
    [`mail:${what}:${folded(email)}`, MAILS_TO_ADDRESS],
  ]);

async function firstRefusal(
  limiter: Limiter,
  takes: readonly (readonly [key: string, limit: Limit])[],
): Promise<ProblemAnswer<"RATE_LIMITED"> | null> {
  for (const [key, limit] of takes) {
    const taken = await limiter.take(key, limit);
    if (!taken.allowed)
      return { ...problem("RATE_LIMITED"), headers: { "retry-after": String(Math.max(1, taken.retryAfterSeconds)) } };
  }
  return null;
}

/** Addresses of people have no place among counters. */
const folded = (text: string): string =>
  createHash("sha256").update(text.toLowerCase()).digest("base64url").slice(0, 22);
