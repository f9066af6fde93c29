import { ok, type Result, refuse } from "@amana/core/result";
import type { Static, TSchema } from "typebox";
import { Value } from "typebox/value";
import { decodeJson } from "./json.ts";

/** The sort key of a page's last row as an opaque text: base64url of JSON. */
export const encodeCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/**
 * Reads a cursor that a caller sent back; null when none was sent. A cursor says only where to go on, never what may be seen, so
 * it needs no signature; it must be exactly what `encodeCursor` writes, and fit the schema.
 */
export function readCursor<S extends TSchema>(
  schema: S,
  cursor: string | undefined,
): Result<Static<S> | null, "not_a_cursor"> {
  if (cursor === undefined) return ok(null);
  const bytes = Buffer.from(cursor, "base64url");
  if (cursor.length > 512 || bytes.toString("base64url") !== cursor) return refuse("not_a_cursor");
  const key = decodeJson(bytes);
  if (!key.ok) return refuse("not_a_cursor");
  const value: unknown = key.value;
  return Value.Check(schema, value) ? ok(value) : refuse("not_a_cursor");
}
