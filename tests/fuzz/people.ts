import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { principalOfToken, startSession } from "../../server/modules/identity/index.ts";
import { ADDRESS, type World } from "../money/world.ts";

export const STAFF = ["support", "arbiter", "finance", "finance 2", "admin"];

export async function peopleOf(world: World): Promise<Map<string, UserId>> {
  const users = new Map<string, UserId>([
    ["buyer A", world.buyer],
    ["seller A", world.seller],
    ["seller B", await world.person(true)],
  ]);
  for (const who of ["buyer B", "browser", "stranger", "suspended", "second factor missing", "session over", ...STAFF])
    users.set(who, await world.person());
  for (const [who, id] of users) {
    const demoKey = who === "stranger" ? "visitor" : null;
    await world.owner.query(
      `update identity."user" set roles = $2, email = $3, phone = $4, demo_key = $5 where id = $1`,
      [...[uuidOf(id), rolesOf(who), emailOf(who), phoneOf(who), demoKey]],
    );
  }
  await world.owner.query(`update identity."user" set suspended_at = now() where id = $1`, [
    uuidOf(users.get("suspended") ?? world.buyer),
  ]);
  return users;
}

export async function tokensOf(world: World, users: ReadonlyMap<string, UserId>): Promise<Map<string, string | null>> {
  const tokens = new Map<string, string | null>([
    ["anonymous", null],
    ["wrong token", "kanari-token-of-nobody"],
    ["cron", null],
  ]);
  for (const [who, user] of users) {
    tokens.set(who, tokenOf(who));
    await signIn(world, who, user);
  }
  await world.owner.query(
    "update identity.session set expires_at = created_at + interval '1 second' where user_id = $1",
    [uuidOf(users.get("session over") ?? world.buyer)],
  );
  return tokens;
}

/** Whoever was signed out, suspended or given other roles meanwhile comes back, for else nobody would be left to ask. */
export async function revive(world: World, users: ReadonlyMap<string, UserId>): Promise<void> {
  for (const [who, user] of users) {
    const [id, roles] = [uuidOf(user), rolesOf(who)];
    await world.owner.query(`update identity."user" set roles = $2 where id = $1 and roles <> $2`, [id, roles]);
    if (who === "suspended" || who === "session over") continue;
    await world.owner.query(`update identity."user" set suspended_at = null where id = $1`, [id]);
    const { kind } = await principalOfToken(world.db, tokenOf(who), world.now());
    if (kind !== "anonymous") continue;
    await world.owner.query("delete from identity.session where token_hash = sha256(convert_to($1, 'UTF8'))", [
      tokenOf(who),
    ]);
    await signIn(world, who, user);
  }
}

const signIn = (world: World, who: string, user: UserId): Promise<string> =>
  startSession(world.db, user, world.now(), {
    token: tokenOf(who),
    state: who === "second factor missing" ? "second_factor_pending" : "open",
  });

const rolesOf = (who: string): string[] => (STAFF.includes(who) ? ["user", who.split(" ")[0] ?? ""] : ["user"]);
const tokenOf = (who: string): string => `kanari-token-${slug(who)}`;
const slug = (who: string): string => who.toLowerCase().replaceAll(" ", "-");
export const emailOf = (who: string): string => `kanari-${slug(who)}@example.test`;
const numberOf = (who: string): number =>
  [...who].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 99_991, 7);
export const phoneOf = (who: string): string => `97531${String(numberOf(who)).padStart(5, "0")}`;
export const accountNumber = (who: string): string => `86420975${String(numberOf(who)).padStart(7, "0")}`;
export const addressOf = (who: string) => ({
  ...ADDRESS,
  name: `Kanari ${who} (demo)`,
  phone: `97532${String(numberOf(who)).padStart(5, "0")}`,
  line1: `7 Kanari Lane of ${who}`,
});
