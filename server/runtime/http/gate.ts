import type { FastifyRequest } from "fastify";
import { asksWho, type Policy, type Principal } from "./policy.ts";
import { type ProblemAnswer, problem } from "./problems.ts";

const LONGEST_URL = 4096;
const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
const MEDIA_TYPES = new Set(["application/json", "application/json; charset=utf-8"]);
/** Headers that steer what we do: two of them, and two readers may believe different ones. */
const ONCE = new Set([
  "authorization",
  "content-encoding",
  "content-length",
  "content-type",
  "cookie",
  "host",
  "idempotency-key",
  "if-match",
  "origin",
  "transfer-encoding",
]);

export type Credentials = { readonly bearer?: string; readonly session?: string };
export type Authenticate = (credentials: Credentials) => Promise<Principal>;

/** What is wrong with the request line and the headers, whatever the route. */
export function unclearRequest(request: FastifyRequest): ProblemAnswer | null {
  if (request.url.length > LONGEST_URL)
    return problem("VALIDATION_FAILED", `The address is longer than ${LONGEST_URL} characters.`);
  const twice = repeatedHeader(request.raw.rawHeaders);
  return twice === null ? null : problem("VALIDATION_FAILED", `The header ${twice} comes twice.`);
}

function repeatedHeader(rawHeaders: readonly string[]): string | null {
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? "";
    if (seen.has(name)) return name;
    if (ONCE.has(name)) seen.add(name);
  }
  return null;
}

/**
 * Cross-site request forgery: what a browser sends along with our cookie must come from our own pages, WebSockets included.
 * Browsers name the page's origin with every unsafe request, and pages cannot forge that or Sec-Fetch-Site; programs send
 * neither, and need no check when they bring no cookie.
 */
export function foreignOrigin(
  { method, headers }: Pick<FastifyRequest, "method" | "headers">,
  { hasSession, isOurs }: { readonly hasSession: boolean; readonly isOurs: (origin: string) => boolean },
): ProblemAnswer | null {
  const isSafe = SAFE_METHODS.has(method) && headers.upgrade === undefined;
  if (isSafe || headers.authorization !== undefined) return null;
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  if (origin !== undefined && isOurs(origin)) return null;
  if (site === "same-origin") return null;
  if (origin === undefined && site === undefined && !hasSession) return null;
  return problem("FORBIDDEN", "This request did not come from one of our own pages.");
}

/** What the caller shows: a bearer token wins over a cookie, for only a program sends it. */
export function credentialsOf({ headers }: Pick<FastifyRequest, "headers">, session: string | undefined): Credentials {
  const bearer = /^Bearer ([A-Za-z0-9._~+/-]{1,1024}=*)$/.exec(headers.authorization ?? "")?.[1];
  if (headers.authorization !== undefined) return bearer === undefined ? {} : { bearer };
  return session === undefined ? {} : { session };
}

export async function principalBehind(
  policy: Policy,
  credentials: Credentials,
  authenticate: Authenticate,
): Promise<Principal> {
  const shown = credentials.bearer !== undefined || credentials.session !== undefined;
  return shown && asksWho(policy) ? authenticate(credentials) : { kind: "anonymous" };
}

/** One media type, written in one way: parser and validator cannot disagree about what they read. */
export function wrongMediaType({ headers }: Pick<FastifyRequest, "headers">, takesAny: boolean): ProblemAnswer | null {
  if (headers["content-encoding"] !== undefined)
    return problem("UNSUPPORTED_MEDIA_TYPE", "Compressed bodies are not read.");
  if (takesAny) return null;
  const mediaType = headers["content-type"];
  if (mediaType === undefined) return hasBody(headers) ? problem("UNSUPPORTED_MEDIA_TYPE") : null;
  return MEDIA_TYPES.has(mediaType) ? null : problem("UNSUPPORTED_MEDIA_TYPE");
}

const hasBody = (headers: FastifyRequest["headers"]): boolean =>
  headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
