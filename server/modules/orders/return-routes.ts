import { Type } from "typebox";
import { defineRoute, IdOf, line, type Route, ref, signedIn, strict } from "#runtime/http";
import { COMMAND_PROBLEMS } from "./command-problems.ts";
import { give } from "./command-routes.ts";
import type { OrderParts } from "./routes.ts";
import { OrderJson } from "./schemas.ts";

const params = strict({ id: IdOf("order") });

/** Goods that go back, once both have agreed to it: the refund waits for them. */
export const returnRoutes = (parts: OrderParts): Route[] => [
  defineRoute({
    method: "POST",
    path: "/orders/:id/return-shipped",
    operationId: "shipReturn",
    summary: "The buyer has sent the goods back; without a word of the seller the refund follows by itself",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: strict({
      trackingNumber: Type.Optional(line({ maxLength: 60, description: "As the buyer's courier gave it." })),
    }),
    responses: { 200: ref(OrderJson) },
    problems: COMMAND_PROBLEMS,
    handle: (asked) => give(parts, asked, "return_shipped", asked.body.trackingNumber),
  }),
  defineRoute({
    method: "POST",
    path: "/orders/:id/return-received",
    operationId: "receiveReturn",
    summary: "The seller has the goods back: the money goes back to the buyer",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(OrderJson) },
    problems: COMMAND_PROBLEMS,
    handle: (asked) => give(parts, asked, "return_received"),
  }),
];
