import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { type UserId, uuidOf } from "@amana/core/ids";
import type { Keyring } from "#runtime/secrets";
import type { StepUpId } from "./store.ts";

type Challenge = { readonly id: StepUpId; readonly user: UserId };

const DIGITS = 6;
const MODULUS = 10n ** BigInt(DIGITS);

/**
 * The six digits that confirm a challenge. They follow from a key that the database does not hold, so they are stored nowhere and a
 * dump of the database confirms nothing. Of 64 bits the remainder favours no code by more than one in ten million million.
 */
export const codeOf = ({ current }: Keyring, challenge: Challenge): string => codeUnder(current, challenge);

/** Whether it is the code under one of the ring's keys: the key may have been renewed since the mail was written. */
export function isCodeOf({ current, others }: Keyring, challenge: Challenge, given: string): boolean {
  const right = [current, ...others].map((key) => same(codeUnder(key, challenge), given));
  return right.includes(true);
}

function codeUnder(key: Uint8Array, { id, user }: Challenge): string {
  const own = Buffer.from(hkdfSync("sha256", key, "", "amana step-up code", 32));
  const digest = createHmac("sha256", own)
    .update(`${uuidOf(id)}:${uuidOf(user)}`)
    .digest();
  return (digest.readBigUInt64BE() % MODULUS).toString().padStart(DIGITS, "0");
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
