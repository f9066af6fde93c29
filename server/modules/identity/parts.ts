import type { Limiter } from "#ports/limiter";
import type { Database } from "#runtime/database";
import type { Keyring } from "#runtime/secrets";
import type { Passwords } from "./passwords/argon2.ts";

/** What people's ways in are made of. */
export type IdentityParts = {
  readonly db: Database;
  readonly dataKey: Keyring;
  readonly passwords: Passwords;
  readonly limiter: Limiter;
  readonly publicUrl: string;
  /** Decides the name and the attributes of the session's cookie. */
  readonly production: boolean;
};
