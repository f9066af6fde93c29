import { unreachable } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { ProvenPerson, SignInProvider } from "#ports/sign-in-provider";
import type { Database } from "#runtime/database";
import type { Origin, Principal } from "#runtime/http";
import { cookieOf, visitOf } from "../visit.ts";
import { type Attempt, attemptIn, type Purpose, purposeOf, secretsOf } from "./attempt.ts";
import { ownPath } from "./own-path.ts";
import { linkProven, signInProven } from "./people.ts";

export type OidcParts = {
  readonly db: Database;
  readonly publicUrl: string;
  readonly production: boolean;
  readonly providers: readonly SignInProvider[];
};

/** What became of it, as the page that people come back to is told. */
export type Outcome =
  | "linked"
  | "second_factor"
  | "cancelled"
  | "expired"
  | "refused"
  | "unavailable"
  | "suspended"
  | "no_verified_address"
  | "account_exists"
  | "linked_already";

/** Where the browser goes on, and the cookie that it gets. */
export type GoOn = { readonly location: string; readonly cookie: string | null };

type Returned = {
  readonly provider: SignInProvider;
  readonly answer: Readonly<Record<string, string>>;
  readonly cookies: string | undefined;
  readonly principal: Principal;
  readonly now: Instant;
  readonly origin: Origin;
};

/** The browser comes back from the provider. Whatever happened, it goes on to a page of ours. */
export async function comeBack(parts: OidcParts, returned: Returned): Promise<GoOn> {
  const { provider, answer, cookies, principal, now } = returned;
  const attempt = attemptIn(cookies, parts.production, now);
  if (!attempt || attempt.provider !== provider.name) return outcome(parts, "expired", null);
  const purpose = purposeOf(attempt, answer.state ?? "", purposesOf(principal));
  if (!purpose) return outcome(parts, "refused", attempt);
  if (answer.error !== undefined)
    return outcome(parts, answer.error === "access_denied" ? "cancelled" : "refused", attempt);
  const proven = await provider.finish({ ...secretsOf(attempt, purpose), returnTo: returnTo(parts, provider) }, answer);
  if (proven.ok) return await enter(parts, returned, attempt, purpose, proven.value);
  return outcome(parts, proven.error.kind === "declined" ? "refused" : "unavailable", attempt);
}

/** A link is only ever made for the session that asked for it. */
const purposesOf = (principal: Principal): Purpose[] => [
  { kind: "sign_in" },
  ...(principal.kind === "user" && principal.access.kind === "session"
    ? [{ kind: "link", session: principal.access.id } as const]
    : []),
];

async function enter(
  parts: OidcParts,
  { provider, principal, now, origin }: Returned,
  attempt: Attempt,
  purpose: Purpose,
  person: ProvenPerson,
): Promise<GoOn> {
  switch (purpose.kind) {
    case "link": {
      if (principal.kind !== "user") return outcome(parts, "refused", attempt);
      const linked = await linkProven(parts.db, { user: principal.id, origin }, provider.name, person, now);
      return outcome(parts, linked.ok ? "linked" : linked.error, attempt);
    }
    case "sign_in": {
      const signedIn = await signInProven(parts, provider.name, person, visitOf({ principal, now, origin }));
      if (!signedIn.ok) return outcome(parts, signedIn.error, attempt);
      const { token, secondFactor } = signedIn.value;
      const pending = secondFactor === "required";
      const cookie = cookieOf(token, { production: parts.production, pending });
      if (pending) return { ...outcome(parts, "second_factor", attempt), cookie };
      return { location: new URL(nextOf(parts, attempt), parts.publicUrl).href, cookie };
    }
    default:
      return unreachable(purpose);
  }
}

/** The address that providers know us by; never taken from the request. */
export const returnTo = ({ publicUrl }: Pick<OidcParts, "publicUrl">, { name }: SignInProvider): string =>
  `${publicUrl}/api/v1/auth/oidc/${name}/callback`;

const nextOf = ({ publicUrl }: OidcParts, attempt: Attempt | null): string => ownPath(attempt?.next, publicUrl) ?? "/";

function outcome(parts: OidcParts, what: Outcome, attempt: Attempt | null): GoOn {
  const next = nextOf(parts, attempt);
  const language = next === "/ar" || next.startsWith("/ar/") ? "ar" : "en";
  const page = new URL(`/${language}/sign-in/with`, parts.publicUrl);
  page.searchParams.set("outcome", what);
  if (next !== "/") page.searchParams.set("next", next);
  return { location: page.href, cookie: null };
}
