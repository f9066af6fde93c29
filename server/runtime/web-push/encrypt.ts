import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** The keys of one browser's subscription (RFC 8291): its public point, and a secret that only it and we know. */
export type BrowserKeys = { readonly p256dh: Uint8Array; readonly auth: Uint8Array };

/** What is drawn anew for each message. */
export type Drawn = { readonly privateKey: Uint8Array; readonly salt: Uint8Array };

const CURVE = "prime256v1";
const POINT_BYTES = 65;
const AUTH_BYTES = 16;
const RECORD_SIZE = 4096;
/** The end of the last record (RFC 8188). */
const LAST = Buffer.from([2]);

/** Whether keys that somebody sent are ones of a browser: a point of the curve, and a secret of the right length. */
export function areBrowserKeys({ p256dh, auth }: BrowserKeys): boolean {
  if (p256dh.length !== POINT_BYTES || auth.length !== AUTH_BYTES) return false;
  try {
    return sharedSecret(draw().privateKey, p256dh).length > 0;
  } catch {
    return false;
  }
}

export function draw(): Drawn {
  const ecdh = createECDH(CURVE);
  ecdh.generateKeys();
  return { privateKey: ecdh.getPrivateKey(), salt: randomBytes(16) };
}

/** Seals a message for one browser: whoever carries it there cannot read it. One record of `aes128gcm`. */
export function encrypt(message: string, { p256dh, auth }: BrowserKeys, { privateKey, salt }: Drawn): Uint8Array {
  const own = createECDH(CURVE);
  own.setPrivateKey(privateKey);
  const ours = own.getPublicKey();
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), p256dh, ours]);
  const secret = expanded(sharedSecret(privateKey, p256dh), auth, info, 32);
  const key = expanded(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
  const nonce = expanded(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(message), cipher.update(LAST), cipher.final(), cipher.getAuthTag()]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_SIZE, 0);
  head.writeUInt8(ours.length, 4);
  return Buffer.concat([salt, head, ours, sealed]);
}

function sharedSecret(privateKey: Uint8Array, point: Uint8Array): Uint8Array {
  const ecdh = createECDH(CURVE);
  ecdh.setPrivateKey(privateKey);
  return ecdh.computeSecret(point);
}

const expanded = (input: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", input, salt, info, bytes));
