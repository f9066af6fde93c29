import { createHash } from "node:crypto";

/** The keys of sealed values, 32 bytes each: one that seals, and others that only open what they sealed. */
export type Keyring = { readonly current: Uint8Array; readonly others: readonly Uint8Array[] };

export const keyring = (current: Uint8Array, others: readonly Uint8Array[] = []): Keyring => ({ current, others });

const ID_BYTES = 4;

/** The number of a key, taken from the key itself: it stands in front of what the key sealed and opens nothing. */
export const keyId = (key: Uint8Array): Buffer =>
  createHash("sha256").update("amana data key\0").update(key).digest().subarray(0, ID_BYTES);

/** The key of that number; undefined when the ring has none. */
export const keyWithId = ({ current, others }: Keyring, id: Uint8Array): Uint8Array | undefined =>
  [current, ...others].find((key) => keyId(key).equals(id));
