import { shardOf } from "@amana/core/ids";
import { type AccountCode, accounts, type PostingKind } from "@amana/core/ledger";
import { isBatch, recoverable, restBeforeRetry } from "@amana/core/payout";
import { after, type Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import type { PayoutReport } from "#ports/payout-rail";
import type { Database, Tx } from "#runtime/database";
import { addJob, announce } from "#runtime/work";
import { bankAccountsOf, changeBankAccount, makePrimary } from "./account-store.ts";
import { addBatch } from "./demand.ts";
import { lockPayee, type Payee } from "./payee-store.ts";
import { againWhenMoved, moving, postAll, purseOf, recovering } from "./purse.ts";
import { changePayout, type Payout, type PayoutChange } from "./store.ts";
import { tellChecked } from "./tell-checked.ts";

type Seen = Pick<PayoutReport, "reference" | "bankReference" | "reason">;

/** The rail says that the bank has credited it. */
export async function endPaid(db: Database, payout: Payout, seen: Seen, now: Instant): Promise<void> {
  if (payout.state === "paid") return;
  const route = [accounts.payoutsInFlight(payout.rail), accounts.clearing(payout.rail)] as const;
  await db.transaction((tx) => book(tx, payout, { ...seenOf(seen), state: "paid" }, "payout_confirmed", route, now));
}

/** It never left: the money is back in the wallet. */
export const endFailed = (db: Database, payout: Payout, reason: string, now: Instant): Promise<void> =>
  underLock(db, payout, async (tx, payee) => {
    const route = [accounts.payoutsInFlight(payout.rail), accounts.wallet(payout.seller)] as const;
    if (!(await book(tx, payout, { state: "failed", reason }, "payout_failed", route, now))) return;
    await payDebt(tx, payout, now);
    if (isBatch(payee.schedule)) return await addBatch(tx, payout.seller, payee, now);
    await retryLater(tx, payout, now);
  });

/** The bank sent it back, before or after it was paid: to the wallet, and nothing more goes to that account until it is verified again. */
export const endReturned = (db: Database, payout: Payout, seen: Seen, now: Instant): Promise<void> =>
  underLock(db, payout, async (tx, payee) => {
    const wallet = accounts.wallet(payout.seller);
    const change = { ...seenOf(seen), state: "returned" } as const;
    const done =
      payout.state === "paid"
        ? await book(tx, payout, change, "payout_returned", [accounts.clearing(payout.rail), wallet], now)
        : await book(tx, payout, change, "payout_failed", [accounts.payoutsInFlight(payout.rail), wallet], now);
    if (!done) return;
    await payDebt(tx, payout, now);
    await block(tx, payout, seen.reason ?? "a payout came back", now);
    if (isBatch(payee.schedule)) return await addBatch(tx, payout.seller, payee, now);
    await addRetry(tx, payout, now, now);
  });

const underLock = (db: Database, { seller }: Payout, work: (tx: Tx, payee: Payee) => Promise<void>): Promise<void> =>
  againWhenMoved(() => db.transaction(async (tx) => work(tx, await lockPayee(tx, seller))));

/** What came back pays first what its owner owes. */
async function payDebt(tx: Tx, { id, seller, deal, amount: { currency } }: Payout, now: Instant): Promise<void> {
  const owed = recoverable(await purseOf(tx, seller, currency));
  await postAll(tx, recovering(seller, `back:${id}`, deal, owed), now);
}

const seenOf = ({ reference, bankReference, reason }: Seen): Seen => ({ reference, bankReference, reason });

/** Books an end, once, and tells of it; false when somebody else has. */
async function book(
  tx: Tx,
  payout: Payout,
  change: PayoutChange,
  kind: PostingKind,
  route: readonly [AccountCode, AccountCode],
  now: Instant,
): Promise<boolean> {
  if (!(await changePayout(tx, payout, change, now))) return false;
  await postAll(tx, moving(payout.seller, kind, `${kind}:${payout.id}`, payout.deal, route, payout.amount), now);
  const payload = {
    payout: payout.id,
    deal: payout.deal,
    seller: payout.seller,
    state: change.state,
    amount: payout.amount.minor.toString(),
    currency: payout.amount.currency,
  };
  // Those who hear of `payout.ended` tell it to the parties of a deal.
  const topic = payout.deal === null ? "withdrawal.ended" : "payout.ended";
  await announce(tx, now, { shard: shardOf(payout.id), topic, payload });
  return true;
}

async function block(tx: Tx, { id, seller, bankAccount }: Payout, reason: string, now: Instant): Promise<void> {
  const owned = await bankAccountsOf(tx, seller);
  const account = owned.find((one) => one.id === bankAccount);
  if (account?.status !== "verified") return;
  await changeBankAccount(tx, account.id, { status: "blocked", reason: reason.slice(0, 200) });
  const other = owned.find((one) => one.id !== account.id && one.status === "verified");
  if (account.primary && other) await makePrimary(tx, other);
  await record(tx, now, {
    actor: "provider",
    provider: "payout rail",
    actorId: null,
    action: "bank_account.blocked",
    subject: account.id,
    reason,
    detail: { payout: id },
  });
  await tellChecked(tx, account, "blocked", now);
}

/** After a rest, as often as the policy says; then it waits for people. */
async function retryLater(tx: Tx, payout: Payout, now: Instant): Promise<void> {
  if (payout.kind === "withdrawal") return;
  const rest = restBeforeRetry(payout.tries);
  if (rest !== null) return await addRetry(tx, payout, after(now, rest), now);
  await record(tx, now, {
    actor: "system",
    actorId: null,
    action: "payout.given_up",
    subject: payout.id,
    reason: `failed ${payout.tries + 1} times`,
    detail: { deal: payout.deal, amount: payout.amount.minor.toString(), currency: payout.amount.currency },
  });
}

/** What was withdrawn by hand is withdrawn again by hand. */
async function addRetry(tx: Tx, payout: Payout, runAt: Instant, now: Instant): Promise<void> {
  if (payout.kind === "withdrawal") return;
  await addJob(tx, now, {
    shard: shardOf(payout.id),
    kind: "payout.retry",
    key: `payout.retry:${payout.id}`,
    payload: { payout: payout.id },
    runAt,
  });
}
