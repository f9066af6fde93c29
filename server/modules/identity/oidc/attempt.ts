import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Id } from "@amana/core/ids";
import { after, at, type Instant, minutes } from "@amana/core/time";

const LIFE = minutes(10);
export const ATTEMPT_SECONDS = LIFE / 1000;

/**
 * One attempt of one browser to sign in elsewhere. All of it lies in a cookie of that browser and nothing of it with us: state, nonce
 * and verifier are made from its random secret, so that an answer fits the browser that asked and no other.
 */
export type Attempt = {
  /** 32 random bytes in base64url. */
  readonly secret: string;
  readonly provider: string;
  readonly startedAt: Instant;
  /** A path inside our site, checked again when it is used. */
  readonly next: string;
};

/** What the attempt is for; a link belongs to the very session that asked for it. */
export type Purpose = { readonly kind: "sign_in" } | { readonly kind: "link"; readonly session: Id<"session"> };

export const newAttempt = (provider: string, next: string, now: Instant): Attempt => ({
  ...{ secret: randomBytes(32).toString("base64url"), provider, startedAt: now, next },
});

/** What the provider is told of it, and told to answer with. */
export const secretsOf = (attempt: Attempt, purpose: Purpose) => ({
  state: derived(attempt, `state ${purpose.kind} ${purpose.kind === "link" ? purpose.session : ""}`),
  nonce: derived(attempt, "nonce"),
  verifier: derived(attempt, "verifier"),
});

/** For which of these purposes the answer with this state came; null for none. */
export const purposeOf = (attempt: Attempt, state: string, purposes: readonly Purpose[]): Purpose | null =>
  purposes.find((purpose) => same(secretsOf(attempt, purpose).state, state)) ?? null;

/** `__Host-` keeps other hosts of our domain from planting one. */
export const attemptCookieName = (production: boolean): string => (production ? "__Host-amana_oidc" : "amana_oidc");

export function attemptCookie({ secret, provider, startedAt, next }: Attempt, production: boolean): string {
  const value = [secret, provider, startedAt.toString(36), Buffer.from(next).toString("base64url")].join(".");
  const attributes = `Path=/; HttpOnly; SameSite=Lax${production ? "; Secure" : ""}`;
  return `${attemptCookieName(production)}=${value}; Max-Age=${ATTEMPT_SECONDS}; ${attributes}`;
}

/** The attempt of the browser that sends these cookies; null without one, or when it is too old. */
export function attemptIn(cookies: string | undefined, production: boolean, now: Instant): Attempt | null {
  const name = attemptCookieName(production);
  const found = (cookies ?? "").split(/;\s*/).filter((cookie) => cookie.startsWith(`${name}=`));
  // Two of one name: somebody has planted one.
  if (found.length !== 1) return null;
  const [, secret, provider, started, next] = VALUE.exec(found[0]?.slice(name.length + 1) ?? "") ?? [];
  if (secret === undefined || provider === undefined || started === undefined || next === undefined) return null;
  const startedAt = at(Number.parseInt(started, 36));
  if (startedAt > now || after(startedAt, LIFE) <= now) return null;
  return { secret, provider, startedAt, next: Buffer.from(next, "base64url").toString("utf8") };
}

const VALUE = /^([A-Za-z0-9_-]{43})\.([a-z0-9-]{1,32})\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{1,700})$/;

/** The start and the provider are in it, so that neither can be changed in the cookie alone. */
const derived = ({ secret, provider, startedAt }: Attempt, what: string): string =>
  createHmac("sha256", Buffer.from(secret, "base64url")).update(`${provider} ${startedAt} ${what}`).digest("base64url");

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
