import { describe, expect, test } from "vitest";
import { money } from "../money/index.ts";
import { expectOk } from "../result/index.ts";
import { at, hours, type Instant, minutes } from "../time/index.ts";
import { type Deal, WALLET } from "./deal.ts";
import { ask, commandAt, dealAt, due, inr, OPENED, OPENING, say, told, WAITING } from "./deals-for-test.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { stateOf } from "./process.ts";
import { shippedGoods } from "./processes/index.ts";
import { step } from "./step.ts";

const NOW = at(OPENED + minutes(1));
const { id, seller } = OPENING;
const dealIn = (state: string): Deal => dealAt(shippedGoods, state);

const HELD = WAITING.filter(({ state }) => !/payment_pending|chargeback/.test(state));
const whole = (deal: Deal): number => due(deal).dueAt - due(deal).openedAt;

describe("a chargeback freezes a deal", () => {
  test.each(HELD)("$name: $state goes on where it was, with the time that was left", ({ process, state }) => {
    const before = dealAt(process, state);
    const left = 1;
    const frozenAt = at(due(before).dueAt - left);
    const opened = commandAt(["chargeback_opened", "gateway"], frozenAt);
    const frozen = expectOk(step(process, before, opened, at(frozenAt + hours(1))), "freeze").deal;
    expect(frozen.suspended).toEqual({
      ...{ by: "gateway", state, kind: due(before).kind, elapsed: whole(before) - left, left },
      beneath: before.suspended,
    });
    const later = at(frozenAt + hours(1000));
    const { deal } = say(process, frozen, ["chargeback_won", "gateway"], later);
    expect(deal).toEqual({
      ...before,
      revision: before.revision + 2,
      deadline: { kind: due(before).kind, openedAt: later - whole(before) + left, dueAt: later + left },
    });
  });

  test("of its money nothing moves while it is frozen, whoever asks", () => {
    const deal = say(shippedGoods, dealIn("delivered"), ["chargeback_opened", "gateway"], NOW).deal;
    for (const [name, by] of [
      ["confirm_receipt", "buyer"],
      ["agree_release", "parties"],
      ["decide_release", "arbiter"],
      ["admin_release", "finance"],
      ["admin_refund", "finance"],
      ["admin_settle", "finance"],
      ["cancel", "seller"],
    ] as const)
      expect(ask(shippedGoods, deal, [name, by], NOW)).toEqual({ ok: false, error: "not_in_this_state" });
  });

  test("is a defect where nothing is suspended, or where there is no deadline to suspend", () => {
    expect(() =>
      ask(shippedGoods, { ...dealIn("chargeback_pending"), suspended: null }, ["chargeback_won", "gateway"], NOW),
    ).toThrow(`${id} is not frozen`);
    expect(() =>
      ask(shippedGoods, { ...dealIn("shipped"), deadline: null }, ["chargeback_opened", "gateway"], NOW),
    ).toThrow(`${id} has no deadline to suspend`);
  });
});

describe("one freeze upon another", () => {
  const hour = (n: number): Instant => at(OPENED + hours(n));
  const shipped = dealIn("shipped");
  const disputed = say(shippedGoods, shipped, ["dispute", "buyer"], hour(5)).deal;
  const upon = say(shippedGoods, disputed, ["chargeback_opened", "gateway"], hour(15)).deal;

  test("keeps what lies beneath: the sale below the dispute, the dispute below the chargeback", () => {
    const sale = { state: "shipped", kind: "delivery", elapsed: hours(5), left: hours(7 * 24 - 5) };
    const dispute = { state: "disputed", kind: "response", elapsed: hours(10), left: hours(62) };
    expect(disputed.suspended).toEqual({ ...sale, by: "buyer", beneath: null });
    expect(upon.suspended).toEqual({ ...dispute, by: "gateway", beneath: disputed.suspended });
    expect([shipped, disputed, upon].map(({ escrow }) => escrow)).toEqual(["held", "disputed", "disputed"]);
  });

  test("gives back the time that was left twice, each time its own", () => {
    const won = say(shippedGoods, upon, ["chargeback_won", "gateway"], hour(500)).deal;
    expect(won).toMatchObject({
      ...{ state: "disputed", escrow: "disputed", suspended: disputed.suspended },
      deadline: { kind: "response", openedAt: hour(490), dueAt: hour(562) },
    });
    const withdrawn = say(shippedGoods, won, ["withdraw", "buyer"], hour(520)).deal;
    expect(withdrawn).toMatchObject({
      ...{ state: "shipped", escrow: "held", suspended: null },
      deadline: { kind: "delivery", openedAt: hour(515), dueAt: hour(520 + 7 * 24 - 5) },
    });
  });

  test("knows who raised the dispute when it is gone back to: the seller may not take the buyer's back", () => {
    const won = say(shippedGoods, upon, ["chargeback_won", "gateway"], hour(500)).deal;
    expect(ask(shippedGoods, won, ["withdraw", "seller"], hour(501))).toEqual({
      ...{ ok: false, error: "not_for_this_actor" },
    });
    expect(ask(shippedGoods, won, ["respond", "buyer"], hour(501))).toEqual({ ok: false, error: "not_for_this_actor" });
  });

  test("upon a ruling keeps the ruling, and what is left of the time to appeal", () => {
    const ruled = told(
      shippedGoods,
      disputed,
      [
        ["respond", "seller"],
        ["decide_split", "arbiter"],
      ],
      hour(20),
    );
    const frozen = say(shippedGoods, ruled, ["chargeback_opened", "gateway"], hour(30)).deal;
    const won = say(shippedGoods, frozen, ["chargeback_won", "gateway"], hour(900)).deal;
    expect(won).toMatchObject({ state: "ruled_split", ruling: inr(14_800n), suspended: disputed.suspended });
    expect(due(won).dueAt).toBe(hour(962));
  });

  test("moves on inside a dispute without another freeze: what is suspended stays what it was", () => {
    const answered = say(shippedGoods, disputed, ["respond", "seller"], hour(20)).deal;
    expect(answered.suspended).toEqual(disputed.suspended);
    expect(say(shippedGoods, answered, ["reship", "parties"], hour(21)).deal).toMatchObject({
      ...{ state: "order_confirmed", escrow: "held", suspended: null },
    });
  });

  test.each(HELD)("$name: all that ends $state forgets what was suspended", ({ process, state }) => {
    const ended = say(process, dealAt(process, state), ["admin_refund", "finance"], OPENED).deal;
    expect(ended).toMatchObject({ state: "refunded", escrow: "refunded", suspended: null, deadline: null });
    expect(stateOf(process, ended.state).exits).toEqual({});
  });
});

test("a platform without commission books no entry for it, and one that takes all none for the seller", () => {
  const free = { ...dealIn("delivered"), commission: inr(0n), sellerReceives: inr(34_800n) };
  const greedy = { ...dealIn("delivered"), commission: inr(34_800n), sellerReceives: inr(0n) };
  const accountsOf = (deal: Deal) =>
    say(shippedGoods, deal, ["confirm_receipt", "buyer"], NOW).postings.flatMap(({ entries }) =>
      entries.map(({ account, amount }) => [account, amount.minor]),
    );
  expect(accountsOf(free)).toEqual([
    [`escrow:${id}`, -34_800n],
    [`wallet:${seller}`, 34_800n],
  ]);
  expect(accountsOf(greedy)).toEqual([
    [`escrow:${id}`, -34_800n],
    ["revenue:commission", 34_800n],
  ]);
});

test("tax on the commission is the platform's debt to the tax office, and the seller bears it", () => {
  const policy = { ...DEFAULT_POLICY, commissionTax: { code: "GST", basisPoints: 1_800 } };
  const deal = { ...dealIn("delivered"), commissionTax: inr(188n), sellerReceives: inr(33_568n), policy };
  const { postings } = say(shippedGoods, deal, ["confirm_receipt", "buyer"], NOW);
  expect(postings[0]?.entries.map(({ account, amount }) => [account, amount.minor])).toEqual([
    [`escrow:${id}`, -34_800n],
    [`wallet:${seller}`, 33_568n],
    ["revenue:commission", 1_044n],
    ["tax:GST", 188n],
  ]);
});

test("money from a wallet comes over from its owner's shard", () => {
  const paid = { gateway: WALLET, amount: money(34_800n, "INR") };
  const command = { ...commandAt(["payment_captured", "gateway"], NOW), payment: paid };
  const { postings } = expectOk(step(shippedGoods, dealIn("payment_pending"), command, NOW), "fund");
  expect(postings[0]?.entries).toEqual([
    { account: "intershard", amount: inr(-34_800n) },
    { account: `escrow:${id}`, amount: inr(34_800n) },
  ]);
});
