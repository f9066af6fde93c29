import { createHmac } from "node:crypto";
import { formatMajor, money } from "@amana/core/money";
import type { TrackingState } from "@amana/core/shipping";
import { at, type Instant } from "@amana/core/time";
import { type CarrierUnderTest, countedLine } from "../../server/adapters/carriers/conformance.ts";
import { rapidshyp } from "../../server/adapters/carriers/rapidshyp/index.ts";
import { cashfree } from "../../server/adapters/gateways/cashfree/index.ts";
import { type GatewayUnderTest, orderOf } from "../../server/adapters/gateways/conformance.ts";
import { cashfreePayouts } from "../../server/adapters/payout-rails/cashfree/index.ts";
import type { RailUnderTest } from "../../server/adapters/payout-rails/conformance.ts";
import { freshId, given, type Loss, type WebhookUnderTest } from "../../server/adapters/support/conformance.ts";
import type { Http } from "../../server/adapters/support/http.ts";
import type { BookingRequest } from "../../server/ports/carrier.ts";
import type { PayoutRail, PayoutRequest } from "../../server/ports/payout-rail.ts";
import { KEYS, listAt, rewriting, type World, withFields } from "./world.ts";

const lose = (world: World, provider: "cashfree" | "rapidshyp", operation: string, when: Loss) =>
  world.control("POST", "/faults", { provider, operation, kind: `timeout_${when}` }).then(() => {});

/** Signs as Cashfree publishes it, written apart from the adapter and from the simulator. */
const sign = (body: Uint8Array, sentAt: Instant, secret: string) => ({
  headers: {
    "x-webhook-signature": createHmac("sha256", secret).update(String(sentAt)).update(body).digest("base64"),
    "x-webhook-timestamp": String(sentAt),
  },
  body,
});

const gatewayAt = (world: World, http: Http, clientSecret = KEYS.cashfree.clientSecret) =>
  cashfree(
    {
      baseUrl: `${world.url}/cashfree/pg`,
      clientId: KEYS.cashfree.clientId,
      clientSecret,
      previousSecrets: ["gateway_secret_before"],
      scriptUrl: `${world.url}/cashfree/js/v3/cashfree.js`,
      mode: "sandbox",
    },
    http,
  );

const STATUS_FIELDS = { payment: "order_status", refund: "refund_status", dispute: "dispute_status" } as const;

const disputesAt = (state: unknown, payment: string) =>
  listAt(state, "cashfree", "disputes").filter(({ orderId }) => orderId === payment);

export async function gatewayUnderTest(world: World): Promise<GatewayUnderTest> {
  const words: { order_status?: string; refund_status?: string; dispute_status?: string } = {};
  const operations = {
    open: "createOrder",
    look: "getOrder",
    refund: "createRefund",
    lookDisputes: "getDisputes",
  };
  const pay = (payment: string, choice: object) =>
    world.control("POST", `/cashfree/orders/${payment}/pay`, choice).then(() => {});
  const refundsOf = async (payment: string) =>
    listAt(await world.control("GET", "/state"), "cashfree", "refunds").filter(({ orderId }) => orderId === payment);
  return {
    gateway: gatewayAt(
      world,
      rewriting(world.http, (_, json) => withFields(json, words)),
    ),
    withWrongKeys: gatewayAt(world, world.http, "wrong"),
    now: await world.now(),
    currency: "INR",
    notifyUrl: `${world.appUrl}/webhooks/cashfree`,
    theirs: {
      pay: (payment, amount) =>
        pay(payment, { outcome: "success", method: "upi", ...(amount ? { amount: Number(formatMajor(amount)) } : {}) }),
      failAttempt: (payment) => pay(payment, { outcome: "failed", method: "card" }),
      finishRefunds: async (payment) => {
        for (const { refundId } of await refundsOf(payment))
          await world.control("POST", `/cashfree/refunds/${refundId}`, { status: "SUCCESS" });
      },
      loseNext: (call, when) => lose(world, "cashfree", operations[call], when),
      dispute: async (payment, kind, amount) => {
        await world.control("POST", `/cashfree/orders/${payment}/dispute`, {
          stage: kind === "inquiry" ? "RETRIEVAL" : "CHARGEBACK",
          ...(amount ? { amount: Number(formatMajor(amount)) } : {}),
        });
      },
      decideDispute: async (payment, word) => {
        for (const { disputeId } of disputesAt(await world.control("GET", "/state"), payment))
          await world.control("POST", `/cashfree/disputes/${disputeId}`, { status: `MERCHANT_${word.toUpperCase()}` });
      },
      say: (what, word) => Object.assign(words, { [STATUS_FIELDS[what]]: word }),
      countPayments: async (payment) =>
        listAt(await world.control("GET", "/state"), "cashfree", "orders").filter(({ orderId }) => orderId === payment)
          .length,
      refunds: async (payment) => (await refundsOf(payment)).map(({ paise }) => money(BigInt(Number(paise)), "INR")),
    },
  };
}

export async function gatewayWebhook(world: World): Promise<WebhookUnderTest> {
  const under = await gatewayUnderTest(world);
  const { payment, ...rest } = orderOf(under, 149_900n);
  given(await under.gateway.open({ payment, ...rest }));
  await under.theirs.pay(payment);
  const webhook = await world.webhook(payment);
  return {
    read: under.gateway.readWebhook,
    genuine: async () => webhook,
    now: () => at(Number(webhook.headers["x-webhook-timestamp"])),
    proofHeader: "x-webhook-signature",
    foreign: [KEYS.cashfree.payoutClientSecret, KEYS.rapidshyp.webhookToken, ""],
    signing: {
      timestampHeader: "x-webhook-timestamp",
      toleranceSeconds: 300,
      secrets: [KEYS.cashfree.clientSecret, "gateway_secret_before"],
      sign,
    },
  };
}

const railAt = (world: World, http: Http, clientSecret = KEYS.cashfree.payoutClientSecret) =>
  cashfreePayouts(
    {
      baseUrl: `${world.url}/cashfree/payout`,
      clientId: KEYS.cashfree.payoutClientId,
      clientSecret,
      previousSecrets: ["payouts_secret_before"],
    },
    http,
  );

export async function railUnderTest(world: World): Promise<RailUnderTest> {
  const words: { status?: string; beneficiary_status?: string } = {};
  const operations = { register: "createBeneficiary", send: "createTransfer", look: "getTransfer" };
  const outcomes = { paid: "completed", failed: "failed", returned: "reversed" };
  return {
    rail: railAt(
      world,
      rewriting(world.http, (_, json) => withFields(json, words)),
    ),
    withWrongKeys: railAt(world, world.http, "wrong"),
    now: await world.now(),
    currency: "INR",
    theirs: {
      bring: async (payout, to) => {
        if (to !== "pending") await world.control("POST", `/cashfree/transfers/${payout}`, { outcome: outcomes[to] });
      },
      loseNext: (call, when) => lose(world, "cashfree", operations[call], when),
      say: (what, word) => Object.assign(words, what === "payout" ? { status: word } : { beneficiary_status: word }),
      sent: async (payout) =>
        listAt(await world.control("GET", "/state"), "cashfree", "transfers")
          .filter(({ transferId }) => transferId === payout)
          .map(({ paise }) => money(BigInt(Number(paise)), "INR")),
    },
  };
}

export async function railWebhook(world: World): Promise<WebhookUnderTest> {
  const { rail, now, theirs } = await railUnderTest(world);
  const request = payoutOf(now, await someBankAccount(rail, now));
  const { payout } = request;
  given(await rail.send(request));
  await theirs.bring(payout, "paid");
  const webhook = await world.webhook(payout);
  return {
    read: rail.readWebhook,
    genuine: async () => webhook,
    now: () => at(Number(webhook.headers["x-webhook-timestamp"])),
    proofHeader: "x-webhook-signature",
    foreign: [KEYS.cashfree.clientSecret, KEYS.rapidshyp.webhookToken, ""],
    signing: {
      timestampHeader: "x-webhook-timestamp",
      toleranceSeconds: 300,
      secrets: [KEYS.cashfree.payoutClientSecret, "payouts_secret_before"],
      sign,
    },
  };
}

const CODES: Partial<Record<TrackingState, string>> = {
  out_for_pickup: "OFP",
  picked_up: "PUC",
  in_transit: "RAD",
  delayed: "DED",
  on_hold: "ONH",
  out_for_delivery: "OFD",
  delivery_failed: "UND",
  returning: "RTO_INT",
  returned: "RTO_DEL",
  lost: "LST",
  damaged: "DMG",
  delivered: "DEL",
};

export async function carrierUnderTest(
  world: World,
  courierChosenBy: CarrierUnderTest["courierChosenBy"] = "buyer",
): Promise<CarrierUnderTest> {
  const now = await world.now();
  const config = {
    baseUrl: `${world.url}/rapidshyp/rapidshyp/apis/v1`,
    token: KEYS.rapidshyp.token,
    storeName: "DEFAULT",
    webhook: { header: KEYS.rapidshyp.webhookHeader, token: KEYS.rapidshyp.webhookToken },
  };
  const { line: http, cut } = countedLine(world.http);
  const carrierAt = (token: string) => rapidshyp({ ...config, token }, { http, clock: { now: () => now } });
  const scan = (awb: string, code: string) =>
    world.control("POST", `/rapidshyp/shipments/${awb}/scan`, { code }).then(() => {});
  const shipments = async () => listAt(await world.control("GET", "/rapidshyp/shipments"), "shipments");
  const byBuyer = courierChosenBy === "buyer";
  const operations = { book: byBuyer ? "createOrder" : "wrapper", look: "getOrdersInfo", track: "trackOrder" };
  return {
    carrier: carrierAt(config.token),
    withWrongKeys: carrierAt("wrong"),
    now,
    courierChosenBy,
    postcodes: { from: "560001", to: "110001", nowhere: "999901" },
    journey: Object.keys(CODES) as TrackingState[],
    theirs: {
      scan: (awb, state) => scan(awb, CODES[state] ?? ""),
      scanUnheardOf: scan,
      loseNext: (call, when) => lose(world, "rapidshyp", operations[call], when),
      bookHalf: () => {
        const half = byBuyer
          ? { operation: "assignAwb", kind: "timeout_before" }
          : { operation: "wrapper", kind: "partial" };
        return world.control("POST", "/faults", { provider: "rapidshyp", ...half }).then(() => {});
      },
      parcels: async (shipment) => (await shipments()).filter(({ order_id }) => order_id === shipment).length,
      courierOf: async (trackingNumber) => {
        const code = (await shipments()).find(({ awb }) => awb === trackingNumber)?.courier_code;
        return typeof code === "string" ? code : null;
      },
      cut,
    },
  };
}

export async function carrierWebhook(world: World): Promise<WebhookUnderTest> {
  const { carrier, now, theirs, postcodes } = await carrierUnderTest(world);
  const booking = given(await carrier.book(bookingOf({ now, postcodes })));
  await theirs.scan(booking.trackingNumber ?? "", "picked_up");
  const webhook = await world.webhook(booking.trackingNumber ?? "");
  return {
    read: carrier.readWebhook,
    genuine: async () => webhook,
    now: () => now,
    proofHeader: KEYS.rapidshyp.webhookHeader,
    foreign: [KEYS.rapidshyp.token, KEYS.cashfree.clientSecret, `Bearer ${KEYS.rapidshyp.webhookToken}`],
    signing: null,
  };
}

/** A booking with the courier that the simulator's own rule would not choose, or with the one given. */
export function bookingOf(
  { now, postcodes }: Pick<CarrierUnderTest, "now" | "postcodes">,
  courier = "6002",
): BookingRequest {
  const address = {
    phone: "9000000003",
    email: "demo@example.test",
    line1: "12 Demo Road",
    line2: null,
    city: "Delhi",
  };
  return {
    shipment: freshId("shipment", now),
    orderedOn: now,
    courier,
    from: { ...address, name: "Bashir (demo seller)", postcode: postcodes.from },
    to: { ...address, name: "Asha (demo buyer)", postcode: postcodes.to },
    parcel: { grams: 500, millimetres: { length: 300, width: 200, height: 90 } },
    items: [{ title: "Camera", sku: "CAM1", quantity: 1, unitPrice: money(149_900n, "INR") }],
    value: money(149_900n, "INR"),
  };
}

export async function someBankAccount(rail: PayoutRail, now: Instant): Promise<string> {
  const payee = freshId("bankAccount", now);
  const accountNumber = String(BigInt(`0x${payee.slice(-14)}`));
  given(
    await rail.registerPayee({
      payee,
      name: "Bashir Demo",
      accountNumber,
      ifsc: "YESB0000262",
      email: "bashir@example.test",
      phone: "9000000002",
    }),
  );
  return payee;
}

export const payoutOf = (now: Instant, payee: string): PayoutRequest => ({
  payout: freshId("payout", now),
  payee,
  amount: money(145_050n, "INR"),
  remark: "Sale",
});
