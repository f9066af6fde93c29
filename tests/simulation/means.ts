import type { Actor } from "../../core/escrow/index.ts";
import type { UserId } from "../../core/ids/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import type { World } from "./world.ts";

/** What those of whom a history is about are given by those who live in every history. */
export type Means<M> = {
  readonly later: (world: World, when: number, name: string, act: (parts: Parts) => Promise<void>) => void;
  readonly give: (world: World, order: Order, by: Actor, name: string, when: number) => void;
  /** An order is there: what its people plan is planned once, however often its buyer was answered. */
  readonly placed: (world: World, market: M, order: Order) => void;
  /** Begins to pay for one order, and pays or not. */
  readonly pay: (world: World, order: Order) => (parts: Parts) => Promise<void>;
};

export type People = {
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly orders: Map<string, Order>;
};
