import { stageOf } from "@amana/core/agreement";
import { isFinal, processOf } from "@amana/core/escrow";
import { readDeal, readMoved } from "#modules/escrow";
import { orderOfDeal } from "#modules/orders";
import type { Subscription } from "#runtime/work";
import { setStage } from "./store.ts";

/** Lists of agreements are kept in step with their deals; an agreement by itself is read from its deal. */
export const followAgreedDeals: Subscription = {
  name: "agreement follows deal",
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const moved = readMoved(payload);
    const deal = await readDeal(tx, moved.deal);
    const order = deal && (await orderOfDeal(tx, moved.deal));
    if (!order) return;
    const state = { state: deal.state, isFinal: isFinal(processOf(deal.process, deal.processVersion), deal.state) };
    await setStage(tx, order.id, stageOf(state, now, now));
  },
};
