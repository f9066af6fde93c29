import type { Database } from "#runtime/database";
import { defineRoute, nothing, oneOf, problem, type Route, reply, signedByProvider, strict } from "#runtime/http";
import type { Gateways } from "./start-payment.ts";
import { receiveWebhook } from "./webhooks.ts";

export type PaymentParts = { readonly db: Database; readonly gateways: Gateways; readonly wake: () => void };

/** Where gateways tell us that something has happened: one address per gateway, so that no secret is tried on another's message. */
export const paymentRoutes = ({ db, gateways, wake }: PaymentParts): Route[] =>
  gateways.map(({ name }) =>
    defineRoute({
      method: "POST",
      path: `/webhooks/${name}/:about`,
      operationId: `receive_${name}_webhook`,
      summary: `From ${name}: a payment, a refund or a dispute has changed`,
      tag: "webhooks",
      policy: signedByProvider(),
      rawBody: true,
      params: strict({ about: oneOf(["payment", "refund", "dispute"]) }),
      responses: { 200: nothing() },
      problems: ["WEBHOOK_REFUSED"],
      async handle({ headers, raw, now }) {
        const received = await receiveWebhook(db, gateways, name, { headers, body: raw }, now);
        if (!received.ok) return problem("WEBHOOK_REFUSED");
        wake();
        return reply(200, null);
      },
    }),
  );
