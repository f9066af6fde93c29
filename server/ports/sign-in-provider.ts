import type { Result } from "@amana/core/result";
import type { CallRefusal } from "./call.ts";

/** One attempt of one browser: what only we know of it, and where the provider sends the browser back to. */
export type SignInAttempt = {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
  readonly returnTo: string;
};

/** Who the provider says somebody is. The pair of issuer and subject is the identity; an address is none. */
export type ProvenPerson = {
  readonly issuer: string;
  readonly subject: string;
  /** Only one that the provider has verified. */
  readonly email: string | null;
  readonly name: string | null;
};

/** Somebody else who can say who a person is. */
export type SignInProvider = {
  /** In addresses: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** What people know it by. */
  readonly label: string;
  /** The address to send the browser to. */
  begin(attempt: SignInAttempt): Promise<Result<string, CallRefusal>>;
  /** Who came back with this answer in the query; `declined` whenever anything about it is not as it must be. */
  finish(attempt: SignInAttempt, answer: Readonly<Record<string, string>>): Promise<Result<ProvenPerson, CallRefusal>>;
};
