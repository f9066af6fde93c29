import type { Id } from "@amana/core/ids";
import { type Asker, type Input, sessionCookie, sessionOf, type UserPrincipal } from "#runtime/http";
import { PENDING_MINUTES, SESSION_DAYS } from "./sessions.ts";
import type { Visit } from "./sign-in/sign-in.ts";

/** Where somebody comes from, and with which session of before. */
export function visitOf({ principal, origin, now }: Pick<Input, "principal" | "origin" | "now">): Visit {
  const session = sessionOf(principal);
  return { now, origin, before: session && "id" in principal ? { user: principal.id, session } : null };
}

/** Who asks, by which of their sessions; null for a program. */
export type SessionAsker = Asker & { readonly session: Id<"session"> | null };

type Asked = Pick<Input<unknown, unknown, unknown, UserPrincipal>, "principal" | "origin">;

export const askerOf = ({ principal, origin }: Asked): SessionAsker => ({
  ...{ user: principal.id, origin },
  session: sessionOf(principal),
});

/** How a session's token goes to the caller: in a cookie, or in the body for programs that keep none. */
export function handedOver(
  token: string,
  as: "cookie" | "token" | undefined,
  { production, pending }: { readonly production: boolean; readonly pending: boolean },
): { readonly body: { readonly token?: string }; readonly headers: Readonly<Record<string, string>> } {
  if (as === "token") return { body: { token }, headers: {} };
  return { body: {}, headers: { "set-cookie": cookieOf(token, { production, pending }) } };
}

/** The cookie lives as long as the session. */
export const cookieOf = (token: string, { production, pending }: { production: boolean; pending: boolean }): string =>
  sessionCookie(token, { production, maxAgeSeconds: pending ? PENDING_MINUTES * 60 : SESSION_DAYS * 86_400 });
