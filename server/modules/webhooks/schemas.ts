import { type Static, type TSchema, Type } from "typebox";
import {
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  line,
  nullable,
  oneOf,
  type ProblemAnswer,
  problem,
  ref,
  strict,
} from "#runtime/http";
import { EVENT_TYPES, EVENTS, type EventType } from "./catalogue.ts";
import { ATTEMPT_OUTCOMES, DELIVERY_STATES, type Delivery } from "./delivery-store.ts";
import type { Endpoint } from "./endpoint-store.ts";
import type { EndpointRefusal } from "./endpoints.ts";
import type { EventId, StoredEvent } from "./event-store.ts";

const EventTypeJson = oneOf(EVENT_TYPES, { $id: "EventType" });

const WISH = {
  url: Type.String({
    minLength: 1,
    maxLength: 2048,
    description: "https, on port 443 or 8443, of a host on the public internet; without user name and fragment.",
    examples: ["https://shop.example.test/amana"],
  }),
  description: nullable(line({ maxLength: 200 })),
  events: nullable(
    Type.Array(ref(EventTypeJson), {
      minItems: 1,
      maxItems: EVENT_TYPES.length,
      uniqueItems: true,
      description: "The types that are wanted; null for all, also for those that come to be.",
    }),
  ),
};

export const EndpointWishJson = strict({
  url: WISH.url,
  description: Type.Optional(WISH.description),
  events: Type.Optional(WISH.events),
});

export const EndpointChangeJson = strict({
  url: Type.Optional(WISH.url),
  description: Type.Optional(WISH.description),
  events: Type.Optional(WISH.events),
  enabled: Type.Optional(Type.Boolean({ description: "Switching on forgets the failures before." })),
});

export const EndpointJson = strict(
  {
    id: IdOf("webhookEndpoint"),
    ...WISH,
    enabled: Type.Boolean(),
    disabledBecause: nullable(oneOf(["owner", "gone", "failing"])),
    disabledAt: nullable(InstantJson),
    failingSince: nullable(InstantJson),
    previousSecretUntil: nullable(InstantJson),
    createdAt: InstantJson,
  },
  { $id: "WebhookEndpoint" },
);

export const EndpointWithSecretJson = strict(
  {
    endpoint: ref(EndpointJson),
    secret: Type.String({
      pattern: "^whsec_[A-Za-z0-9+/]{43}=$",
      description: "Signs what is sent to the endpoint. It is shown this once.",
      examples: [`whsec_${Buffer.alloc(32, 7).toString("base64")}`],
    }),
  },
  { $id: "WebhookEndpointWithSecret" },
);

type EventBody = { id: EventId; type: EventType; timestamp: string; data: Record<string, unknown> };

/** One branch for each kind of data, with the types that have it. */
export const EventJson = Type.Unsafe<EventBody>({
  $id: "Event",
  anyOf: [...new Set(EVENT_TYPES.map((type): TSchema => EVENTS[type].data))].map((data) =>
    strict({
      id: IdOf("event"),
      type: oneOf(EVENT_TYPES.filter((type) => EVENTS[type].data === data)),
      timestamp: InstantJson,
      data: ref(data),
    }),
  ),
});

export const DeliveryJson = strict(
  {
    id: IdOf("webhookDelivery"),
    eventId: IdOf("event"),
    eventType: ref(EventTypeJson),
    state: oneOf(DELIVERY_STATES),
    nextAttemptAt: nullable(InstantJson),
    attempts: Type.Array(
      strict({
        number: Type.Integer({ minimum: 1 }),
        at: InstantJson,
        milliseconds: Type.Integer({ minimum: 0 }),
        outcome: oneOf(ATTEMPT_OUTCOMES),
        status: nullable(Type.Integer()),
        answer: nullable(Type.String({ description: "The first kilobyte of the answer, or why there is none." })),
      }),
    ),
  },
  { $id: "WebhookDelivery" },
);

const orNull = (instant: Parameters<typeof instantJson>[0] | null): string | null => instant && instantJson(instant);

export const endpointJson = (endpoint: Endpoint): Static<typeof EndpointJson> => ({
  id: endpoint.id,
  url: endpoint.url,
  description: endpoint.description,
  events: endpoint.types && [...endpoint.types],
  enabled: endpoint.offBecause === null,
  disabledBecause: endpoint.offBecause,
  disabledAt: orNull(endpoint.offAt),
  failingSince: orNull(endpoint.failingSince),
  previousSecretUntil: orNull(endpoint.oldSecretUntil),
  createdAt: instantJson(endpoint.madeAt),
});

export const eventJson = ({ id, type, happenedAt, data }: StoredEvent): Static<typeof EventJson> => ({
  id,
  type,
  timestamp: instantJson(happenedAt),
  data: { ...data },
});

export const deliveryJson = (delivery: Delivery): Static<typeof DeliveryJson> => ({
  id: delivery.id,
  eventId: delivery.event,
  eventType: delivery.type,
  state: delivery.state,
  nextAttemptAt: orNull(delivery.nextAt),
  attempts: delivery.attempts.map(({ at, ...attempt }) => ({ ...attempt, at: instantJson(at) })),
});

const ADDRESS_PROBLEMS = {
  not_an_address: "is not a web address",
  scheme_not_allowed: "must be https",
  credentials_in_address: "must have no user name or password",
  fragment_in_address: "must have no fragment",
  port_not_allowed: "must be on port 443 or 8443",
  host_not_public: "must name a host on the public internet",
  no_such_host: "names a host that does not resolve",
} as const;

export function endpointProblem(refusal: EndpointRefusal): ProblemAnswer<EndpointProblem> {
  switch (refusal.kind) {
    case "no_such_endpoint":
      return problem("NOT_FOUND");
    case "too_many_endpoints":
      return problem("LIMIT_REACHED", "You have ten endpoints.");
    case "key_of_another_request":
      return problem("IDEMPOTENCY_KEY_REUSED");
    case "address_refused":
      return invalid("url", ADDRESS_PROBLEMS[refusal.objection]);
    default:
      return refusal satisfies never;
  }
}

type EndpointProblem = "NOT_FOUND" | "LIMIT_REACHED" | "IDEMPOTENCY_KEY_REUSED" | "VALIDATION_FAILED";
