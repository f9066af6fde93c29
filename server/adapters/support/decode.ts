import { ok, type Result, refuse } from "@amana/core/result";
import { at, type Instant } from "@amana/core/time";
import { type Static, type TSchema, Type } from "typebox";
import { Value } from "typebox/value";
import type { CallRefusal } from "#ports/call";

/** An id that came as text or, in older versions of an interface, as a number. */
export const IdText = Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Integer()]);

/** A field that may be missing or null, which mean the same to us. */
export const maybe = <T extends TSchema>(schema: T) => Type.Optional(Type.Union([schema, Type.Null()]));

/** An answer in the shape that we know; any other is `outcome_unknown`, named by the place where it differs. */
export function decode<const T extends TSchema>(schema: T, json: unknown): Result<Static<T>, CallRefusal> {
  if (Value.Check(schema, json)) return ok(json);
  return unreadable(Value.Errors(schema, json)[0]?.instancePath || "its root");
}

/** An answer that says something, but not something that we can act upon. */
export const unreadable = (where: string): Result<never, CallRefusal> =>
  refuse({ kind: "outcome_unknown", detail: `the answer is not readable at ${where}` });

/** Reads a moment with its offset from UTC (ISO 8601); null without an offset, for then nobody knows when it was. */
export function readInstant(text: string): Instant | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/.test(text)) return null;
  const epoch = Date.parse(text);
  return Number.isSafeInteger(epoch) ? at(epoch) : null;
}

/** Seconds to wait from a header's text; absent when the header is. */
export function retryAfter(text: string | undefined): { readonly retryAfterSeconds?: number } {
  return text !== undefined && /^\d{1,6}$/.test(text) ? { retryAfterSeconds: Number(text) } : {};
}
