import { type DealId, parseId, shardOf, type UserId } from "@amana/core/ids";
import { accounts } from "@amana/core/ledger";
import { isCurrency, type Money, money } from "@amana/core/money";
import { divideRelease, dueReserve } from "@amana/core/payout";
import { after, type Duration, type Instant } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Database, Queryable } from "#runtime/database";
import { addJob, type JobHandler, type Subscription } from "#runtime/work";
import { payBySchedule } from "./demand.ts";
import { lockPayee } from "./payee-store.ts";
import { againWhenMoved, moving, postAll, purseOf, recovering } from "./purse.ts";
import { heldBeside, insertRelease, markReserveReleased, type Release, readRelease } from "./release-store.ts";
import type { Outgoing } from "./start.ts";

/** What this module needs to know of a deal that has released money, or divided it. */
const Released = Type.Object({
  deal: Type.String(),
  seller: Type.String(),
  movement: Type.Union([Type.Literal("release"), Type.Literal("settle")]),
  currency: Type.String(),
  sellerReceives: Type.String(),
  reserve: Type.Optional(Type.Union([Type.Object({ basisPoints: Type.Integer(), hold: Type.Integer() }), Type.Null()])),
});

/**
 * What a release or a settlement has brought to a seller's wallet pays his debt first, then a part is held back where the deal's
 * policy says so; the rest goes to the bank by his schedule.
 */
export const payOutRelease = (outgoing: Outgoing): Subscription => ({
  name: "pay out release",
  topic: "deal.moved",
  neverGivenUp: true,
  async hear(tx, payload, now) {
    if (payload.movement !== "release" && payload.movement !== "settle") return;
    const received = readReleased(payload);
    if (received.amount.minor > 0n) await divide(tx, outgoing, received, now);
  },
});

type Received = {
  readonly deal: DealId;
  readonly seller: UserId;
  readonly amount: Money;
  readonly reserve: { readonly basisPoints: number; readonly hold: Duration } | null;
};

function readReleased(payload: Record<string, unknown>): Received {
  const released = Value.Parse(Released, Value.Clean(Released, structuredClone(payload)));
  const deal = parseId("deal", released.deal);
  const seller = parseId("user", released.seller);
  if (!deal || !seller || !isCurrency(released.currency))
    throw new Error(`a release that cannot be read: ${JSON.stringify(payload)}`);
  const amount = money(BigInt(released.sellerReceives), released.currency);
  return { deal, seller, amount, reserve: released.reserve ?? null };
}

async function divide(
  tx: Queryable,
  outgoing: Outgoing,
  { deal, seller, amount, reserve }: Received,
  now: Instant,
): Promise<void> {
  const payee = await lockPayee(tx, seller);
  const purse = await purseOf(tx, seller, amount.currency);
  const { recovered, reserved, payable } = divideRelease(amount, purse, reserve?.basisPoints ?? 0);
  const reserveDueAt = reserve && reserved.minor > 0n ? after(now, reserve.hold) : null;
  const release: Release = {
    deal,
    seller,
    received: amount,
    recovered,
    reserved,
    reserveDueAt,
    reserveReleasedAt: null,
    releasedAt: now,
  };
  if (!(await insertRelease(tx, release))) return;
  const toReserve = [accounts.wallet(seller), accounts.reserve(seller)] as const;
  await postAll(
    tx,
    [
      ...recovering(seller, deal, deal, recovered),
      ...moving(seller, "reserve_held", `reserve_held:${deal}`, deal, toReserve, reserved),
    ],
    now,
  );
  if (reserveDueAt !== null) await addReserveRelease(tx, deal, reserveDueAt, now);
  const demand = { user: seller, kind: "release", cause: `release:${deal}`, deal, amount: payable } as const;
  await payBySchedule(tx, outgoing, payee, demand, now);
}

const addReserveRelease = (tx: Queryable, deal: DealId, runAt: Instant, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(deal),
    kind: "reserve.release",
    key: `reserve.release:${deal}`,
    payload: { deal },
    runAt,
  });

/** What was held back of a release comes to the wallet at its day, as far as no chargeback has taken it, and is paid out by schedule. */
export const releaseReserve = (db: Database, outgoing: Outgoing): JobHandler => ({
  kind: "reserve.release",
  neverGivenUp: true,
  async run(payload, now) {
    const deal = parseId("deal", String(payload.deal));
    const release = deal && (await readRelease(db, deal));
    if (!release || release.reserveDueAt === null || release.reserveReleasedAt !== null) return "done";
    if (now < release.reserveDueAt) return { again: release.reserveDueAt };
    await againWhenMoved(() => db.transaction((tx) => giveBack(tx, outgoing, release, now)));
    return "done";
  },
});

async function giveBack(tx: Queryable, outgoing: Outgoing, release: Release, now: Instant): Promise<void> {
  const { deal, seller, reserved } = release;
  const payee = await lockPayee(tx, seller);
  const before = await purseOf(tx, seller, reserved.currency);
  const due = dueReserve(reserved, before.reserve, await heldBeside(tx, release));
  if (!(await markReserveReleased(tx, release, due.minor, now))) return;
  const purse = { ...before, wallet: before.wallet + due.minor, reserve: before.reserve - due.minor };
  const { recovered, payable } = divideRelease(due, purse, 0);
  const toWallet = [accounts.reserve(seller), accounts.wallet(seller)] as const;
  await postAll(
    tx,
    [
      ...moving(seller, "reserve_released", `reserve_released:${deal}`, deal, toWallet, due),
      ...recovering(seller, `reserve:${deal}`, deal, recovered),
    ],
    now,
  );
  const demand = { user: seller, kind: "reserve", cause: `reserve:${deal}`, deal, amount: payable } as const;
  await payBySchedule(tx, outgoing, payee, demand, now);
}
