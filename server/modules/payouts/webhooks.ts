import { parseId } from "@amana/core/ids";
import { ok, type Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { RawWebhook, WebhookRefusal } from "#ports/call";
import type { PayoutRail } from "#ports/payout-rail";
import { type Database, timestamp } from "#runtime/database";
import { addFollow } from "./start.ts";
import { readPayout } from "./store.ts";

/** Takes a payout webhook in: checked, kept, and then the rail is asked. */
export async function receivePayoutWebhook(
  db: Database,
  rail: PayoutRail,
  raw: RawWebhook,
  now: Instant,
): Promise<Result<"kept", WebhookRefusal>> {
  const hint = rail.readWebhook(raw, now);
  if (!hint.ok) return hint;
  const { dedupeKey, type } = hint.value;
  const payout = parseId("payout", hint.value.payout ?? "");
  await db.transaction(async (tx) => {
    await tx.query(
      `insert into payouts.webhook as kept (rail, dedupe_key, type, body, received_at) values ($1, $2, $3, $4, $5)
       on conflict (rail, dedupe_key) do update set times = kept.times + 1`,
      [rail.name, dedupeKey, type, Buffer.from(raw.body), timestamp(now)],
    );
    if (payout && (await readPayout(tx, payout))) await addFollow(tx, payout, now, now);
  });
  return ok("kept");
}
