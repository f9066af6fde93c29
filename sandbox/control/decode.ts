import { FAULT_KINDS } from "../faults.ts";
import { asObject, asText, durationMs, isObject, type JsonObject } from "../json.ts";
import type { Fault, WebhookMode } from "../records.ts";

/** A sentence about what is wrong with a control call. */
export class BadControlCall extends Error {}

const MODES = ["normal", "late", "never", "duplicate", "out_of_order"] as const;

export function bodyOf(raw: unknown): JsonObject {
  if (typeof raw !== "string" || raw.trim() === "") return {};
  let body: unknown;
  try {
    body = JSON.parse(raw);
  } catch {
    throw new BadControlCall("the body is not JSON");
  }
  if (!isObject(body)) throw new BadControlCall("the body is not an object");
  return body;
}

export function oneOf<T extends string>(field: string, choices: readonly T[], value: unknown): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new BadControlCall(`${field} should be one of ${choices.join(", ")}`);
  return found;
}

export function wholeNumber(field: string, value: unknown, least: number): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < least) {
    throw new BadControlCall(`${field} should be a whole number of at least ${least}`);
  }
  return value;
}

/** `{ mode, delay?: "PT5M", times?: 10 }` */
export function webhookMode(value: unknown): WebhookMode {
  const given = asObject(value);
  const mode = oneOf("webhook.mode", MODES, given.mode);
  const delay = given.delay === undefined ? undefined : durationMs(asText(given.delay) ?? "");
  if (given.delay !== undefined && delay === undefined) {
    throw new BadControlCall("webhook.delay should be an ISO 8601 duration such as PT5M");
  }
  const times = given.times === undefined ? undefined : wholeNumber("webhook.times", given.times, 1);
  return { mode, ...(delay === undefined ? {} : { delayMs: delay }), ...(times === undefined ? {} : { times }) };
}

/** Refuses operations the simulator does not have, so that a misspelt fault never waits in vain. */
export function fault(
  body: JsonObject,
  operations: Readonly<Record<Fault["provider"], readonly string[]>>,
): Omit<Fault, "id"> {
  const provider = oneOf("provider", ["cashfree", "rapidshyp", "clamd"], body.provider);
  const operation = oneOf("operation", ["*", ...operations[provider]], body.operation ?? "*");
  const kind = oneOf("kind", FAULT_KINDS, body.kind);
  if (kind === "partial" && operation !== "wrapper" && operation !== "*") {
    throw new BadControlCall("partial is for the wrapper operation");
  }
  return { provider, operation, kind, times: wholeNumber("times", body.times ?? 1, 1) };
}

export function instant(field: string, value: unknown): number {
  const parsed = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(parsed)) throw new BadControlCall(`${field} should be an ISO 8601 time`);
  return parsed;
}
