export class WebhookRefused extends Error {
  override readonly name = "WebhookRefused";
}

export type HeadersLike = Headers | { readonly [name: string]: string | readonly string[] | undefined };

export type VerifyOptions = {
  /** How far the time of the message may lie from ours; 300 seconds when absent. */
  readonly toleranceSeconds?: number;
  /** Milliseconds since 1970; the machine's clock when absent. */
  readonly now?: () => number;
};

/** A message that is really from the marketplace. */
export type WebhookMessage = {
  /** The same for every delivery of one event: what you have seen, you need not do again. */
  readonly id: string;
  readonly sentAt: Date;
  readonly payload: unknown;
};

/**
 * Checks a webhook by the Standard Webhooks specification (HMAC-SHA-256 over id, time and the exact bytes of the body) and reads
 * it. Give the body as it came, before any parser; give several secrets while one takes the place of another. Throws
 * `WebhookRefused` for whatever is not ours, too old or too new.
 */
export async function verifyWebhook(
  body: string | Uint8Array,
  headers: HeadersLike,
  secrets: string | readonly string[],
  { toleranceSeconds = 300, now = Date.now }: VerifyOptions = {},
): Promise<WebhookMessage> {
  const [id, timestamp, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map((name) =>
    headerIn(headers, name),
  );
  if (!id || !timestamp || !signatures) throw new WebhookRefused("a webhook header is missing");
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookRefused("the time of the webhook is not a time");
  const sentAt = Number(timestamp) * 1000;
  if (Math.abs(now() - sentAt) > toleranceSeconds * 1000) throw new WebhookRefused("the webhook is too old or too new");
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  const keys = typeof secrets === "string" ? [secrets] : secrets;
  if (!(await signedByOne(signed, signatures, keys))) throw new WebhookRefused("no signature of the webhook fits");
  const payload: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  return { id, sentAt: new Date(sentAt), payload };
}

function headerIn(headers: HeadersLike, name: string): string | null {
  if (headers instanceof Headers) return headers.get(name);
  const found = Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
  return typeof found === "string" ? found : null;
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

/** WebCrypto compares in a time that says nothing of where two signatures differ. */
async function signedByOne(
  signed: Uint8Array<ArrayBuffer>,
  signatures: string,
  secrets: readonly string[],
): Promise<boolean> {
  const given = signatures
    .split(" ")
    .filter((signature) => signature.startsWith("v1,"))
    .map((signature) => bytesOf(signature.slice(3)));
  for (const secret of secrets) {
    const key = await keyOf(secret);
    for (const signature of given)
      if (signature && (await crypto.subtle.verify("HMAC", key, signature, signed))) return true;
  }
  return false;
}

async function keyOf(secret: string) {
  const bytes = bytesOf(secret.replace(/^whsec_/, ""));
  if (!bytes || bytes.length === 0) throw new TypeError("a webhook's secret is whsec_ and base64");
  return await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
