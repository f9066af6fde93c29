import { createECDH, createPrivateKey, type KeyObject, sign } from "node:crypto";
import { after, hours, type Instant } from "@amana/core/time";

/** With what we show push services that it is us (RFC 8292), and whom they may ask about it. */
export type PushKey = { readonly publicKey: string; readonly key: KeyObject; readonly contact: string };

const CURVE = "prime256v1";
/** Half of the longest that is allowed. */
const GOOD_FOR = hours(12);

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString("base64url");

/** From the private half: 32 bytes. Throws for the few that are no key of this curve. */
export function pushKey(privateKey: Uint8Array, contact: string): PushKey {
  const ecdh = createECDH(CURVE);
  ecdh.setPrivateKey(privateKey);
  const point = ecdh.getPublicKey();
  const jwk = {
    ...{ kty: "EC", crv: "P-256", d: base64url(privateKey) },
    ...{ x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) },
  };
  return { publicKey: base64url(point), key: createPrivateKey({ key: jwk, format: "jwk" }), contact };
}

/** The header for one push service; `now` is what its clock shows. */
export function authorization({ publicKey, key, contact }: PushKey, endpoint: string, now: Instant): string {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(after(now, GOOD_FOR) / 1000), sub: contact };
  const unsigned = [{ typ: "JWT", alg: "ES256" }, claims].map((part) => base64url(JSON.stringify(part))).join(".");
  const signature = sign("sha256", Buffer.from(unsigned), { key, dsaEncoding: "ieee-p1363" });
  return `vapid t=${unsigned}.${base64url(signature)}, k=${publicKey}`;
}
