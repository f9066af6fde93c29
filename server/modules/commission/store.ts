import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import { STANDARD_LEVEL } from "@amana/core/pricing";
import type { Instant } from "@amana/core/time";
import type { Static } from "typebox";
import { json, type Queryable, timestamp } from "#runtime/database";
import { type RuleJson, type RuleSet, ruleFrom, ruleJson } from "./schemas.ts";

type Row = {
  version: number;
  rules: Static<typeof RuleJson>[];
  reason: string;
  published_by: string;
  published_at: Instant;
};

const COLUMNS = "version, rules, reason, published_by, published_at";

/** False when the version has been published meanwhile. */
export async function insertRuleSet(tx: Queryable, set: RuleSet): Promise<boolean> {
  const rows = await tx.query(
    `insert into commission.rule_set (${COLUMNS}) values ($1, $2, $3, $4, $5) on conflict (version) do nothing returning version`,
    [set.version, json(set.rules.map(ruleJson)), set.reason, uuidOf(set.publishedBy), timestamp(set.publishedAt)],
  );
  return rows.length === 1;
}

/** Versions below one, the newest first. */
export async function ruleSets(db: Queryable, below: number | null, limit: number): Promise<RuleSet[]> {
  const rows = await db.query<Row>(
    `select ${COLUMNS} from commission.rule_set where $1::int is null or version < $1 order by version desc limit $2`,
    [below, limit],
  );
  return rows.map(ruleSetOf);
}

/** The rules that count now; null before any were published. */
export async function currentRules(db: Queryable): Promise<RuleSet | null> {
  const [current] = await ruleSets(db, null, 1);
  return current ?? null;
}

const ruleSetOf = (row: Row): RuleSet => ({
  version: row.version,
  rules: row.rules.map(ruleFrom),
  reason: row.reason,
  publishedBy: idOf("user", row.published_by),
  publishedAt: row.published_at,
});

export async function levelOf(db: Queryable, seller: UserId): Promise<string> {
  const row = await db.maybe<{ level: string }>("select level from commission.seller_level where user_id = $1", [
    uuidOf(seller),
  ]);
  return row?.level ?? STANDARD_LEVEL;
}

export async function setLevel(
  tx: Queryable,
  { seller, level, by }: { readonly seller: UserId; readonly level: string; readonly by: UserId },
  now: Instant,
): Promise<void> {
  await tx.query(
    `insert into commission.seller_level (user_id, level, set_by, set_at) values ($1, $2, $3, $4)
     on conflict (user_id) do update set level = excluded.level, set_by = excluded.set_by, set_at = excluded.set_at`,
    [uuidOf(seller), level, uuidOf(by), timestamp(now)],
  );
}

/** What is kept of a person: the level that staff have given. */
export const personalLevels = {
  async erase(tx: Queryable, person: UserId): Promise<void> {
    await tx.query("delete from commission.seller_level where user_id = $1", [uuidOf(person)]);
  },
};
