import { describe, expect, test } from "vitest";
import { digitalGoods } from "../escrow/index.ts";
import { at } from "../time/index.ts";
import { entitlementState, mostDownloads } from "./index.ts";

const NOW = at(1_000);
const held = { escrow: "held", state: "delivered" } as const;

describe("who has the money back has the files no longer", () => {
  test.each([
    ["not paid for", { escrow: "pending", state: "payment_pending" }, "no", "unpaid"],
    ["never paid for", { escrow: "pending", state: "cancelled" }, "no", "unpaid"],
    ["paid for", held, "no", "open"],
    ["in a dispute", { escrow: "disputed", state: "delivered_disputed" }, "no", "open"],
    ["for the seller, as an arbiter has found", { escrow: "disputed", state: "ruled_release" }, "no", "open"],
    ["for the buyer, as an arbiter has found", { escrow: "disputed", state: "ruled_refund" }, "no", "suspended"],
    ["for the buyer, which was appealed", { escrow: "disputed", state: "appealed_refund" }, "no", "suspended"],
    ["asked back by a bank", { escrow: "disputed", state: "chargeback_pending" }, "no", "suspended"],
    ["the seller's", { escrow: "released", state: "completed" }, "no", "open"],
    ["divided", { escrow: "settled", state: "settled" }, "no", "open"],
    ["paid back", { escrow: "refunded", state: "refunded" }, "no", "withdrawn"],
    ["the seller's, and a bank asks", { escrow: "released", state: "completed" }, "open", "suspended"],
    ["the seller's, until a bank took it", { escrow: "released", state: "completed" }, "lost", "withdrawn"],
  ] as const)("%s", (_what, deal, askedBack, state) => {
    expect(entitlementState(deal, askedBack, null, NOW)).toBe(state);
  });

  test("the states that it names are states of the process", () => {
    for (const state of ["chargeback_pending", "ruled_refund", "appealed_refund"])
      expect(Object.keys(digitalGoods.states)).toContain(state);
  });
});

test("what was bought for a time ends with it, and not before", () => {
  expect(entitlementState(held, "no", at(1_001), NOW)).toBe("open");
  expect(entitlementState(held, "no", NOW, NOW)).toBe("expired");
});

test("each licence is downloaded so often", () => {
  expect(mostDownloads(20, 3)).toBe(60);
});
