import { expect, test } from "vitest";
import { sharesOf } from "./shares.ts";

const posting = (kind: string, entries: Record<string, number>) => ({
  ...{ id: kind, kind, at: "2026-01-01T00:00:00.000Z" },
  entries: Object.entries(entries).map(([account, amount]) => ({ account, amount: { amount, currency: "INR" } })),
});
const FUND = posting("fund", { "clearing:razorpay": -34_800, "escrow:dl_1": 34_800 });

test("nothing has left the escrow while it is only paid", () => {
  expect(sharesOf({ data: [FUND] }, "usr_s")).toBe(null);
});

test("a release is what the seller has, what was taken from it, and no more", () => {
  const release = posting("release", {
    ...{ "escrow:dl_1": -34_800, "wallet:usr_s": 33_568, "revenue:commission": 1_044, "tax:GST": 188 },
  });
  const payout = posting("payout", { "wallet:usr_s": -33_568, "payouts_in_flight:bank": 33_568 });
  const shares = sharesOf({ data: [FUND, release, payout] }, "usr_s");
  expect(shares).toEqual({ seller: 33_568, back: 0, commission: 1_044, tax: 188, fees: 0 });
  expect(Object.values(shares ?? {}).reduce((sum, one) => sum + one, 0)).toBe(34_800);
});

test("what goes back to the buyer is told apart, whichever way it goes", () => {
  const settle = posting("settle", {
    ...{ "escrow:dl_1": -1000, "wallet:usr_s": 500, "reserve:usr_s": 60, "revenue:commission": 30, "revenue:fees": 10 },
    ...{ "refunds_in_flight:razorpay": 300, "wallet:usr_b": 70, intershard: 30 },
  });
  expect(sharesOf({ data: [settle] }, "usr_s")).toEqual({ seller: 560, back: 400, commission: 30, tax: 0, fees: 10 });
});
