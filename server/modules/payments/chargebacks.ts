import { type Deal, isFinal, processOf } from "@amana/core/escrow";
import { type Money, money, subtract } from "@amana/core/money";
import { at, type Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import { advance, readDeal } from "#modules/escrow";
import { post } from "#modules/ledger";
import type { DisputeReport } from "#ports/payment-gateway";
import type { Queryable } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";
import { insertCapture } from "./capture-store.ts";
import { type Chargeback, saveChargeback } from "./chargeback-store.ts";
import { borneByUs, clawBack, givenBack } from "./clawback.ts";
import { smaller } from "./refund-postings.ts";
import { lockRefundOf, refundsOfDeal } from "./refund-store.ts";
import { addFollow, mustBePosted, requestRefund, takeFromRefund } from "./refunds.ts";
import { intoSuspense, outOfSuspense } from "./suspense-postings.ts";
import { addWatch } from "./suspense-watch.ts";

/**
 * What a chargeback that has been opened does: a deal that holds the money is frozen; of a deal that has paid its seller, the
 * seller's part is taken back once the bank has taken it from us; what the buyer has been refunded waits for the outcome.
 */
export async function takeEffect(
  tx: Queryable,
  chargeback: Chargeback,
  report: DisputeReport,
  now: Instant,
): Promise<Chargeback> {
  const effective = await effectOf(tx, chargeback, report, now);
  if (effective.effect !== null) await saveChargeback(tx, effective, now);
  return effective;
}

async function effectOf(
  tx: Queryable,
  chargeback: Chargeback,
  report: DisputeReport,
  now: Instant,
): Promise<Chargeback> {
  if (!sameId(chargeback.cause, chargeback.deal)) return { ...chargeback, effect: "refunding" };
  const deal = await readDeal(tx, chargeback.deal);
  if (!deal) throw new Error(`${chargeback.id} is about no deal`);
  switch (deal.escrow) {
    case "held":
    // The parties may be at odds already: the bank's question lies upon theirs.
    case "disputed":
      return report.status === "won" ? { ...chargeback, effect: "noted" } : await freeze(tx, chargeback, deal, now);
    case "released":
    case "settled":
      return await fromSeller(tx, chargeback, deal, report, now);
    case "refunded":
      return { ...chargeback, effect: "refunding" };
    default:
      return chargeback;
  }
}

const sameId = (a: string, b: string): boolean => a.slice(-32) === b.slice(-32);

/** A deadline that fell due before goes first; then the chargeback finds the deal where the deadline left it. */
async function freeze(tx: Queryable, chargeback: Chargeback, deal: Deal, now: Instant): Promise<Chargeback> {
  const since = deal.deadline?.openedAt ?? now;
  const moved = await advance(
    tx,
    deal.id,
    { name: "chargeback_opened", by: "gateway", at: at(Math.max(chargeback.openedAt, since)) },
    now,
    { key: keyOf(chargeback, "opened") },
  );
  return moved.ok ? { ...chargeback, effect: "held" } : chargeback;
}

async function fromSeller(
  tx: Queryable,
  chargeback: Chargeback,
  deal: Deal,
  report: DisputeReport,
  now: Instant,
): Promise<Chargeback> {
  if (report.status === "won") return { ...chargeback, effect: "noted" };
  if (!report.takesMoney && report.status === "open") return chargeback;
  const refunded = (await refundsOfDeal(tx, deal.id)).find(({ source }) => source === "escrow")?.amount;
  const sold = refunded ? subtract(deal.total, refunded) : deal.total;
  const amount = smaller(chargeback.amount, sold);
  await clawBack(tx, clawOf(chargeback, amount, "opened"), now);
  return { ...chargeback, effect: "clawed_back", fromSeller: amount };
}

const clawOf = (chargeback: Chargeback, amount: Money, what: string) => ({
  from: chargeback.seller,
  amount,
  gateway: chargeback.gateway,
  deal: chargeback.deal,
  key: keyOf(chargeback, what),
});

export async function bookWon(tx: Queryable, chargeback: Chargeback, now: Instant): Promise<Chargeback | null> {
  if (chargeback.effect === "held") return await unfreeze(tx, chargeback, now);
  if (chargeback.effect === "clawed_back")
    mustBePosted(await post(tx, givenBack(clawOf(chargeback, chargeback.fromSeller, "won")), now));
  await hurryRefund(tx, chargeback, now);
  return chargeback;
}

/** A deal that was closed before the bank gave in has paid the money to the gateway: it comes back, and staff decide whose it is. */
async function unfreeze(tx: Queryable, chargeback: Chargeback, now: Instant): Promise<Chargeback | null> {
  const { deal } = chargeback;
  const command = { name: "chargeback_won", by: "gateway", at: now } as const;
  const moved = await advance(tx, deal, command, now, { key: keyOf(chargeback, "won") });
  if (moved.ok) return chargeback;
  if (!(await isOver(tx, chargeback))) return null;
  await toStaff(tx, chargeback, chargeback.amount, now);
  return chargeback;
}

export async function bookLost(tx: Queryable, chargeback: Chargeback, now: Instant): Promise<Chargeback | null> {
  if (chargeback.effect === "held") return await giveUpDeal(tx, chargeback, now);
  const rest = subtract(chargeback.amount, chargeback.fromSeller);
  return rest.minor === 0n || chargeback.effect === "noted" ? chargeback : await bookRest(tx, chargeback, rest, now);
}

/** The deal gives all that it holds to the gateway; where the bank has asked for a part alone, the buyer gets the rest. */
async function giveUpDeal(tx: Queryable, chargeback: Chargeback, now: Instant): Promise<Chargeback | null> {
  const { deal, payment, buyer, gateway } = chargeback;
  const command = { name: "chargeback_lost", by: "gateway", at: now } as const;
  const moved = await advance(tx, deal, command, now, { key: keyOf(chargeback, "lost") });
  if (!moved.ok) return (await isOver(tx, chargeback)) ? chargeback : null;
  const left = money(moved.value.total.minor - chargeback.amount.minor, chargeback.amount.currency);
  if (left.minor <= 0n) return chargeback;
  const id = newIdBeside("capture", now, deal);
  const about = { id, deal, gateway, amount: left };
  const of = { payment, deal, buyer, gateway, foreignPayment: null };
  await insertCapture(tx, {
    ...{ id, payment, deal, foreignPayment: null, gateway, amount: left, capturedAt: now },
    ...{ reference: `${chargeback.reference}:rest`, disposition: "suspense", why: "rest_of_chargeback" },
  });
  const refund = await requestRefund(tx, { ...of, source: "suspense", cause: id, amount: left }, now);
  if (!refund) throw new Error(`${id} is being refunded before it was recorded`);
  mustBePosted(await post(tx, [intoSuspense(about), outOfSuspense(about, refund.id)], now));
  return chargeback;
}

async function isOver(tx: Queryable, { deal: id }: Chargeback): Promise<boolean> {
  const deal = await readDeal(tx, id);
  return deal !== null && isFinal(processOf(deal.process, deal.processVersion), deal.state);
}

/**
 * What the bank has taken beside the seller's part is the buyer's refund: it is stopped where it has not been sent; where it became
 * the buyer's balance it is taken from there; where it was made, we bear it. While nobody knows, it waits for the refund's end.
 */
async function bookRest(tx: Queryable, chargeback: Chargeback, rest: Money, now: Instant): Promise<Chargeback | null> {
  const { deal, gateway, buyer } = chargeback;
  const key = keyOf(chargeback, "lost");
  const refund = await lockRefundOf(tx, chargeback.cause);
  switch (refund?.state) {
    case "requested":
    case "pending":
      if (await takeFromRefund(tx, refund, rest, key, now)) return chargeback;
      await addFollow(tx, refund.id, now, now);
      return null;
    case "failed":
      await clawBack(tx, { ...clawOf(chargeback, rest, "lost"), from: buyer }, now);
      return chargeback;
    default:
      mustBePosted(await post(tx, [borneByUs(rest, gateway, deal, key)], now));
      return { ...chargeback, fromPlatform: rest };
  }
}

/** A refund that waited for the bank's answer goes on. */
async function hurryRefund(tx: Queryable, { cause }: Chargeback, now: Instant): Promise<void> {
  const refund = await lockRefundOf(tx, cause);
  if (refund?.state === "requested" || refund?.state === "pending") await addFollow(tx, refund.id, now, now);
}

export async function toStaff(tx: Queryable, chargeback: Chargeback, amount: Money, now: Instant): Promise<void> {
  const { deal, payment, gateway, reference, round } = chargeback;
  const id = newIdBeside("capture", now, deal);
  await insertCapture(tx, {
    ...{ id, payment, deal, foreignPayment: null, gateway, amount, capturedAt: now },
    ...{ reference: `${reference}:won:${round}`, disposition: "suspense", why: "chargeback_won_late" },
  });
  mustBePosted(await post(tx, [intoSuspense({ id, deal, gateway, amount })], now));
  await addWatch(tx, id, now);
  await record(tx, now, {
    actor: "provider",
    provider: gateway,
    actorId: null,
    action: "chargeback.won_late",
    subject: chargeback.id,
    reason: "the money came back after the chargeback had been booked as lost",
    detail: { capture: id, deal },
  });
}

const keyOf = ({ id, round }: Chargeback, what: string): string => `chargeback_${what}:${id}:${round}`;
