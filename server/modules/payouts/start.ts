import { type PayoutId, shardOf, type UserId } from "@amana/core/ids";
import { accounts, type Posting } from "@amana/core/ledger";
import type { Currency, Money } from "@amana/core/money";
import { money } from "@amana/core/money";
import { type Destination, destinationOf, type Purse, recoverable } from "@amana/core/payout";
import { after, hours, type Instant } from "@amana/core/time";
import type { PayoutRail } from "#ports/payout-rail";
import type { Queryable } from "#runtime/database";
import { addJob } from "#runtime/work";
import { type BankAccount, bankAccountsOf } from "./account-store.ts";
import { moving, postAll, purseOf, recovering } from "./purse.ts";
import { changePayout, type Payout } from "./store.ts";

/** Whether money may leave at all at the moment: null, or why not, in words for staff. */
export type PayoutGate = (db: Queryable, amount: Money) => Promise<string | null>;

/** What money goes out by. */
export type Outgoing = {
  readonly rail: Pick<PayoutRail, "name" | "currencies">;
  readonly mayPayOut: PayoutGate;
};

export const paysOut = ({ rail }: Outgoing, currency: Currency): boolean => rail.currencies.includes(currency);

/** How often what is withheld is looked at again. */
const NEXT_LOOK = hours(1);

/**
 * Takes a payout that waits out of the wallet and has it sent, or says what it waits for. What the user owes is taken from the
 * wallet first; a wallet that has become too small gives what is left, and a withdrawal, which was asked for to the unit, nothing.
 * The caller holds the lock of its user.
 */
export async function start(tx: Queryable, outgoing: Outgoing, payout: Payout, now: Instant): Promise<void> {
  const destination = destinationFor(await bankAccountsOf(tx, payout.seller), payout, now);
  if (destination.kind !== "account") return await waitForAccount(tx, payout, destination, now);
  const refusal = await outgoing.mayPayOut(tx, payout.amount);
  if (refusal !== null) {
    await changePayout(tx, payout, { state: "withheld", reason: refusal }, now);
    return await lookAgain(tx, payout.seller, after(now, NEXT_LOOK), now);
  }
  await takeOut(tx, payout, destination.account, now);
}

/** The account that the payout names, as soon as it may be used; else wherever the user's money goes. */
export function destinationFor(
  owned: readonly BankAccount[],
  { wantedAccount }: Pick<Payout, "wantedAccount">,
  now: Instant,
): Destination<BankAccount> {
  return destinationOf(wantedAccount === null ? owned : owned.filter(({ id }) => id === wantedAccount), now);
}

async function waitForAccount(
  tx: Queryable,
  payout: Payout,
  destination: Exclude<Destination<BankAccount>, { readonly kind: "account" }>,
  now: Instant,
): Promise<void> {
  const waitsUntil = destination.kind === "on_hold" ? destination.until : null;
  await changePayout(tx, payout, { state: "waiting_for_bank_account", waitsUntil }, now);
  if (waitsUntil !== null) await lookAgain(tx, payout.seller, waitsUntil, now);
}

async function takeOut(tx: Queryable, payout: Payout, account: BankAccount, now: Instant): Promise<void> {
  const { seller, id } = payout;
  const taken = takenOut(await purseOf(tx, seller, payout.amount.currency), payout);
  const { amount } = taken;
  if (amount.minor === 0n) {
    await changePayout(tx, payout, { state: "cancelled", reason: "the wallet no longer holds it" }, now);
    return;
  }
  if (!(await changePayout(tx, payout, { state: "requested", bankAccount: account.id, amount }, now))) return;
  await postAll(tx, leaving(payout, taken), now);
  await addFollow(tx, id, now, now);
}

/** What leaves a wallet with a payout: what the user owes, and then what was asked for or what is left of it. */
export type TakenOut = { readonly recovered: Money; readonly amount: Money };

export function takenOut(purse: Purse, { kind, amount }: Pick<Payout, "kind" | "amount">): TakenOut {
  const recovered = recoverable(purse);
  const free = purse.wallet - recovered.minor;
  const minor = free < amount.minor ? (kind === "withdrawal" ? 0n : free) : amount.minor;
  return { recovered, amount: money(minor, amount.currency) };
}

/** The postings with which it leaves. */
export function leaving({ id, seller, deal, rail }: Payout, { recovered, amount }: TakenOut): Posting[] {
  const route = [accounts.wallet(seller), accounts.payoutsInFlight(rail)] as const;
  return [...recovering(seller, id, deal, recovered), ...moving(seller, "payout", `payout:${id}`, deal, route, amount)];
}

export const addFollow = (tx: Queryable, payout: PayoutId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(payout),
    kind: "payout.follow",
    key: `payout.follow:${payout}`,
    payload: { payout },
    runAt,
  });

/** Has what waits of a user looked at again. */
export const lookAgain = (tx: Queryable, user: UserId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(user),
    kind: "payout.waiting",
    key: `payout.waiting:${user}`,
    payload: { user },
    runAt,
  });
