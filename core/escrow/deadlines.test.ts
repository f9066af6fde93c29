import { describe, expect, test } from "vitest";
import { expectOk } from "../result/index.ts";
import { at, type Duration, days, hours, type Instant, minutes } from "../time/index.ts";
import type { Deadline, Deal } from "./deal.ts";
import {
  ask,
  commandAt,
  dealAt,
  due,
  OPENED,
  OPENING,
  type Said,
  say,
  sayingsIn,
  told,
  WAITING,
} from "./deals-for-test.ts";
import { DEFAULT_POLICY, type Policy } from "./policy.ts";
import { DEADLINE_KINDS, lapseOf, type Process } from "./process.ts";
import { digitalGoods, milestone, service, shippedGoods } from "./processes/index.ts";
import { type Command, lapse, open, step } from "./step.ts";
import { allowed } from "./table-for-test.ts";

const later = (from: Instant, length: Duration): Instant => at(from + length);
const goodsIn = (state: string): Deal => dealAt(shippedGoods, state);

const PAID: Said = ["payment_captured", "gateway"];
const SENT: Said = ["dispatch", "seller"];

describe("case 43: a command at the edge of its deadline", () => {
  test.each(WAITING)("$name, $state: is in time until the last millisecond", ({ process, state }) => {
    const deal = dealAt(process, state);
    const { dueAt } = due(deal);
    for (const said of sayingsIn(process, state)) {
      const answers = [-1, 0, 1].map((off) => {
        const answer = ask(process, deal, said, at(dueAt + off));
        return answer.ok || answer.error;
      });
      expect({ said, answers }).toEqual({ said, answers: [true, "deadline_passed", "deadline_passed"] });
    }
  });

  test.each(WAITING)("$name, $state: a slow worker does not make it late", ({ process, state }) => {
    const deal = dealAt(process, state);
    const { dueAt } = due(deal);
    for (const said of sayingsIn(process, state))
      expect(step(process, deal, commandAt(said, at(dueAt - 1)), later(dueAt, days(3)))).toMatchObject({
        ok: true,
        value: { event: { at: dueAt - 1, recordedAt: dueAt + days(3) } },
      });
  });

  test.each(WAITING)("$name, $state: time acts at the deadline and not a millisecond before", ({ process, state }) => {
    const deal = dealAt(process, state);
    const deadline = due(deal);
    const lapseAt = (when: number) => step(process, deal, lapse(deadline), at(when));
    expect(lapseAt(deadline.dueAt - 1)).toEqual({ ok: false, error: "too_early" });
    for (const when of [deadline.dueAt, deadline.dueAt + 1, deadline.dueAt + days(3)])
      expect(lapseAt(when)).toMatchObject({
        ok: true,
        value: { event: { by: "clock", at: deadline.dueAt, recordedAt: when } },
      });
  });

  test("a lapse that claims an early or a late time is measured by the clock alone", () => {
    const deal = goodsIn("escrow_locked");
    const { dueAt } = due(deal);
    const claim = (claimed: number, now: number) =>
      step(shippedGoods, deal, { name: "lapse_dispatch", by: "clock", at: at(claimed) }, at(now)).ok;
    expect(claim(dueAt + 5, dueAt - 1)).toBe(false);
    expect(claim(0, dueAt)).toBe(true);
  });

  test("the parcel was handed over in time, and the worker that books it is first: the lapse comes to nothing", () => {
    const deal = goodsIn("ready_to_ship");
    const { dueAt } = due(deal);
    const shipped = expectOk(step(shippedGoods, deal, commandAt(SENT, at(dueAt - 1)), at(dueAt + 1)), "dispatch").deal;
    expect(step(shippedGoods, shipped, lapse(due(deal)), at(dueAt + 1))).toEqual({
      ok: false,
      error: "not_in_this_state",
    });
  });

  test("the worker that lapses it is first: the dispatch is refused with a clear name, and nothing is booked", () => {
    const deal = goodsIn("ready_to_ship");
    const { dueAt } = due(deal);
    const refunded = expectOk(step(shippedGoods, deal, lapse(due(deal)), dueAt), "lapse").deal;
    expect(refunded).toMatchObject({ state: "refunded", escrow: "refunded", deadline: null });
    expect(step(shippedGoods, refunded, commandAt(SENT, at(dueAt - 1)), at(dueAt + 1))).toEqual({
      ok: false,
      error: "deal_is_final",
    });
  });
});

describe("case 42: a freeze in the moment of the release", () => {
  const deal = goodsIn("delivered");
  const { dueAt } = due(deal);

  test.each<Said>([
    ["dispute", "buyer"],
    ["chargeback_opened", "gateway"],
  ])("%s by the %s a millisecond before: what releases comes to nothing, and no money moves", (...said) => {
    const { deal: frozen, postings } = say(shippedGoods, deal, said, at(dueAt - 1));
    expect(postings).toEqual([]);
    expect(frozen.escrow).toBe("disputed");
    expect(step(shippedGoods, frozen, lapse(due(deal)), dueAt)).toEqual({ ok: false, error: "not_in_this_state" });
  });

  test("in the same millisecond is too late, whoever is looked at first", () => {
    expect(ask(shippedGoods, deal, ["dispute", "buyer"], dueAt)).toEqual({ ok: false, error: "deadline_passed" });
    const released = expectOk(step(shippedGoods, deal, lapse(due(deal)), dueAt), "lapse").deal;
    expect(ask(shippedGoods, released, ["dispute", "buyer"], dueAt)).toEqual({ ok: false, error: "deal_is_final" });
  });
});

describe("case 44: a timer that fires without looking", () => {
  test.each(WAITING)("$name, $state: acts only on its own deadline", ({ process, name, state }) => {
    const deal = dealAt(process, state);
    const later365 = later(OPENED, days(365));
    for (const kind of DEADLINE_KINDS) {
      const answer = step(process, deal, { name: lapseOf(kind), by: "clock", at: OPENED }, later365);
      const movement = allowed(name, state, lapseOf(kind))?.money;
      if (due(deal).kind === kind)
        expect(answer).toMatchObject({ ok: true, value: { event: { movement: movement === "-" ? null : movement } } });
      else expect(["not_in_this_state", "no_such_command"]).toContain(answer.ok || answer.error);
    }
  });

  test.each(shippedGoods.deadlines.map(({ kind }) => kind))(
    "a %s timer on a deal that has ended is harmless, and so is its second firing",
    (kind) => {
      const deal = goodsIn("escrow_locked");
      const ended = expectOk(step(shippedGoods, deal, lapse(due(deal)), due(deal).dueAt), "lapse").deal;
      const old: Command = { name: lapseOf(kind), by: "clock", at: OPENED };
      expect(step(shippedGoods, ended, old, later(OPENED, days(365)))).toEqual({ ok: false, error: "deal_is_final" });
    },
  );

  test("a timer without a deadline in the deal never acts", () => {
    const deal = { ...goodsIn("escrow_locked"), deadline: null };
    const old: Command = { name: "lapse_dispatch", by: "clock", at: OPENED };
    expect(step(shippedGoods, deal, old, later(OPENED, days(365)))).toEqual({ ok: false, error: "too_early" });
    expect(say(shippedGoods, deal, ["accept", "seller"], later(OPENED, days(365))).deal.state).toBe("order_confirmed");
  });
});

describe("spans", () => {
  const inside: readonly (readonly [Process, string, readonly Said[]])[] = [
    [shippedGoods, "signatures_pending", [["sign_as_buyer", "buyer"]]],
    [shippedGoods, "signatures_pending", [["sign_as_seller", "seller"]]],
    [
      shippedGoods,
      "escrow_locked",
      [
        ["accept", "seller"],
        ["start", "seller"],
        ["ready", "seller"],
      ],
    ],
    [
      shippedGoods,
      "shipped",
      [
        ["in_transit", "carrier"],
        ["out_for_delivery", "carrier"],
      ],
    ],
  ];

  test.each(inside)("$name: moving on inside the span of %s keeps its deadline (%j)", (process, state, sayings) => {
    const deal = dealAt(process, state);
    const moved = sayings.reduce((now, said, i) => say(process, now, said, later(OPENED, hours(i + 1))).deal, deal);
    expect(moved.deadline).toEqual({ ...due(deal), openedAt: OPENED });
    expect(step(process, moved, lapse(due(deal)), due(deal).dueAt).ok).toBe(true);
  });

  const leaving: readonly (readonly [Process, string, Said, Deadline["kind"], Duration])[] = [
    [shippedGoods, "payment_pending", PAID, "dispatch", hours(48)],
    [shippedGoods, "agreed_payment_pending", PAID, "signatures", hours(72)],
    [shippedGoods, "buyer_signature_pending", ["sign_as_buyer", "buyer"], "dispatch", hours(48)],
    [shippedGoods, "seller_signature_pending", ["sign_as_seller", "seller"], "dispatch", hours(48)],
    [shippedGoods, "ready_to_ship", SENT, "delivery", days(7)],
    [shippedGoods, "escrow_locked", ["dispatch_untracked", "seller"], "delivery", days(7)],
    [shippedGoods, "out_for_delivery", ["delivered", "carrier"], "inspection", hours(24)],
    [shippedGoods, "shipped_untracked", ["declare_delivered", "seller"], "inspection", days(7)],
    [shippedGoods, "disputed", ["reship", "parties"], "dispatch", hours(48)],
    [shippedGoods, "disputed", ["send_back", "parties"], "return", days(7)],
    [shippedGoods, "returning", ["return_shipped", "buyer"], "return", days(7)],
    [shippedGoods, "investigating", ["decide_split", "arbiter"], "appeal", hours(72)],
    [shippedGoods, "ruled_split", ["appeal", "seller"], "decision", days(30)],
    [milestone, "payment_pending", PAID, "start", days(90)],
    [service, "payment_pending", PAID, "start", hours(48)],
    [service, "delivered", ["request_revision", "buyer"], "delivery", days(7)],
    [service, "late_revision", ["deliver", "seller"], "inspection", days(7)],
  ];

  test.each(leaving)("$name: %s is left by %j: a %s deadline is opened now", (process, state, said, kind, window) => {
    const now = later(OPENED, minutes(20));
    const { deal } = expectOk(
      step(process, dealAt(process, state), commandAt(said, later(OPENED, minutes(10))), now),
      said[0],
    );
    expect(deal.deadline).toEqual({ kind, openedAt: now, dueAt: later(now, window) });
  });

  test("the windows are those that were frozen into the deal", () => {
    const names = Object.keys(DEFAULT_POLICY.windows) as (keyof Policy["windows"])[];
    const windows = Object.fromEntries(names.map((name, i) => [name, 11 + i])) as Policy["windows"];
    const lasts = ({ deadline }: Deal) =>
      names.find((name) => windows[name] === due({ deadline } as Deal).dueAt - OPENED);
    const windowsOn = (process: Process, start: string, way: readonly Said[]) => {
      const opening = { ...OPENING, policy: { ...DEFAULT_POLICY, windows } };
      const first = open(process, opening, start, "buyer", OPENED).deal;
      return [first, ...way.map((_, i) => told(process, first, way.slice(0, i + 1), OPENED))].map(lasts);
    };
    const dispute: Said[] = [
      ["dispute", "buyer"],
      ["respond", "seller"],
      ["decide_release", "arbiter"],
      ["appeal", "buyer"],
      ["chargeback_opened", "gateway"],
    ];
    const arbitration = ["response", "decision", "appeal", "decision", "chargeback"];
    const back: Said[] = [
      ["dispute", "seller"],
      ["send_back", "parties"],
      ["return_shipped", "buyer"],
    ];
    expect(windowsOn(shippedGoods, "payment_pending", [PAID, SENT, ["delivered", "carrier"], ...dispute])).toEqual([
      ...["payment", "dispatch", "delivery", "inspection", ...arbitration],
    ]);
    expect(windowsOn(shippedGoods, "agreed_payment_pending", [PAID])).toEqual(["paymentAgreed", "signatures"]);
    expect(
      windowsOn(shippedGoods, "payment_pending", [
        PAID,
        ["dispatch_untracked", "seller"],
        ["declare_delivered", "seller"],
        ...back,
      ]),
    ).toEqual(["payment", "dispatch", "delivery", "inspectionUntracked", "response", "return", "return"]);
    expect(windowsOn(digitalGoods, "payment_pending", [PAID])).toEqual(["payment", "inspectionDigital"]);
    expect(windowsOn(milestone, "payment_pending", [PAID, ["begin", "contract"], ["deliver", "seller"]])).toEqual([
      ...["payment", "start", "delivery", "inspectionWork"],
    ]);
    expect(windowsOn(service, "payment_pending", [PAID, ["accept", "seller"]])).toEqual([
      ...["payment", "dispatch", "delivery"],
    ]);
  });
});

describe("case 39: goods that complete in the moment of payment", () => {
  const placed = open(digitalGoods, OPENING, "payment_pending", "buyer", OPENED).deal;

  test("are only paid for by the payment: what releases is the clock, in a step of its own", () => {
    const { deal, postings, event } = say(digitalGoods, placed, PAID, OPENED);
    expect(deal).toMatchObject({ state: "delivered", escrow: "held", deadline: { kind: "inspection", dueAt: OPENED } });
    expect(postings.map(({ kind }) => kind)).toEqual(["fund"]);
    expect(event.gets).toEqual({ buyer: { minor: 0n, currency: "INR" }, seller: { minor: 0n, currency: "INR" } });
    const released = expectOk(step(digitalGoods, deal, lapse(due(deal)), OPENED), "lapse");
    expect(released).toMatchObject({ deal: { state: "completed", escrow: "released" }, event: { by: "clock" } });
  });

  test("are waited for where the operator gives time to look at them", () => {
    const policy = { ...DEFAULT_POLICY, windows: { ...DEFAULT_POLICY.windows, inspectionDigital: hours(24) } };
    const { deal } = say(digitalGoods, { ...placed, policy }, PAID, OPENED);
    expect(step(digitalGoods, deal, lapse(due(deal)), later(OPENED, hours(24) - 1))).toEqual({
      ok: false,
      error: "too_early",
    });
    expect(say(digitalGoods, deal, ["dispute", "buyer"], OPENED).deal.state).toBe("delivered_disputed");
  });
});

test("what a deadline says when it is due is said by the clock, at that time", () => {
  const deadline: Deadline = { kind: "dispatch", openedAt: OPENED, dueAt: later(OPENED, 1) };
  expect(lapse(deadline)).toEqual({ name: "lapse_dispatch", by: "clock", at: OPENED + 1 });
});
