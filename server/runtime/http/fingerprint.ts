import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { type Keyring, keyring } from "#runtime/secrets";

/** What tells whether two requests are the same. */
export type Fingerprint = {
  /** Under the ring's current key: what is stored. */
  readonly current: Buffer;
  /** Under every key of the ring: while keys are rotated the same request may stand under any of them. */
  readonly any: readonly Buffer[];
};

export type FingerprintOf = (method: string, url: string, body: Uint8Array) => Fingerprint;

/**
 * Two requests are the same when method, address and the bytes of the body are. HMAC-SHA-256 under keys that HKDF (RFC 5869) derives
 * from the ring's for this alone: bodies hold passwords and codes, which a plain hash would let a dump of the database be guessed by.
 */
export function fingerprintsUnder({ current, others }: Keyring): FingerprintOf {
  const [first, rest] = [derivedFrom(current), others.map(derivedFrom)];
  return (...request) => {
    const mine = under(first, request);
    return { current: mine, any: [mine, ...rest.map((key) => under(key, request))] };
  };
}

/** A ring of one key that nobody else has. */
export const keysOfThisProcess = (): Keyring => keyring(randomBytes(32));

const derivedFrom = (key: Uint8Array): Buffer =>
  Buffer.from(hkdfSync("sha256", key, "", "amana request fingerprint 1", 32));

/** Each part goes with its length. */
function under(key: Buffer, [method, url, body]: Parameters<FingerprintOf>): Buffer {
  const hmac = createHmac("sha256", key);
  for (const part of [Buffer.from(method), Buffer.from(url), body]) hmac.update(`${part.length}:`).update(part);
  return hmac.digest();
}
