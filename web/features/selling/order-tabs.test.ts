import { ORDER_STATUSES } from "@amana/core/escrow";
import { expect, test } from "vitest";
import { countsByTab, ORDER_TABS, orderTabIn, STATUSES, sortOf } from "./order-tabs.ts";

test("each state of an order lies in one tab", () => {
  const all = ORDER_TABS.flatMap((tab) => STATUSES[tab]);
  expect([...all].sort()).toEqual([...ORDER_STATUSES].sort());
});

test("a tab counts the orders in its states", () => {
  const counts = [
    { status: "shipped", count: 2 },
    { status: "in_transit", count: 3 },
    { status: "completed", count: 40 },
  ];
  const tabs = countsByTab(counts);
  expect([tabs.transit, tabs.done, tabs.todo]).toEqual([5, 40, 0]);
  expect([orderTabIn("done"), orderTabIn("anything"), orderTabIn(null)]).toEqual(["done", "todo", "todo"]);
  expect([sortOf("todo"), sortOf("done")]).toEqual(["dueAt", "-placedAt"]);
});
