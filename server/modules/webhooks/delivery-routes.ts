import type { UserId } from "@amana/core/ids";
import { Type } from "typebox";
import type { Database, Tx } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  list,
  PAGE,
  type ProblemAnswer,
  pageAsked,
  problem,
  type Reply,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { listDeliveries, readDelivery, sendAgain } from "./delivery-store.ts";
import { type EndpointId, lockEndpoint, readEndpoint } from "./endpoint-store.ts";
import { addTestEvent } from "./event-store.ts";
import type { DeliveryId } from "./queue.ts";
import { DeliveryJson, deliveryJson } from "./schemas.ts";

const ENDPOINT = strict({ id: IdOf("webhookEndpoint") });
const Cursor = Type.Tuple([IdOf("event")]);
const TAG = "webhooks out";

/** What became of sending to one endpoint. */
export const deliveryRoutes = (db: Database): Route[] => [listOf(db), sendTest(db), resend(db)];

const listOf = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/webhook-endpoints/:id/deliveries",
    operationId: "listWebhookDeliveries",
    summary: "What was sent to an endpoint, or waits, newest event first",
    tag: TAG,
    policy: signedIn("webhooks:read"),
    params: ENDPOINT,
    query: strict(PAGE),
    responses: { 200: list(ref(DeliveryJson)) },
    problems: ["NOT_FOUND"],
    async handle({ params, query, principal }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      if (!(await readEndpoint(db, principal.id, params.id))) return problem("NOT_FOUND");
      const found = await listDeliveries(db, params.id, asked.rows, asked.after?.[0] ?? null);
      const { page, nextCursor } = asked.cut(found, ({ event }) => [event]);
      return reply(200, { data: page.map(deliveryJson), nextCursor });
    },
  });

const sendTest = (db: Database): Route =>
  defineRoute({
    method: "POST",
    path: "/webhook-endpoints/:id/test",
    operationId: "testWebhookEndpoint",
    summary: "Send a `webhook.test` to an endpoint",
    tag: TAG,
    policy: signedIn("webhooks:write"),
    params: ENDPOINT,
    responses: { 202: ref(DeliveryJson) },
    problems: ["NOT_FOUND", "WEBHOOK_ENDPOINT_DISABLED"],
    handle: ({ params, principal, now }) =>
      whileOn(db, principal.id, params.id, (tx) => addTestEvent(tx, principal.id, params.id, now)),
  });

const resend = (db: Database): Route =>
  defineRoute({
    method: "POST",
    path: "/webhook-endpoints/:id/deliveries/:delivery/resend",
    operationId: "resendWebhookDelivery",
    summary: "Send a delivery again now, whatever became of it",
    description:
      "Under the same `webhook-id`, so that a receiver who has it knows it again. Failures are retried from the first pause on.",
    tag: TAG,
    policy: signedIn("webhooks:write"),
    params: strict({ id: IdOf("webhookEndpoint"), delivery: IdOf("webhookDelivery") }),
    responses: { 202: ref(DeliveryJson) },
    problems: ["NOT_FOUND", "WEBHOOK_ENDPOINT_DISABLED"],
    handle: ({ params, principal, now }) =>
      whileOn(db, principal.id, params.id, async (tx) =>
        (await sendAgain(tx, params.id, params.delivery, now)) ? params.delivery : null,
      ),
  });

type Queued = Reply<202, ReturnType<typeof deliveryJson>> | ProblemAnswer<"NOT_FOUND" | "WEBHOOK_ENDPOINT_DISABLED">;

/** Queues a delivery for an endpoint that is on, and answers with it. */
const whileOn = (
  db: Database,
  user: UserId,
  id: EndpointId,
  queue: (tx: Tx) => Promise<DeliveryId | null>,
): Promise<Queued> =>
  db.transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, user, id);
    if (!endpoint) return problem("NOT_FOUND");
    if (endpoint.offBecause !== null) return problem("WEBHOOK_ENDPOINT_DISABLED");
    const queued = await queue(tx);
    const delivery = queued && (await readDelivery(tx, id, queued));
    return delivery ? reply(202, deliveryJson(delivery)) : problem("NOT_FOUND");
  });
