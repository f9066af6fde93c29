import { expect, test } from "vitest";
import type { Order } from "../../api/types.ts";
import { sharesOf } from "./shares.ts";

const posting = (kind: string, ...entries: [string, number][]) => ({
  ...{ id: kind, kind, at: "2026-01-01T00:00:00.000Z" },
  entries: entries.map(([account, amount]) => ({ account, amount: { amount, currency: "INR" } })),
});
const FUND = posting("fund", ["clearing", -34_800], ["escrow", 34_800]);
const refunded = (amount: number): Order["refund"] => ({
  ...{ id: "rfd_1", status: "succeeded", reference: null, updatedAt: "2026-01-01T00:00:00.000Z" },
  amount: { amount, currency: "INR" },
});

test("nothing has left the escrow while it is only paid", () => {
  expect(sharesOf({ data: [FUND] }, null)).toBe(null);
});

test("a release is what the seller has and what was taken from it; where the money goes from there is another matter", () => {
  const release = posting("release", ["escrow", -34_800], ["wallet", 33_568], ["revenue", 1_044], ["tax", 188]);
  const payout = posting("payout", ["wallet", -33_568], ["payouts_in_flight", 33_568]);
  const shares = sharesOf({ data: [FUND, release, payout] }, null);
  expect(shares).toEqual({ seller: 33_568, back: 0, commission: 1_044, tax: 188 });
  expect(Object.values(shares ?? {}).reduce((sum, one) => sum + one, 0)).toBe(34_800);
});

test("what goes back to the buyer is told apart, be it by the gateway or into a balance", () => {
  const byGateway = posting("settle", ["escrow", -1000], ["wallet", 570], ["revenue", 30], ["refunds_in_flight", 400]);
  const confirmed = posting("refund_confirmed", ["refunds_in_flight", -400], ["clearing", 400]);
  const expected = { seller: 570, back: 400, commission: 30, tax: 0 };
  expect(sharesOf({ data: [byGateway, confirmed] }, refunded(400))).toEqual(expected);
  const intoBalance = posting("settle", ["escrow", -1000], ["wallet", 570], ["wallet", 400], ["revenue", 30]);
  expect(sharesOf({ data: [intoBalance] }, refunded(400))).toEqual(expected);
  const whole = posting("refund_to_wallet", ["escrow", -1000], ["wallet", 1000]);
  expect(sharesOf({ data: [whole] }, refunded(1000))).toEqual({ seller: 0, back: 1000, commission: 0, tax: 0 });
});
