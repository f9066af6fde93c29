import { ok, type Result, refuse } from "@amana/core/result";
import type { CallRefusal } from "#ports/call";
import type { Booking, Carrier } from "#ports/carrier";
import type { Clock } from "#ports/clock";
import { decode } from "../../support/decode.ts";
import type { Http } from "../../support/http.ts";
import { equalInConstantTime, parseBody, requireSecrets } from "../../support/signatures.ts";
import { book } from "./book.ts";
import { istDay } from "./ist.ts";
import { lookBooking, track } from "./look.ts";
import * as messages from "./messages.ts";
import { TheirRates } from "./shapes.ts";
import { caller, type Shop } from "./shop.ts";

export type RapidShypConfig = {
  /** `https://api.rapidshyp.com/rapidshyp/apis/v1` */
  readonly baseUrl: string;
  readonly token: string;
  /** `DEFAULT` for an account's only store. */
  readonly storeName: string;
  /** Tracking pushes carry no signature, only a header and a value that we choose: the whole value, `Bearer ` included if so set. */
  readonly webhook: { readonly header: string; readonly token: string };
  /** Where buyers follow a parcel; its number is put at the end. Absent: RapidShyp's public page. */
  readonly trackingPage?: string;
};

/** RapidShyp, an Indian shipping aggregator (its document of the interface, version 1). Throws when a secret is empty. */
export function rapidshyp(
  config: RapidShypConfig,
  { http, clock }: { readonly http: Http; readonly clock: Clock },
): Carrier {
  requireSecrets("rapidshyp", [config.token, config.webhook.token, config.webhook.header]);
  const shop = {
    call: caller(config, http),
    storeName: config.storeName,
    trackingPage: config.trackingPage ?? "https://app.rapidshyp.com/t/",
  };
  const header = config.webhook.header.toLowerCase();

  return {
    name: "rapidshyp",
    title: "RapidShyp",
    book: (request) => book(shop, request),
    lookBooking: (shipment) => lookBooking(shop, shipment),
    track: (trackingNumber) => track(shop.call, trackingNumber),
    cancel: (booking) => cancel(shop, booking),

    async rates(request) {
      if (request.value.currency !== "INR")
        return refuse({ kind: "declined", code: "currency_not_supported", detail: request.value.currency });
      const answer = await shop.call("/serviceabilty_check", "read", messages.rateQuestion(request));
      if (!answer.ok) return answer;
      const theirs = decode(TheirRates, answer.value);
      if (!theirs.ok) return theirs;
      const today = istDay(clock.now());
      const options = (theirs.value.serviceable_courier_list ?? []).map((rate) => messages.shippingOption(rate, today));
      return ok(options.filter((option) => option !== null));
    },

    readWebhook({ headers, body }) {
      const token = headers[header];
      if (token === undefined || !equalInConstantTime(token, config.webhook.token)) return refuse("forged");
      const push = parseBody(body);
      if (!push.ok) return push;
      const hints = messages.hintsOf(push.value);
      return hints ? ok(hints) : refuse("unreadable");
    },
  };
}

/** First the tracking number is given back, then the order: a parcel that is on its way refuses the first and keeps both. */
async function cancel(
  shop: Shop,
  { shipment, reference }: { shipment: string; reference: string },
): Promise<Result<"cancelled", CallRefusal>> {
  const released = await shop.call("/de_allocate_shipment", "write", { orderId: shipment, shipmentId: reference });
  if (!released.ok) {
    const standing = await standingAfter(shop, released.error, shipment);
    if (!standing.ok || standing.value.cancelled) return standing.ok ? ok("cancelled") : standing;
    if (standing.value.trackingNumber !== null) return released;
  }
  const cancelled = await shop.call("/cancel_order", "write", { orderId: shipment, storeName: shop.storeName });
  if (cancelled.ok) return ok("cancelled");
  const standing = await standingAfter(shop, cancelled.error, shipment);
  if (!standing.ok) return standing;
  return standing.value.cancelled ? ok("cancelled") : cancelled;
}

/** After a no, what stands there now; other refusals stay what they are. */
async function standingAfter(
  shop: Shop,
  refusal: CallRefusal,
  shipment: string,
): Promise<Result<Booking, CallRefusal>> {
  return refusal.kind === "declined" ? lookBooking(shop, shipment) : refuse(refusal);
}
