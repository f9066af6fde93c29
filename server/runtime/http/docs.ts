import { promisify } from "node:util";
import { gzip } from "node:zlib";
import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { openApiText } from "./openapi.ts";
import { anyone } from "./policy.ts";
import { PROBLEMS, problem, Refused } from "./problems.ts";

/** The reference loads nothing from anywhere else; Scalar writes its own style elements, so styles may be inline. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const CONFIGURATION = {
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: "never",
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
};

/** `<at>/openapi.json`, the readable reference at `<at>/docs`, and the meaning of each problem at `<at>/problems`. */
export function serveDocs(app: FastifyInstance, { at, title }: { readonly at: string; readonly title: string }): void {
  const open = { config: { policy: anyone() }, schema: { hide: true } };
  const text = once(async () => openApiText(app));
  const script = once(referenceScript);

  app.get(`${at}/openapi.json`, open, async (_request, reply) => sendText(reply, "application/json", await text()));
  app.get(`${at}/docs`, open, async (_request, reply) =>
    sendText(reply.header("content-security-policy", PAGE_POLICY), "text/html", page(at, title)),
  );
  app.get(`${at}/docs/scalar.js`, open, async (request, reply) => {
    const { plain, zipped } = await script();
    const takesGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    reply.header("cache-control", "public, max-age=86400").header("vary", "accept-encoding");
    return takesGzip
      ? sendText(reply.header("content-encoding", "gzip"), "text/javascript", zipped)
      : sendText(reply, "text/javascript", plain);
  });
  app.get(`${at}/problems`, open, async () => ({
    data: Object.entries(PROBLEMS).map(([code, form]) => ({ code, ...form })),
  }));
  app.get<{ Params: { code: string } }>(`${at}/problems/:code`, open, async (request) => {
    const found = Object.entries(PROBLEMS).find(([code]) => code === request.params.code);
    if (!found) throw new Refused(problem("NOT_FOUND"));
    return { code: found[0], ...found[1] };
  });
}

const sendText = (reply: FastifyReply, mediaType: string, body: string | Buffer): FastifyReply =>
  reply.type(`${mediaType}; charset=utf-8`).send(body);

function page(at: string, title: string): string {
  const configuration = JSON.stringify(CONFIGURATION).replaceAll('"', "&quot;");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</title>
  </head>
  <body>
    <script id="api-reference" data-url="${at}/openapi.json" data-configuration="${configuration}"></script>
    <script src="${at}/docs/scalar.js"></script>
  </body>
</html>
`;
}

/** The package has the script only as a text inside its module, and gives it out by its own route alone. */
async function referenceScript(): Promise<{ plain: Buffer; zipped: Buffer }> {
  const { default: scalar } = await import("@scalar/fastify-api-reference");
  const app = Fastify();
  try {
    await app.register(scalar, { routePrefix: "/docs", configuration: { url: "/openapi.json" } });
    const { rawPayload: plain, statusCode } = await app.inject("/docs/js/scalar.js");
    if (statusCode !== 200) throw new Error(`the reference's script was not found: ${statusCode}`);
    return { plain, zipped: await promisify(gzip)(plain) };
  } finally {
    await app.close();
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
