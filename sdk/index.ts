export { type Amana, type AmanaOptions, type Answer, createAmana } from "./client.ts";
export { AmanaProblem, type Challenge, type Problem, type ProblemCode } from "./problem.ts";
export type { components, operations, paths } from "./schema.d.ts";
export {
  type HeadersLike,
  type VerifyOptions,
  verifyWebhook,
  type WebhookMessage,
  WebhookRefused,
} from "./webhooks.ts";
