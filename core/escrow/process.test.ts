import { describe, expect, test } from "vitest";
import {
  commandsOf,
  DEADLINE_KINDS,
  DEFAULT_POLICY,
  deadlineOf,
  defineProcess,
  isFinal,
  lapseOf,
  ORDER_STATUSES,
  stateOf,
} from "./process.ts";
import { PROCESSES, processOf, shippedGoods } from "./processes/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("the policy that an operator starts with", () => {
  test("has the windows and the commission that the domain says", () => {
    expect(DEFAULT_POLICY).toEqual({
      windows: {
        payment: 30 * MINUTE,
        signatures: 72 * HOUR,
        dispatch: 48 * HOUR,
        delivery: 7 * DAY,
        inspection: 24 * HOUR,
        inspectionUntracked: 7 * DAY,
        chargeback: 120 * DAY,
      },
      commissionBasisPoints: 300,
      commissionTax: null,
      reserve: null,
    });
  });
});

describe("a process", () => {
  test("is found by its name and version, and by nothing else", () => {
    expect(processOf("shipped_goods", 1)).toBe(shippedGoods);
    expect(() => processOf("shipped_goods", 2)).toThrow("no process shipped_goods version 2");
    expect(() => processOf("goods", 1)).toThrow("no process goods version 1");
  });

  test("is there once for each name and version", () => {
    expect(new Set(PROCESSES.map(({ name, version }) => `${name} ${version}`)).size).toBe(PROCESSES.length);
  });

  test("knows its commands, those of time included, and no other", () => {
    expect(commandsOf(shippedGoods)).toEqual([
      "accept",
      "admin_refund",
      "admin_release",
      "admin_settle",
      "cancel",
      "chargeback_lost",
      "chargeback_opened",
      "chargeback_won",
      "confirm_receipt",
      "declare_delivered",
      "delivered",
      "dispatch",
      "dispatch_untracked",
      "in_transit",
      "lapse_chargeback",
      "lapse_delivery",
      "lapse_dispatch",
      "lapse_inspection",
      "lapse_payment",
      "lapse_signatures",
      "out_for_delivery",
      "payment_captured",
      "payment_failed",
      "ready",
      "returned",
      "sign_as_buyer",
      "sign_as_seller",
      "start",
    ]);
  });

  test("ends where nothing more can be done", () => {
    const ends = Object.keys(shippedGoods.states).filter((state) => isFinal(shippedGoods, state));
    expect(ends).toEqual(["settled", "completed", "cancelled", "refunded", "failed"]);
  });

  test.each(["", "lost", "__proto__", "constructor", "toString"])("has no state %j, and says so", (state) => {
    expect(() => stateOf(shippedGoods, state)).toThrow(`shipped_goods has no state ${state}`);
    expect(() => isFinal(shippedGoods, state)).toThrow("has no state");
    expect(deadlineOf(shippedGoods, state)).toBeUndefined();
  });

  test("uses every kind of deadline and shows every status", () => {
    expect(new Set(shippedGoods.deadlines.map(({ kind }) => kind))).toEqual(new Set(DEADLINE_KINDS));
    const shown = Object.keys(shippedGoods.states).map((state) => stateOf(shippedGoods, state).status);
    expect(new Set(shown)).toEqual(new Set(ORDER_STATUSES));
  });

  test("asks the gateway or the carrier once more before a payment, dispatch or delivery deadline acts", () => {
    const asked = shippedGoods.deadlines.map(({ kind, asks }) => [kind, asks ?? "nobody"]);
    expect(asked).toEqual([
      ["payment", "gateway"],
      ["signatures", "nobody"],
      ["dispatch", "carrier"],
      ["delivery", "carrier"],
      ["inspection", "nobody"],
      ["inspection", "nobody"],
      ["chargeback", "gateway"],
    ]);
  });

  test.each(DEADLINE_KINDS)("calls the lapse of its %s deadline by that name", (kind) => {
    expect(lapseOf(kind)).toBe(`lapse_${kind}`);
  });

  test("with a misspelt target does not compile", () => {
    const end = { status: "cancelled", waitsFor: "nobody", exits: {} } as const;
    const misspelt = defineProcess({
      name: "misspelt",
      version: 1,
      starts: ["begun"],
      states: {
        begun: {
          status: "payment_pending",
          waitsFor: "buyer",
          // @ts-expect-error: there is no such state
          exits: { cancel: { by: ["buyer"], to: "cancled" } },
        },
        cancelled: end,
      },
      // @ts-expect-error: there is no such state
      deadlines: [{ kind: "payment", span: ["begum"], window: "payment", to: "cancelled" }],
    });
    expect(misspelt.name).toBe("misspelt");
  });
});
