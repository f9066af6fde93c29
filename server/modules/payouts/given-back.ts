import { parseId } from "@amana/core/ids";
import { isCurrency, money } from "@amana/core/money";
import { divideRelease } from "@amana/core/payout";
import type { Subscription } from "#runtime/work";
import { payBySchedule } from "./demand.ts";
import { lockPayee } from "./payee-store.ts";
import { postAll, purseOf, recovering } from "./purse.ts";
import type { Outgoing } from "./start.ts";

/** What a bank has given back after a chargeback is in the seller's wallet: it pays his debt first, and the rest goes by his schedule. */
export const payOutGivenBack = (outgoing: Outgoing): Subscription => ({
  name: "pay out what a bank gave back",
  topic: "chargeback.changed",
  neverGivenUp: true,
  async hear(tx, payload, now) {
    if (payload.state !== "won" || payload.effect !== "clawed_back") return;
    const seller = parseId("user", String(payload.seller));
    const deal = parseId("deal", String(payload.deal));
    const currency = String(payload.currency);
    if (!seller || !deal || !isCurrency(currency))
      throw new Error(`a chargeback that cannot be read: ${JSON.stringify(payload)}`);
    const cause = `chargeback:${String(payload.chargeback)}:${String(payload.round)}`;
    const payee = await lockPayee(tx, seller);
    const purse = await purseOf(tx, seller, currency);
    const { recovered, payable } = divideRelease(money(BigInt(String(payload.fromSeller)), currency), purse, 0);
    await postAll(tx, recovering(seller, cause, deal, recovered), now);
    const demand = { user: seller, kind: "reserve", cause, deal, amount: payable } as const;
    await payBySchedule(tx, outgoing, payee, demand, now);
  },
});
