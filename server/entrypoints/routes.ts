import { catalogRoutes } from "#modules/catalog";
import { identityRoutes } from "#modules/identity";
import { notificationRoutes } from "#modules/notifications";
import { type OrderParts, orderCommandRoutes, orderRoutes, sellerRoutes, staffRoutes } from "#modules/orders";
import { paymentRoutes } from "#modules/payments";
import { payoutRoutes } from "#modules/payouts";
import { sandboxRoutes } from "#modules/sandbox";
import { shippingRoutes } from "#modules/shipping";
import { defineRoute, nothing, type Route, reply, withKey } from "#runtime/http";
import type { Parts } from "./wiring.ts";

export type RouteParts = Parts &
  Pick<OrderParts, "holder" | "wake"> & { readonly sandbox: Parameters<typeof sandboxRoutes>[0] | null };

/** Every route of the API. */
export const allRoutes = (parts: RouteParts): Route[] => [
  ...identityRoutes(parts.db),
  ...catalogRoutes(parts.db),
  ...orderRoutes(parts),
  ...orderCommandRoutes(parts),
  ...sellerRoutes(parts),
  ...staffRoutes(parts),
  ...(parts.rail ? payoutRoutes({ ...parts, rail: parts.rail }) : []),
  ...notificationRoutes(parts.db),
  ...paymentRoutes(parts),
  ...shippingRoutes(parts),
  ...cronRoutes(parts),
  ...(parts.sandbox ? sandboxRoutes(parts.sandbox) : []),
];

/** For whoever schedules from outside. The worker does all three by itself; these only rouse it. */
const cronRoutes = ({ wake }: Pick<RouteParts, "wake">): Route[] =>
  (["process-timeouts", "release-payments", "update-tracking"] as const).map((name) =>
    defineRoute({
      method: "POST",
      path: `/cron/${name}`,
      operationId: `cron_${name.replaceAll("-", "_")}`,
      summary: "Do what is due now rather than at the worker's next look",
      tag: "operations",
      policy: withKey("cron"),
      responses: { 202: nothing() },
      problems: [],
      async handle() {
        wake();
        return reply(202, null);
      },
    }),
  );
