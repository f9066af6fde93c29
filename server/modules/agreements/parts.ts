import type { Policy } from "@amana/core/escrow";
import type { Instant } from "@amana/core/time";
import type { Database } from "#runtime/database";
import { problem, reply, type UserPrincipal } from "#runtime/http";
import { agreementJson } from "./json.ts";
import type { AgreementId } from "./store.ts";
import { groundOf } from "./view.ts";

/** What the routes of this module are made of. */
export type AgreementParts = {
  readonly db: Database;
  readonly policy: Policy;
  /** Rouses the worker after work has been added. */
  readonly wake: () => void;
};

export const TAG = "agreements";

/** The agreement as its reader sees it now; to everybody but the two there is none. */
export async function read(db: Database, id: AgreementId, { id: user }: Pick<UserPrincipal, "id">, now: Instant) {
  const ground = await groundOf(db, id, user, now);
  return ground ? reply(200, await agreementJson(db, ground, now)) : problem("NOT_FOUND");
}
