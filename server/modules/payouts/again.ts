import { parseId, type UserId } from "@amana/core/ids";
import { available, isBatch, restBeforeRetry } from "@amana/core/payout";
import { after, type Instant } from "@amana/core/time";
import type { Database, Tx } from "#runtime/database";
import type { JobHandler } from "#runtime/work";
import { type BankAccount, bankAccountsOf } from "./account-store.ts";
import { addBatch, makePayout, payShares } from "./demand.ts";
import { lockPayee, nextBatchOf, type Payee, setNextBatch } from "./payee-store.ts";
import { againWhenMoved, purseOf } from "./purse.ts";
import { destinationFor, lookAgain, type Outgoing, start } from "./start.ts";
import { markRetried, type Payout, type PayoutState, readPayout, startable, WAITING } from "./store.ts";

/**
 * Starts what waits of a user, and sends again what came back, as far as there is now an account for it. With a newly verified account
 * (`fresh`) nothing rests any longer. The caller holds his lock.
 */
export async function startWaiting(
  tx: Tx,
  outgoing: Outgoing,
  user: UserId,
  payee: Payee,
  fresh: boolean,
  now: Instant,
): Promise<void> {
  for (const payout of await startable(tx, user)) {
    if (WAITING.includes(payout.state)) await start(tx, outgoing, payout, now);
    else if (fresh || hasRested(payout, now)) await sendAgain(tx, outgoing, payee, payout, now);
  }
}

/** What was returned waits for another account alone. */
function hasRested({ state, tries, updatedAt }: Payout, now: Instant): boolean {
  const rest = state === "returned" ? 0 : restBeforeRetry(tries);
  return rest !== null && now >= after(updatedAt, rest);
}

/** Looks at what waits: for a hold that is over, or for payouts to go on. What goes on waiting asks for the next look itself. */
export const lookAtWaiting = (db: Database, outgoing: Outgoing): JobHandler => ({
  kind: "payout.waiting",
  neverGivenUp: true,
  async run(payload, now) {
    const user = parseId("user", String(payload.user));
    if (!user) return "done";
    await againWhenMoved(() =>
      db.transaction(async (tx) => {
        const payee = await lockPayee(tx, user);
        await startWaiting(tx, outgoing, user, payee, false, now);
      }),
    );
    return "done";
  },
});

/** Sends money that came back once more; without an account for it, it stays in the wallet and is seen to wait. */
export const retryPayout = (db: Database, outgoing: Outgoing): JobHandler => ({
  kind: "payout.retry",
  neverGivenUp: true,
  async run(payload, now) {
    const id = parseId("payout", String(payload.payout));
    const payout = id && (await readPayout(db, id));
    if (!payout) return "done";
    await againWhenMoved(() =>
      db.transaction(async (tx) => {
        const payee = await lockPayee(tx, payout.seller);
        await sendAgain(tx, outgoing, payee, payout, now);
      }),
    );
    return "done";
  },
});

/** Whether its money came back and has not been sent again since. */
export const isBack = ({ state, retriedBy }: Payout): boolean => CAME_BACK.includes(state) && retriedBy === null;

const CAME_BACK: readonly PayoutState[] = ["failed", "returned"];

/** Whoever takes money out by hand, or has it gathered, gets what came back in the same way. */
export const isLeftToOwner = ({ kind }: Payout, { schedule }: Payee): boolean =>
  schedule.kind !== "automatic" || kind === "withdrawal";

/** Where money that came back would go: to the account that was named for it if that may be used, else wherever the user's money goes. */
export function whereAgain(owned: readonly BankAccount[], payout: Payout, now: Instant) {
  const wanted = destinationFor(owned, payout, now).kind === "account" ? payout.wantedAccount : null;
  return { wanted, destination: destinationFor(owned, { wantedAccount: wanted }, now) };
}

/** Answers with the payout that was made; null where nothing could be sent. The caller holds the lock of its user. */
export async function sendAgain(
  tx: Tx,
  outgoing: Outgoing,
  payee: Payee,
  stale: Payout,
  now: Instant,
): Promise<Payout | null> {
  const payout = await readPayout(tx, stale.id);
  if (!payout || !isBack(payout) || isLeftToOwner(payout, payee)) return null;
  const { wanted, destination } = whereAgain(await bankAccountsOf(tx, payout.seller), payout, now);
  if (destination.kind === "on_hold") await lookAgain(tx, payout.seller, destination.until, now);
  if (destination.kind !== "account") return null;
  const again = await makePayout(
    tx,
    outgoing,
    {
      user: payout.seller,
      kind: "retry",
      cause: `retry:${payout.id}`,
      part: 0,
      deal: payout.deal,
      amount: payout.amount,
      wantedAccount: wanted,
      tries: payout.tries + 1,
    },
    now,
  );
  if (again) await markRetried(tx, payout, again.id);
  return again;
}

/** Pays out what a wallet holds at the hour that its owner has chosen, if it is enough. */
export const payBatch = (db: Database, outgoing: Outgoing): JobHandler => ({
  kind: "payout.batch",
  neverGivenUp: true,
  async run(payload, now) {
    const user = parseId("user", String(payload.user));
    if (!user) return "done";
    const next = await againWhenMoved(() => db.transaction((tx) => payGathered(tx, outgoing, user, now)));
    return next === null ? "done" : { again: next };
  },
});

/** Answers when to look again; null when the wallet is empty or another schedule holds now. */
async function payGathered(tx: Tx, outgoing: Outgoing, user: UserId, now: Instant): Promise<Instant | null> {
  const payee = await lockPayee(tx, user);
  const due = await nextBatchOf(tx, user);
  if (!isBatch(payee.schedule) || due === null) return null;
  if (now < due) return due;
  const left = await payAvailable(tx, outgoing, user, payee, `batch:${user}:${due}`, now);
  await setNextBatch(tx, user, null);
  if (left === 0n) return null;
  await addBatch(tx, user, payee, now);
  return await nextBatchOf(tx, user);
}

/** Pays out what is available in each currency that the rail carries, from the minimum on; answers how much was left. */
export async function payAvailable(
  tx: Tx,
  outgoing: Outgoing,
  user: UserId,
  payee: Payee,
  cause: string,
  now: Instant,
): Promise<bigint> {
  const minimum = isBatch(payee.schedule) ? payee.schedule.minimum : null;
  let left = 0n;
  for (const currency of outgoing.rail.currencies) {
    const amount = available(await purseOf(tx, user, currency));
    const enough = minimum?.currency !== currency || amount.minor >= minimum.minor;
    if (!enough) left += amount.minor;
    else
      await payShares(
        tx,
        outgoing,
        payee,
        { user, kind: "batch", cause: `${cause}:${currency}`, deal: null, amount },
        now,
      );
  }
  return left;
}
