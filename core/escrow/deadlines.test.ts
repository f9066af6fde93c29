import { describe, expect, test } from "vitest";
import { makeId } from "../ids/index.ts";
import { money } from "../money/index.ts";
import { expectOk } from "../result/index.ts";
import { at, type Duration, days, hours, type Instant, minutes } from "../time/index.ts";
import type { Deadline, Deal } from "./deal.ts";
import { type Actor, DEADLINE_KINDS, DEFAULT_POLICY, lapseOf, type Policy } from "./process.ts";
import { shippedGoods } from "./processes/index.ts";
import { type Command, lapse, open, step } from "./step.ts";

const START = at(1_800_000_000_000);
const nine = new Uint8Array(9);
const total = money(34_800n, "INR");
const later = (from: Instant, length: Duration): Instant => at(from + length);

function placed(start: "payment_pending" | "agreed_payment_pending", policy: Policy = DEFAULT_POLICY): Deal {
  const opening = {
    id: makeId("deal", START, nine, 7),
    buyer: makeId("user", START, nine, 1),
    seller: makeId("user", START, nine, 2),
    ...{ total, commission: money(1_044n, "INR"), sellerReceives: money(33_756n, "INR"), policy },
    commissionTax: money(0n, "INR"),
  };
  return open(shippedGoods, opening, start, "buyer", START).deal;
}

type Said = readonly [name: string, by: Actor];

const command = ([name, by]: Said, when: Instant): Command => ({
  ...{ name, by, at: when },
  ...(name === "payment_captured" && { payment: { gateway: "demo", amount: total } }),
  settlement: { refund: money(14_800n, "INR") },
});
const say = (deal: Deal, said: Said, when: Instant): Deal =>
  expectOk(step(shippedGoods, deal, command(said, when), when), said[0]).deal;

function due(deal: Deal): Deadline {
  if (!deal.deadline) throw new Error(`nothing is due in ${deal.state}`);
  return deal.deadline;
}

const PAID: Said = ["payment_captured", "gateway"];
const SENT: Said = ["dispatch", "seller"];

/** How to come to each state that waits, all at the start. */
const WAYS: Record<string, readonly Said[]> = {
  payment_pending: [],
  agreed_payment_pending: [],
  signatures_pending: [PAID],
  seller_signature_pending: [PAID, ["sign_as_buyer", "buyer"]],
  buyer_signature_pending: [PAID, ["sign_as_seller", "seller"]],
  escrow_locked: [PAID],
  order_confirmed: [PAID, ["accept", "seller"]],
  processing: [PAID, ["start", "seller"]],
  ready_to_ship: [PAID, ["ready", "seller"]],
  shipped: [PAID, SENT],
  in_transit: [PAID, SENT, ["in_transit", "carrier"]],
  out_for_delivery: [PAID, SENT, ["out_for_delivery", "carrier"]],
  delivered: [PAID, SENT, ["delivered", "carrier"]],
  shipped_untracked: [PAID, ["dispatch_untracked", "seller"]],
  declared_delivered: [PAID, ["dispatch_untracked", "seller"], ["declare_delivered", "seller"]],
  chargeback_pending: [PAID, ["chargeback_opened", "gateway"]],
};
const WAITING = Object.keys(WAYS);

function dealIn(state: string): Deal {
  const agreed = state.includes("signature") || state.startsWith("agreed");
  const way = WAYS[state] ?? [];
  const deal = way.reduce(
    (now, said) => say(now, said, START),
    placed(agreed ? "agreed_payment_pending" : "payment_pending"),
  );
  expect(deal.state).toBe(state);
  return deal;
}

/** Everything that a person, a gateway or a carrier can say in a state. */
const sayingsIn = (state: keyof typeof shippedGoods.states): Said[] =>
  Object.entries(shippedGoods.states[state].exits).flatMap(([name, { by }]) => by.map((actor): Said => [name, actor]));
const SAYINGS = WAITING.flatMap((state) =>
  sayingsIn(state as keyof typeof shippedGoods.states).map((said) => ({ state, name: said[0], by: said[1] })),
);

describe("case 43: a command at the edge of its deadline", () => {
  test.each(SAYINGS)("$state: $name by the $by is in time until the last millisecond", ({ state, name, by }) => {
    const deal = dealIn(state);
    const { dueAt } = due(deal);
    const answerAt = (when: number) => step(shippedGoods, deal, command([name, by], at(when)), at(when));
    expect(answerAt(dueAt - 1).ok).toBe(true);
    expect(answerAt(dueAt)).toEqual({ ok: false, error: "deadline_passed" });
    expect(answerAt(dueAt + 1)).toEqual({ ok: false, error: "deadline_passed" });
  });

  test.each(SAYINGS)("$state: a slow worker does not make $name by the $by late", ({ state, name, by }) => {
    const deal = dealIn(state);
    const { dueAt } = due(deal);
    const answer = step(shippedGoods, deal, command([name, by], at(dueAt - 1)), later(dueAt, days(3)));
    expect(answer).toMatchObject({ ok: true, value: { event: { at: dueAt - 1, recordedAt: dueAt + days(3) } } });
  });

  test.each(WAITING)("%s: time acts at the deadline and not a millisecond before", (state) => {
    const deal = dealIn(state);
    const deadline = due(deal);
    const lapseAt = (when: number) => step(shippedGoods, deal, lapse(deadline), at(when));
    expect(lapseAt(deadline.dueAt - 1)).toEqual({ ok: false, error: "too_early" });
    for (const when of [deadline.dueAt, deadline.dueAt + 1, deadline.dueAt + days(3)])
      expect(lapseAt(when)).toMatchObject({
        ok: true,
        value: { event: { by: "clock", at: deadline.dueAt, recordedAt: when } },
      });
  });

  test("a lapse that claims an early or a late time is measured by the clock alone", () => {
    const deal = dealIn("escrow_locked");
    const { dueAt } = due(deal);
    const claim = (claimed: number, now: number) =>
      step(shippedGoods, deal, { name: "lapse_dispatch", by: "clock", at: at(claimed) }, at(now)).ok;
    expect(claim(dueAt + 5, dueAt - 1)).toBe(false);
    expect(claim(0, dueAt)).toBe(true);
  });

  test("the parcel was handed over in time, and the worker that books it is first: the lapse comes to nothing", () => {
    const deal = dealIn("ready_to_ship");
    const { dueAt } = due(deal);
    const shipped = expectOk(step(shippedGoods, deal, command(SENT, at(dueAt - 1)), at(dueAt + 1)), "dispatch").deal;
    expect(step(shippedGoods, shipped, lapse(due(deal)), at(dueAt + 1))).toEqual({
      ok: false,
      error: "not_in_this_state",
    });
  });

  test("the worker that lapses it is first: the dispatch is refused with a clear name, and nothing is booked", () => {
    const deal = dealIn("ready_to_ship");
    const { dueAt } = due(deal);
    const refunded = expectOk(step(shippedGoods, deal, lapse(due(deal)), dueAt), "lapse").deal;
    expect(refunded).toMatchObject({ state: "refunded", escrow: "refunded", deadline: null });
    expect(step(shippedGoods, refunded, command(SENT, at(dueAt - 1)), at(dueAt + 1))).toEqual({
      ok: false,
      error: "deal_is_final",
    });
  });
});

describe("case 44: a timer that fires without looking", () => {
  const stale = WAITING.flatMap((state) => DEADLINE_KINDS.map((kind) => ({ state, kind })));

  test.each(stale)("in $state a $kind timer acts only on its own deadline", ({ state, kind }) => {
    const deal = dealIn(state);
    const old: Command = { name: lapseOf(kind), by: "clock", at: START };
    const answer = step(shippedGoods, deal, old, later(START, days(365)));
    if (due(deal).kind === kind)
      expect(answer).toMatchObject({ ok: true, value: { event: { movement: expectedMovement(kind) } } });
    else expect(answer).toEqual({ ok: false, error: "not_in_this_state" });
  });

  test.each(DEADLINE_KINDS)("a %s timer on a deal that has ended is harmless, and so is its second firing", (kind) => {
    const deal = dealIn("escrow_locked");
    const ended = expectOk(step(shippedGoods, deal, lapse(due(deal)), due(deal).dueAt), "lapse").deal;
    const again = step(shippedGoods, ended, { name: lapseOf(kind), by: "clock", at: START }, later(START, days(365)));
    expect(again).toEqual({ ok: false, error: "deal_is_final" });
  });

  test("a timer without a deadline in the deal never acts", () => {
    const deal = { ...dealIn("escrow_locked"), deadline: null };
    const answer = step(
      shippedGoods,
      deal,
      { name: "lapse_dispatch", by: "clock", at: START },
      later(START, days(365)),
    );
    expect(answer).toEqual({ ok: false, error: "too_early" });
    expect(say(deal, ["accept", "seller"], later(START, days(365))).state).toBe("order_confirmed");
  });
});

describe("spans", () => {
  const inside: readonly (readonly [string, readonly Said[]])[] = [
    ["signatures_pending", [["sign_as_buyer", "buyer"]]],
    ["signatures_pending", [["sign_as_seller", "seller"]]],
    [
      "escrow_locked",
      [
        ["accept", "seller"],
        ["start", "seller"],
        ["ready", "seller"],
      ],
    ],
    [
      "shipped",
      [
        ["in_transit", "carrier"],
        ["out_for_delivery", "carrier"],
      ],
    ],
  ];

  test.each(inside)("moving on inside the span of %s keeps its deadline (%j)", (state, sayings) => {
    const deal = dealIn(state);
    const moved = sayings.reduce((now, said, i) => say(now, said, later(START, hours(i + 1))), deal);
    expect(moved.deadline).toEqual(due(deal));
    expect(moved.deadline).toEqual({ ...due(deal), openedAt: START });
    expect(step(shippedGoods, moved, lapse(due(deal)), due(deal).dueAt).ok).toBe(true);
  });

  const leaving: readonly (readonly [string, Said, Deadline["kind"], Duration])[] = [
    ["payment_pending", PAID, "dispatch", hours(48)],
    ["agreed_payment_pending", PAID, "signatures", hours(72)],
    ["buyer_signature_pending", ["sign_as_buyer", "buyer"], "dispatch", hours(48)],
    ["seller_signature_pending", ["sign_as_seller", "seller"], "dispatch", hours(48)],
    ["ready_to_ship", SENT, "delivery", days(7)],
    ["escrow_locked", ["dispatch_untracked", "seller"], "delivery", days(7)],
    ["out_for_delivery", ["delivered", "carrier"], "inspection", hours(24)],
    ["shipped_untracked", ["declare_delivered", "seller"], "inspection", days(7)],
  ];

  test.each(leaving)("%s is left by %j: a %s deadline is opened now", (state, said, kind, window) => {
    const now = later(START, minutes(20));
    const asked = command(said, later(START, minutes(10)));
    const { deal } = expectOk(step(shippedGoods, dealIn(state), asked, now), said[0]);
    expect(deal.deadline).toEqual({ kind, openedAt: now, dueAt: later(now, window) });
  });

  test("the windows are those that were frozen into the deal", () => {
    const windows = {
      payment: 11,
      signatures: 12,
      dispatch: 13,
      delivery: 14,
      inspection: 15,
      inspectionUntracked: 16,
      chargeback: 17,
    };
    const windowsOn = (start: Parameters<typeof placed>[0], way: readonly Said[]) => {
      let deal = placed(start, { ...DEFAULT_POLICY, windows });
      const opened = [due(deal).dueAt - START];
      for (const said of way) {
        deal = say(deal, said, START);
        opened.push(due(deal).dueAt - START);
      }
      return opened;
    };
    const arrived: Said = ["delivered", "carrier"];
    expect(windowsOn("payment_pending", [PAID, SENT, arrived])).toEqual([11, 13, 14, 15]);
    expect(windowsOn("agreed_payment_pending", [PAID])).toEqual([11, 12]);
    expect(windowsOn("payment_pending", [PAID, ["chargeback_opened", "gateway"]])).toEqual([11, 13, 17]);
    expect(
      windowsOn("payment_pending", [PAID, ["dispatch_untracked", "seller"], ["declare_delivered", "seller"]]),
    ).toEqual([11, 13, 14, 16]);
  });
});

function expectedMovement(kind: Deadline["kind"]): string | null {
  return {
    ...{ payment: null, signatures: "refund", dispatch: "refund", delivery: "refund", inspection: "release" },
    chargeback: "chargeback",
  }[kind];
}
