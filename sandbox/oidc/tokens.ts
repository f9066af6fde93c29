import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from "jose";
import type { Somebody } from "./people.ts";

/** What an ID token can be made to have wrong. */
export const TOKEN_FAULTS = [
  ...(["wrong_nonce", "no_nonce", "wrong_audience", "other_party", "wrong_issuer", "expired"] as const),
  ...(["alg_none", "hs256_public_key", "unknown_kid", "foreign_key", "changed_after_signing", "no_subject"] as const),
] as const;
export type TokenFault = (typeof TOKEN_FAULTS)[number];

export type Keys = {
  readonly kid: string;
  readonly signing: CryptoKey;
  readonly foreign: CryptoKey;
  /** As the provider publishes it. */
  readonly published: JWK;
  /** The published key as text: what a careless reader would take for a shared secret. */
  readonly publicText: string;
};

/** Made at each start; nothing that they signed outlives it. */
export async function makeKeys(): Promise<Keys> {
  const [own, other] = [await generateKeyPair("RS256", { extractable: true }), await generateKeyPair("RS256")];
  const kid = `sandbox-${crypto.randomUUID()}`;
  const published = { ...(await exportJWK(own.publicKey)), kid, alg: "RS256", use: "sig" };
  const publicText = await exportSPKI(own.publicKey);
  return { kid, signing: own.privateKey, foreign: other.privateKey, published, publicText };
}

export type Saying = {
  readonly issuer: string;
  readonly audience: string;
  readonly nonce: string | undefined;
  readonly somebody: Somebody;
  /** Seconds. */
  readonly now: number;
};

const LIFE_SECONDS = 300;

/** An ID token, right or with one thing wrong. */
export async function idToken(keys: Keys, saying: Saying, fault: TokenFault | undefined): Promise<string> {
  const claims = claimsOf(saying, fault);
  if (fault === "alg_none") return `${coded({ alg: "none", typ: "JWT" })}.${coded(claims)}.`;
  if (fault === "hs256_public_key")
    return new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: keys.kid })
      .sign(new TextEncoder().encode(keys.publicText));
  const kid = fault === "unknown_kid" ? "sandbox-unknown" : keys.kid;
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid })
    .sign(fault === "foreign_key" ? keys.foreign : keys.signing);
  if (fault !== "changed_after_signing") return token;
  const [header = "", , signature = ""] = token.split(".");
  return `${header}.${coded({ ...claims, sub: "demo-300", email: "buyer@example.test" })}.${signature}`;
}

function claimsOf({ issuer, audience, nonce, somebody, now }: Saying, fault: TokenFault | undefined) {
  const issuedAt = fault === "expired" ? now - 3600 : now;
  const said = fault === "wrong_nonce" ? "not-the-nonce" : fault === "no_nonce" ? undefined : nonce;
  return {
    iss: fault === "wrong_issuer" ? "https://elsewhere.example.test" : issuer,
    aud: fault === "wrong_audience" ? "another-client" : audience,
    ...(fault === "other_party" && { aud: [audience, "another-client"], azp: "another-client" }),
    ...(fault !== "no_subject" && { sub: somebody.subject }),
    ...(said !== undefined && { nonce: said }),
    ...{ iat: issuedAt, exp: issuedAt + LIFE_SECONDS },
    ...{ name: somebody.name, email: somebody.email, email_verified: somebody.verified },
  };
}

const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
