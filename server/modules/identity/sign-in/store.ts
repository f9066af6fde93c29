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

export async function accountBehind(db: Queryable, email: string, network: string): Promise<Account | null> {
  const row = await db.maybe<{ id: string } & Omit<Account, "user" | "secondFactor"> & { second_factor: boolean }>(
    `select u.id, p.hash, u.suspended_at is not null as suspended, t.user_id is not null as second_factor,
            k.user_id is not null as known
       from identity."user" u
       left join identity.password p on p.user_id = u.id
       left join identity.totp t on t.user_id = u.id
       left join identity.known_network k on k.user_id = u.id and k.network = $2
      where u.email = $1`,
    [email, network],
  );
  if (!row) return null;
  const { id, hash, suspended, second_factor: secondFactor, known } = row;
  return { user: idOf("user", id), hash, suspended, secondFactor, known };
}
