import type { Id, UserId } from "@amana/core/ids";

export const ROLES = ["user", "support", "arbiter", "finance", "admin"] as const;
export type Role = (typeof ROLES)[number];
export type StaffRole = Exclude<Role, "user">;

/** What a key or a third party's token may be limited to. A route that names none is for people alone. */
export const SCOPES = [
  ...(["profile:read", "orders:read", "orders:write", "listings:read", "listings:write"] as const),
  ...(["wallet:read", "wallet:write", "notifications:read", "webhooks:read", "webhooks:write"] as const),
  ...(["staff:read", "staff:write"] as const),
] as const;
export type Scope = (typeof SCOPES)[number];

/** By what a user asks: as a person with a session, or by a program that was given some of the person's rights. */
export type Access =
  | { readonly kind: "session"; readonly id: Id<"session"> }
  | { readonly kind: "api_key"; readonly id: Id<"apiKey">; readonly scopes: readonly Scope[] }
  | { readonly kind: "access_token"; readonly id: Id<"grant">; readonly scopes: readonly Scope[] };

export type AnonymousPrincipal = { readonly kind: "anonymous" };
export type UserPrincipal = {
  readonly kind: "user";
  readonly id: UserId;
  readonly roles: readonly Role[];
  readonly access: Access;
};
/** The password was right, and the second factor has not come yet. */
export type PendingPrincipal = { readonly kind: "pending"; readonly id: UserId; readonly session: Id<"session"> };
export type SuspendedPrincipal = {
  readonly kind: "suspended";
  readonly id: UserId;
  readonly session: Id<"session"> | null;
};
export type KeyPrincipal = { readonly kind: "key"; readonly name: KeyName };

/** Who asks. */
export type Principal = AnonymousPrincipal | UserPrincipal | PendingPrincipal | SuspendedPrincipal | KeyPrincipal;

/** Machines that come with a key of their own. */
export type KeyName = "cron";

export type OpenPolicy =
  | { readonly kind: "anyone" }
  | { readonly kind: "signed_in"; readonly scope: Scope | null }
  | { readonly kind: "staff"; readonly roles: readonly StaffRole[]; readonly scope: Scope | null }
  | { readonly kind: "second_factor_pending" }
  | { readonly kind: "with_session" }
  | { readonly kind: "with_key"; readonly name: KeyName }
  | { readonly kind: "signed_by_provider" };

/** Who may call a route. What may be done with one thing in particular is the handler's to decide. */
export type Policy = OpenPolicy | { readonly kind: "sandbox_only"; readonly inner: OpenPolicy };

export const anyone = () => ({ kind: "anyone" }) as const;
/** Somebody with a session; a program too where a scope is named and it was given that scope. */
export const signedIn = (scope: Scope | null = null) => ({ kind: "signed_in", scope }) as const;
/** One of the roles is enough. */
export const staff = (first: StaffRole, ...more: StaffRole[]) =>
  ({ kind: "staff", roles: [first, ...more], scope: null }) as const;
/** The same for programs of staff with that scope. */
export const staffOrProgram = (scope: Scope, first: StaffRole, ...more: StaffRole[]) =>
  ({ kind: "staff", roles: [first, ...more], scope }) as const;
/** Whoever has shown the password and not the second factor. */
export const secondFactorPending = () => ({ kind: "second_factor_pending" }) as const;
/** Whoever has a session, be it half open or of somebody suspended: for ending it. */
export const withSession = () => ({ kind: "with_session" }) as const;
export const withKey = (name: KeyName) => ({ kind: "with_key", name }) as const;
/** The handler checks the signature over the raw bytes; the door only lets the request through. */
export const signedByProvider = () => ({ kind: "signed_by_provider" }) as const;
/** Absent in production: the route is not registered there. */
export const sandboxOnly = <const Inner extends OpenPolicy>(inner: Inner) => ({ kind: "sandbox_only", inner }) as const;

/** The principal that a handler behind this policy gets to see. */
export type PrincipalOf<P extends Policy> = P extends { kind: "sandbox_only"; inner: infer Inner extends OpenPolicy }
  ? PrincipalOf<Inner>
  : P extends { kind: "signed_in" | "staff" }
    ? UserPrincipal
    : P extends { kind: "second_factor_pending" }
      ? PendingPrincipal
      : P extends { kind: "with_key" }
        ? KeyPrincipal
        : P extends { kind: "signed_by_provider" }
          ? AnonymousPrincipal
          : Principal;

export const innermost = (policy: Policy): OpenPolicy => (policy.kind === "sandbox_only" ? policy.inner : policy);

/** Whether the caller's credentials are looked at at all. */
export const asksWho = (policy: Policy): boolean => innermost(policy).kind !== "signed_by_provider";

export type Objection =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "SECOND_FACTOR_REQUIRED"
  | "ACCOUNT_SUSPENDED"
  | "INSUFFICIENT_SCOPE";

/** Null when the principal may pass. */
export function objectionTo(policy: Policy, principal: Principal): Objection | null {
  const rule = innermost(policy);
  switch (rule.kind) {
    case "anyone":
    case "signed_by_provider":
      return null;
    case "signed_in":
      return principal.kind === "user" ? objectionToProgram(rule.scope, principal) : refusalFor(principal);
    case "staff":
      return hasRole(principal, rule.roles) ? objectionToProgram(rule.scope, principal) : refusalFor(principal);
    case "second_factor_pending":
      return principal.kind === "pending" ? null : refusalFor(principal);
    case "with_session":
      return sessionOf(principal) ? null : refusalFor(principal);
    case "with_key":
      return principal.kind === "key" && principal.name === rule.name ? null : refusalFor(principal);
    default:
      return rule satisfies never;
  }
}

/** The session by which somebody asks, whatever its state. */
export function sessionOf(principal: Principal): Id<"session"> | null {
  if (principal.kind === "pending" || principal.kind === "suspended") return principal.session;
  return principal.kind === "user" && principal.access.kind === "session" ? principal.access.id : null;
}

/** The roles by which somebody may see what is not his own: of a program of staff none, unless it was given that scope. */
export const rolesShown = ({ roles, access }: Pick<UserPrincipal, "roles" | "access">): readonly Role[] =>
  access.kind === "session" || access.scopes.includes("staff:read") ? roles : [];

const hasRole = (principal: Principal, roles: readonly Role[]): principal is UserPrincipal =>
  principal.kind === "user" && roles.some((role) => principal.roles.includes(role));

function objectionToProgram(scope: Scope | null, { access }: UserPrincipal): Objection | null {
  if (access.kind === "session") return null;
  return scope !== null && access.scopes.includes(scope) ? null : "INSUFFICIENT_SCOPE";
}

function refusalFor({ kind }: Principal): Objection {
  switch (kind) {
    case "anonymous":
      return "UNAUTHENTICATED";
    case "pending":
      return "SECOND_FACTOR_REQUIRED";
    case "suspended":
      return "ACCOUNT_SUSPENDED";
    default:
      return "FORBIDDEN";
  }
}
