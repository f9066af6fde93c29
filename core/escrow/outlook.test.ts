import { describe, expect, test } from "vitest";
import { makeId } from "../ids/index.ts";
import { money } from "../money/index.ts";
import { at } from "../time/index.ts";
import type { Deal } from "./deal.ts";
import { type Outlook, outlook } from "./outlook.ts";
import { type Actor, commandsOf, DEFAULT_POLICY } from "./process.ts";
import { shippedGoods } from "./processes/index.ts";
import { type Command, step } from "./step.ts";

const OPENED = at(1_800_000_000_000);
const DUE = at(OPENED + 1_000_000);
const NOW = at(OPENED + 1);
const nine = new Uint8Array(9);
const total = money(34_800n, "INR");
const sellerReceives = money(33_756n, "INR");

type Next = NonNullable<Outlook["next"]>;
type Seen = { turn: Outlook["turn"]; next: Omit<Next, "at"> | null } & {
  readonly [viewer in Actor]?: readonly string[];
};

const cancels = { kind: "payment", to: "cancelled", effect: "cancel", amount: null, payee: null } as const;
const refunds = { to: "refunded", effect: "refund", amount: total, payee: "buyer" } as const;
const releases = {
  kind: "inspection",
  to: "completed",
  effect: "release",
  amount: sellerReceives,
  payee: "seller",
} as const;
const unpaid = { gateway: ["payment_captured", "payment_failed"], buyer: ["cancel"], seller: ["cancel"] } as const;
const send = ["dispatch", "dispatch_untracked", "cancel"];
const unsigned = { ...refunds, kind: "signatures" } as const;
const unsent = { ...refunds, kind: "dispatch" } as const;
const underway = { ...refunds, kind: "delivery" } as const;
const ended = { turn: "nobody", next: null } as const;
const staff = { finance: ["admin_release", "admin_refund", "admin_settle"], gateway: ["chargeback_opened"] };
const receive = { buyer: ["confirm_receipt"], ...staff };

/** What each party is offered in each state, whose turn it is, and what silence brings. */
const SEEN: Record<string, Seen> = {
  payment_pending: { turn: "buyer", next: cancels, ...unpaid },
  agreed_payment_pending: { turn: "buyer", next: cancels, ...unpaid },
  signatures_pending: {
    turn: "buyer",
    next: unsigned,
    buyer: ["sign_as_buyer", "cancel"],
    seller: ["sign_as_seller", "cancel"],
    ...staff,
  },
  buyer_signature_pending: {
    turn: "buyer",
    next: unsigned,
    buyer: ["sign_as_buyer", "cancel"],
    seller: ["cancel"],
    ...staff,
  },
  seller_signature_pending: {
    turn: "seller",
    next: unsigned,
    buyer: ["cancel"],
    seller: ["sign_as_seller", "cancel"],
    ...staff,
  },
  escrow_locked: {
    turn: "seller",
    next: unsent,
    seller: ["accept", "start", "ready", ...send],
    buyer: ["cancel"],
    ...staff,
  },
  order_confirmed: { turn: "seller", next: unsent, seller: ["start", "ready", ...send], buyer: ["cancel"], ...staff },
  processing: { turn: "seller", next: unsent, seller: ["ready", ...send], buyer: ["cancel"], ...staff },
  ready_to_ship: { turn: "seller", next: unsent, seller: send, buyer: ["cancel"], ...staff },
  shipped: {
    turn: "carrier",
    next: underway,
    carrier: ["in_transit", "out_for_delivery", "delivered", "returned"],
    ...receive,
  },
  in_transit: { turn: "carrier", next: underway, carrier: ["out_for_delivery", "delivered", "returned"], ...receive },
  out_for_delivery: { turn: "carrier", next: underway, carrier: ["delivered", "returned"], ...receive },
  shipped_untracked: { turn: "seller", next: underway, seller: ["declare_delivered"], ...receive },
  delivered: { turn: "buyer", next: releases, ...receive },
  declared_delivered: { turn: "buyer", next: releases, ...receive },
  chargeback_pending: {
    turn: "gateway",
    next: { ...refunds, kind: "chargeback" },
    gateway: ["chargeback_won", "chargeback_lost"],
  },
  completed: ended,
  settled: ended,
  cancelled: ended,
  refunded: ended,
  failed: ended,
};
const VIEWERS: readonly (Actor | null)[] = ["buyer", "seller", "gateway", "carrier", "clock", "finance", null];
const cases = Object.keys(SEEN).flatMap((state) => VIEWERS.map((viewer) => ({ state, viewer })));

function seenIn(state: string): Seen {
  const seen = SEEN[state];
  if (!seen) throw new Error(`nothing is written about ${state}`);
  return seen;
}

function dealIn(state: string): Deal {
  const { next } = seenIn(state);
  const frozen: Deal["suspended"] =
    state === "chargeback_pending" ? { state: "shipped", kind: "delivery", elapsed: 1, left: 1 } : null;
  return {
    id: makeId("deal", OPENED, nine, 7),
    ...{ process: "shipped_goods", processVersion: 1, state, revision: 3, policy: DEFAULT_POLICY },
    buyer: makeId("user", OPENED, nine, 1),
    seller: makeId("user", OPENED, nine, 2),
    ...{ total, commission: money(1_044n, "INR"), commissionTax: money(0n, "INR"), sellerReceives },
    ...{ escrow: "held", gateway: "demo", suspended: frozen },
    deadline: next && { kind: next.kind, openedAt: OPENED, dueAt: DUE },
  };
}

test("every state of the process is written about", () => {
  expect(Object.keys(SEEN).sort()).toEqual(Object.keys(shippedGoods.states).sort());
});

describe("what is offered", () => {
  test.each(cases)("in $state to the viewer $viewer", ({ state, viewer }) => {
    const { turn, next, ...offers } = seenIn(state);
    const shown = outlook(shippedGoods, dealIn(state), viewer, NOW);
    expect(shown.turn).toBe(turn);
    expect([...shown.actions].sort()).toEqual([...((viewer && offers[viewer]) || [])].sort());
    expect(shown.next).toEqual(next && { ...next, at: DUE });
  });

  test.each(cases)(
    "in $state to the viewer $viewer is what the engine would take, no more and no less",
    ({ state, viewer }) => {
      const deal = dealIn(state);
      const taken = commandsOf(shippedGoods).filter((name) => viewer !== null && takes(deal, name, viewer));
      expect([...outlook(shippedGoods, deal, viewer, NOW).actions].sort()).toEqual(taken);
    },
  );

  test.each(cases)(
    "in $state to the viewer $viewer ends with the deadline, whether or not anybody has acted on it",
    ({ state, viewer }) => {
      const deal = dealIn(state);
      const actionsAt = (when: number) => outlook(shippedGoods, deal, viewer, at(when)).actions;
      expect(actionsAt(DUE - 1)).toEqual(actionsAt(NOW));
      expect(actionsAt(DUE)).toEqual([]);
      expect(actionsAt(DUE + 1)).toEqual([]);
      expect(outlook(shippedGoods, deal, viewer, DUE).next).toEqual(outlook(shippedGoods, deal, viewer, NOW).next);
    },
  );

  const takes = (deal: Deal, name: string, by: Actor): boolean => {
    const settlement = { refund: money(1n, "INR") };
    const command: Command = { name, by, at: NOW, payment: { gateway: "demo", amount: total }, settlement };
    return step(shippedGoods, deal, command, NOW).ok;
  };
});

describe("what happens by itself", () => {
  const waiting = Object.keys(SEEN).filter((state) => SEEN[state]?.next);

  test.each(waiting)("in %s is what time then does", (state) => {
    const deal = dealIn(state);
    const { next } = outlook(shippedGoods, deal, "buyer", NOW);
    const answer = step(shippedGoods, deal, { name: `lapse_${next?.kind}`, by: "clock", at: DUE }, DUE);
    if (!next || !answer.ok) throw new Error("time does nothing here");
    const movement = answer.value.event.movement ?? "cancel";
    expect(movement === "chargeback" ? "refund" : movement).toBe(next.effect);
    const payees = {
      buyer: movement === "chargeback" ? "clearing:demo" : "refunds_in_flight:demo",
      seller: `wallet:${deal.seller}`,
    };
    const paid = answer.value.postings.flatMap(({ entries }) => entries);
    if (next.payee) expect(paid).toContainEqual({ account: payees[next.payee], amount: next.amount });
    else expect(paid).toEqual([]);
  });

  test("a deal without a deadline shows none, and its actions stay", () => {
    const shown = outlook(shippedGoods, { ...dealIn("escrow_locked"), deadline: null }, "buyer", at(DUE + 1));
    expect(shown).toEqual({ turn: "seller", actions: ["cancel"], next: null });
  });
});
