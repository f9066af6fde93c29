import type { UserId } from "@amana/core/ids";

export const ROLES = ["user", "support", "arbiter", "finance", "admin"] as const;
export type Role = (typeof ROLES)[number];
export type StaffRole = Exclude<Role, "user">;

export type AnonymousPrincipal = { readonly kind: "anonymous" };
export type UserPrincipal = { readonly kind: "user"; readonly id: UserId; readonly roles: readonly Role[] };
export type KeyPrincipal = { readonly kind: "key"; readonly name: KeyName };

/** Who asks. */
export type Principal = AnonymousPrincipal | UserPrincipal | KeyPrincipal;

/** Machines that come with a key of their own. */
export type KeyName = "cron";

export type OpenPolicy =
  | { readonly kind: "anyone" }
  | { readonly kind: "signed_in" }
  | { readonly kind: "staff"; readonly roles: readonly StaffRole[] }
  | { readonly kind: "with_key"; readonly name: KeyName }
  | { readonly kind: "signed_by_provider" };

/** Who may call a route. What may be done with one thing in particular is the handler's to decide. */
export type Policy = OpenPolicy | { readonly kind: "sandbox_only"; readonly inner: OpenPolicy };

export const anyone = () => ({ kind: "anyone" }) as const;
export const signedIn = () => ({ kind: "signed_in" }) as const;
/** One of the roles is enough. */
export const staff = (first: StaffRole, ...more: StaffRole[]) => ({ kind: "staff", roles: [first, ...more] }) as const;
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
    : P extends { kind: "with_key" }
      ? KeyPrincipal
      : P extends { kind: "signed_by_provider" }
        ? AnonymousPrincipal
        : Principal;

export const innermost = (policy: Policy): OpenPolicy => (policy.kind === "sandbox_only" ? policy.inner : policy);

/** Whether the caller's credentials are looked at at all. */
export const asksWho = (policy: Policy): boolean => innermost(policy).kind !== "signed_by_provider";

/** Null when the principal may pass. */
export function objectionTo(policy: Policy, principal: Principal): "UNAUTHENTICATED" | "FORBIDDEN" | null {
  const rule = innermost(policy);
  switch (rule.kind) {
    case "anyone":
    case "signed_by_provider":
      return null;
    case "signed_in":
      return principal.kind === "user" ? null : refusalFor(principal);
    case "staff":
      return principal.kind === "user" && rule.roles.some((role) => principal.roles.includes(role))
        ? null
        : refusalFor(principal);
    case "with_key":
      return principal.kind === "key" && principal.name === rule.name ? null : refusalFor(principal);
    default:
      return rule satisfies never;
  }
}

const refusalFor = ({ kind }: Principal) => (kind === "anonymous" ? "UNAUTHENTICATED" : "FORBIDDEN");
