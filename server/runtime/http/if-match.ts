import { ok, type Result, refuse } from "@amana/core/result";

/** The version that a caller wants to change (`If-Match: "7"`); null when it names none, or any (`*`). */
export function expectedVersion(header: string | undefined): Result<number | null, "not_a_version"> {
  if (header === undefined || header === "*") return ok(null);
  const version = Number(/^"([1-9]\d{0,14})"$/.exec(header)?.[1]);
  return Number.isNaN(version) ? refuse("not_a_version") : ok(version);
}

/** A version as an `ETag`. */
export const versionTag = (version: number): string => `"${version}"`;
