import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Keyring } from "./keyring.ts";

/**
 * Signs a text that leaves the server and comes back: HMAC-SHA-256 under a key that HKDF (RFC 5869) derives from the ring's current key
 * for this purpose alone.
 */
export const sign = ({ current }: Keyring, purpose: string, text: string): string =>
  signatureUnder(current, purpose, text).toString("base64url");

/** Whether any key of the ring has signed it: while keys are rotated, what was signed before still holds. */
export const isSigned = ({ current, others }: Keyring, purpose: string, text: string, signature: string): boolean => {
  const given = Buffer.from(signature, "base64url");
  return [current, ...others].some((key) => {
    const right = signatureUnder(key, purpose, text);
    return right.length === given.length && timingSafeEqual(right, given);
  });
};

function signatureUnder(key: Uint8Array, purpose: string, text: string): Buffer {
  const derived = hkdfSync("sha256", key, "", `amana signature 1\0${purpose}`, 32);
  return createHmac("sha256", Buffer.from(derived)).update(text, "utf8").digest();
}
