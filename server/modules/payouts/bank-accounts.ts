import { idOf, parseId, shardOf, type UserId } from "@amana/core/ids";
import { usableFrom } from "@amana/core/payout";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, type Duration, type Instant, minutes } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import { readUser, tellUser } from "#modules/identity";
import type { CallRefusal } from "#ports/call";
import type { PayeeReport, PayoutRail, Payee as RailPayee } from "#ports/payout-rail";
import { type Database, type Queryable, timestamp } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newIdBeside } from "#runtime/ids";
import { blindIndex, blindIndexes, type Keyring, placeIn, type SealedColumn, seal, unseal } from "#runtime/secrets";
import { addJob, announce, type JobHandler, type JobOutcome, tryAgain } from "#runtime/work";
import {
  accountsAlike,
  type BankAccount,
  type BankAccountId,
  bankAccountsOf,
  changeBankAccount,
  insertBankAccount,
  makePrimary,
  markRegistering,
  numberIndexOf,
  readBankAccount,
} from "./account-store.ts";
import { startWaiting } from "./again.ts";
import { lockPayee } from "./payee-store.ts";
import { againWhenMoved } from "./purse.ts";
import type { Outgoing } from "./start.ts";
import { tellChecked } from "./tell-checked.ts";

export type NewBankAccount = {
  readonly holderName: string;
  readonly accountNumber: string;
  readonly ifsc: string;
  readonly kind: "savings" | "current";
};

/** The numbers of bank accounts, sealed; a bank and a number together are what is indexed. */
export const ACCOUNT_NUMBERS: SealedColumn = {
  name: "payouts.bank_account:account_number",
  table: "payouts.bank_account",
  column: "account_number_sealed",
  key: "id",
  rowId: (uuid) => idOf("bankAccount", uuid),
  index: {
    column: "number_index",
    beside: "ifsc",
    textOf: (number, ifsc) => `${ifsc.slice(0, BANK_LETTERS)}:${number}`,
  },
};

/** The letters of an IFSC that name the bank; the rest is the branch, which may change while the account stays. */
const BANK_LETTERS = 4;

const indexTextOf = (added: NewBankAccount): string =>
  ACCOUNT_NUMBERS.index?.textOf(added.accountNumber, added.ifsc) ?? added.accountNumber;

/**
 * Adds a bank account that is not on the user's list already. It takes the place of a verified one only when the payout rail has verified
 * it, and money goes there only after the hold of a changed account.
 */
export async function addBankAccount(
  db: Database,
  keys: Keyring,
  asker: Asker,
  added: NewBankAccount,
  now: Instant,
): Promise<Result<BankAccount, "on_the_list_already">> {
  const { user } = asker;
  return await db.transaction(async (tx) => {
    await lockPayee(tx, user);
    const owned = await bankAccountsOf(tx, user);
    const alike = await accountsAlike(tx, blindIndexes(keys, ACCOUNT_NUMBERS.name, indexTextOf(added)));
    if (alike.some((other) => other.user === user)) return refuse("on_the_list_already");
    const account = newAccount(keys, user, added, now);
    await insertBankAccount(tx, account, blindIndex(keys, ACCOUNT_NUMBERS.name, indexTextOf(added)));
    const primary = !owned.some(({ status }) => status === "verified");
    if (primary) await makePrimary(tx, account);
    await note(tx, asker, account, "added", {}, now);
    await noteShared(
      tx,
      account,
      alike.map(({ id }) => id),
      now,
    );
    await tellOwner(tx, account, "added", owned, null, now);
    // By mail too: whoever took the account over sees what is told inside it, and not the mailbox.
    await tellUser(tx, user, "bank_account_added", now);
    await addRegistration(tx, account, now);
    return ok({ ...account, primary });
  });
}

function newAccount(keys: Keyring, user: UserId, added: NewBankAccount, now: Instant): BankAccount {
  const id = newIdBeside("bankAccount", now, user);
  return {
    id,
    user,
    holderName: added.holderName,
    accountNumberSealed: seal(keys, placeIn(ACCOUNT_NUMBERS, id), added.accountNumber),
    last4: added.accountNumber.slice(-4),
    ifsc: added.ifsc,
    kind: added.kind,
    status: "pending",
    primary: false,
    usableFrom: null,
    blockedReason: null,
    registeringSince: null,
    addedAt: now,
  };
}

const note = (
  tx: Queryable,
  asker: Asker,
  { id, user, last4, ifsc }: BankAccount,
  what: "added" | "checked_again",
  detail: Record<string, unknown>,
  now: Instant,
): Promise<void> =>
  record(tx, now, {
    ...doneBy("user", asker),
    action: `bank_account.${what}`,
    subject: id,
    reason: null,
    detail,
    personal: { of: user, detail: { last4, ifsc } },
  });

const MOST_NAMED = 20;

/** The same account with several users is allowed, and a fact to look at: families share one, and so do people with many names. */
async function noteShared(
  tx: Queryable,
  { id }: BankAccount,
  others: readonly BankAccountId[],
  now: Instant,
): Promise<void> {
  if (others.length === 0) return;
  await record(tx, now, {
    actor: "system",
    actorId: null,
    action: "bank_account.shared",
    subject: id,
    reason: null,
    detail: { others: others.length, accounts: others.slice(0, MOST_NAMED) },
  });
}

/** Whoever is paid elsewhere already is told, so that an account which somebody else has added does not pass unseen. */
async function tellOwner(
  tx: Queryable,
  { id, user, last4 }: BankAccount,
  what: "added" | "replaced",
  others: readonly BankAccount[],
  payoutsFrom: Instant | null,
  now: Instant,
): Promise<void> {
  const before = others.find(({ primary }) => primary);
  if (before?.usableFrom == null) return;
  await announce(tx, now, {
    shard: shardOf(user),
    topic: "bank_account.changed",
    payload: {
      ...{ user, account: id, what, oldLast4: before.last4, newLast4: last4 },
      payoutsFrom: payoutsFrom === null ? null : timestamp(payoutsFrom),
    },
  });
}

const addRegistration = (tx: Queryable, { id }: BankAccount, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(id),
    kind: "bank_account.register",
    key: `bank_account.register:${id}`,
    payload: { bankAccount: id },
    runAt: now,
  });

export const mayBeVerifiedAgain = ({ status }: BankAccount): boolean => status === "blocked" || status === "failed";

/** Has an account that was blocked or refused verified again, at its owner's wish. */
export const verifyAgain = (
  db: Database,
  asker: Asker,
  id: BankAccountId,
  now: Instant,
): Promise<Result<BankAccount, "no_such_bank_account" | "nothing_to_verify" | "on_the_list_already">> =>
  db.transaction(async (tx) => {
    const { user } = asker;
    await lockPayee(tx, user);
    const account = await readBankAccount(tx, id);
    if (account?.user !== user) return refuse("no_such_bank_account");
    if (!mayBeVerifiedAgain(account)) return refuse("nothing_to_verify");
    if (await standsTwice(tx, account)) return refuse("on_the_list_already");
    await changeBankAccount(tx, id, { status: "pending" });
    await note(tx, asker, account, "checked_again", { before: account.status }, now);
    await addRegistration(tx, account, now);
    return ok({ ...account, status: "pending", blockedReason: null });
  });

/** Whether a refused account was added anew meanwhile. */
async function standsTwice(tx: Queryable, { id, user }: BankAccount): Promise<boolean> {
  const index = await numberIndexOf(tx, id);
  const alike = index ? await accountsAlike(tx, [index]) : [];
  return alike.some((other) => other.user === user && other.id !== id);
}

/** How long a verified account that takes the place of another waits for its first payout. */
export type AccountRules = Outgoing & { readonly changedAccountHold: Duration };

/**
 * Makes the account known to the payout rail; what waited for it is then paid. From the first call on the rail may know it, and is
 * asked under our id before it is told again.
 */
export const registerBankAccount = (
  db: Database,
  rail: PayoutRail,
  keys: Keyring,
  rules: AccountRules,
): JobHandler => ({
  kind: "bank_account.register",
  neverGivenUp: true,
  async run(payload, now) {
    const id = parseId("bankAccount", String(payload.bankAccount));
    const account = id && (await readBankAccount(db, id));
    if (account?.status !== "pending") return "done";
    const report = await tellOrAsk(db, rail, account, await payeeOf(db, keys, account), now);
    if (!report.ok)
      return report.error.kind === "declined"
        ? await settle(db, rules, account, "failed", now)
        : tryAgain(report.error, now);
    const { status } = report.value;
    return status === "verified" || status === "failed"
      ? await settle(db, rules, account, status, now)
      : { again: after(now, minutes(5)) };
  },
});

async function tellOrAsk(
  db: Database,
  rail: PayoutRail,
  account: BankAccount,
  payee: RailPayee,
  now: Instant,
): Promise<Result<PayeeReport, CallRefusal>> {
  if (account.registeringSince !== null) {
    const known = await rail.lookPayee(payee);
    if (known.ok || known.error.kind !== "not_found") return known.ok ? known : refuse(readAs(known.error));
  }
  await markRegistering(db, account.id, now);
  return await rail.registerPayee(payee);
}

/** A question that is declined says nothing of the account, unless another one stands under our id. */
const readAs = (refusal: CallRefusal): CallRefusal =>
  refusal.kind === "declined" && refusal.code !== "reference_reused"
    ? { kind: "outcome_unknown", detail: refusal.detail }
    : refusal;

async function payeeOf(db: Database, keys: Keyring, account: BankAccount): Promise<RailPayee> {
  const user = await readUser(db, account.user);
  if (!user) throw new Error(`${account.id} has no owner`);
  const accountNumber = unseal(keys, placeIn(ACCOUNT_NUMBERS, account.id), account.accountNumberSealed);
  return {
    payee: account.id,
    name: account.holderName,
    accountNumber,
    ifsc: account.ifsc,
    email: user.email,
    phone: user.phone,
  };
}

async function settle(
  db: Database,
  rules: AccountRules,
  { id, user }: BankAccount,
  status: "verified" | "failed",
  now: Instant,
): Promise<JobOutcome> {
  await againWhenMoved(() =>
    db.transaction(async (tx) => {
      const payee = await lockPayee(tx, user);
      const account = await readBankAccount(tx, id);
      if (account?.status !== "pending") return;
      if (status === "failed") await changeBankAccount(tx, id, { status });
      else await verified(tx, rules, account, now);
      await record(tx, now, {
        actor: "provider",
        provider: "payout rail",
        actorId: null,
        action: `bank_account.${status}`,
        subject: id,
        reason: null,
        detail: {},
      });
      await tellChecked(tx, account, status, now);
      if (status === "verified") await startWaiting(tx, rules, user, payee, true, now);
    }),
  );
  return "done";
}

/** One that was verified before keeps its day and does not take the place of another. */
async function verified(tx: Queryable, rules: AccountRules, account: BankAccount, now: Instant): Promise<void> {
  const others = (await bankAccountsOf(tx, account.user)).filter(({ id }) => id !== account.id);
  const first = !others.some((other) => other.usableFrom !== null);
  const day = account.usableFrom ?? usableFrom(first, now, rules.changedAccountHold);
  await changeBankAccount(tx, account.id, { status: "verified", usableFrom: day });
  if (account.usableFrom === null || !others.some((other) => other.status === "verified"))
    await makePrimary(tx, account);
  if (account.usableFrom === null) await tellOwner(tx, account, "replaced", others, day, now);
}
