import type { DealId } from "@amana/core/ids";
import { add, type Money } from "@amana/core/money";
import { purchaseOfDeal } from "#modules/carts";
import { type DealMoved, readDeal } from "#modules/escrow";
import { capturesOf } from "#modules/payments";
import type { Tx } from "#runtime/database";

/** What a buyer of several orders is told once, for all of them. */
export type Together = { readonly command: string; readonly eventKey: string; readonly amount: Money | null };

/** Null where a step concerns its own order alone. The first of them that is heard tells it; the others say the same again. */
export async function toldTogether(tx: Tx, { deal, command }: DealMoved): Promise<Together | null> {
  if (command !== "place" && command !== "payment_captured" && command !== "lapse_payment") return null;
  const purchase = await purchaseOfDeal(tx, deal);
  if (!purchase || purchase.orders.length < 2) return null;
  const { id, total } = purchase;
  if (command === "place") return { command: "purchase_placed", eventKey: `${id}:placed`, amount: total };
  // Of one payment the time runs out for all that it would have paid; what was cancelled or paid before is not among them.
  if (command === "lapse_payment") return { command: "purchase_lapsed", eventKey: `${id}:lapsed`, amount: null };
  const deals = purchase.orders.map((one) => one.deal);
  const { reference, paid } = await paidWith(tx, deal, deals);
  const amounts = await totalsOf(tx, paid);
  return paid.length < 2
    ? null
    : { command: "purchase_paid", eventKey: `${id}:paid:${reference}`, amount: amounts.reduce(add) };
}

/** The deals that were funded by the money that funded this one. */
async function paidWith(tx: Tx, deal: DealId, deals: readonly DealId[]) {
  const gateway = (await readDeal(tx, deal))?.gateway ?? "";
  const funded = (await capturesOf(tx, gateway, { deals, captures: [] })).filter(
    ({ disposition }) => disposition === "escrow",
  );
  const reference = funded.find((one) => one.deal === deal)?.reference ?? null;
  const paid = funded.flatMap((one) => (one.reference === reference && one.deal ? [one.deal] : []));
  return { reference, paid };
}

async function totalsOf(tx: Tx, deals: readonly DealId[]): Promise<Money[]> {
  const totals: Money[] = [];
  for (const deal of deals) {
    const found = await readDeal(tx, deal);
    if (found) totals.push(found.total);
  }
  return totals;
}
