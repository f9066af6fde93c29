import { uuidOf } from "../../core/ids/index.ts";
import { type Money, money } from "../../core/money/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { applicationOf, CONFIRMED } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

export type Ground = Awaited<ReturnType<typeof createGround>>;

export const inr = (minor: bigint): Money => money(minor, "INR");
export const amount = (minor: bigint) => ({ amount: Number(minor), currency: "INR" });

/** A rule as it is sent: three percent of everything, paid by the seller, but for what is said otherwise. */
export const ruleOf = (name: string, changes: object = {}) => ({
  ...{ name, when: {}, basisPoints: 300, base: "total", fixed: [], floor: [], cap: [], buyerShare: 0 },
  ...changes,
});

/** A world behind its API, with one of the finance staff; what needs a fresh confirmation has it. */
export async function createGround(database: TestDatabase, options: Parameters<typeof createWorld>[1] = {}) {
  const world = await createWorld(database, options);
  const finance = await world.person();
  await world.owner.query(`update identity."user" set roles = '{user,finance}' where id = $1`, [uuidOf(finance)]);
  for (const [who, token] of [
    [world.buyer, "buyer"],
    [world.seller, "seller"],
    [finance, "finance"],
  ] as const)
    await startSession(world.db, who, world.now(), token);
  const app = await applicationOf(world, { stepUp: CONFIRMED });
  const ask = async (
    who: "buyer" | "seller" | "finance",
    method: "GET" | "POST" | "PUT",
    path: string,
    payload?: object,
  ) => {
    const answer = await app.inject({
      ...{ method, url: `/api/v1${path}`, headers: { authorization: `Bearer ${who}` } },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const publish = async (...rules: object[]) => {
    const { body } = await ask("finance", "GET", "/admin/commission-rules?limit=1");
    const sent = { basedOn: body.data[0]?.version ?? 0, rules, reason: "Demo rules" };
    return await ask("finance", "POST", "/admin/commission-rules", sent);
  };
  return { world, finance, ask, publish, close: () => app.close() };
}

/** A company with a tax number for which the seller sells. */
export async function registerForTax(world: World, country: string, taxNumber: string): Promise<void> {
  const company = "0199aa00-c0de-7000-a000-0000000000aa";
  await world.owner.query(
    `insert into organizations.organization (id, legal_name, country, tax_number, created_at)
     values ($1, 'Deccan Looms (demo)', $2, $3, '2026-01-01') on conflict (id) do update set country = $2, tax_number = $3`,
    [company, country, taxNumber],
  );
  await world.owner.query(
    "insert into organizations.member (organization_id, user_id, role, joined_at) values ($1, $2, 'owner', '2026-01-01') on conflict do nothing",
    [company, uuidOf(world.seller)],
  );
}
