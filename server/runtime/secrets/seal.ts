import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type Keyring, keyId, keyWithId } from "./keyring.ts";

/** Before keys had numbers: version, nonce, tag, ciphertext. Still opened, never made. */
const NAMELESS = 1;
const VERSION = 2;
const ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text with AES-256-GCM under the ring's current key. `place` (schema.table:column:row) is bound in, so that a sealed
 * value copied to another row or column does not open. Layout: version, key number, nonce, tag, ciphertext.
 */
export function seal({ current }: Keyring, place: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", current, nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([sealMark(current), nonce, cipher.getAuthTag(), sealed]);
}

/** The first bytes of everything that a key seals: what does not begin so was sealed by another key. */
export const sealMark = (key: Uint8Array): Buffer => Buffer.concat([Buffer.of(VERSION), keyId(key)]);

/** Opens what `seal` made for the same place; throws when it was changed or moved, or when the ring lacks its key. */
export function unseal(ring: Keyring, place: string, sealed: Uint8Array): string {
  if (sealed[0] === NAMELESS) return unsealNameless(ring, place, sealed.subarray(1));
  if (sealed[0] !== VERSION) throw new Error(`sealed by an unknown version: ${sealed[0]}`);
  const id = sealed.subarray(1, 1 + ID_BYTES);
  const key = keyWithId(ring, id);
  if (!key) throw new Error(`sealed by data key ${Buffer.from(id).toString("hex")}, which is not among those given`);
  return open(key, place, sealed.subarray(1 + ID_BYTES));
}

function unsealNameless({ current, others }: Keyring, place: string, rest: Uint8Array): string {
  for (const key of others) {
    try {
      return open(key, place, rest);
    } catch {
      // The tag says that this key did not seal it; the next one may have.
    }
  }
  return open(current, place, rest);
}

function open(key: Uint8Array, place: string, rest: Uint8Array): string {
  const nonce = rest.subarray(0, NONCE_BYTES);
  const tag = rest.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(rest.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}
