import { PROCESSES, service, shippedGoods } from "@amana/core/escrow";
import { hours } from "@amana/core/time";
import { expect, test } from "vitest";
import en from "../../i18n/en.json";
import { disputeOf, stopsOf } from "./process-map.ts";

test("the map of goods that travel says who does what, and what silence brings", () => {
  const stops = stopsOf(shippedGoods);
  expect(stops.map(({ status }) => status)).toEqual([
    ...["payment_pending", "escrow_locked", "order_confirmed", "processing", "ready_to_ship"],
    ...["shipped", "in_transit", "out_for_delivery", "delivered", "completed", "cancelled", "refunded"],
  ]);
  const paid = stops.find(({ status }) => status === "escrow_locked");
  expect(paid?.ways).toContainEqual({ by: "seller", name: "dispatch", to: "shipped" });
  expect(paid?.silences).toEqual([{ after: hours(48), to: "refunded", effect: "refund", untracked: false }]);
  expect(stops.find(({ status }) => status === "delivered")?.silences.map(({ effect }) => effect)).toContain("release");
});

test("who works for a price may be asked for changes, and is not waited for without end", () => {
  const stops = stopsOf(service);
  const delivered = stops.find(({ status }) => status === "delivered");
  expect(delivered?.ways.map(({ name }) => name)).toEqual(["confirm_receipt", "request_revision"]);
  expect(stops.find(({ status }) => status === "processing")?.silences.map(({ effect }) => effect)).toEqual([
    "move_on",
    "refund",
  ]);
});

test("a dispute has an answer, a decision and an appeal, each with its clock", () => {
  expect(disputeOf(shippedGoods).map(({ kind, silences }) => [kind, silences.map(({ effect }) => effect)])).toEqual([
    ["response", ["move_on"]],
    ["decision", ["refund", "settle"]],
    ["appeal", ["release", "refund", "settle"]],
  ]);
});

test("every stop, way and silence of every process has words", () => {
  const moves: Readonly<Record<string, unknown>> = en.play.move;
  const who: Readonly<Record<string, unknown>> = en.play.who;
  const silences: Readonly<Record<string, unknown>> = en.help.silence;
  for (const { ways, silences: clocks } of PROCESSES.flatMap(stopsOf)) {
    for (const { by, name } of ways) expect([by, who[by], name, moves[name]]).not.toContain(undefined);
    for (const { effect } of clocks) expect(silences[effect], effect).toEqual(expect.any(String));
  }
});
