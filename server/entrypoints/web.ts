import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { anyone, underPolicy } from "#runtime/http";
import { bodyFor } from "./compressed-page.ts";

export type WebHandler = (request: Request) => Promise<Response>;

const FOR_EVER = "public, max-age=31536000, immutable";
const AN_HOUR = "public, max-age=3600";
const SERVICE_WORKER = /\/sw\.js(?:\.br|\.gz)?$/;

/** Everything that is neither API nor health is a page or a file of the web app. */
export async function serveWeb(
  app: FastifyInstance,
  { handler, clientRoot, publicUrl }: { handler: WebHandler; clientRoot: string; publicUrl: string },
): Promise<void> {
  const files = underPolicy(anyone(), async (scope) => {
    await scope.register(fastifyStatic, {
      root: clientRoot,
      wildcard: false,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        void reply.header(
          "cache-control",
          path.includes("/assets/") ? FOR_EVER : SERVICE_WORKER.test(path) ? "no-cache" : AN_HOUR,
        );
        // A service worker's policy is that of its own file: it fetches from here, and nothing else.
        if (SERVICE_WORKER.test(path))
          void reply.header("content-security-policy", "default-src 'none'; connect-src 'self'");
      },
    });
  });
  await app.register(files);
  const open = { config: { policy: anyone() }, schema: { hide: true } };
  const serve = (request: FastifyRequest, reply: FastifyReply) => page(request, reply, handler, publicUrl);
  const onRequest = knownOnly(apiOf(app, publicUrl), publicUrl);
  for (const part of WITH_FILES) app.post(`/:lang/${part}/*`, { ...open, bodyLimit: LARGEST_FORM, onRequest }, serve);
  app.all("/*", open, serve);
}

/** Forms that carry files with them, where no script of the page has sent these ahead. */
const WITH_FILES = ["orders", "disputes", "disputes-desk", "messages", "selling"];
const LARGEST_FORM = 26 * 1024 * 1024;

/** So much is read of those alone who are signed in; others are led to the sign-in before any of it is. */
const knownOnly =
  (api: (request: Request) => Promise<Response>, publicUrl: string) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { cookie = "" } = request.headers;
    const { status } = await api(
      new Request(new URL("/api/v1/users/me", publicUrl), { headers: { cookie, "x-forwarded-for": request.ip } }),
    );
    if (status === 200) return undefined;
    const [, lang = "en"] = request.url.split("/");
    return reply.redirect(`/${lang}/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  };

/** What proxies write has been read once, at the door: inside, the reader's address is the one that the door found. */
const FORWARDING = new Set([
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
]);

async function page(
  request: FastifyRequest,
  reply: FastifyReply,
  handler: WebHandler,
  publicUrl: string,
): Promise<FastifyReply> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !FORWARDING.has(name)) headers.set(name, String(value));
  headers.set("x-forwarded-for", request.ip);
  const left = new AbortController();
  reply.raw.on("close", () => {
    if (!reply.raw.writableFinished) left.abort();
  });
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const body = hasBody && request.bytes ? { body: new Uint8Array(request.bytes) } : {};
  const response = await handler(
    new Request(new URL(request.url, publicUrl), { method: request.method, headers, signal: left.signal, ...body }),
  );
  reply.status(response.status);
  for (const [name, value] of response.headers) if (name !== "set-cookie") void reply.header(name, value);
  for (const cookie of response.headers.getSetCookie()) void reply.header("set-cookie", cookie);
  return reply.send(bodyFor(request, reply, response));
}

/** How pages call the API: in this process, as the reader, from our own origin. */
export const apiOf =
  (app: FastifyInstance, publicUrl: string) =>
  async (request: Request): Promise<Response> => {
    const url = new URL(request.url, publicUrl);
    const hasBody = request.method !== "GET" && request.method !== "HEAD";
    const passed = [...request.headers].filter(([name]) => !FORWARDING.has(name));
    const network = request.headers.get("x-forwarded-for");
    const answer = await app.inject({
      method: request.method as "GET",
      url: url.pathname + url.search,
      ...(network !== null && { remoteAddress: network }),
      headers: {
        ...Object.fromEntries(passed),
        host: new URL(publicUrl).host,
        origin: new URL(publicUrl).origin,
      },
      ...(hasBody && { payload: Buffer.from(await request.arrayBuffer()) }),
    });
    const empty = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(empty ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: headersOf(answer.headers),
    });
  };

/** One line for each value: several cookies are several headers. */
function headersOf(given: Readonly<Record<string, number | string | string[] | undefined>>): Headers {
  const values = Object.entries(given).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
  );
  return new Headers(values);
}
