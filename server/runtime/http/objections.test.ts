import { idOf } from "@amana/core/ids";
import { describe, expect, test } from "vitest";
import {
  anyone,
  type Objection,
  objectionTo,
  type Policy,
  type Principal,
  type Role,
  rolesShown,
  type Scope,
  sandboxOnly,
  secondFactorPending,
  sessionOf,
  signedByProvider,
  signedIn,
  staff,
  staffOrProgram,
  type UserPrincipal,
  withKey,
  withSession,
} from "./policy.ts";

const ID = "0199aa00c0de7000a000000000000011";
const [user, session] = [idOf("user", ID), idOf("session", ID)];
const person = (...roles: Role[]): UserPrincipal => ({
  kind: "user",
  id: user,
  roles: ["user", ...roles],
  access: { kind: "session", id: session },
});
const key = (roles: Role[], ...scopes: Scope[]): UserPrincipal => ({
  ...person(...roles),
  access: { kind: "api_key", id: idOf("apiKey", ID), scopes },
});
const token = (roles: Role[], ...scopes: Scope[]): UserPrincipal => ({
  ...person(...roles),
  access: { kind: "access_token", id: idOf("grant", ID), scopes },
});

const WHO = {
  nobody: { kind: "anonymous" },
  person: person(),
  finance: person("finance"),
  support: person("support"),
  key: key([], "orders:read"),
  otherKey: key([], "wallet:read"),
  keyOfFinance: key(["finance"], "orders:read", "staff:read"),
  tokenOfFinance: token(["finance"], "orders:read"),
  pending: { kind: "pending", id: user, session },
  suspended: { kind: "suspended", id: user, session },
  suspendedKey: { kind: "suspended", id: user, session: null },
  cron: { kind: "key", name: "cron" },
} as const satisfies Record<string, Principal>;

const [U, F, S, X, P]: Objection[] = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "INSUFFICIENT_SCOPE",
  "ACCOUNT_SUSPENDED",
  "SECOND_FACTOR_REQUIRED",
];

type Name = keyof typeof WHO;
const TABLE: [name: string, policy: Policy, answers: Record<Name, Objection | null | undefined>][] = [
  ["anyone", anyone(), all(null)],
  ["signed by a provider", signedByProvider(), all(null)],
  ["signed in, for people alone", signedIn(), { ...people(), key: S, otherKey: S, keyOfFinance: S, tokenOfFinance: S }],
  ["signed in, with a scope", signedIn("orders:read"), { ...people(), otherKey: S }],
  [
    "staff, for people alone",
    staff("finance", "admin"),
    { ...people(), person: F, support: F, key: F, otherKey: F, keyOfFinance: S, tokenOfFinance: S },
  ],
  [
    "staff, with a scope",
    staffOrProgram("staff:read", "finance"),
    { ...people(), person: F, support: F, key: F, otherKey: F, tokenOfFinance: S },
  ],
  ["half signed in", secondFactorPending(), { ...all(F), nobody: U, pending: null, suspended: X, suspendedKey: X }],
  [
    "with any session",
    withSession(),
    { ...all(null), nobody: U, key: F, otherKey: F, keyOfFinance: F, tokenOfFinance: F, suspendedKey: X, cron: F },
  ],
  ["with the scheduler's key", withKey("cron"), { ...people(), ...keyOnly() }],
  ["in the sandbox", sandboxOnly(signedIn("orders:read")), { ...people(), otherKey: S }],
];

describe.each(TABLE)("%s", (_, policy, answers) => {
  test.each(Object.entries(WHO))("%s", (name, principal) => {
    const [, expected] = Object.entries(answers).find(([one]) => one === name) ?? [];
    expect(objectionTo(policy, principal)).toBe(expected);
  });
});

test("case 83: a role alone opens nothing for a program: it shows others' things only where it was given that scope", () => {
  expect(rolesShown(WHO.finance)).toEqual(["user", "finance"]);
  expect(rolesShown(WHO.keyOfFinance)).toEqual(["user", "finance"]);
  expect(rolesShown(WHO.tokenOfFinance)).toEqual([]);
});

test("only people have sessions, and half open ones are sessions too", () => {
  const with_ = Object.entries(WHO).filter(([, principal]) => sessionOf(principal) !== null);
  expect(with_.map(([name]) => name)).toEqual(["person", "finance", "support", "pending", "suspended"]);
});

function all(answer: Objection | null | undefined): Record<Name, Objection | null | undefined> {
  return {
    ...{ nobody: answer, person: answer, finance: answer, support: answer, key: answer, otherKey: answer },
    ...{ keyOfFinance: answer, tokenOfFinance: answer, pending: answer, suspended: answer },
    ...{ suspendedKey: answer, cron: answer },
  };
}

/** What holds wherever somebody must be signed in. */
function people() {
  return { ...all(null), nobody: U, pending: P, suspended: X, suspendedKey: X, cron: F };
}

function keyOnly() {
  return {
    ...{ person: F, finance: F, support: F, key: F, otherKey: F },
    keyOfFinance: F,
    tokenOfFinance: F,
    cron: null,
  };
}
