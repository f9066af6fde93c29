import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rapidshyp } from "../../server/adapters/carriers/rapidshyp/index.ts";
import { cashfree } from "../../server/adapters/gateways/cashfree/index.ts";
import { cashfreePayouts } from "../../server/adapters/payout-rails/cashfree/index.ts";
import type { Http } from "../../server/adapters/support/http.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld } from "../money/world.ts";

/** Whose secret is whose; a live marketplace knows the first five. */
const SECRETS = {
  gateway: "gateway-secret-of-this-marketplace",
  "gateway, before": "gateway-secret-of-before",
  payouts: "payouts-secret-of-this-marketplace",
  "payouts, before": "payouts-secret-of-before",
  carrier: "carrier-token-of-this-marketplace",
  "gateway of another merchant": "gateway-secret-of-another-merchant",
  "gateway in test mode": "cfsk_ma_test_of_this_marketplace",
  nobody: "",
} as const;
type Whose = keyof typeof SECRETS;

/** What each address takes. */
const ENDPOINTS: Readonly<Record<string, readonly Whose[]>> = {
  "/webhooks/cashfree/payment": ["gateway", "gateway, before"],
  "/webhooks/cashfree/payout": ["payouts", "payouts, before"],
  "/webhooks/rapidshyp/tracking": ["carrier"],
};
const KEPT = ["payments.webhook", "payouts.webhook"];

let database: TestDatabase;
let app: Application;
let now: number;

beforeAll(async () => {
  database = await testDatabase();
  const silent: Http = () => Promise.reject(new Error("nobody is asked while a webhook comes in"));
  const clock = { now: () => world.now() };
  const gateway = {
    ...{ baseUrl: "https://api.cashfree.example/pg", scriptUrl: "https://sdk.cashfree.example/v3.js" },
    ...{ clientId: "live", clientSecret: SECRETS.gateway, previousSecrets: [SECRETS["gateway, before"]] },
    mode: "production",
  } as const;
  const payouts = {
    ...{ baseUrl: "https://api.cashfree.example/payout", clientId: "live" },
    ...{ clientSecret: SECRETS.payouts, previousSecrets: [SECRETS["payouts, before"]] },
  };
  const carrier = {
    ...{ baseUrl: "https://api.rapidshyp.example", token: "a token of ours", storeName: "DEFAULT" },
    webhook: { header: "x-rapidshyp-token", token: SECRETS.carrier },
  };
  const world = await createWorld(database);
  now = world.now();
  app = await applicationOf(world, {
    gateways: [cashfree(gateway, silent)],
    rail: cashfreePayouts(payouts, silent),
    carriers: [rapidshyp(carrier, { http: silent, clock })],
  });
}, 300_000);
afterAll(async () => {
  await app.close();
  await database.drop();
});

const BODY = JSON.stringify({
  ...{ type: "PAYMENT_SUCCESS_WEBHOOK", event_time: "2026-03-02T09:00:00Z", data: { order: { order_id: "pay_none" } } },
  records: [{ shipment_id: "none", awb: "none", current_tracking_status: "DEL" }],
});

/** Shows the secret in every way that any of the three looks at: signed over the bytes, and bare. */
async function show(path: string, secret: string) {
  const timestamp = String(now);
  const signature = createHmac("sha256", secret).update(timestamp).update(BODY).digest("base64");
  const answer = await app.inject({
    method: "POST",
    url: `/api/v1${path}`,
    payload: BODY,
    headers: {
      ...{ "content-type": "application/json", "x-webhook-signature": signature, "x-webhook-timestamp": timestamp },
      ...{ "x-rapidshyp-token": secret, authorization: `Bearer ${secret}` },
    },
  });
  return answer.statusCode;
}

const kept = async (): Promise<number> => {
  const counts = KEPT.map((table) => database.owner.one<{ n: number }>(`select count(*)::int as n from ${table}`));
  return (await Promise.all(counts)).reduce((sum, { n }) => sum + n, 0);
};

describe.each(Object.keys(ENDPOINTS))("case 5: at %s", (path) => {
  const mine = ENDPOINTS[path] ?? [];

  test.each(Object.keys(SECRETS) as Whose[])("the secret of %s", async (whose) => {
    const before = await kept();
    const status = await show(path, SECRETS[whose]);
    if (mine.includes(whose)) expect(status).toBeLessThan(300);
    else expect([status, await kept()]).toEqual([401, before]);
  });
});

test("case 5: there is one address for each provider, and none that tries every secret", async () => {
  for (const path of ["/webhooks", "/webhooks/any/payment", "/webhooks/payment", "/webhooks/cashfree"])
    expect([400, 404, 405], path).toContain(await show(path, SECRETS.gateway));
});
