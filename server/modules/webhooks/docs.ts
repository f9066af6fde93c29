import type { TSchema } from "typebox";
import { EVENT_TYPES, EVENTS, type EventType, envelopeOf } from "./catalogue.ts";
import { MOST_ENDPOINTS, OVERLAP } from "./endpoints.ts";
import type { EventForm } from "./forms.ts";
import { GIVEN_UP_AFTER, PAUSES } from "./schedule.ts";
import { KEPT } from "./sender.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `docs/integrating/webhooks.md`: how events are sent, and what each says. */
export const webhookDocs = (): string =>
  [
    ...INTRODUCTION,
    "",
    "## Events",
    "",
    "| type | told to | what has happened |",
    "| --- | --- | --- |",
    ...EVENT_TYPES.map((type) => `| [\`${type}\`](#${anchor(type)}) | ${toWhom(type)} | ${EVENTS[type].description} |`),
    "",
    ...EVENT_TYPES.flatMap(section),
  ].join("\n");

/** `docs/integrating/webhook-events.json`: the same for programs. */
export const webhookSchemas = (): string =>
  `${JSON.stringify(
    Object.fromEntries(
      EVENT_TYPES.map((type) => [
        type,
        {
          description: EVENTS[type].description,
          to: EVENTS[type].to,
          schema: schemaOf(type),
          example: exampleOf(type),
        },
      ]),
    ),
    null,
    2,
  )}\n`;

const formOf = (type: EventType): EventForm => EVENTS[type];
const toWhom = (type: EventType): string => formOf(type).to.join(", ");
const anchor = (type: EventType): string => type.replaceAll(".", "");

/** As it is sent. */
export const exampleOf = (type: EventType) => ({
  type,
  timestamp: "2026-11-21T09:30:00.000Z",
  data: formOf(type).example,
});

/** Plain JSON Schema (2020-12), without the marks that our own components need. */
const schemaOf = (type: EventType): unknown => {
  const schema: TSchema = envelopeOf(type);
  return JSON.parse(JSON.stringify(schema, (key, value: unknown) => (key === "$id" ? undefined : value)));
};

const section = (type: EventType): string[] => [
  `### ${type}`,
  "",
  formOf(type).description,
  "",
  "```json",
  JSON.stringify(exampleOf(type), null, 2),
  "```",
  "",
];

const pauseText = (milliseconds: number): string => {
  if (milliseconds < 60_000) return `${milliseconds / 1000} s`;
  return milliseconds < HOUR ? `${milliseconds / 60_000} min` : `${milliseconds / HOUR} h`;
};

const INTRODUCTION = [
  "# Webhooks",
  "",
  "<!-- Made by `npm run golden` from server/modules/webhooks. -->",
  "",
  "Amana tells your program what happens to your orders and your money, in the form of [Standard Webhooks](https://www.standardwebhooks.com) 1.0.",
  "",
  "```sh",
  "curl -s -X POST http://localhost:4000/api/v1/webhook-endpoints -H 'authorization: Bearer sandbox-seller' \\",
  '  -H \'content-type: application/json\' -d \'{"url": "https://shop.example.test/amana", "events": ["order.paid"]}\'',
  "```",
  "",
  `The answer holds the secret (\`whsec_…\`), once. Up to ${MOST_ENDPOINTS} endpoints a user; \`events\` null means all. \`POST …/test\` sends a \`webhook.test\`.`,
  "",
  "## What you receive",
  "",
  "A POST with a small JSON body `{type, timestamp, data}` and three headers:",
  "",
  "- `webhook-id`: the event's id. Repeats carry the same one: remember it and do everything once.",
  "- `webhook-timestamp`: when this attempt was sent, in seconds. Refuse what is more than five minutes off.",
  "- `webhook-signature`: `v1,` and the base64 of HMAC-SHA-256 over `id.timestamp.body` under the decoded secret. There may be several, divided by spaces.",
  "",
  "```js",
  'import { Webhook } from "standardwebhooks";',
  "",
  "const event = new Webhook(secret).verify(rawBody, headers); // throws for a forgery",
  "```",
  "",
  "Check the bytes as they came, before any JSON parser. The body says where to look: read the order or the payout for what is true now.",
  "Events come in order as a rule, not always: of two about one order the higher `version` is the later one.",
  "",
  "## What you answer",
  "",
  "- Any 2xx within 15 seconds: taken. Answer first, work afterwards.",
  "- 410: the endpoint is switched off at once.",
  "- Anything else, a redirect too, is a failure. `Retry-After` in seconds is respected, up to a day.",
  "",
  `After a failure it is tried again after ${PAUSES.map(pauseText).join(", ")}, each up to a fifth longer by chance. An endpoint of which every attempt`,
  `fails for ${GIVEN_UP_AFTER / DAY} days is switched off, and its owner is notified. \`GET …/deliveries\` shows each attempt with the beginning of your answer, \`POST`,
  `…/deliveries/{id}/resend\` sends once more, and \`GET /events\` has everything of the last ${KEPT / DAY} days, sent or not.`,
  "",
  "An endpoint that fails or takes more than three seconds gets one call at a time until it does better; others get four.",
  "",
  "## Secrets",
  "",
  `\`POST …/rotate-secret\` gives a new secret. For ${OVERLAP / HOUR} hours both sign, so that you can change over without losing anything; at most five`,
  "secrets sign at a time.",
  "",
  "## Where it may be",
  "",
  "https, on port 443 or 8443, on the public internet. The name is resolved once per attempt and what was checked is connected to; private, local and",
  "reserved addresses are refused, redirects are not followed. A sandbox takes http and any port, and with",
  "`AMANA_WEBHOOK_PRIVATE_ADDRESSES=allow` receivers on the same machine.",
  "",
  "In a sandbox whose clock has been moved, `timestamp` and the pauses follow that clock; `webhook-timestamp` is the real time, so that signatures can be checked.",
];
