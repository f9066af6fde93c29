import { type PayoutId, uuidOf } from "@amana/core/ids";
import type { Entry } from "@amana/core/ledger";
import type { Money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Queryable, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { type BankAccount, bankAccountsOf } from "./account-store.ts";
import { isBack, isLeftToOwner, sendAgain, whereAgain } from "./again.ts";
import { lockPayee, type Payee, readPayee } from "./payee-store.ts";
import { againWhenMoved, purseOf, WalletMoved } from "./purse.ts";
import { leaving, type Outgoing, takenOut } from "./start.ts";
import { type Payout, readPayout } from "./store.ts";

export type RefusedSending =
  | "no_such_payout"
  | "not_back"
  | "left_to_owner"
  | "no_bank_account"
  | "bank_account_on_hold"
  | "wallet_is_empty";

/** What sending again will do, or has done. */
export type Sending = {
  /** `withheld`: taken down, and sent once payouts go on; nothing is posted before. */
  readonly state: "requested" | "withheld";
  readonly amount: Money;
  readonly account: BankAccount;
  readonly entries: readonly Entry[];
};

/** What sending a payout again would do now; changes nothing. */
export async function previewSendAgain(
  db: Queryable,
  outgoing: Outgoing,
  id: PayoutId,
  now: Instant,
): Promise<Result<Sending, RefusedSending>> {
  const payout = await readPayout(db, id);
  return payout ? plan(db, outgoing, payout, await readPayee(db, payout.seller), now) : refuse("no_such_payout");
}

/** Sends at once, and once, what came back and rests, or has been given up; the reason is kept. */
export async function sendPayoutAgain(
  db: Database,
  outgoing: Outgoing,
  id: PayoutId,
  by: Asker & { readonly reason: string },
  now: Instant,
): Promise<Result<Sending & { readonly payout: PayoutId }, RefusedSending>> {
  const stale = await readPayout(db, id);
  if (!stale) return refuse("no_such_payout");
  return await againWhenMoved(() => db.transaction((tx) => sendOnce(tx, outgoing, stale, by, now)));
}

async function sendOnce(
  tx: Tx,
  outgoing: Outgoing,
  { id, seller }: Payout,
  by: Asker & { readonly reason: string },
  now: Instant,
): Promise<Result<Sending & { readonly payout: PayoutId }, RefusedSending>> {
  const payee = await lockPayee(tx, seller);
  const payout = await readPayout(tx, id);
  if (!payout) return refuse("no_such_payout");
  const planned = await plan(tx, outgoing, payout, payee, now);
  if (!planned.ok) return planned;
  const sent = await sendAgain(tx, outgoing, payee, payout, now);
  const made = sent && (await readPayout(tx, sent.id));
  if (!made) throw new Error(`${id} was not sent again`);
  const { state, amount } = planned.value;
  if (made.state !== state || made.amount.minor !== amount.minor)
    throw new WalletMoved(`${id}: the wallet was moved while it was decided`);
  await record(tx, now, {
    ...doneBy("finance", by),
    action: "payout.sent_again",
    subject: id,
    reason: by.reason,
    detail: { as: made.id, amount: amount.minor.toString(), currency: amount.currency },
  });
  return ok({ ...planned.value, payout: made.id });
}

/** The one decision behind preview and sending. */
async function plan(
  db: Queryable,
  outgoing: Outgoing,
  payout: Payout,
  payee: Payee,
  now: Instant,
): Promise<Result<Sending, RefusedSending>> {
  if (!isBack(payout)) return refuse("not_back");
  if (isLeftToOwner(payout, payee)) return refuse("left_to_owner");
  const { destination } = whereAgain(await bankAccountsOf(db, payout.seller), payout, now);
  if (destination.kind !== "account")
    return refuse(destination.kind === "on_hold" ? "bank_account_on_hold" : "no_bank_account");
  const { account } = destination;
  if ((await outgoing.mayPayOut(db, payout.amount)) !== null)
    return ok({ state: "withheld", amount: payout.amount, account, entries: [] });
  const again: Payout = { ...payout, kind: "retry", rail: outgoing.rail.name };
  const taken = takenOut(await purseOf(db, payout.seller, payout.amount.currency), again);
  if (taken.amount.minor === 0n) return refuse("wallet_is_empty");
  const entries = leaving(again, taken).flatMap((posting) => posting.entries);
  return ok({ state: "requested", amount: taken.amount, account, entries });
}

/** Of those that came back: whether staff may send them again, or their owners alone. */
export async function offersOf(
  db: Queryable,
  payouts: readonly Payout[],
): Promise<ReadonlyMap<PayoutId, "offered" | "left_to_owner">> {
  const back = payouts.filter(isBack);
  if (back.length === 0) return new Map();
  const rows = await db.query<{ user_id: string }>(
    "select user_id from payouts.payee where user_id = any ($1) and kind <> 'automatic'",
    [back.map(({ seller }) => uuidOf(seller))],
  );
  const byHand = new Set(rows.map(({ user_id }) => user_id));
  return new Map(
    back.map(({ id, seller, kind }) => [
      id,
      kind === "withdrawal" || byHand.has(uuidOf(seller)) ? "left_to_owner" : "offered",
    ]),
  );
}
