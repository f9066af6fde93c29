import type { Id } from "@amana/core/ids";
import type { Entry } from "@amana/core/ledger";
import { type Counterpart, type ExplainRefusal, explanationOf } from "@amana/core/reconciliation";
import { type Result, refuse } from "@amana/core/result";
import { at, type Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import { movementsOn, post } from "#modules/ledger";
import type { Database, Queryable } from "#runtime/database";
import type { Asker } from "#runtime/http";
import type { ReconciliationSettings } from "./settings.ts";
import { closeDifference, type Difference, lockGateway, readDifference } from "./store.ts";

export type CannotExplain = ExplainRefusal | "no_such_difference" | "already_closed" | "short_of_money";

/** The exact entries with which an explanation would be posted; none where no money moves. Changes nothing. */
export async function previewExplanation(
  db: Queryable,
  settings: ReconciliationSettings,
  id: Id<"difference">,
  counterpart: Counterpart,
): Promise<Result<readonly Entry[], CannotExplain>> {
  const difference = await readDifference(db, id, "read");
  return entriesFor(difference, settings, counterpart);
}

export type Explanation = {
  readonly by: Asker;
  readonly counterpart: Counterpart;
  readonly reason: string;
};

/** Closes a difference with a reason, and with the posting that the preview showed. */
export const explainDifference = (
  db: Database,
  settings: ReconciliationSettings,
  id: Id<"difference">,
  explanation: Explanation,
  now: Instant,
): Promise<Result<readonly Entry[], CannotExplain>> =>
  db
    .transaction(async (tx) => {
      const seen = await readDifference(tx, id, "read");
      if (seen) await lockGateway(tx, seen.gateway);
      const difference = await readDifference(tx, id, "lock");
      const entries = entriesFor(difference, settings, explanation.counterpart);
      if (!entries.ok || !difference) return entries;
      const posting = await postExplanation(tx, difference, entries.value, now);
      await closeDifference(tx, id, { ...explanation, by: explanation.by.user, posting }, now);
      await record(tx, now, {
        ...doneBy("user", explanation.by),
        action: "difference.explained",
        subject: id,
        reason: explanation.reason,
        detail: { gateway: difference.gateway, class: difference.class, counterpart: explanation.counterpart, posting },
      });
      return entries;
    })
    .catch((error: unknown) => {
      if (error instanceof ShortOfMoney) return refuse("short_of_money" as const);
      throw error;
    });

function entriesFor(
  difference: Difference | null,
  { bank }: ReconciliationSettings,
  counterpart: Counterpart,
): Result<readonly Entry[], CannotExplain> {
  if (!difference) return refuse("no_such_difference");
  if (difference.state !== "open") return refuse("already_closed");
  return explanationOf(difference, counterpart, { gateway: difference.gateway, bank });
}

/** Rolls everything back: money in suspense may have been refunded meanwhile. */
class ShortOfMoney extends Error {}

async function postExplanation(
  tx: Queryable,
  { id, gateway }: Difference,
  entries: readonly Entry[],
  now: Instant,
): Promise<Id<"posting"> | null> {
  if (entries.length === 0) return null;
  const key = `explained:${id}`;
  const [verdict] = await post(tx, [{ shard: 0, key, kind: "explained", deal: null, entries }], now);
  if (verdict === "short_of_money") throw new ShortOfMoney();
  if (verdict !== "posted") throw new Error(`${key}: the ledger says ${verdict}`);
  const [clearing] = entries.filter(({ account }) => account === `clearing:${gateway}`);
  if (!clearing) throw new Error(`${key} does not move clearing:${gateway}`);
  const moved = await movementsOn(tx, clearing.account, now, at(now + 1));
  const posting = moved.find((movement) => movement.key === key);
  if (!posting) throw new Error(`${key} was posted and is not there`);
  return posting.posting;
}
