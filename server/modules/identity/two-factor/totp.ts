import type { Instant } from "@amana/core/time";
import { Secret, TOTP } from "otpauth";

const STEP_MS = 30_000;
/** Of RFC 6238: a code of the step before or after is taken, for clocks that differ and fingers that are slow. */
const WINDOW = 1;
/** RFC 4226 wants 128 bits and recommends 160. */
const SECRET_BYTES = 20;

/** A new secret in base32, as authenticator apps take it. */
export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that authenticator apps read from a QR code (`otpauth://totp/…`). */
export const totpAddress = (secret: string, issuer: string, account: string): string =>
  totp(secret, issuer, account).toString();

/** The time step of a code that is right at this moment, null when it is wrong. Six digits, SHA-1, 30 seconds: what every app knows. */
export function stepOfCode(secret: string, code: string, now: Instant): number | null {
  // The library compares bytes, and throws for digits of another script.
  if (!/^[0-9]{6}$/.test(code)) return null;
  const delta = totp(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / STEP_MS) + delta;
}

const totp = (secret: string, issuer = "", label = "") =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: "SHA1", digits: 6, period: STEP_MS / 1000 });
