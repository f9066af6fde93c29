import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

export const ROLES = ["user", "support", "arbiter", "finance", "admin"] as const;
export type Role = (typeof ROLES)[number];

export type PickupAddress = {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly postcode: string;
};

export type User = {
  readonly id: UserId;
  readonly demoKey: string | null;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly roles: readonly Role[];
  readonly pickupAddress: PickupAddress | null;
};

type UserRow = {
  id: string;
  demo_key: string | null;
  name: string;
  email: string;
  phone: string;
  roles: Role[];
  pickup_address: PickupAddress | null;
};

const COLUMNS = "id, demo_key, name, email, phone, roles, pickup_address";

export async function insertUser(tx: Queryable, user: User): Promise<void> {
  await tx.query(`insert into identity."user" (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7)`, [
    uuidOf(user.id),
    user.demoKey,
    user.name,
    user.email,
    user.phone,
    user.roles,
    user.pickupAddress && JSON.stringify(user.pickupAddress),
  ]);
}

export async function readUser(db: Queryable, id: UserId): Promise<User | null> {
  const row = await db.maybe<UserRow>(`select ${COLUMNS} from identity."user" where id = $1`, [uuidOf(id)]);
  return row && userOf(row);
}

export async function readUsers(db: Queryable, ids: readonly UserId[]): Promise<Map<UserId, User>> {
  const rows = await db.query<UserRow>(`select ${COLUMNS} from identity."user" where id = any ($1::uuid[])`, [
    ids.map(uuidOf),
  ]);
  return new Map(rows.map(userOf).map((user) => [user.id, user]));
}

export async function demoUsers(db: Queryable): Promise<User[]> {
  const rows = await db.query<UserRow>(`select ${COLUMNS} from identity."user" where demo_key is not null order by id`);
  return rows.map(userOf);
}

export async function insertSession(
  tx: Queryable,
  tokenHash: Buffer,
  user: UserId,
  createdAt: Instant,
  expiresAt: Instant,
): Promise<void> {
  await tx.query(
    `insert into identity.session (token_hash, user_id, created_at, expires_at) values ($1, $2, $3, $4)
     on conflict (token_hash) do nothing`,
    [tokenHash, uuidOf(user), timestamp(createdAt), timestamp(expiresAt)],
  );
}

export async function deleteSession(db: Queryable, tokenHash: Buffer): Promise<void> {
  await db.query("delete from identity.session where token_hash = $1", [tokenHash]);
}

export async function userOfSession(db: Queryable, tokenHash: Buffer, now: Instant): Promise<User | null> {
  const row = await db.maybe<UserRow>(
    `select ${COLUMNS.split(", ")
      .map((column) => `u.${column}`)
      .join(", ")} from identity.session s
       join identity."user" u on u.id = s.user_id where s.token_hash = $1 and s.expires_at > $2`,
    [tokenHash, timestamp(now)],
  );
  return row && userOf(row);
}

const userOf = (row: UserRow): User => ({
  id: idOf("user", row.id),
  demoKey: row.demo_key,
  name: row.name,
  email: row.email,
  phone: row.phone,
  roles: row.roles,
  pickupAddress: row.pickup_address,
});
