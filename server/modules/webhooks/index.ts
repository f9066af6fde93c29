export { EVENTS, type EventType, envelopeOf } from "./catalogue.ts";
export type { SendingParts } from "./deliver.ts";
export { exampleOf, webhookDocs, webhookSchemas } from "./docs.ts";
export { WEBHOOK_SECRETS } from "./endpoint-store.ts";
export { personalWebhooks } from "./erase.ts";
export { tellReceivers } from "./listen.ts";
export { webhookRoutes } from "./routes.ts";
export { type Sender, sendDue, startSender } from "./sender.ts";
