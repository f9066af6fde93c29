/** Pages of other origins that may use the API from browsers, each written as browsers send it. */
export type CorsOrigin = { readonly origin: string; readonly credentials: boolean };

type Asked = { readonly method: string; readonly headers: Readonly<Record<string, string | string[] | undefined>> };

/**
 * The headers by which a browser lets the page of another origin read our answer (Fetch, CORS protocol). Only exact origins
 * count, and our cookie is taken along only from those listed with credentials. Null: nothing is said, and the browser refuses.
 */
export function corsHeaders(origins: readonly CorsOrigin[], { headers }: Asked): Record<string, string> | null {
  const known = origins.find(({ origin }) => origin === headers.origin);
  if (!known) return null;
  return {
    "access-control-allow-origin": known.origin,
    "access-control-expose-headers": EXPOSED,
    ...(known.credentials && { "access-control-allow-credentials": "true" }),
  };
}

/** What is answered to the question that a browser asks before the request itself. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
  "access-control-allow-headers": "Authorization, Content-Type, Idempotency-Key, If-Match, Amana-Step-Up, X-Request-Id",
  "access-control-max-age": "600",
};

export const isPreflight = ({ method, headers }: Asked): boolean =>
  method === "OPTIONS" && headers["access-control-request-method"] !== undefined;

const EXPOSED = "ETag, Idempotent-Replayed, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";
