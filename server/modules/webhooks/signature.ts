import { createHmac, randomBytes } from "node:crypto";
import type { Instant } from "@amana/core/time";

const PREFIX = "whsec_";
const SECRET_BYTES = 32;

/** A secret in the form of the Standard Webhooks specification. */
export const newSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString("base64")}`;

export type Message = { readonly id: string; readonly body: string };

/**
 * The headers of one attempt, as Standard Webhooks 1.0 has them: an HMAC-SHA-256 over id, time and body, one signature for each
 * secret that counts, divided by spaces.
 */
export function signedHeaders(secrets: readonly string[], { id, body }: Message, sentAt: Instant) {
  const timestamp = Math.floor(sentAt / 1000).toString();
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures.join(" ") };
}
