import { type Command, DEFAULT_POLICY, type Deal } from "@amana/core/escrow";
import { money } from "@amana/core/money";
import { expectOk } from "@amana/core/result";
import { at } from "@amana/core/time";
import type { Database } from "#runtime/database";
import { newId, newRootId } from "#runtime/ids";
import { advance, openDeal } from "./advance.ts";

export const NOW = at(Date.UTC(2026, 2, 2));
export const TOTAL = money(34_800n, "INR");
export const pay: Command = {
  name: "payment_captured",
  by: "gateway",
  at: NOW,
  payment: { gateway: "test", amount: TOTAL },
};

export async function placed(db: Database, now = NOW): Promise<Deal> {
  const opening = {
    id: newId("deal", now, 5),
    buyer: newRootId("user", now),
    seller: newRootId("user", now),
    total: TOTAL,
    commission: money(1_044n, "INR"),
    commissionTax: money(0n, "INR"),
    sellerReceives: money(33_756n, "INR"),
    policy: DEFAULT_POLICY,
    revisionsLeft: null,
  };
  return await db.transaction((tx) => openDeal(tx, opening, "payment_pending", now));
}

export async function paid(db: Database, count: number, now = NOW): Promise<Deal[]> {
  const deals = await Promise.all(Array.from({ length: count }, () => placed(db, now)));
  const command = { ...pay, at: now };
  return await Promise.all(deals.map(async ({ id }) => expectOk(await advance(db, id, command, now), "pay")));
}
