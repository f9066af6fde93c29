import { createHash, randomBytes } from "node:crypto";
import { type UserId, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";

const CODES = 10;
/** 80 bits: too many to try, even with the hashes at hand. */
const BYTES = 10;
/** Thirty-two signs, without those that look alike. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

/** Makes ten codes, each good once, in place of all earlier ones; shown now and never again. */
export async function renewRecoveryCodes(tx: Queryable, user: UserId): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await endRecoveryCodes(tx, user);
  await tx.query("insert into identity.recovery_code (user_id, code_hash) select $1::uuid, unnest($2::bytea[])", [
    uuidOf(user),
    codes.map((code) => hashOf(user, code)),
  ]);
  return codes;
}

export async function endRecoveryCodes(tx: Queryable, user: UserId): Promise<void> {
  await tx.query("delete from identity.recovery_code where user_id = $1", [uuidOf(user)]);
}

export async function recoveryCodesLeft(db: Queryable, user: UserId): Promise<number> {
  const { left } = await db.one<{ left: number }>(
    `select count(*)::int as "left" from identity.recovery_code where user_id = $1 and used_at is null`,
    [uuidOf(user)],
  );
  return left;
}

/** Uses a code up; false when it is none of this user's or was used. However it is written: dashes, spaces and capitals do not count. */
export async function useRecoveryCode(tx: Queryable, user: UserId, code: string, now: Instant): Promise<boolean> {
  const used = await tx.query(
    `update identity.recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null returning user_id`,
    [uuidOf(user), hashOf(user, code), timestamp(now)],
  );
  return used.length === 1;
}

function newCode(): string {
  const bits = BigInt(`0x${randomBytes(BYTES).toString("hex")}`);
  const letters = Array.from({ length: (BYTES * 8) / 5 }, (_, at) => ALPHABET[Number((bits >> BigInt(5 * at)) & 31n)]);
  return letters.join("").replaceAll(/(.{4})(?=.)/g, "$1-");
}

const hashOf = (user: UserId, code: string): Buffer =>
  createHash("sha256")
    .update(`${uuidOf(user)}:${code.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}`)
    .digest();
