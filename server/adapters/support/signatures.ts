import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { RawWebhook, WebhookRefusal } from "#ports/call";

/** Compares texts in a time that depends on neither their content nor their lengths. */
export const equalInConstantTime = (a: string, b: string): boolean => timingSafeEqual(sha256(a), sha256(b));

/** HMAC-SHA256 of the parts in a row, in base64. */
export function hmacBase64(secret: string, ...parts: readonly (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest("base64");
}

/** SHA-256 in hex, for naming an event that carries no name of its own. */
export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Throws when a secret is empty or half set, so that such a configuration never starts. */
export function requireSecrets(what: string, secrets: readonly string[]): readonly string[] {
  if (secrets.length === 0 || secrets.some((secret) => secret.trim() === ""))
    throw new Error(`${what}: a secret is empty`);
  return secrets;
}

export type SigningRule = {
  readonly signatureHeader: string;
  /** Carries milliseconds since 1970 as text. */
  readonly timestampHeader: string;
  /** Any of them may have signed: while keys rotate, the older one still does. */
  readonly secrets: readonly string[];
  /** How far the timestamp may lie before or after now. */
  readonly toleranceSeconds: number;
};

/**
 * Opens a webhook signed as base64(HMAC-SHA256(secret, timestamp text + raw body)) and gives its JSON.
 * Forged comes before stale: who does not know a secret learns nothing about our clock.
 */
export function openSigned(
  { headers, body }: RawWebhook,
  rule: SigningRule,
  now: Instant,
): Result<unknown, WebhookRefusal> {
  const signature = headers[rule.signatureHeader];
  const timestamp = headers[rule.timestampHeader];
  if (!signature || !timestamp || !/^\d{1,15}$/.test(timestamp)) return refuse("forged");
  const matches = rule.secrets.map((secret) => equalInConstantTime(hmacBase64(secret, timestamp, body), signature));
  if (!matches.includes(true)) return refuse("forged");
  if (Math.abs(now - Number(timestamp)) > rule.toleranceSeconds * 1000) return refuse("stale");
  return parseBody(body);
}

/** The JSON of raw UTF-8 bytes. */
export function parseBody(body: Uint8Array): Result<unknown, WebhookRefusal> {
  try {
    const json: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    return ok(json);
  } catch {
    return refuse("unreadable");
  }
}

const sha256 = (text: string): Buffer => createHash("sha256").update(text).digest();
