import { Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  list,
  nothing,
  nullable,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import type { AddressObjection, Outbound } from "#runtime/outbound";
import type { Keyring } from "#runtime/secrets";
import { areBrowserKeys } from "#runtime/web-push";
import {
  MOST_SUBSCRIPTIONS,
  type PushSubscription,
  removeSubscription,
  saveSubscription,
  subscriptionsOf,
} from "./push-store.ts";

export type PushRouteParts = {
  readonly db: Database;
  readonly dataKey: Keyring;
  readonly outbound: Outbound;
  /** What browsers subscribe with; null: nothing is pushed. */
  readonly pushKey: string | null;
};

const SubscriptionJson = strict(
  {
    id: IdOf("pushSubscription"),
    service: Type.String({ description: "The host of the browser's push service." }),
    madeAt: InstantJson,
    deliveredAt: nullable(InstantJson),
  },
  { $id: "PushSubscription", description: "A browser of mine that is told of notices while no page is open." },
);

const TAG = "notifications";
const BASE64URL = "^[A-Za-z0-9_-]+$";

export const pushRoutes = (parts: PushRouteParts): Route[] => [
  readKey(parts),
  listMine(parts),
  subscribe(parts),
  unsubscribe(parts),
];

const readKey = ({ pushKey }: PushRouteParts): Route =>
  defineRoute({
    method: "GET",
    path: "/push-key",
    operationId: "getPushKey",
    summary: "The public key that a browser subscribes to push messages with",
    tag: TAG,
    policy: signedIn(),
    responses: { 200: strict({ key: nullable(Type.String({ description: "Absent where nothing is pushed." })) }) },
    problems: [],
    handle: async () => reply(200, { key: pushKey }),
  });

const listMine = ({ db }: PushRouteParts): Route =>
  defineRoute({
    method: "GET",
    path: "/push-subscriptions",
    operationId: "listPushSubscriptions",
    summary: `My browsers that push messages go to, newest first; ${MOST_SUBSCRIPTIONS} at most`,
    tag: TAG,
    policy: signedIn(),
    responses: { 200: list(ref(SubscriptionJson)) },
    problems: [],
    async handle({ principal }) {
      const mine = await subscriptionsOf(db, principal.id);
      return reply(200, { data: mine.map(subscriptionJson), nextCursor: null });
    },
  });

const subscribe = ({ db, dataKey, outbound, pushKey }: PushRouteParts): Route =>
  defineRoute({
    method: "POST",
    path: "/push-subscriptions",
    operationId: "createPushSubscription",
    summary: "Have notices pushed to a browser",
    description:
      "As the browser's `PushSubscription` says it. The same browser again is the same subscription, and one that was another person's is mine from now on.",
    tag: TAG,
    policy: signedIn(),
    body: strict({
      endpoint: Type.String({ pattern: "^https?://[!-~]+$", maxLength: 2048 }),
      keys: strict({
        p256dh: Type.String({ pattern: BASE64URL, maxLength: 100 }),
        auth: Type.String({ pattern: BASE64URL, maxLength: 50 }),
      }),
    }),
    responses: { 201: ref(SubscriptionJson) },
    problems: ["TRANSITION_NOT_ALLOWED"],
    example: {
      body: {
        endpoint: "https://push.example.test/send/0199aa00",
        keys: {
          p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
          auth: "BTBZMqHH6r4Tts7J_aSIgg",
        },
      },
    },
    async handle({ body, principal, now }) {
      if (pushKey === null) return problem("TRANSITION_NOT_ALLOWED", "Nothing is pushed here.");
      const keys = { p256dh: bytesOf(body.keys.p256dh), auth: bytesOf(body.keys.auth) };
      if (!areBrowserKeys(keys)) return invalid("keys", "are not those of a browser");
      const objection = await outbound.objectionTo(body.endpoint);
      if (objection) return invalid("endpoint", ADDRESS_PROBLEMS[objection]);
      const wish = { user: principal.id, endpoint: body.endpoint, keys };
      const made = await db.transaction((tx) => saveSubscription(tx, dataKey, wish, now));
      return reply(201, subscriptionJson(made));
    },
  });

const unsubscribe = ({ db }: PushRouteParts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/push-subscriptions/:id",
    operationId: "deletePushSubscription",
    summary: "Have nothing pushed to a browser any more",
    tag: TAG,
    policy: signedIn(),
    params: strict({ id: IdOf("pushSubscription") }),
    responses: { 204: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      return (await removeSubscription(db, params.id, principal.id)) ? reply(204, null) : problem("NOT_FOUND");
    },
  });

const subscriptionJson = ({ id, endpoint, madeAt, deliveredAt }: PushSubscription) => ({
  ...{ id, service: new URL(endpoint).host, madeAt: instantJson(madeAt) },
  deliveredAt: deliveredAt === null ? null : instantJson(deliveredAt),
});

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "base64url");

const ADDRESS_PROBLEMS: Readonly<Record<AddressObjection, string>> = {
  not_an_address: "is no address",
  scheme_not_allowed: "must begin with https:",
  credentials_in_address: "must have no user and no password",
  fragment_in_address: "must have no part after #",
  port_not_allowed: "must be on port 443 or 8443",
  host_not_public: "must be on the public internet",
  no_such_host: "has a host that nobody knows",
};
