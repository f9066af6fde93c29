import { describe, expect, test } from "vitest";
import { makeId } from "../ids/index.ts";
import { type Money, money } from "../money/index.ts";
import { expectOk } from "../result/index.ts";
import { at, type Instant } from "../time/index.ts";
import type { Deadline, Deal } from "./deal.ts";
import { type Actor, commandsOf, DEFAULT_POLICY, type Movement, type Process } from "./process.ts";
import { shippedGoods } from "./processes/index.ts";
import { type Command, lapse, type Refusal, type Step, step } from "./step.ts";

type Kind = Deadline["kind"];
type Row = {
  from: readonly string[];
  command: string;
  by: readonly Actor[];
  to: string;
  money?: Movement;
  reason?: string;
  /** The deadline that the command opens; `same` goes on, `none` is the end. */
  opens: Kind | "same" | "none";
};

const BEFORE_DISPATCH = ["escrow_locked", "order_confirmed", "processing", "ready_to_ship"];
const TRAVELLING = ["shipped", "in_transit", "out_for_delivery"];
const SIGNING = ["signatures_pending", "buyer_signature_pending", "seller_signature_pending"];
const UNPAID = ["payment_pending", "agreed_payment_pending"];
const FINAL = ["completed", "cancelled", "refunded", "settled", "failed"];
const HELD = [...SIGNING, ...BEFORE_DISPATCH, ...TRAVELLING, "shipped_untracked", "delivered", "declared_delivered"];

const byStaff = { by: ["finance"], reason: "BY_STAFF", opens: "none" } as const;

/** The table of shipped goods as the domain has it, written down a second time. */
const ROWS: readonly Row[] = [
  {
    from: ["payment_pending"],
    command: "payment_captured",
    by: ["gateway"],
    to: "escrow_locked",
    money: "fund",
    opens: "dispatch",
  },
  {
    from: ["agreed_payment_pending"],
    command: "payment_captured",
    by: ["gateway"],
    to: "signatures_pending",
    money: "fund",
    opens: "signatures",
  },
  { from: UNPAID, command: "cancel", by: ["buyer", "seller"], to: "cancelled", opens: "none" },
  { from: UNPAID, command: "lapse_payment", by: ["clock"], to: "cancelled", reason: "PAYMENT_TIMEOUT", opens: "none" },
  { from: UNPAID, command: "payment_failed", by: ["gateway"], to: "failed", opens: "none" },
  {
    from: ["signatures_pending"],
    command: "sign_as_buyer",
    by: ["buyer"],
    to: "seller_signature_pending",
    opens: "same",
  },
  {
    from: ["signatures_pending"],
    command: "sign_as_seller",
    by: ["seller"],
    to: "buyer_signature_pending",
    opens: "same",
  },
  {
    from: ["buyer_signature_pending"],
    command: "sign_as_buyer",
    by: ["buyer"],
    to: "order_confirmed",
    opens: "dispatch",
  },
  {
    from: ["seller_signature_pending"],
    command: "sign_as_seller",
    by: ["seller"],
    to: "order_confirmed",
    opens: "dispatch",
  },
  {
    from: SIGNING,
    command: "lapse_signatures",
    by: ["clock"],
    to: "refunded",
    money: "refund",
    reason: "AGREEMENT_TIMEOUT",
    opens: "none",
  },
  { from: ["escrow_locked"], command: "accept", by: ["seller"], to: "order_confirmed", opens: "same" },
  { from: ["escrow_locked", "order_confirmed"], command: "start", by: ["seller"], to: "processing", opens: "same" },
  {
    from: ["escrow_locked", "order_confirmed", "processing"],
    command: "ready",
    by: ["seller"],
    to: "ready_to_ship",
    opens: "same",
  },
  { from: BEFORE_DISPATCH, command: "dispatch", by: ["seller"], to: "shipped", opens: "delivery" },
  { from: BEFORE_DISPATCH, command: "dispatch_untracked", by: ["seller"], to: "shipped_untracked", opens: "delivery" },
  {
    from: [...SIGNING, ...BEFORE_DISPATCH],
    command: "cancel",
    by: ["buyer", "seller"],
    to: "cancelled",
    money: "refund",
    opens: "none",
  },
  {
    from: BEFORE_DISPATCH,
    command: "lapse_dispatch",
    by: ["clock"],
    to: "refunded",
    money: "refund",
    reason: "DISPATCH_TIMEOUT",
    opens: "none",
  },
  { from: ["shipped"], command: "in_transit", by: ["carrier"], to: "in_transit", opens: "same" },
  {
    from: ["shipped", "in_transit"],
    command: "out_for_delivery",
    by: ["carrier"],
    to: "out_for_delivery",
    opens: "same",
  },
  { from: TRAVELLING, command: "delivered", by: ["carrier"], to: "delivered", opens: "inspection" },
  {
    from: ["shipped_untracked"],
    command: "declare_delivered",
    by: ["seller"],
    to: "declared_delivered",
    opens: "inspection",
  },
  {
    from: [...TRAVELLING, "shipped_untracked"],
    command: "lapse_delivery",
    by: ["clock"],
    to: "refunded",
    money: "refund",
    reason: "DELIVERY_TIMEOUT",
    opens: "none",
  },
  {
    from: TRAVELLING,
    command: "returned",
    by: ["carrier"],
    to: "refunded",
    money: "refund",
    reason: "RETURNED",
    opens: "none",
  },
  {
    from: [...TRAVELLING, "shipped_untracked", "delivered", "declared_delivered"],
    command: "confirm_receipt",
    by: ["buyer"],
    to: "completed",
    money: "release",
    opens: "none",
  },
  {
    from: ["delivered", "declared_delivered"],
    command: "lapse_inspection",
    by: ["clock"],
    to: "completed",
    money: "release",
    opens: "none",
  },
  { from: HELD, command: "admin_release", ...byStaff, to: "completed", money: "release" },
  { from: HELD, command: "admin_refund", ...byStaff, to: "refunded", money: "refund" },
  { from: HELD, command: "admin_settle", ...byStaff, to: "settled", money: "settle" },
  { from: HELD, command: "chargeback_opened", by: ["gateway"], to: "chargeback_pending", opens: "chargeback" },
  { from: ["chargeback_pending"], command: "chargeback_won", by: ["gateway"], to: "shipped", opens: "delivery" },
  {
    from: ["chargeback_pending"],
    command: "chargeback_lost",
    by: ["gateway"],
    to: "refunded",
    money: "chargeback",
    reason: "CHARGEBACK",
    opens: "none",
  },
  {
    from: ["chargeback_pending"],
    command: "lapse_chargeback",
    by: ["clock"],
    to: "refunded",
    money: "chargeback",
    reason: "CHARGEBACK",
    opens: "none",
  },
];

const HOUR = 3_600_000;
const WAITS: Record<string, [Kind, number]> = {
  ...Object.fromEntries(UNPAID.map((state) => [state, ["payment", HOUR / 2]])),
  ...Object.fromEntries(SIGNING.map((state) => [state, ["signatures", 72 * HOUR]])),
  ...Object.fromEntries(BEFORE_DISPATCH.map((state) => [state, ["dispatch", 48 * HOUR]])),
  ...Object.fromEntries([...TRAVELLING, "shipped_untracked"].map((state) => [state, ["delivery", 168 * HOUR]])),
  delivered: ["inspection", 24 * HOUR],
  declared_delivered: ["inspection", 168 * HOUR],
  chargeback_pending: ["chargeback", 120 * 24 * HOUR],
};
const STATES = [...Object.keys(WAITS), ...FINAL];

/** A carrier's words that come too late to mean anything: recorded as tracking, answered as old news. */
const NEWS = ["in_transit", "out_for_delivery", "delivered", "returned"];
const OLD_NEWS: Record<string, readonly string[]> = {
  in_transit: ["in_transit"],
  out_for_delivery: ["in_transit", "out_for_delivery"],
  delivered: NEWS,
  completed: NEWS,
  cancelled: NEWS,
  refunded: NEWS,
  settled: NEWS,
  chargeback_pending: NEWS,
};

const OPENED = at(1_800_000_000_000);
const NOW = at(OPENED + 60_000);
const nine = new Uint8Array(9);
const id = makeId("deal", OPENED, nine, 7);
const buyer = makeId("user", OPENED, nine, 1);
const seller = makeId("user", OPENED, nine, 2);
const inr = (minor: bigint) => money(minor, "INR");
const payment = { gateway: "demo", amount: inr(34_800n) };
const settlement = { refund: inr(14_800n) };

function waitIn(state: string, from: Instant): Deadline | null {
  const wait = WAITS[state];
  return wait ? { kind: wait[0], openedAt: from, dueAt: at(from + wait[1]) } : null;
}

function dealIn(state: string): Deal {
  const funded = !UNPAID.includes(state);
  const frozen = state === "chargeback_pending";
  return {
    ...{ id, buyer, seller, process: "shipped_goods", processVersion: 1, state, revision: 3 },
    ...{ total: inr(34_800n), commission: inr(1_044n), commissionTax: inr(0n), sellerReceives: inr(33_756n) },
    policy: DEFAULT_POLICY,
    escrow: frozen ? "disputed" : funded ? "held" : "pending",
    gateway: funded ? "demo" : null,
    deadline: waitIn(state, OPENED),
    suspended: frozen ? { state: "shipped", kind: "delivery", elapsed: 0, left: 168 * HOUR } : null,
  };
}

/** A command asked in time; of the clock, one at the very moment when the deadline is due. */
function ask(deal: Deal, name: string, by: Actor): ReturnType<typeof step> {
  const when = by === "clock" && deal.deadline ? deal.deadline.dueAt : NOW;
  const command: Command = { name, by, at: when, ...(name === "payment_captured" && { payment }), settlement };
  return step(shippedGoods, deal, command, when);
}

const ENTRIES = {
  fund: [
    ["clearing:demo", -34_800n],
    [`escrow:${id}`, 34_800n],
  ],
  release: [
    [`escrow:${id}`, -34_800n],
    [`wallet:${seller}`, 33_756n],
    ["revenue:commission", 1_044n],
  ],
  refund: [
    [`escrow:${id}`, -34_800n],
    ["refunds_in_flight:demo", 34_800n],
  ],
  // 3 % of the seller's part alone: 600 of 20,000.
  settle: [
    [`escrow:${id}`, -34_800n],
    ["refunds_in_flight:demo", 14_800n],
    [`wallet:${seller}`, 19_400n],
    ["revenue:commission", 600n],
  ],
  chargeback: [
    [`escrow:${id}`, -34_800n],
    ["clearing:demo", 34_800n],
  ],
} as const;
const ESCROW = {
  fund: "held",
  release: "released",
  refund: "refunded",
  settle: "settled",
  chargeback: "refunded",
} as const;
const GETS: Record<Movement, { buyer: Money; seller: Money }> = {
  fund: { buyer: inr(0n), seller: inr(0n) },
  release: { buyer: inr(0n), seller: inr(33_756n) },
  refund: { buyer: inr(34_800n), seller: inr(0n) },
  settle: { buyer: inr(14_800n), seller: inr(19_400n) },
  chargeback: { buyer: inr(0n), seller: inr(0n) },
};

describe("the table of shipped goods", () => {
  const cases = ROWS.flatMap((row) => row.from.flatMap((from) => row.by.map((by) => ({ ...row, from, by }))));

  const take = (from: string, command: string, by: Actor): Step => expectOk(ask(dealIn(from), command, by), command);

  test.each(cases)("$from: $command by the $by leads to $to", ({ from, command, by, to, reason, ...row }) => {
    const { event } = take(from, command, by);
    const when = event.recordedAt;
    expect(event).toEqual({
      ...{ command, by, from, to, at: when, recordedAt: when },
      reason: reason ?? null,
      movement: row.money ?? null,
      gets: row.money ? GETS[row.money] : null,
    });
  });

  test.each(cases)("$from: $command by the $by, deadlines: $opens", ({ from, command, by, to, opens }) => {
    const { deal, event } = take(from, command, by);
    const before = dealIn(from).deadline;
    expect(deal.deadline).toEqual(opens === "same" ? before : waitIn(to, event.recordedAt));
    expect(deal.deadline?.kind ?? "none").toBe(opens === "same" ? before?.kind : opens);
  });

  test.each(cases)("$from: $command by the $by, money: $money", ({ from, command, by, to, money: movement }) => {
    const { deal, postings } = take(from, command, by);
    const suspended = to === "chargeback_pending" ? deal.suspended : null;
    const before = { ...dealIn(from), state: to, revision: 4, deadline: deal.deadline, suspended };
    if (to === "chargeback_pending") before.escrow = "disputed";
    if (command === "chargeback_won") before.escrow = "held";
    if (movement === undefined) {
      expect({ deal, postings }).toEqual({ deal: before, postings: [] });
      return;
    }
    const entries = ENTRIES[movement].map(([account, minor]) => ({ account, amount: inr(minor) }));
    expect(deal).toEqual({ ...before, escrow: ESCROW[movement], gateway: "demo" });
    expect(postings).toEqual([{ shard: 7, key: `${movement}:${id}`, kind: movement, deal: id, entries }]);
  });
});

describe("case 52: every command of every actor in every state has an answer", () => {
  const ACTORS: readonly Actor[] = ["buyer", "seller", "gateway", "carrier", "clock", "finance"];
  const strangers = ["place", "", "PAYMENT_CAPTURED", "__proto__", "constructor", "toString", "lapse_", "completed"];
  const commands = [...new Set([...ROWS.map(({ command }) => command), ...strangers])];

  function expected(state: string, command: string, actor: Actor): string {
    const row = ROWS.find((one) => one.command === command && one.from.includes(state));
    if (row) return row.by.includes(actor) ? row.to : ("not_for_this_actor" satisfies Refusal);
    if (OLD_NEWS[state]?.includes(command)) return "old_news" satisfies Refusal;
    if (strangers.includes(command)) return "no_such_command" satisfies Refusal;
    return FINAL.includes(state) ? ("deal_is_final" satisfies Refusal) : ("not_in_this_state" satisfies Refusal);
  }

  test("the tables here name every state and every command of the process", () => {
    expect(STATES.toSorted()).toEqual(Object.keys(shippedGoods.states).toSorted());
    expect([...new Set(ROWS.map(({ command }) => command))].sort()).toEqual(commandsOf(shippedGoods));
  });

  test.each(STATES)("in %s", (state) => {
    for (const command of commands)
      for (const actor of ACTORS) {
        const answer = ask(dealIn(state), command, actor);
        const said = answer.ok ? answer.value.deal.state : answer.error;
        expect(`${command} by ${actor}: ${said}`).toBe(`${command} by ${actor}: ${expected(state, command, actor)}`);
      }
  });
});

describe("bugs are thrown", () => {
  test("a deal in a state that its process does not have", () => {
    expect(() => ask({ ...dealIn("shipped"), state: "lost" }, "delivered", "carrier")).toThrow(
      "shipped_goods has no state lost",
    );
  });

  test("money to pay out and no gateway that holds it", () => {
    const deal = { ...dealIn("escrow_locked"), gateway: null };
    expect(() => ask(deal, "cancel", "buyer")).toThrow(`${id} has no gateway to refund with`);
  });

  test("a movement that nobody knows", () => {
    const process = structuredClone(shippedGoods) as unknown as Process & { states: Record<string, { exits: object }> };
    Object.assign(process.states.escrow_locked ?? {}, {
      exits: { burn: { by: ["seller"], to: "cancelled", money: "burn" } },
    });
    const command: Command = { name: "burn", by: "seller", at: NOW };
    expect(() => step(process, dealIn("escrow_locked"), command, NOW)).toThrow(TypeError);
  });
});

test("what a deadline says when it is due is said by the clock, at that time", () => {
  const deadline: Deadline = { kind: "dispatch", openedAt: OPENED, dueAt: at(OPENED + 1) };
  expect(lapse(deadline)).toEqual({ name: "lapse_dispatch", by: "clock", at: OPENED + 1 });
});
