import { createHmac, hkdfSync } from "node:crypto";
import { type Keyring, keyId } from "./keyring.ts";

const VERSION = 1;

/**
 * What finds equal secrets without opening any: HMAC-SHA-256 under a key that HKDF (RFC 5869) derives from the data key for this column
 * alone. Layout: version, key number, 32 bytes. It is made under the ring's current key.
 */
export const blindIndex = ({ current }: Keyring, column: string, text: string): Buffer =>
  indexUnder(current, column, text);

/** The indexes of a text under every key of the ring: while keys are rotated an equal secret may stand under any of them. */
export const blindIndexes = ({ current, others }: Keyring, column: string, text: string): Buffer[] =>
  [current, ...others].map((key) => indexUnder(key, column, text));

/** The first bytes of every index that a key makes. */
export const indexMark = (key: Uint8Array): Buffer => Buffer.concat([Buffer.of(VERSION), keyId(key)]);

function indexUnder(key: Uint8Array, column: string, text: string): Buffer {
  const derived = hkdfSync("sha256", key, "", `amana blind index 1\0${column}`, 32);
  return Buffer.concat([indexMark(key), createHmac("sha256", Buffer.from(derived)).update(text, "utf8").digest()]);
}
