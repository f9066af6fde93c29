import {
  type Command,
  type Deal,
  type Opening,
  open,
  processOf,
  type Refusal,
  shippedGoods,
  step,
} from "@amana/core/escrow";
import { type DealId, shardOf } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { announce } from "#runtime/work";
import { apply, hasHappened, insertDeal, movedPayload, readDeal } from "./store.ts";

export type AdvanceRefusal = Refusal | "no_such_deal";

/** Who gave a command and why; a command with a key happens once however often it is given. */
export type Given = { readonly key?: string; readonly actorId?: string; readonly note?: string };

/** A deal that moves away under us is read and decided again; so often in a row is a defect. */
const TRIES = 20;

/** Opens a deal in the caller's transaction. */
export async function openDeal(tx: Queryable, opening: Opening, start: string, now: Instant): Promise<Deal> {
  const first = open(shippedGoods, opening, start, "buyer", now);
  await insertDeal(tx, first);
  await announce(tx, now, { shard: shardOf(opening.id), topic: "deal.moved", payload: movedPayload(first) });
  return first.deal;
}

/**
 * The only road by which a deal moves: read, decide, and write under the deal's lock what was decided, event, postings,
 * deadline and announcement together. In a caller's transaction it is the last thing that takes locks.
 */
export async function advance(
  db: Queryable,
  id: DealId,
  command: Command,
  now: Instant,
  given: Given = {},
): Promise<Result<Deal, AdvanceRefusal>> {
  for (let tries = 0; tries < TRIES; tries++) {
    const answer = await attempt(db, id, command, now, given);
    if (answer !== "moved") return answer;
  }
  throw new Error(`${id} moved ${TRIES} times while ${command.name} was decided`);
}

async function attempt(
  db: Queryable,
  id: DealId,
  command: Command,
  now: Instant,
  given: Given,
): Promise<Result<Deal, AdvanceRefusal> | "moved"> {
  const deal = await readDeal(db, id);
  if (!deal) return refuse("no_such_deal");
  if (given.key !== undefined && (await hasHappened(db, id, given.key))) return ok(deal);

  const decision = step(processOf(deal.process, deal.processVersion), deal, command, now);
  if (!decision.ok) return decision;
  const decided = {
    before: deal,
    step: decision.value,
    key: given.key ?? null,
    actorId: given.actorId ?? null,
    note: given.note ?? null,
  };
  const [verdict] = await apply(db, [decided], now);
  if (verdict === "done") return ok(decision.value.deal);
  if (verdict === "moved" || verdict === "repeated") return "moved";
  throw new Error(`${id}: ${command.name} was refused by the ledger: ${verdict}`);
}
