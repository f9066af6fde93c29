import { createPublicKey, hash, type KeyObject, verify } from "node:crypto";
import type { Sha256 } from "@amana/core/seal";

/** What stands before the 32 bytes of an Ed25519 public key in SPKI (RFC 8410). */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "hex");

/** The name of a public key: the first 16 hex digits of its SHA-256. */
export const keyName = (publicKey: string): string => sha256(Buffer.from(publicKey, "hex")).slice(0, 16);

/** Checks signatures, keys and signatures in hex; a key that is none verifies nothing. */
export function signatureCheck(): (publicKey: string, message: Uint8Array, signature: string) => boolean {
  const known = new Map<string, KeyObject>();
  return (publicKey, message, signature) => {
    if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
    const key = known.get(publicKey) ?? keyOf(publicKey);
    known.set(publicKey, key);
    return verify(null, message, key, Buffer.from(signature, "hex"));
  };
}

const keyOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(publicKey, "hex")]), format: "der", type: "spki" });

/** Every public key in a text of PEM blocks, in hex by its name. Throws when there is none, or one that is not Ed25519. */
export function publicKeysIn(pem: string): Map<string, string> {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g);
  if (!blocks) throw new Error("there is no public key in PEM form");
  const keys = blocks.map((block) => {
    const key = createPublicKey(block);
    if (key.asymmetricKeyType !== "ed25519") throw new Error("a seal's public key must be an Ed25519 key");
    return key.export({ format: "der", type: "spki" }).subarray(SPKI.length).toString("hex");
  });
  return new Map(keys.map((key) => [keyName(key), key]));
}
