import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from "react-router";
import type { Given } from "./api/server.ts";

type WebBuild = ServerBuild & { entry: { module: { contextFor: (given: Given) => RouterContextProvider } } };

const ownBuild = join(import.meta.dirname, "build");

/** Where the files for browsers lie after `react-router build`: serve them before asking the handler. */
export const clientRoot = join(ownBuild, "client");

/**
 * Gives a function that answers page requests. Pages reach the API only by `api`, which receives requests for
 * `<publicUrl>/api/v1/…` with the visitor's cookie and forwarding headers; cookies that the API sets reach the visitor.
 * `buildRoot` is the folder that holds `server/` and `client/`. Rejects when the app has not been built.
 */
export async function createWebHandler(options: {
  api: (request: Request) => Promise<Response>;
  publicUrl: string;
  buildRoot?: string;
}): Promise<(request: Request) => Promise<Response>> {
  const entry = join(options.buildRoot ?? ownBuild, "server", "index.js");
  const build: WebBuild = await import(pathToFileURL(entry).href);
  const handle = createRequestHandler(build, "production");

  return async (request) => {
    const cookies: string[] = [];
    const api = async (asked: Request) => {
      const answer = await options.api(asked);
      cookies.push(...answer.headers.getSetCookie());
      return answer;
    };
    const response = await handle(request, build.entry.module.contextFor({ api, publicUrl: options.publicUrl }));
    if (cookies.length === 0) return response;
    const headers = new Headers(response.headers);
    for (const cookie of cookies) headers.append("set-cookie", cookie);
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };
}
