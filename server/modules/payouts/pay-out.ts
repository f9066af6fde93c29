import { type PayoutId, parseId, shardOf, type UserId } from "@amana/core/ids";
import { type AccountCode, accounts, move, type PostingKind } from "@amana/core/ledger";
import { equal, isCurrency } from "@amana/core/money";
import { refuse } from "@amana/core/result";
import { after, type Duration, type Instant, minutes, seconds } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { post } from "#modules/ledger";
import type { PayoutRail, PayoutReport } from "#ports/payout-rail";
import type { Database, Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { addJob, announce, type JobHandler, type JobOutcome, type Subscription, tryAgain } from "#runtime/work";
import {
  changePayout,
  insertPayout,
  type Payout,
  type PayoutChange,
  type PayoutState,
  payoutsOf,
  primaryAccount,
  readPayout,
} from "./store.ts";

/** What this module needs to know of a deal that has released its money. */
const Released = Type.Object({
  deal: Type.String(),
  seller: Type.String(),
  movement: Type.Literal("release"),
  currency: Type.String(),
  sellerReceives: Type.String(),
});

/** Each release is paid out at once: to the seller's verified primary account, or as soon as there is one. */
export const payOutRelease = (rail: Pick<PayoutRail, "name">): Subscription => ({
  topic: "deal.moved",
  async hear(tx, payload, now) {
    if (payload.movement !== "release") return;
    const released = Value.Parse(Released, Value.Clean(Released, structuredClone(payload)));
    const deal = parseId("deal", released.deal);
    const seller = parseId("user", released.seller);
    if (!deal || !seller || !isCurrency(released.currency))
      throw new Error(`a release that cannot be read: ${JSON.stringify(payload)}`);
    const payout: Payout = {
      id: newIdBeside("payout", now, deal),
      seller,
      deal,
      rail: rail.name,
      amount: { minor: BigInt(released.sellerReceives), currency: released.currency },
      state: "waiting_for_bank_account",
      bankAccount: null,
      reference: null,
      bankReference: null,
      reason: null,
      requestedAt: now,
      updatedAt: now,
    };
    if (await insertPayout(tx, payout)) await start(tx, payout, now);
  },
});

/** A bank account has been verified: what waited for one goes out. */
export async function startWaiting(tx: Queryable, seller: UserId, now: Instant): Promise<void> {
  for (const payout of await payoutsOf(tx, seller, ["waiting_for_bank_account"], 1000)) await start(tx, payout, now);
}

async function start(tx: Queryable, payout: Payout, now: Instant): Promise<void> {
  const account = await primaryAccount(tx, payout.seller);
  if (
    account?.status !== "verified" ||
    !(await changePayout(tx, payout, { state: "requested", bankAccount: account.id }, now))
  )
    return;
  await book(tx, payout, "payout", accounts.wallet(payout.seller), accounts.payoutsInFlight(payout.rail), now);
  await addFollow(tx, payout.id, now, now);
}

export const addFollow = (tx: Queryable, payout: PayoutId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(payout),
    kind: "payout.follow",
    key: `payout.follow:${payout}`,
    payload: { payout },
    runAt,
  });

/** Sends a payout and follows it to its end; looked up under our id before it is ever sent again. Paid ones may still come back. */
export const followPayout = (db: Database, rail: PayoutRail): JobHandler => ({
  kind: "payout.follow",
  async run(payload, now, attempt) {
    const id = parseId("payout", String(payload.payout));
    const payout = id && (await readPayout(db, id));
    if (!payout || WITHOUT_NEWS.includes(payout.state)) return "done";
    const neverSent = payout.state === "requested" && attempt === 1;
    const known = neverSent ? NOT_ASKED : await rail.look(payout.id);
    if (known.ok) return await recordPayout(db, payout, known.value, now);
    return known.error.kind === "not_found" ? await send(db, rail, payout, now) : tryAgain(known.error, now);
  },
});

/** Of these the rail knows nothing yet, or nothing more. */
const WITHOUT_NEWS: readonly PayoutState[] = ["waiting_for_bank_account", "failed", "returned"];

/** A payout that was never sent is not asked for. */
const NOT_ASKED = refuse({ kind: "not_found" } as const);

async function send(db: Database, rail: PayoutRail, payout: Payout, now: Instant): Promise<JobOutcome> {
  const { bankAccount: payee } = payout;
  if (payout.state !== "requested" || !payee)
    throw new Error(`${payout.id} is ${payout.state} and the rail does not know it`);
  const sent = await rail.send({ payout: payout.id, payee, amount: payout.amount, remark: "Amana payout" });
  if (sent.ok) return await recordPayout(db, payout, sent.value, now);
  return sent.error.kind === "declined" ? await fail(db, payout, sent.error.code, now) : tryAgain(sent.error, now);
}

async function recordPayout(db: Database, payout: Payout, report: PayoutReport, now: Instant): Promise<JobOutcome> {
  if (!equal(report.amount, payout.amount)) throw new Error(`${payout.id}: the rail pays another amount`);
  const seen = { reference: report.reference, bankReference: report.bankReference, reason: report.reason };
  const wallet = accounts.wallet(payout.seller);
  const inFlight = accounts.payoutsInFlight(payout.rail);
  const clearing = accounts.clearing(payout.rail);
  switch (report.status) {
    case "paid":
      if (payout.state !== "paid")
        await end(db, payout, { ...seen, state: "paid" }, "payout_confirmed", [inFlight, clearing], now);
      return "done";
    case "returned":
      if (payout.state === "paid")
        await end(db, payout, { ...seen, state: "returned" }, "payout_returned", [clearing, wallet], now);
      else await end(db, payout, { ...seen, state: "returned" }, "payout_failed", [inFlight, wallet], now);
      return "done";
    case "failed":
      return await fail(db, payout, report.reason ?? "failed", now);
    default:
      if (payout.state === "requested") await changePayout(db, payout, { ...seen, state: "pending" }, now);
      return { again: after(now, pause(payout, now)) };
  }
}

const pause = (payout: Payout, now: Instant): Duration =>
  now - payout.requestedAt < minutes(10) ? seconds(10) : minutes(10);

async function fail(db: Database, payout: Payout, reason: string, now: Instant): Promise<JobOutcome> {
  if (payout.state === "paid") throw new Error(`${payout.id} was paid and is now said to have failed`);
  const back = [accounts.payoutsInFlight(payout.rail), accounts.wallet(payout.seller)] as const;
  await end(db, payout, { state: "failed", reason }, "payout_failed", back, now);
  return "done";
}

/** Books the end of a payout, once, and tells of it. */
async function end(
  db: Database,
  payout: Payout,
  change: PayoutChange,
  kind: PostingKind,
  [from, to]: readonly [AccountCode, AccountCode],
  now: Instant,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await changePayout(tx, payout, change, now))) return;
    await book(tx, payout, kind, from, to, now);
    const payload = {
      payout: payout.id,
      deal: payout.deal,
      seller: payout.seller,
      state: change.state,
      amount: payout.amount.minor.toString(),
      currency: payout.amount.currency,
    };
    await announce(tx, now, { shard: shardOf(payout.id), topic: "payout.ended", payload });
  });
}

async function book(
  tx: Queryable,
  payout: Payout,
  kind: PostingKind,
  from: AccountCode,
  to: AccountCode,
  now: Instant,
): Promise<void> {
  const posting = {
    shard: shardOf(payout.id),
    key: `${kind}:${payout.id}`,
    kind,
    deal: payout.deal,
    entries: move(from, to, payout.amount),
  };
  const [verdict] = await post(tx, [posting], now);
  if (verdict !== "posted") throw new Error(`${posting.key}: the ledger says ${verdict}`);
}
