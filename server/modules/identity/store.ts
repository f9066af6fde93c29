import { type Id, idOf, timeOf, type UserId, uuidOf } from "@amana/core/ids";
import { at, type Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import type { Origin } from "#runtime/http";

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
  await tx.query(`insert into identity."user" (${COLUMNS}, registered_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`, [
    uuidOf(user.id),
    user.demoKey,
    user.name,
    user.email.toLowerCase(),
    user.phone,
    user.roles,
    user.pickupAddress && JSON.stringify(user.pickupAddress),
    timestamp(at(timeOf(user.id))),
  ]);
}

export async function readUser(db: Queryable, id: UserId): Promise<User | null> {
  const row = await db.maybe<UserRow>(`select ${COLUMNS} from identity."user" where id = $1`, [uuidOf(id)]);
  return row && userOf(row);
}

export async function setPickupAddress(tx: Queryable, id: UserId, address: PickupAddress): Promise<void> {
  await tx.query(`update identity."user" set pickup_address = $2 where id = $1`, [uuidOf(id), JSON.stringify(address)]);
}

export async function readUsers(db: Queryable, ids: readonly UserId[]): Promise<Map<UserId, User>> {
  const rows = await db.query<UserRow>(`select ${COLUMNS} from identity."user" where id = any ($1::uuid[])`, [
    ids.map(uuidOf),
  ]);
  return new Map(rows.map(userOf).map((user) => [user.id, user]));
}

export const anybodyThere = async (db: Queryable): Promise<boolean> =>
  (await db.one<{ anybody: boolean }>('select exists (select from identity."user") as anybody')).anybody;

export async function demoUsers(db: Queryable): Promise<User[]> {
  const rows = await db.query<UserRow>(`select ${COLUMNS} from identity."user" where demo_key is not null order by id`);
  return rows.map(userOf);
}

export type NewSession = {
  readonly id: Id<"session">;
  readonly tokenHash: Buffer;
  readonly user: UserId;
  readonly state: SessionState;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** However much it is used, it ends here; null for those that only end at `expiresAt`. */
  readonly endsAt: Instant | null;
  readonly origin: Origin | null;
};
export type SessionState = "second_factor_pending" | "open";
export async function insertSession(tx: Queryable, session: NewSession): Promise<void> {
  const { id, tokenHash, user, state, createdAt, expiresAt, endsAt, origin } = session;
  await tx.query(
    `insert into identity.session (id, token_hash, user_id, state, created_at, last_seen_at, expires_at, ends_at, network, agent)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9) on conflict (token_hash) do nothing`,
    [
      ...[uuidOf(id), tokenHash, uuidOf(user), state, timestamp(createdAt), timestamp(expiresAt)],
      ...[endsAt && timestamp(endsAt), origin?.network ?? null, origin?.agent ?? null],
    ],
  );
}

export async function deleteSession(db: Queryable, tokenHash: Buffer): Promise<void> {
  await db.query("delete from identity.session where token_hash = $1", [tokenHash]);
}

/** A session that has not ended, and what its owner may do. */
export type OpenSession = {
  readonly id: Id<"session">;
  readonly user: UserId;
  readonly roles: readonly Role[];
  readonly state: SessionState;
  readonly suspended: boolean;
  readonly lastSeenAt: Instant;
};

type SessionRow = {
  id: string;
  user_id: string;
  roles: Role[];
  state: SessionState;
  suspended: boolean;
  last_seen_at: Instant;
};

export async function sessionOfToken(db: Queryable, tokenHash: Buffer, now: Instant): Promise<OpenSession | null> {
  const row = await db.maybe<SessionRow>(
    `select s.id, s.user_id, u.roles, s.state, u.suspended_at is not null as suspended, s.last_seen_at
       from identity.session s join identity."user" u on u.id = s.user_id where s.token_hash = $1 and s.expires_at > $2`,
    [tokenHash, timestamp(now)],
  );
  if (!row) return null;
  const { roles, state, suspended, last_seen_at: lastSeenAt } = row;
  return { id: idOf("session", row.id), user: idOf("user", row.user_id), roles, state, suspended, lastSeenAt };
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
