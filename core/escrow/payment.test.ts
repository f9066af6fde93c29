import { describe, expect, test } from "vitest";
import { LARGEST_MINOR, type Money, money } from "../money/index.ts";
import { expectOk } from "../result/index.ts";
import { at, hours, minutes } from "../time/index.ts";
import type { Deal } from "./deal.ts";
import { inr, OPENING, OPENED as START } from "./deals-for-test.ts";
import { PROCESSES, shippedGoods } from "./processes/index.ts";
import { type Command, lapse, open, step } from "./step.ts";

const placed: Deal = open(shippedGoods, OPENING, "payment_pending", "buyer", START).deal;

const captured = (amount: Money, gateway = "demo"): Command => ({
  ...{ name: "payment_captured", by: "gateway", at: START },
  payment: { gateway, amount },
});

describe("opening a deal", () => {
  const starts = PROCESSES.flatMap((process) =>
    process.starts.map((start) => ({ process, name: process.name, start })),
  );

  test.each(starts)("$name, $start: nothing is held, and the time to pay begins", ({ process, name, start }) => {
    const opened = open(process, OPENING, start, "buyer", START);
    const lasts = start === "agreed_payment_pending" ? hours(24) : minutes(30);
    expect(opened.deal).toEqual({
      ...OPENING,
      ...{ process: name, processVersion: 1, state: start, revision: 1 },
      ...{ escrow: "pending", gateway: null, suspended: null, ruling: null },
      deadline: { kind: "payment", openedAt: START, dueAt: at(START + lasts) },
    });
    expect(opened.event).toEqual({
      ...{ command: "place", by: "buyer", from: null, to: start, at: START, recordedAt: START },
      ...{ reason: null, movement: null, gets: null },
    });
    expect(opened.postings).toEqual([]);
  });

  test.each(["escrow_locked", "completed", "nowhere", "__proto__"])("a deal cannot begin in %s", (start) => {
    expect(() => open(shippedGoods, OPENING, start, "buyer", START)).toThrow(
      `shipped_goods does not start at ${start}`,
    );
  });
});

describe("a payment", () => {
  test("of the whole total, in its currency, is held", () => {
    const { deal } = expectOk(step(shippedGoods, placed, captured(inr(34_800n)), START), "payment");
    expect(deal).toMatchObject({ state: "escrow_locked", escrow: "held", gateway: "demo" });
  });

  test.each([
    ["one minor unit less", inr(34_799n)],
    ["one minor unit more", inr(34_801n)],
    ["nothing", inr(0n)],
    ["less than nothing", inr(-34_800n)],
    ["rupees taken for paise", inr(348n)],
    ["paise taken for rupees", inr(3_480_000n)],
    ["the goods without the shipping", inr(29_900n)],
    ["the largest amount there is", inr(LARGEST_MINOR)],
    ["the total and 2^64, which would wrap", inr(34_800n + 2n ** 64n)],
  ])("case 7: of %s is not held", (_, amount) => {
    expect(step(shippedGoods, placed, captured(amount), START)).toEqual({ ok: false, error: "amount_differs" });
  });

  test.each(["SAR", "USD", "JPY", "USDC"] as const)("case 8: of the same number in %s is not held", (currency) => {
    const answer = step(shippedGoods, placed, captured(money(34_800n, currency)), START);
    expect(answer).toEqual({ ok: false, error: "amount_differs" });
  });

  test("case 9: that nobody says the amount of is not held", () => {
    const answer = step(shippedGoods, placed, { name: "payment_captured", by: "gateway", at: START }, START);
    expect(answer).toEqual({ ok: false, error: "amount_differs" });
  });

  test.each(["buyer", "seller", "carrier", "clock"] as const)("case 9: that the %s claims is not held", (by) => {
    const answer = step(shippedGoods, placed, { ...captured(inr(34_800n)), by }, START);
    expect(answer).toEqual({ ok: false, error: "not_for_this_actor" });
  });

  test("case 11: a second one is not held", () => {
    const { deal } = expectOk(step(shippedGoods, placed, captured(inr(34_800n)), START), "payment");
    expect(step(shippedGoods, deal, captured(inr(34_800n), "other"), START)).toEqual({
      ok: false,
      error: "not_in_this_state",
    });
  });

  test("case 10: after the order was cancelled is not held", () => {
    const cancel: Command = { name: "cancel", by: "buyer", at: START };
    const { deal, postings } = expectOk(step(shippedGoods, placed, cancel, START), "cancel");
    expect(postings).toEqual([]);
    expect(step(shippedGoods, deal, captured(inr(34_800n)), START)).toEqual({ ok: false, error: "deal_is_final" });
  });

  test("case 10: after the payment window lapsed is not held", () => {
    if (!placed.deadline) throw new Error("the deal waits for no payment");
    const { dueAt } = placed.deadline;
    const late = { ...captured(inr(34_800n)), at: dueAt };
    expect(step(shippedGoods, placed, late, dueAt)).toEqual({ ok: false, error: "deadline_passed" });
    const { deal } = expectOk(step(shippedGoods, placed, lapse(placed.deadline), dueAt), "lapse");
    expect(step(shippedGoods, deal, late, dueAt)).toEqual({ ok: false, error: "deal_is_final" });
  });

  test("named by another command changes nothing: the money goes back where it came from", () => {
    const { deal } = expectOk(step(shippedGoods, placed, captured(inr(34_800n)), START), "payment");
    const cancel: Command = { ...captured(inr(1n), "another"), name: "cancel", by: "buyer" };
    const { deal: cancelled, postings } = expectOk(step(shippedGoods, deal, cancel, START), "cancel");
    expect(cancelled.gateway).toBe("demo");
    expect(postings.flatMap(({ entries }) => entries)).toContainEqual({
      account: "refunds_in_flight:demo",
      amount: inr(34_800n),
    });
  });
});
