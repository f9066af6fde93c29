import { setTimeout as pause } from "node:timers/promises";
import { type Command, DEFAULT_POLICY } from "../../core/escrow/index.ts";
import { type DealId, shardOf } from "../../core/ids/index.ts";
import { move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { at, type Instant } from "../../core/time/index.ts";
import { advance, openDeal, readDeal } from "../../server/modules/escrow/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import { newIdBeside, newRootId } from "../../server/runtime/ids/index.ts";

/** A command of a deal, or the posting of a fee beside it. */
export type Done = { readonly deal: DealId; readonly command: string };

/** People who buy, pay, and confirm or cancel, one deal after the other, until they are stopped. */
export type Load = {
  /** What the database has acknowledged, in that order. */
  readonly acknowledged: readonly Done[];
  /** What was asked and not answered: it happened or it did not. */
  readonly unsure: readonly Done[];
  /** What the first of them was answered with. */
  readonly firstError: () => string;
  /** When that many commands more have been acknowledged. */
  readonly more: (commands: number) => Promise<void>;
  /** Lets everybody finish the command that he is at. */
  readonly stop: () => Promise<void>;
};

const GATEWAY = "demo";
const TOTAL = money(34_800n, "INR");
const COMMISSION = money(897n, "INR");
const RECEIVES = money(33_903n, "INR");
const FEE = money(700n, "INR");
const PATIENCE_MS = 180_000;

export function startLoad(db: Database, people = 8): Load {
  const acknowledged: Done[] = [];
  const unsure: Done[] = [];
  const state = { stopped: false, firstError: "" };
  const keep = async (done: Done): Promise<boolean> => {
    try {
      await give(db, done);
      acknowledged.push(done);
      return true;
    } catch (error) {
      if (error instanceof Refused) throw error;
      unsure.push(done);
      state.firstError ||= String(error);
      // Whoever closed the pool has gone, and nobody will stop this load.
      if (String(error).includes("after calling end")) state.stopped = true;
      await pause(20);
      return false;
    }
  };
  const live = async (person: number): Promise<void> => {
    for (let turn = person; !state.stopped; turn++) await story(turn, keep, () => state.stopped);
  };
  const lives = Promise.all(Array.from({ length: people }, (_, person) => live(person)));
  // Whoever stops the load hears of a refusal; until then it must not end the process.
  lives.catch(() => {});
  return {
    acknowledged,
    unsure,
    firstError: () => state.firstError,
    async more(commands) {
      const wanted = acknowledged.length + commands;
      const deadline = performance.now() + PATIENCE_MS;
      while (acknowledged.length < wanted) {
        await Promise.race([lives, pause(5)]);
        if (performance.now() > deadline) throw new Error(`only ${acknowledged.length} commands of ${wanted}`);
      }
    },
    async stop() {
      state.stopped = true;
      await lives;
    },
  };
}

/** Gives again what was not answered: each has happened or happens now, and never twice. */
export async function giveAgain(db: Database, unsure: readonly Done[]): Promise<void> {
  for (const done of unsure) await give(db, done);
}

/** One deal: bought and paid for, its fee booked; every other one is confirmed, the rest are cancelled and paid back. */
async function story(turn: number, keep: (done: Done) => Promise<boolean>, over: () => boolean): Promise<void> {
  const now = at(Date.now());
  const deal = newIdBeside("deal", now, newRootId("user", now));
  const rest = turn % 2 === 0 ? ["dispatch_untracked", "confirm_receipt"] : ["cancel"];
  for (const command of ["place", "payment_captured", "gateway_fee", ...rest]) {
    if (over() || !(await keep({ deal, command }))) return;
  }
}

class Refused extends Error {}

async function give(db: Database, { deal, command }: Done): Promise<void> {
  const now = at(Date.now());
  if (command === "place") return await place(db, deal, now);
  if (command === "gateway_fee") return await postFee(db, deal, now);
  const given = await advance(db, deal, commandOf(command, now), now, { key: `drill:${command}` });
  // A command that is not answered leaves its deal alone, so the next one of the story is never given.
  if (!given.ok) throw new Refused(`${deal}: ${command} was refused: ${given.error}`);
}

async function place(db: Database, deal: DealId, now: Instant): Promise<void> {
  const buyer = newRootId("user", now);
  const seller = newIdBeside("user", now, deal);
  const opening = {
    ...{ id: deal, buyer, seller, total: TOTAL, commission: COMMISSION, commissionTax: money(0n, "INR") },
    ...{ sellerReceives: RECEIVES, policy: DEFAULT_POLICY, revisionsLeft: null },
  };
  await db.transaction(async (tx) => {
    if (!(await readDeal(tx, deal))) await openDeal(tx, opening, "payment_pending", now);
  });
}

async function postFee(db: Database, deal: DealId, now: Instant): Promise<void> {
  const [verdict] = await post(
    db,
    [
      {
        ...{ shard: shardOf(deal), key: `drill:fee:${deal}`, kind: "gateway_fee", deal },
        // Codes in words, because the previous release has no name for the first one.
        entries: move("expense:gateway_fees", `clearing:${GATEWAY}`, FEE),
      },
    ],
    now,
  );
  if (verdict !== "posted" && verdict !== "posted_before") throw new Refused(`${deal}: fee was refused: ${verdict}`);
}

function commandOf(name: string, now: Instant): Command {
  switch (name) {
    case "payment_captured":
      return { name, by: "gateway", at: now, payment: { gateway: GATEWAY, amount: TOTAL } };
    case "dispatch_untracked":
      return { name, by: "seller", at: now };
    default:
      return { name, by: "buyer", at: now };
  }
}
