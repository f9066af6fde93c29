import { stageOf } from "@amana/core/dispute";
import { readMoved } from "#modules/escrow";
import type { Subscription } from "#runtime/work";
import { closeDispute, openDisputeOf } from "./store.ts";

/** A dispute ends when its deal is frozen no more, whoever or whatever set it free. */
export const disputesFollowDeal: Subscription = {
  name: "dispute follows deal",
  topic: "deal.moved",
  async hear(tx, payload, now) {
    const { deal, to, command } = readMoved(payload);
    if (stageOf(to) !== "closed") return;
    const dispute = await openDisputeOf(tx, deal);
    if (dispute) await closeDispute(tx, dispute, command, now);
  },
};
