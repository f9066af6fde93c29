import { redirectDocument } from "react-router";
import { type Args, command } from "../api/server.ts";
import type { Payment } from "../api/types.ts";
import { methodIn } from "../features/checkout/payment-choice.tsx";
import { pathPart } from "./query.ts";

/** Begins to pay for what was just ordered, and goes on to the page that shows and repairs whatever comes of it. */
export async function payFor(
  args: Args,
  lang: string,
  form: FormData,
  orderId: string,
  key: string,
): Promise<Response> {
  const method = methodIn(form);
  const path = `/orders/${pathPart(orderId)}`;
  const started = await command<Payment>(args, "POST", `${path}/payment`, { locale: lang, method }, `${key}:payment`);
  // Only a clear refusal of the wallet is told there.
  const refused = method === "wallet" && !started.ok && !started.problem.outcomeUnknown;
  return redirectDocument(`/${lang}${path}/pay${refused ? "?wallet=refused" : ""}`);
}
