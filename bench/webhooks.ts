import { createHmac, randomUUID } from "node:crypto";
import { idOf } from "../core/ids/index.ts";
import { SANDBOX_CREDENTIALS } from "../server/runtime/config/index.ts";
import type { Arena } from "./arena.ts";
import { open, type Place } from "./cluster.ts";
import { type Caller, caller } from "./http.ts";
import { longLoad } from "./load.ts";
import { openMarket } from "./market.ts";
import type { Figures } from "./postings.ts";
import { startProgram } from "./program.ts";
import { digits, HOT_DIGITS, HOT_SHARD } from "./seed.ts";

const CONNECTIONS = 32;
const PATH = "/api/v1/webhooks/cashfree/payment";

/**
 * Signed news of payments, each of another payment and then the same one again and again, acknowledged when it is durable. The server's
 * workers follow each meanwhile, as in production; the plain server does nothing but insert.
 */
export async function webhooks(arena: Arena): Promise<Figures> {
  const place = await arena.fresh();
  const payments = arena.sizes.deals;
  await seedPayments(place, payments);
  const market = await openMarket(place);
  const figures: Figures = {};
  try {
    const one = eventOf(1);
    const sent = { count: 0 };
    const another = () => eventOf(1 + (sent.count++ % payments));
    // A server that has just been started compiles its code.
    await accepted(market.url, arena, another);
    figures.webhooks_per_second = await accepted(market.url, arena, another);
    figures.webhooks_replayed_per_second = await accepted(market.url, arena, () => one);
  } finally {
    await market.stop();
  }
  const plain = await startProgram<string>("plain-webhooks.ts", [place.ownerUrl]);
  figures.plain_insert_per_second = await accepted(plain.message, arena, () => eventOf(1));
  await plain.stop();
  return figures;
}

async function accepted(url: string, arena: Arena, next: () => string): Promise<number> {
  const server = caller(url, CONNECTIONS);
  const { perSecond } = await longLoad(CONNECTIONS, arena.sizes.seconds, () => deliver(server, next()));
  server.close();
  return perSecond;
}

function deliver(server: Caller, body: string): Promise<string> {
  const timestamp = String(Date.now());
  const signature = createHmac("sha256", SANDBOX_CREDENTIALS.cashfreeClientSecret)
    .update(timestamp)
    .update(body)
    .digest("base64");
  const headers = {
    "x-webhook-signature": signature,
    "x-webhook-timestamp": timestamp,
    "x-webhook-version": "2025-01-01",
  };
  return server.send("POST", PATH, { body, headers });
}

/** As long as the gateway's own. */
const eventOf = (payment: number): string =>
  JSON.stringify({
    data: {
      order: {
        order_id: idOf("payment", digits(payment, HOT_DIGITS)),
        order_amount: 100,
        order_currency: "INR",
        order_tags: null,
      },
      payment: {
        cf_payment_id: randomUUID(),
        payment_status: "SUCCESS",
        payment_amount: 100,
        payment_currency: "INR",
        payment_message: "00::Transaction success",
        payment_time: "2026-03-02T12:20:29+05:30",
        bank_reference: "234928698581",
        auth_id: null,
        payment_method: { upi: { channel: null, upi_id: "demo@example" } },
        payment_group: "upi",
        international_payment: { international: false },
        payment_surcharge: null,
      },
      customer_details: {
        customer_name: "Asha (demo buyer)",
        customer_id: "usr_demo",
        customer_email: "buyer@example.test",
        customer_phone: "9000000001",
      },
      payment_gateway_details: { gateway_name: "CASHFREE", gateway_order_id: "1634766330" },
      payment_offers: null,
    },
    event_time: "2026-03-02T12:20:29+05:30",
    type: "PAYMENT_SUCCESS_WEBHOOK",
  });

/** A payment for each of the seed's deals. */
async function seedPayments(place: Place, count: number): Promise<void> {
  const owner = open(place.ownerUrl, 1);
  await owner.query(
    `insert into payments.payment (shard, id, deal_id, buyer_id, gateway, currency, amount, state, return_url, reference, opened_at, expires_at)
     select shard, id, id, buyer, 'cashfree', currency, total, 'captured', 'https://amana.example.test/', 'demo', created_at, created_at + interval '30 minutes'
       from escrow.deal where shard = $1 and id <= lpad($2::int || '${HOT_DIGITS}', 32, '0')::uuid`,
    [HOT_SHARD, count],
  );
  await owner.query("vacuum analyze payments.payment");
  await owner.close();
}
