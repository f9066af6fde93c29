import { idOf, type UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** What stands behind an address that somebody signs in with. */
export type Account = {
  readonly user: UserId;
  /** Null for those who sign in by other means alone. */
  readonly hash: string | null;
  readonly suspended: boolean;
  readonly secondFactor: boolean;
  /** Whether the user has signed in from this network before. */
  readonly known: boolean;
};

/** An id that no user has, as ours are never nil (RFC 9562, 5.9). */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** The database looks up as much for an address that nobody has: the time that it takes says nothing (case 92). */
export async function accountBehind(db: Queryable, email: string, network: string): Promise<Account | null> {
  const row = await db.one<{ id: string | null } & Omit<Account, "user" | "secondFactor"> & { second_factor: boolean }>(
    `select u.id, p.hash, u.suspended_at is not null as suspended, t.user_id is not null as second_factor,
            k.user_id is not null as known
       from (select $3::uuid as nobody) n
       left join identity."user" u on u.email = $1
       left join identity.password p on p.user_id = coalesce(u.id, nobody)
       left join identity.totp t on t.user_id = coalesce(u.id, nobody)
       left join identity.known_network k on k.user_id = coalesce(u.id, nobody) and k.network = $2`,
    [email, network, NOBODY],
  );
  if (row.id === null) return null;
  const { id, hash, suspended, second_factor: secondFactor, known } = row;
  return { user: idOf("user", id), hash, suspended, secondFactor, known };
}
