import { describe, expect, test } from "vitest";
import { makeId } from "../ids/index.ts";
import { money } from "../money/index.ts";
import { expectOk } from "../result/index.ts";
import { at, hours, type Instant, minutes } from "../time/index.ts";
import { type Deal, WALLET } from "./deal.ts";
import { type Actor, DEFAULT_POLICY, deadlineOf, isFinal } from "./process.ts";
import { shippedGoods } from "./processes/index.ts";
import { type Command, step } from "./step.ts";

const OPENED = at(1_800_000_000_000);
const NOW = at(OPENED + minutes(1));
const nine = new Uint8Array(9);
const id = makeId("deal", OPENED, nine, 7);
const buyer = makeId("user", OPENED, nine, 1);
const seller = makeId("user", OPENED, nine, 2);
const inr = (minor: bigint) => money(minor, "INR");

/** A deal whose money is held, and whose deadline counts from `OPENED`. */
function dealIn(state: string): Deal {
  const form = deadlineOf(shippedGoods, state);
  if (!form) throw new Error(`${state} waits for nothing`);
  return {
    ...{ id, buyer, seller, process: "shipped_goods", processVersion: 1, state, revision: 3 },
    ...{ total: inr(34_800n), commission: inr(1_044n), commissionTax: inr(0n), sellerReceives: inr(33_756n) },
    ...{ policy: DEFAULT_POLICY, escrow: "held", gateway: "demo", suspended: null },
    deadline: { kind: form.kind, openedAt: OPENED, dueAt: at(OPENED + DEFAULT_POLICY.windows[form.window]) },
  };
}

const HELD = Object.keys(shippedGoods.states).filter(
  (state) => !isFinal(shippedGoods, state) && !/payment_pending|chargeback/.test(state),
);

function ask(deal: Deal, name: string, by: Actor): ReturnType<typeof step> {
  return step(shippedGoods, deal, { name, by, at: NOW, settlement: { refund: inr(14_800n) } }, NOW);
}

describe("a chargeback freezes a deal", () => {
  const frozenAt = at(OPENED + hours(5));
  const freeze = (from: string): Deal => {
    const command: Command = { name: "chargeback_opened", by: "gateway", at: frozenAt };
    return expectOk(step(shippedGoods, dealIn(from), command, at(frozenAt + hours(1))), "freeze").deal;
  };
  const won = (deal: Deal, when: Instant): Deal =>
    expectOk(step(shippedGoods, deal, { name: "chargeback_won", by: "gateway", at: when }, when), "won").deal;

  test.each(HELD)("%s goes on where it was, with the time that was left when it was frozen", (from) => {
    const { deadline } = dealIn(from);
    const later = at(frozenAt + hours(1000));
    const deal = won(freeze(from), later);
    expect(deal).toMatchObject({ state: from, escrow: "held", suspended: null });
    expect(deal.deadline).toEqual({
      kind: deadline?.kind,
      openedAt: later - hours(5),
      dueAt: later + (deadline ? deadline.dueAt - frozenAt : Number.NaN),
    });
  });

  test("of its money nothing moves while it is frozen, whoever asks", () => {
    const deal = freeze("delivered");
    for (const [name, by] of [
      ["confirm_receipt", "buyer"],
      ["admin_release", "finance"],
      ["admin_refund", "finance"],
      ["admin_settle", "finance"],
      ["cancel", "seller"],
    ] as const)
      expect(ask(deal, name, by)).toEqual({ ok: false, error: "not_in_this_state" });
  });

  test("is a defect where nothing is suspended, or where there is no deadline to suspend", () => {
    expect(() => won({ ...freeze("shipped"), suspended: null }, NOW)).toThrow(`${id} is not frozen`);
    expect(() => ask({ ...dealIn("shipped"), deadline: null }, "chargeback_opened", "gateway")).toThrow(
      `${id} has no deadline to suspend`,
    );
  });
});

describe("a settlement", () => {
  test.each([
    ["all of it to the buyer", inr(34_800n)],
    ["none of it to the buyer", inr(0n)],
    ["less than nothing", inr(-1n)],
    ["another currency", money(100n, "SAR")],
    ["nothing said", undefined],
  ])("of which %s is no division", (_, refund) => {
    const command: Command = {
      name: "admin_settle",
      by: "finance",
      at: NOW,
      ...(refund && { settlement: { refund } }),
    };
    expect(step(shippedGoods, dealIn("shipped"), command, NOW)).toEqual({ ok: false, error: "not_a_division" });
  });
});

test("a platform without commission books no entry for it, and one that takes all none for the seller", () => {
  const free = { ...dealIn("delivered"), commission: inr(0n), sellerReceives: inr(34_800n) };
  const greedy = { ...dealIn("delivered"), commission: inr(34_800n), sellerReceives: inr(0n) };
  const accountsOf = (deal: Deal) =>
    expectOk(ask(deal, "confirm_receipt", "buyer"), "release").postings.flatMap(({ entries }) =>
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
  const { postings } = expectOk(ask(deal, "confirm_receipt", "buyer"), "release");
  expect(postings[0]?.entries.map(({ account, amount }) => [account, amount.minor])).toEqual([
    [`escrow:${id}`, -34_800n],
    [`wallet:${seller}`, 33_568n],
    ["revenue:commission", 1_044n],
    ["tax:GST", 188n],
  ]);
});

test("money from a wallet comes over from its owner's shard", () => {
  const paid = { gateway: WALLET, amount: inr(34_800n) };
  const command: Command = { name: "payment_captured", by: "gateway", at: NOW, payment: paid };
  const { postings } = expectOk(
    step(shippedGoods, { ...dealIn("payment_pending"), gateway: null }, command, NOW),
    "fund",
  );
  expect(postings[0]?.entries).toEqual([
    { account: "intershard", amount: inr(-34_800n) },
    { account: `escrow:${id}`, amount: inr(34_800n) },
  ]);
});
