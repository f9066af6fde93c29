import { idOf } from "@amana/core/ids";
import { type Static, Type } from "typebox";
import {
  defineRoute,
  IdOf,
  list,
  nothing,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { deliveryRoutes } from "./delivery-routes.ts";
import { listEndpoints, readEndpoint } from "./endpoint-store.ts";
import { changeEndpoint, createEndpoint, deleteEndpoint, type EndpointMeans, rotateSecret } from "./endpoints.ts";
import { eventRoutes } from "./event-routes.ts";
import {
  EndpointChangeJson,
  EndpointJson,
  EndpointWishJson,
  EndpointWithSecretJson,
  endpointJson,
  endpointProblem,
} from "./schemas.ts";

const ENDPOINT = strict({ id: IdOf("webhookEndpoint") });
const Cursor = Type.Tuple([IdOf("webhookEndpoint")]);
const TAG = "webhooks out";

const EXAMPLE: Static<typeof EndpointJson> = {
  id: idOf("webhookEndpoint", "0199aa00c0de7000a000000000000048"),
  url: "https://shop.example.test/amana",
  description: "The shop's stock keeping",
  events: ["order.paid", "order.completed"],
  enabled: true,
  disabledBecause: null,
  disabledAt: null,
  failingSince: null,
  previousSecretUntil: null,
  createdAt: "2026-11-21T09:30:00.000Z",
};

/** Where a user's events are sent, what became of sending them, and the events themselves. */
export const webhookRoutes = (means: EndpointMeans): Route[] => [
  create(means),
  listOwn(means),
  read(means),
  change(means),
  remove(means),
  rotate(means),
  ...deliveryRoutes(means.db),
  ...eventRoutes(means.db),
];

const create = (means: EndpointMeans): Route =>
  defineRoute({
    method: "POST",
    path: "/webhook-endpoints",
    operationId: "createWebhookEndpoint",
    summary: "Have my events sent to an address",
    description:
      "Up to ten. The address is resolved and checked now and before every attempt. The secret is shown once; a repeat under the same Idempotency-Key shows it again for a day.",
    tag: TAG,
    policy: signedIn("webhooks:write"),
    body: EndpointWishJson,
    responses: { 201: ref(EndpointWithSecretJson) },
    problems: ["LIMIT_REACHED", "NOT_FOUND", "IDEMPOTENCY_KEY_REUSED"],
    secret: true,
    example: { body: { url: EXAMPLE.url, description: EXAMPLE.description, events: EXAMPLE.events } },
    async handle({ body, principal, idempotencyKey, now, origin }) {
      const wish = { url: body.url, description: body.description ?? null, types: body.events ?? null };
      const made = await createEndpoint(means, { user: principal.id, origin }, wish, idempotencyKey, now);
      if (!made.ok) return endpointProblem(made.error);
      return reply(201, { endpoint: endpointJson(made.value.endpoint), secret: made.value.secret });
    },
  });

const listOwn = ({ db }: EndpointMeans): Route =>
  defineRoute({
    method: "GET",
    path: "/webhook-endpoints",
    operationId: "listWebhookEndpoints",
    summary: "Where my events are sent, newest first",
    tag: TAG,
    policy: signedIn("webhooks:read"),
    query: strict(PAGE),
    responses: { 200: list(ref(EndpointJson)) },
    problems: [],
    async handle({ query, principal }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const found = await listEndpoints(db, principal.id, asked.rows, asked.after?.[0] ?? null);
      const { page, nextCursor } = asked.cut(found, ({ id }) => [id]);
      return reply(200, { data: page.map(endpointJson), nextCursor });
    },
  });

const read = ({ db }: EndpointMeans): Route =>
  defineRoute({
    method: "GET",
    path: "/webhook-endpoints/:id",
    operationId: "getWebhookEndpoint",
    summary: "One of my endpoints",
    tag: TAG,
    policy: signedIn("webhooks:read"),
    params: ENDPOINT,
    responses: { 200: ref(EndpointJson) },
    problems: ["NOT_FOUND"],
    example: { answer: EXAMPLE },
    async handle({ params, principal }) {
      const endpoint = await readEndpoint(db, principal.id, params.id);
      return endpoint ? reply(200, endpointJson(endpoint)) : problem("NOT_FOUND");
    },
  });

const change = (means: EndpointMeans): Route =>
  defineRoute({
    method: "PATCH",
    path: "/webhook-endpoints/:id",
    operationId: "changeWebhookEndpoint",
    summary: "Change where and what is sent, or switch it off and on",
    description: "What waits when an endpoint is switched off is not sent; it can be sent again by hand.",
    tag: TAG,
    policy: signedIn("webhooks:write"),
    params: ENDPOINT,
    body: EndpointChangeJson,
    responses: { 200: ref(EndpointJson) },
    problems: ["NOT_FOUND", "LIMIT_REACHED", "IDEMPOTENCY_KEY_REUSED"],
    example: { body: { enabled: false } },
    async handle({ params, body: { events, ...rest }, principal, now, origin }) {
      const wish = { ...rest, ...(events !== undefined && { types: events }) };
      const changed = await changeEndpoint(means, { user: principal.id, origin }, params.id, wish, now);
      return changed.ok ? reply(200, endpointJson(changed.value)) : endpointProblem(changed.error);
    },
  });

const remove = ({ db }: EndpointMeans): Route =>
  defineRoute({
    method: "DELETE",
    path: "/webhook-endpoints/:id",
    operationId: "deleteWebhookEndpoint",
    summary: "Remove an endpoint with its secrets and its deliveries",
    tag: TAG,
    policy: signedIn("webhooks:write"),
    params: ENDPOINT,
    responses: { 204: nothing() },
    problems: ["NOT_FOUND", "LIMIT_REACHED", "IDEMPOTENCY_KEY_REUSED"],
    async handle({ params, principal, now, origin }) {
      const deleted = await deleteEndpoint(db, { user: principal.id, origin }, params.id, now);
      return deleted.ok ? reply(204, null) : endpointProblem(deleted.error);
    },
  });

const rotate = (means: EndpointMeans): Route =>
  defineRoute({
    method: "POST",
    path: "/webhook-endpoints/:id/rotate-secret",
    operationId: "rotateWebhookSecret",
    summary: "Give an endpoint a new secret",
    description: "For 24 hours the old secret signs too: `webhook-signature` then carries a signature of each.",
    tag: TAG,
    policy: signedIn("webhooks:write"),
    params: ENDPOINT,
    responses: { 200: ref(EndpointWithSecretJson) },
    problems: ["NOT_FOUND", "LIMIT_REACHED", "IDEMPOTENCY_KEY_REUSED"],
    secret: true,
    async handle({ params, principal, idempotencyKey, now, origin }) {
      const rotated = await rotateSecret(means, { user: principal.id, origin }, params.id, idempotencyKey, now);
      if (!rotated.ok) return endpointProblem(rotated.error);
      return reply(200, { endpoint: endpointJson(rotated.value.endpoint), secret: rotated.value.secret });
    },
  });
