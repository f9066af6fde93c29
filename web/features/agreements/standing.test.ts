import { describe, expect, test } from "vitest";
import type { Agreement, Amendment, Side } from "../../api/negotiations.ts";
import { amendable, signersOf, standingOf, standingOfWhole, stepsOf } from "./standing.ts";

const signature = (by: Side, version = 1) => ({ version, by, name: "", hash: "", signedAt: "", network: null });
const proposed = (by: Side): Amendment => ({
  ...{ id: "amd_1", by, status: "proposed", baseVersion: 1, changes: [], proposedAt: "", decidedAt: null },
});
const of = (changes: Partial<Agreement>): Agreement =>
  ({
    ...{ status: "to_be_ordered", role: "buyer", version: 1, actions: ["amend"], signatures: [], amendments: [] },
    ...changes,
  }) as unknown as Agreement;

describe("what an agreement asks of its reader", () => {
  test("the buyer orders and pays, both sign, and then the order runs", () => {
    const side = (role: Side) => (changes: Partial<Agreement>) => standingOfWhole(of({ role, ...changes }));
    const [buyer, seller] = [side("buyer"), side("seller")];
    expect([buyer({}), seller({})]).toEqual(["order", "wait_order"]);
    expect([buyer({ status: "to_be_paid" }), seller({ status: "to_be_paid" })]).toEqual(["pay", "wait_pay"]);
    const signing = { status: "to_be_signed" } as const;
    expect([seller({ ...signing, actions: ["sign", "amend"] }), buyer(signing)]).toEqual(["sign", "wait_sign"]);
    expect(buyer({ status: "in_force" })).toBe("in_force");
    expect(buyer({ status: "in_force", actions: ["sign", "amend"] })).toBe("sign");
  });

  test("an amendment of the other side comes before all of that, and after the end nothing does", () => {
    const waiting = { status: "to_be_signed", actions: ["sign", "amend"] } as const;
    expect(standingOf({ ...waiting, actions: [...waiting.actions], role: "buyer", amendmentBy: "seller" })).toBe(
      "answer",
    );
    expect(standingOf({ ...waiting, actions: [...waiting.actions], role: "buyer", amendmentBy: "buyer" })).toBe("sign");
    expect(standingOf({ status: "lapsed", actions: [], role: "buyer", amendmentBy: "seller" })).toBe("lapsed");
    expect(standingOf({ status: "ended", actions: [], role: "seller", amendmentBy: null })).toBe("ended");
  });
});

test("the steps behind, now and to come", () => {
  const states = (changes: Partial<Agreement>) => stepsOf(of(changes)).map(({ state }) => state);
  expect(states({})).toEqual(["past", "now", "later", "later"]);
  expect(states({ status: "to_be_signed" })).toEqual(["past", "past", "now", "later"]);
  expect(states({ status: "in_force" })).toEqual(["past", "past", "past", "now"]);
  expect(states({ status: "lapsed" })).toEqual(["past", "later", "later", "later"]);
  const both = [signature("buyer"), signature("seller")];
  expect(states({ status: "ended", signatures: both })).toEqual(["past", "past", "past", "later"]);
  expect(states({ status: "ended" })).toEqual(["past", "later", "later", "later"]);
});

test("before the payment everything may change, then the words alone, and nothing under one signature or beside another change", () => {
  expect(amendable(of({}))).toBe("all");
  expect(amendable(of({ status: "in_force" }))).toBe("words");
  expect(amendable(of({ status: "to_be_signed", signatures: [signature("buyer")] }))).toBeNull();
  expect(amendable(of({ status: "in_force", version: 2, signatures: [signature("buyer", 1)] }))).toBe("words");
  expect(amendable(of({ amendments: [proposed("buyer")] }))).toBeNull();
  expect(amendable(of({ actions: [] }))).toBeNull();
  expect(signersOf(of({ version: 2, signatures: [signature("buyer", 1), signature("seller", 2)] }))).toEqual([
    "seller",
  ]);
});
