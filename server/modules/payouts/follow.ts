import type { AuditAction } from "@amana/core/audit";
import { parseId } from "@amana/core/ids";
import { equal } from "@amana/core/money";
import { isOverdue, isUsable } from "@amana/core/payout";
import { refuse } from "@amana/core/result";
import { after, type Duration, hours, type Instant, minutes, seconds } from "@amana/core/time";
import { record } from "#modules/audit";
import type { CallRefusal } from "#ports/call";
import type { PayoutRail, PayoutReport } from "#ports/payout-rail";
import type { Database } from "#runtime/database";
import { type JobHandler, type JobOutcome, mayBeOnItsWay, ON_ITS_WAY, tryAgain } from "#runtime/work";
import { readBankAccount } from "./account-store.ts";
import { endFailed, endPaid, endReturned } from "./end.ts";
import { changePayout, markAlarmed, markSending, type Payout, type PayoutState, readPayout } from "./store.ts";

/** A rail may forget an id after so long; what it then does not know is asked for and never sent again. */
const RAIL_REMEMBERS = hours(24);

/** Of these the rail knows nothing. */
const NEVER_SENT: readonly PayoutState[] = ["waiting_for_bank_account", "withheld", "cancelled"];
const CAME_BACK: readonly PayoutState[] = ["failed", "returned"];

/**
 * Sends a payout and follows it to its end; once it may have been sent it is looked up under our id before it is ever sent again.
 * Paid ones may still come back. One that is on its way for a day is shown to staff, and is asked after for as long as it takes.
 */
export const followPayout = (db: Database, rail: PayoutRail): JobHandler => ({
  kind: "payout.follow",
  neverGivenUp: true,
  async run(payload, now) {
    const id = parseId("payout", String(payload.payout));
    const payout = id && (await readPayout(db, id));
    if (!payout || NEVER_SENT.includes(payout.state)) return "done";
    if (CAME_BACK.includes(payout.state)) return await hearContradiction(db, rail, payout, now);
    return await follow(db, rail, payout, now);
  },
});

async function follow(db: Database, rail: PayoutRail, payout: Payout, now: Instant): Promise<JobOutcome> {
  const known = payout.sendingSince === null ? NOT_ASKED : await rail.look(payout.id);
  if (known.ok) return await recordReport(db, payout, known.value, now);
  return known.error.kind === "not_found"
    ? await send(db, rail, payout, now)
    : await notNow(db, payout, known.error, now);
}

/** A payout that was never sent is not asked for. */
const NOT_ASKED = refuse({ kind: "not_found" } as const);

/** What was booked as failed or returned and is now said to be paid may have been paid twice: staff are told, and nothing is moved. */
async function hearContradiction(db: Database, rail: PayoutRail, payout: Payout, now: Instant): Promise<JobOutcome> {
  const known = await rail.look(payout.id);
  if (!known.ok) return known.error.kind === "not_found" ? "done" : tryAgain(known.error, now);
  if (known.value.status === "paid")
    await alarm(db, payout, `the rail says paid, and ${payout.state} is booked`, now, "payout.contradicted");
  return "done";
}

async function send(db: Database, rail: PayoutRail, payout: Payout, now: Instant): Promise<JobOutcome> {
  const { bankAccount: payee, sendingSince } = payout;
  if (payout.state !== "requested" || !payee)
    throw new Error(`${payout.id} is ${payout.state} and the rail does not know it`);
  if (sendingSince !== null && now >= after(sendingSince, RAIL_REMEMBERS)) {
    await alarm(db, payout, "the rail does not know it and may have forgotten it", now);
    return { again: after(now, hours(1)) };
  }
  if (sendingSince === null && !(await mayBePaidTo(db, payout, now))) {
    await endFailed(db, payout, "the bank account may no longer be paid to", now);
    return "done";
  }
  const before = await markSending(db, payout, now);
  const sent = await rail.send({ payout: payout.id, payee, amount: payout.amount, remark: "Amana payout" });
  if (sent.ok) return await recordReport(db, payout, sent.value, now);
  if (sent.error.kind !== "declined") return await notNow(db, payout, sent.error, now);
  if (mayBeOnItsWay(before, now)) return { again: after(now, ON_ITS_WAY) };
  await endFailed(db, payout, sent.error.code, now);
  return "done";
}

/** An account may have been blocked between the decision and the call. */
async function mayBePaidTo(db: Database, { bankAccount }: Payout, now: Instant): Promise<boolean> {
  const account = bankAccount && (await readBankAccount(db, bankAccount));
  return account !== null && isUsable(account, now);
}

/** The job's own pauses grow with each failure; the alarm looks at how long it all takes. */
async function notNow(db: Database, payout: Payout, refusal: CallRefusal, now: Instant): Promise<JobOutcome> {
  if (payout.sendingSince !== null && isOverdue(payout.sendingSince, now))
    await alarm(db, payout, JSON.stringify(refusal), now);
  return tryAgain(refusal, now);
}

async function recordReport(db: Database, payout: Payout, report: PayoutReport, now: Instant): Promise<JobOutcome> {
  if (!equal(report.amount, payout.amount)) throw new Error(`${payout.id}: the rail pays another amount`);
  switch (report.status) {
    case "paid":
      await endPaid(db, payout, report, now);
      return "done";
    case "returned":
      await endReturned(db, payout, report, now);
      return "done";
    case "failed":
      // What was paid and is now said never to have left is back at the rail all the same.
      if (payout.state === "paid") await endReturned(db, payout, report, now);
      else await endFailed(db, payout, report.reason ?? "failed", now);
      return "done";
    default:
      return await stillPending(db, payout, report, now);
  }
}

async function stillPending(db: Database, payout: Payout, report: PayoutReport, now: Instant): Promise<JobOutcome> {
  const { reference, bankReference, reason } = report;
  if (payout.state === "requested")
    await changePayout(db, payout, { state: "pending", reference, bankReference, reason }, now);
  if (isOverdue(payout.sendingSince ?? payout.requestedAt, now))
    await alarm(db, payout, `the rail says ${report.status}`, now);
  return { again: after(now, pause(payout, now)) };
}

function pause({ requestedAt }: Payout, now: Instant): Duration {
  if (now - requestedAt < minutes(10)) return seconds(10);
  return now - requestedAt < hours(24) ? minutes(10) : hours(1);
}

/** Tells staff of a payout that needs them, once for each state that it is in. */
async function alarm(
  db: Database,
  payout: Payout,
  reason: string,
  now: Instant,
  action: AuditAction = "payout.overdue",
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await markAlarmed(tx, payout, now))) return;
    await record(tx, now, {
      actor: "system",
      actorId: null,
      action,
      subject: payout.id,
      reason: reason.slice(0, 1000),
      detail: { amount: payout.amount.minor.toString(), currency: payout.amount.currency, rail: payout.rail },
    });
  });
}
