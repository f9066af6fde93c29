import type { Problem } from "../../api/problem.ts";

/** What is shown once, in the answer to the form that made it, and never again. */
export type Shown =
  | { kind: "password" }
  | { kind: "authenticator"; secret: string; address: string }
  | { kind: "codes"; codes: string[] }
  | { kind: "key"; name: string; token: string }
  /** `secret` is null for a program that keeps none. */
  | { kind: "app"; name: string; id: string; secret: string | null }
  /** Where the browser goes on to. */
  | { kind: "provider"; address: string };

/** Where the account's page stands after one of its forms: which it was, what was typed (never a secret), what came of it. */
export type Standing = {
  act: string;
  problem: Problem | null;
  input: Record<string, string>;
  shown: Shown | null;
  key: string;
};
