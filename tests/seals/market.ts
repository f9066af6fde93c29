import type { AuditAction } from "../../core/audit/index.ts";
import { type DealId, idOf, shardOf, type UserId } from "../../core/ids/index.ts";
import { accounts, move, type Posting } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { at, type Instant } from "../../core/time/index.ts";
import { record } from "../../server/modules/audit/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { sealKey } from "../../server/modules/seals/index.ts";
import type { Database } from "../../server/runtime/database/index.ts";

export const NOW = at(Date.UTC(2026, 2, 2, 9));
export const KEY = sealKey(new Uint8Array(32).fill(9));
export const OTHER_KEY = sealKey(new Uint8Array(32).fill(10));
export const clock = { now: (): Instant => NOW };

/** An id that is the same in every run. */
const idFor = <K extends "deal" | "user">(kind: K, number: number) =>
  idOf(
    kind,
    `0199aa00c0de7000a0000000${(number % 65_536).toString(16).padStart(6, "0")}${(number % 3).toString(16).padStart(2, "0")}`,
  );

export const dealNumber = (number: number): DealId => idFor("deal", number);
export const sellerNumber = (number: number): UserId => idFor("user", number % 7);

/** A sale: the money comes in, is released, and is paid out. Three postings, seven entries. */
export function saleOf(number: number): Posting[] {
  const [deal, seller] = [dealNumber(number), sellerNumber(number)];
  const shard = shardOf(deal);
  const [price, fee] = [1_000n + BigInt(number % 97), 30n];
  const inr = (minor: bigint) => money(minor, "INR");
  const one = (kind: Posting["kind"], entries: Posting["entries"]): Posting => ({
    shard,
    key: `${kind}:${deal}`,
    kind,
    deal,
    entries,
  });
  return [
    one("fund", move(accounts.clearing("cashfree"), accounts.escrow(deal), inr(price))),
    one("release", [
      { account: accounts.escrow(deal), amount: inr(-price) },
      { account: accounts.wallet(seller), amount: inr(price - fee) },
      { account: accounts.commission(), amount: inr(fee) },
    ]),
    one("payout", move(accounts.wallet(seller), accounts.payoutsInFlight("cashfree"), inr(price - fee))),
  ];
}

/** Sales numbered from `from`; 100 at a time in one transaction. */
export async function sell(db: Database, from: number, count: number): Promise<void> {
  for (let start = from; start < from + count; start += 100) {
    const numbers = Array.from({ length: Math.min(100, from + count - start) }, (_, index) => start + index);
    await db.transaction(async (tx) => {
      for (const step of [0, 1, 2]) {
        await post(
          tx,
          numbers.flatMap((number) => saleOf(number)[step] ?? []),
          NOW,
        );
      }
    });
  }
}

/** What these are called is nobody's to read. */
export const note = (db: Database, action: string): Promise<void> =>
  record(db, NOW, {
    actor: "system",
    actorId: null,
    action: action as AuditAction,
    subject: "a test",
    reason: null,
    detail: { action },
  });
