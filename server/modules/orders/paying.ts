import { setTimeout as pause } from "node:timers/promises";
import type { OrderId } from "@amana/core/ids";
import type { Static } from "typebox";
import { type Payment, readPayment, type StartRefusal } from "#modules/payments";
import { problem } from "#runtime/http";
import { paymentJson } from "./json.ts";
import type { OrderParts } from "./routes.ts";
import type { PaymentJson } from "./schemas.ts";

/** Where the gateway sends the buyer's browser when he has paid. */
export const returnUrlOf = ({ publicUrl }: Pick<OrderParts, "publicUrl">, order: OrderId, locale = "en"): string =>
  `${publicUrl}/${locale}/orders/${order}/paid`;

export const problemOfStart = (refusal: StartRefusal) => {
  switch (refusal) {
    case "no_gateway":
      return problem("PAYMENT_GATEWAY_UNAVAILABLE");
    case "short_of_money":
      return problem("INSUFFICIENT_BALANCE", "Your balance does not cover this order.");
    case "being_closed":
      return problem("PAYMENT_CLOSING");
    case "not_payable":
      return problem("TRANSITION_NOT_ALLOWED", "Nothing of this is waiting for payment.");
    default:
      return refusal satisfies never;
  }
};

const OPENING_PAUSE_MS = 50;
const OPENING_TRIES = 80;

/** Gives the worker a few seconds to open the payment, so that most buyers never see it opening. */
export async function begun(
  { db, wake }: Pick<OrderParts, "db" | "wake">,
  payment: Payment,
): Promise<Static<typeof PaymentJson>> {
  wake();
  for (let tries = 0; tries < OPENING_TRIES; tries++) {
    const now = await readPayment(db, payment.id);
    if (now && now.state !== "opening") return paymentJson(now);
    await pause(OPENING_PAUSE_MS);
  }
  return paymentJson(payment);
}
