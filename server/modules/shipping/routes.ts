import type { Carrier } from "#ports/carrier";
import type { Database } from "#runtime/database";
import { defineRoute, nothing, oneOf, problem, type Route, reply, signedByProvider, strict } from "#runtime/http";
import { receiveTracking } from "./track.ts";

export type ShippingParts = { readonly db: Database; readonly carriers: readonly Carrier[]; readonly wake: () => void };

/** Where carriers tell us of scans. */
export const shippingRoutes = ({ db, carriers, wake }: ShippingParts): Route[] =>
  carriers.map(({ name }) =>
    defineRoute({
      method: "POST",
      path: `/webhooks/${name}/:about`,
      operationId: `receive_${name}_webhook`,
      summary: `From ${name}: a parcel has moved`,
      tag: "webhooks",
      policy: signedByProvider(),
      rawBody: true,
      params: strict({ about: oneOf(["tracking", "delivery"]) }),
      responses: { 200: nothing() },
      problems: ["WEBHOOK_REFUSED"],
      async handle({ headers, raw, now }) {
        const received = await receiveTracking(db, carriers, name, { headers, body: raw }, now);
        if (!received.ok) return problem("WEBHOOK_REFUSED");
        wake();
        return reply(200, null);
      },
    }),
  );
