import {
  type Command,
  type Deal,
  type Opening,
  open,
  type Process,
  processOf,
  type Refusal,
  shippedGoods,
  step,
} from "@amana/core/escrow";
import { type DealId, shardOf } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { AGAIN, batcher, onePerDatabase, untilKnown } from "#runtime/batch";
import { type Database, isDatabase, type Queryable, type Tx } from "#runtime/database";
import { announce } from "#runtime/work";
import { applyReady, type Decided, insertDeal, movedPayload, readForCommands, ready, type Verdict } from "./store.ts";

export type AdvanceRefusal = Refusal | "no_such_deal";

/** Who gave a command and why; a command with a key happens once however often it is given. */
export type Given = { readonly key?: string; readonly actorId?: string; readonly note?: string };

/** A deal that moves away under us is read and decided again; so often in a row is a defect. */
const TRIES = 20;

/** Opens a deal in the caller's transaction. */
export async function openDeal(
  tx: Queryable,
  opening: Opening,
  start: string,
  now: Instant,
  process: Process = shippedGoods,
): Promise<Deal> {
  const first = open(process, opening, start, "buyer", now);
  await insertDeal(tx, first);
  await announce(tx, now, { shard: shardOf(opening.id), topic: "deal.moved", payload: movedPayload(first) });
  return first.deal;
}

/**
 * The only road by which a deal moves: read, decide, and write under the deal's lock what was decided, event, postings,
 * deadline and announcement together. Outside of a transaction it goes together with the commands that others of this process give at
 * the same moment, and is durable when it is answered. In a caller's transaction it is the last thing that takes locks.
 */
export async function advance(
  db: Queryable,
  id: DealId,
  command: Command,
  now: Instant,
  given: Given = {},
): Promise<Result<Deal, AdvanceRefusal>> {
  return unrevised(await advanceFrom(db, id, command, now, given, null));
}

/**
 * As `advance`, but only from this revision of the deal, which is looked at where the command is decided: between the two nothing
 * can happen. A command that has happened before is answered as before, whatever revision it names.
 */
export async function advanceFrom(
  db: Queryable,
  id: DealId,
  command: Command,
  now: Instant,
  given: Given,
  revision: number | null,
): Promise<Result<Deal, AdvanceRefusal | "another_revision">> {
  const asked: Asked = { id, command, now, given, revision, tries: { count: 0 } };
  const answer = isDatabase(db) ? await dealWriter(db).submit(asked) : await alone(db, asked);
  if (answer instanceof Error) throw answer;
  return answer;
}

/**
 * The same for several deals in one transaction, each with its own answer: all are locked and written in one call, in the order in which
 * every other writer locks them.
 */
export async function advanceTogether(
  tx: Tx,
  commands: readonly { readonly id: DealId; readonly command: Command; readonly given: Given }[],
  now: Instant,
): Promise<Result<Deal, AdvanceRefusal>[]> {
  const asked = commands.map((one): Asked => ({ ...one, now, revision: null, tries: { count: 0 } }));
  const answers = new Map<Asked, Result<Deal, AdvanceRefusal>>();
  for (let left = asked; left.length > 0; left = left.filter((one) => !answers.has(one))) {
    const round = await decideAndWrite(tx, left, (call) => call());
    for (const [at, one] of left.entries()) {
      const answer = round[at];
      if (answer instanceof Error) throw answer;
      if (answer !== undefined && answer !== AGAIN) answers.set(one, unrevised(answer));
    }
  }
  return asked.map((one) => answers.get(one) ?? refuse("no_such_deal"));
}

function unrevised(answer: Result<Deal, AdvanceRefusal | "another_revision">): Result<Deal, AdvanceRefusal> {
  if (answer.ok) return answer;
  if (answer.error === "another_revision") throw new Error("no revision was expected");
  return { ok: false, error: answer.error };
}

type Asked = {
  readonly id: DealId;
  readonly command: Command;
  readonly now: Instant;
  readonly given: Given;
  /** The one that it must have; null: whichever. */
  readonly revision: number | null;
  /** How often it has been decided. */
  readonly tries: { count: number };
};

/** An Error is thrown to the one who asked, and to nobody whose command travelled with it. */
type Answer = Result<Deal, AdvanceRefusal | "another_revision"> | Error;

const dealWriter = onePerDatabase((db: Database) =>
  batcher<Asked, Answer>(
    { keysOf: ({ id }) => [id], write: (asked) => decideAndWrite(db, asked, untilKnown) },
    { writers: db.batchWriters ?? 1 },
  ),
);

/** In a transaction a lost connection is the caller's, whose work is gone with it. */
async function alone(tx: Queryable, asked: Asked): Promise<Answer> {
  for (;;) {
    const [answer] = await decideAndWrite(tx, [asked], (call) => call());
    if (answer !== undefined && answer !== AGAIN) return answer;
  }
}

type Send = <T>(call: () => Promise<T>) => Promise<T>;

/** Reads the deals of all commands in one query, decides each in memory, and writes what was decided in one call. */
async function decideAndWrite(db: Queryable, asked: readonly Asked[], send: Send): Promise<(Answer | typeof AGAIN)[]> {
  const found = await send(() =>
    readForCommands(
      db,
      asked.map(({ id, given }) => ({ id, key: given.key ?? null })),
    ),
  );
  const decisions = asked.map((one, at) => decide(one, found[at] ?? null));
  const decided = decisions.flatMap((decision) => ("step" in decision ? [decision] : []));
  const items = ready(decided);
  const verdicts = items.length > 0 ? await send(() => applyReady(db, items)) : [];
  const verdictOf = new Map(decided.map((one, at) => [one, verdicts[at]]));
  return decisions.map((decision, at) =>
    "step" in decision ? answerTo(decision, verdictOf.get(decision), asked[at]) : decision.answer,
  );
}

function decide(
  { command, now, given, revision }: Asked,
  found: { readonly deal: Deal; readonly happened: boolean } | null,
): Decided | { readonly answer: Answer } {
  if (!found) return { answer: refuse("no_such_deal") };
  const { deal, happened } = found;
  if (happened) return { answer: ok(deal) };
  if (revision !== null && deal.revision !== revision) return { answer: refuse("another_revision") };
  try {
    const decision = step(processOf(deal.process, deal.processVersion), deal, command, now);
    if (!decision.ok) return { answer: decision };
    return {
      before: deal,
      step: decision.value,
      key: given.key ?? null,
      actorId: given.actorId ?? null,
      note: given.note ?? null,
    };
  } catch (error) {
    return { answer: error instanceof Error ? error : new Error(String(error)) };
  }
}

function answerTo(
  { step, before }: Decided,
  verdict: Verdict | undefined,
  asked: Asked | undefined,
): Answer | typeof AGAIN {
  if (verdict === "done") return ok(step.deal);
  const { command } = step.event;
  if (verdict === "moved" || verdict === "repeated") {
    const tries = asked ? ++asked.tries.count : TRIES;
    return tries < TRIES ? AGAIN : new Error(`${before.id} moved ${TRIES} times while ${command} was decided`);
  }
  return new Error(`${before.id}: ${command} was refused by the ledger: ${verdict}`);
}
