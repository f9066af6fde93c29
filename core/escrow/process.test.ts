import { describe, expect, test } from "vitest";
import { EVERYWHERE } from "./deals-for-test.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import {
  commandsOf,
  DEADLINE_KINDS,
  deadlineOf,
  defineProcess,
  isFinal,
  lapseOf,
  ORDER_STATUSES,
  stateOf,
} from "./process.ts";
import { digitalGoods, PROCESSES, processOf, shippedGoods } from "./processes/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("the policy that an operator starts with", () => {
  test("has the windows and the commission that the domain says", () => {
    expect(DEFAULT_POLICY).toEqual({
      windows: {
        payment: 30 * MINUTE,
        paymentAgreed: 24 * HOUR,
        signatures: 72 * HOUR,
        start: 90 * DAY,
        dispatch: 48 * HOUR,
        delivery: 7 * DAY,
        lateness: 7 * DAY,
        inspection: 24 * HOUR,
        inspectionUntracked: 7 * DAY,
        inspectionDigital: 0,
        inspectionWork: 7 * DAY,
        return: 7 * DAY,
        response: 72 * HOUR,
        decision: 30 * DAY,
        appeal: 72 * HOUR,
        chargeback: 120 * DAY,
      },
      commissionBasisPoints: 300,
      calendar: null,
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

  test("knows its commands, those of time included, in the order of the alphabet and each once", () => {
    expect(commandsOf(digitalGoods)).toEqual([
      ...["accept_ruling", "admin_refund", "admin_release", "admin_settle", "agree_refund", "agree_release"],
      ...["agree_split", "appeal", "cancel", "chargeback_lost", "chargeback_opened", "chargeback_won", "concede"],
      ...["confirm_receipt", "decide_refund", "decide_release", "decide_split", "dispute", "lapse_appeal"],
      ...["lapse_chargeback", "lapse_decision", "lapse_inspection", "lapse_payment", "lapse_response"],
      ...["payment_captured", "payment_failed", "respond", "withdraw"],
    ]);
  });

  test.each(PROCESSES)("ends where nothing more can be done: $name", (process) => {
    const ends = Object.keys(process.states).filter((state) => isFinal(process, state));
    expect(ends).toEqual(["settled", "completed", "cancelled", "refunded", "failed"]);
  });

  test.each(["", "lost", "__proto__", "constructor", "toString"])("has no state %j, and says so", (state) => {
    expect(() => stateOf(shippedGoods, state)).toThrow(`shipped_goods has no state ${state}`);
    expect(() => isFinal(shippedGoods, state)).toThrow("has no state");
    expect(deadlineOf(shippedGoods, state)).toBeUndefined();
  });

  test("is among those that together use every kind of deadline and show every status", () => {
    const used = PROCESSES.flatMap(({ deadlines }) => deadlines.map(({ kind }) => kind));
    expect(new Set(used)).toEqual(new Set(DEADLINE_KINDS));
    const shown = EVERYWHERE.map(({ process, state }) => stateOf(process, state).status);
    expect(new Set(shown)).toEqual(new Set(ORDER_STATUSES));
  });

  test("asks the gateway or the carrier once more before a payment, dispatch, delivery or chargeback deadline acts", () => {
    const asked = PROCESSES.flatMap(({ name, deadlines }) =>
      deadlines.flatMap(({ span, asks }) => (asks ? [`${name} ${span[0]}: ${asks}`] : [])),
    );
    const money = ["payment_pending: gateway", "chargeback_pending: gateway"];
    expect(asked.toSorted()).toEqual(
      [
        ...PROCESSES.flatMap(({ name }) => money.map((one) => `${name} ${one}`)),
        ...["agreed_payment_pending: gateway", "escrow_locked: carrier", "shipped: carrier"].map(
          (one) => `shipped_goods ${one}`,
        ),
      ].toSorted(),
    );
  });

  test.each(PROCESSES)("$name has a time that the parties may extend wherever they alone are concerned", (process) => {
    const fixed = process.deadlines.filter((form) => form.fixed).map(({ kind }) => kind);
    expect(new Set(fixed)).toEqual(new Set(["payment", "decision", "appeal", "chargeback"]));
    const open = process.deadlines.filter((form) => !form.fixed).map(({ kind }) => kind);
    expect(open.filter((kind) => fixed.includes(kind))).toEqual([]);
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
