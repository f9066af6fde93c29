import { createHash, createPrivateKey, createPublicKey, hash, sign } from "node:crypto";
import type { Sha256 } from "@amana/core/seal";

/** What blocks are signed with. It is given from outside the database and never written into it. */
export type SealKey = {
  /** The first 16 hex digits of the public key's SHA-256. */
  readonly id: string;
  /** 32 bytes in hex. */
  readonly publicKey: string;
  /** The Ed25519 signature over the message, in hex. */
  readonly sign: (message: Uint8Array) => string;
};

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "hex");

/** From the 32 bytes that RFC 8032 calls the private key. */
export function sealKey(seed: Uint8Array): SealKey {
  if (seed.length !== 32) throw new Error("a seal key has 32 bytes");
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const publicKey = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(SPKI.length).toString("hex");
  return { id: keyId(publicKey), publicKey, sign: (message) => sign(null, message, key).toString("hex") };
}

export const keyId = (publicKey: string): string =>
  createHash("sha256").update(Buffer.from(publicKey, "hex")).digest("hex").slice(0, 16);

/** As other programs read it (openssl, browsers). */
export const publicKeyPem = (publicKey: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([SPKI, Buffer.from(publicKey, "hex")]).toString("base64")}\n-----END PUBLIC KEY-----\n`;
