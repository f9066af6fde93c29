import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type RouterContextProvider, type ServerBuild } from "react-router";
import type { Given } from "./api/server.ts";
import { READER } from "./offline/reader-header.ts";

type WebBuild = ServerBuild & { entry: { module: { contextFor: (given: Given) => RouterContextProvider } } };

const ownBuild = join(import.meta.dirname, "build");

/** Where the files for browsers lie after `react-router build`: serve them before asking the handler. */
export const clientRoot = join(ownBuild, "client");

/**
 * Gives a function that answers page requests. Pages reach the API only by `api`, which receives requests for
 * `<publicUrl>/api/v1/…` with the visitor's cookie and forwarding headers; cookies that the API sets reach the visitor. `toldUntil` is the position of the
 * hub of open screens; without it a page is read anew as soon as it listens. `daysOff` is whether new orders count business days.
 * `buildRoot` is the folder that holds `server/` and `client/`. Rejects when the app has not been built.
 */
export async function createWebHandler(options: {
  api: (request: Request) => Promise<Response>;
  publicUrl: string;
  toldUntil?: () => string;
  daysOff?: boolean;
  buildRoot?: string;
}): Promise<(request: Request) => Promise<Response>> {
  const entry = join(options.buildRoot ?? ownBuild, "server", "index.js");
  const build: WebBuild = await import(pathToFileURL(entry).href);
  const handle = createRequestHandler(build, "production");

  return async (request) => {
    const cookies: string[] = [];
    let reader = SESSION.test(request.headers.get("cookie") ?? "") ? null : NOBODY;
    const api = async (asked: Request) => {
      const answer = await options.api(asked);
      cookies.push(...answer.headers.getSetCookie());
      reader = (await readerIn(asked, answer)) ?? reader;
      return answer;
    };
    const { publicUrl, toldUntil, daysOff = false } = options;
    const given = { api, publicUrl, toldUntil: toldUntil?.() ?? "", daysOff };
    const response = await handle(request, build.entry.module.contextFor(given));
    const headers = new Headers(response.headers);
    for (const cookie of cookies) headers.append("set-cookie", cookie);
    if (reader !== null) headers.set(READER, reader);
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };
}

const SESSION = /(?:^|;\s*)(?:__Host-)?amana_session=/;
const NOBODY = "none";

/** Whose page it is, as the page itself was told: the browser keeps it for nobody else. Null where it was not asked. */
async function readerIn(asked: Request, answer: Response): Promise<string | null> {
  if (asked.method !== "GET" || !asked.url.endsWith("/api/v1/users/me")) return null;
  if (answer.status === 401) return NOBODY;
  const me: unknown = answer.ok ? await answer.clone().json() : null;
  return typeof me === "object" && me !== null && "id" in me ? String(me.id) : null;
}
