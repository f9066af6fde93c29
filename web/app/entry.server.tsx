import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { type EntryContext, RouterContextProvider, ServerRouter } from "react-router";
import { answersItselfContext, type Given, gatewayOriginsContext, givenContext } from "../api/server.ts";
import { createI18n, isLang } from "../i18n/index.ts";
import { WordsProvider } from "../i18n/words.tsx";
import { realMilliseconds } from "./clock.ts";
import { NonceContext } from "./nonce.ts";
import { contentSecurityPolicy } from "./security.ts";

const GIVE_UP_AFTER_MS = 6000;

/** Called by the web handler for each request: what loaders and actions may use. */
export function contextFor(given: Given): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(givenContext, given);
  context.set(gatewayOriginsContext, new Set());
  context.set(answersItselfContext, { asked: false });
  return context;
}

export default async function handleDocument(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const segment = new URL(request.url).pathname.split("/")[1];
  const i18n = await createI18n(isLang(segment) ? segment : "en");
  const nonce = crypto.randomUUID();
  const { publicUrl } = context.get(givenContext);

  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("content-security-policy", contentSecurityPolicy(nonce, publicUrl, context.get(gatewayOriginsContext)));
  headers.set("referrer-policy", "strict-origin-when-cross-origin");
  headers.set("x-content-type-options", "nosniff");
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-cache");
  // Nothing is shown before the styles are there, so they come first: the page itself names forty scripts before them.
  for (const style of entry.manifest.routes.root?.css ?? [])
    headers.append("link", `<${style}>; rel=preload; as=style`);
  if (request.method === "HEAD") return new Response(null, { status, headers });

  const page = (
    <NonceContext value={nonce}>
      <WordsProvider value={i18n}>
        <ServerRouter context={entry} url={request.url} nonce={nonce} />
      </WordsProvider>
    </NonceContext>
  );
  return stream(page, nonce, isbot(request.headers.get("user-agent")), status, headers);
}

export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const line = {
    level: 50,
    time: realMilliseconds(),
    msg: "page failed",
    path: new URL(request.url).pathname,
    error: text,
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function stream(
  page: React.ReactNode,
  nonce: string,
  whole: boolean,
  status: number,
  headers: Headers,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const send = () => {
      const body = new PassThrough();
      resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [whole ? "onAllReady" : "onShellReady"]: send,
      onShellError: reject,
    });
    setTimeout(abort, GIVE_UP_AFTER_MS).unref();
  });
}
