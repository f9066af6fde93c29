import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, forgetPerson, record } from "#modules/audit";
import { lockUser } from "#modules/identity";
import type { Database, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";

/** Why somebody cannot be forgotten yet. */
export type Obstacle = "open_orders" | "open_contracts" | "money_left" | "payouts_under_way";

/** A place that keeps something about people. */
export type PersonalPlace = {
  /** What stands in the way there; null for nothing. Absent where nothing ever does. */
  objection?(tx: Tx, person: UserId): Promise<Obstacle | null>;
  /** Takes away or overwrites whatever names the person there. */
  erase(tx: Tx, person: UserId, now: Instant): Promise<void>;
};

export type EraseRefusal = Obstacle | "no_such_user" | "is_staff" | "oneself";

type By = Asker & { readonly reason: string };

/** Forgets somebody in every place, once, with an entry that says by whom and why. */
export const erase = (
  db: Database,
  places: readonly PersonalPlace[],
  person: UserId,
  by: By,
  now: Instant,
): Promise<Result<"erased", EraseRefusal>> =>
  db.transaction(async (tx) => {
    const user = await lockUser(tx, person);
    const objection = objectionTo(person, user, by) ?? (user?.erased ? null : await firstObstacle(tx, places, person));
    if (objection) return refuse(objection);
    if (!user?.erased) await eraseAll(tx, places, person, by, now);
    return ok("erased");
  });

function objectionTo(person: UserId, user: Awaited<ReturnType<typeof lockUser>>, by: By): EraseRefusal | null {
  if (person === by.user) return "oneself";
  if (!user) return "no_such_user";
  return user.roles.some((role) => role !== "user") ? "is_staff" : null;
}

async function firstObstacle(tx: Tx, places: readonly PersonalPlace[], person: UserId): Promise<Obstacle | null> {
  for (const place of places) {
    const obstacle = await place.objection?.(tx, person);
    if (obstacle) return obstacle;
  }
  return null;
}

async function eraseAll(tx: Tx, places: readonly PersonalPlace[], person: UserId, by: By, now: Instant): Promise<void> {
  for (const place of places) await place.erase(tx, person, now);
  const forgotten = await forgetPerson(tx, person);
  await record(tx, now, {
    ...doneBy("staff", by),
    action: "user.erased",
    subject: person,
    reason: by.reason,
    detail: { forgotten },
  });
}
