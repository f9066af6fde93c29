import { realMilliseconds } from "../app/clock.ts";
import { isKept } from "./kept-pages.ts";
import { READER } from "./reader-header.ts";

/** When a page was read. */
const KEPT_AT = "amana-kept-at";

const STATE = "amana-state";
const PAGES = "amana-pages-";

let order: Promise<unknown> = Promise.resolve();

/** One after the other: an answer that comes late says whose it is, and is put away or forgotten as such. */
function inOrder<T>(act: () => Promise<T>): Promise<T> {
  const next = order.then(act, act);
  order = next.catch(() => {});
  return next;
}

/**
 * Puts a page away for its reader; whatever another one has read is forgotten, and everything once nobody is signed in. `gone` is called
 * when the reader before is there no more.
 */
export const put = (
  request: Request,
  response: Response,
  gone: () => Promise<unknown> = async () => {},
): Promise<void> =>
  inOrder(async () => {
    const reader = response.headers.get(READER);
    if (reader === null) return;
    const before = await person();
    if (before !== reader) {
      await forget();
      if (before !== null) await gone();
    }
    if (reader === "none") return;
    await write("person", reader);
    const { pathname } = new URL(request.url);
    if (response.status !== 200 || !isKept(pathname)) return;
    const headers = new Headers(response.headers);
    // What is kept is what was read: no longer compressed.
    headers.delete("content-encoding");
    headers.set(KEPT_AT, String(realMilliseconds()));
    const body = await response.blob();
    await (await caches.open(PAGES + reader)).put(request.url, new Response(body, { headers }));
  });

/** The page as its present reader has last seen it. */
export async function kept(url: string): Promise<Response | null> {
  const reader = await person();
  if (reader === null) return null;
  return (await (await caches.open(PAGES + reader)).match(url)) ?? null;
}

export async function keptAt(url: string): Promise<number> {
  const response = await kept(url);
  return Number(response?.headers.get(KEPT_AT) ?? 0);
}

export async function forget(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PAGES)) await caches.delete(name);
  await caches.delete(STATE);
}

/** Whose pages are kept; null for nobody's. */
export const person = (): Promise<string | null> => read("person");

export async function read(what: string): Promise<string | null> {
  const found = await (await caches.open(STATE)).match(`/${what}`);
  return found ? await found.text() : null;
}

export async function write(what: string, text: string): Promise<void> {
  await (await caches.open(STATE)).put(`/${what}`, new Response(text));
}
