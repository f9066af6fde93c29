import { fetchAhead } from "./fetch-ahead.ts";
import { isKept, placeOf } from "./kept-pages.ts";
import { notificationOf, pageIn } from "./pushed.ts";
import { forget, kept, keptAt, put } from "./reader-caches.ts";
import { type Sent, sendAll } from "./send.ts";
import { all, drop, refuse } from "./store.ts";
import type { WorkerScope } from "./worker-scope.ts";

// The types are a page's; this is the one place where it is said that we are none.
const worker = self as unknown as WorkerScope;

const ASSETS = "amana-assets-";
const { version: VERSION, files: FILES } = PRECACHE;
const OWN = ASSETS + VERSION;
/** Windows of the version before still ask for its files. */
const VERSIONS_KEPT = 2;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith("/assets/")) return event.respondWith(asset(request));
  if (FILES.includes(url.pathname)) return event.respondWith(fetch(request).catch(() => asset(request)));
  if (!placeOf(url.pathname)) return;
  if (request.mode === "navigate") return event.respondWith(page(request, (work) => event.waitUntil(work)));
  if (url.pathname.endsWith(".data")) return event.respondWith(data(request, (work) => event.waitUntil(work)));
});
worker.addEventListener("sync", (event) => event.waitUntil(send()));
worker.addEventListener("message", (event) => {
  const asked: unknown = event.data;
  const [type, lang] = asksFor(asked);
  if (type === "take-over") event.waitUntil(worker.skipWaiting());
  if (type === "fetch-ahead") event.waitUntil(fetchAhead(lang));
  if (type === "kept-at") event.waitUntil(keptAt(lang).then((moment) => event.ports[0]?.postMessage(moment)));
});
worker.addEventListener("push", (event) => {
  const { title, options } = notificationOf(event.data?.json());
  event.waitUntil(worker.registration.showNotification(title, options));
});
worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(pageIn(event.notification.data)));
});

async function install(): Promise<void> {
  const cache = await caches.open(OWN);
  for (const file of FILES) {
    // What has its fingerprint in its name is the same in every version.
    const known = file.startsWith("/assets/") ? await caches.match(file) : undefined;
    await (known ? cache.put(file, known) : cache.add(new Request(file, { cache: "no-cache", credentials: "omit" })));
  }
}

/** The pages of the version before belong to its files: they are read anew. */
async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(ASSETS) && name !== OWN);
  for (const name of old.slice(0, Math.max(0, old.length - VERSIONS_KEPT + 1))) await caches.delete(name);
  if (old.length > 0) await forget();
  await worker.clients.claim();
}

async function asset(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  return (await caches.match(pathname)) ?? (await fetch(request));
}

/** Whoever signed out here is told no more on this device. */
const tellNoMore = async (): Promise<unknown> =>
  (await worker.registration.pushManager.getSubscription())?.unsubscribe();

type Besides = (work: Promise<unknown>) => void;

/** As it is now; without a connection as it was last seen, else the page that says what can be read. */
async function page(request: Request, besides: Besides): Promise<Response> {
  try {
    const response = await fetch(request);
    besides(put(request, response.clone(), tellNoMore));
    return response;
  } catch {
    return (await kept(request.url)) ?? (await withoutConnection(request));
  }
}

async function withoutConnection(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { lang = "en", path } = placeOf(pathname) ?? {};
  const known = path === "/offline" ? await caches.match(`/${lang}/offline`) : undefined;
  return known ?? Response.redirect(`/${lang}/offline?from=${encodeURIComponent(pathname + search)}`);
}

/** What a page asks for while it is open. Its document is read again with it, for whoever opens it without a connection. */
async function data(request: Request, besides: Besides): Promise<Response> {
  try {
    const response = await fetch(request);
    besides(put(request, response.clone()).then(() => alike(request)));
    return response;
  } catch (failed) {
    const known = await kept(request.url);
    if (known) return known;
    throw failed;
  }
}

const OLD_MS = 60_000;

async function alike(request: Request): Promise<void> {
  const url = new URL(request.url);
  if (!isKept(url.pathname)) return;
  url.pathname = url.pathname.replace(/\.data$/, "");
  url.searchParams.delete("_routes");
  const document = new Request(url);
  if ((await keptAt(request.url)) - (await keptAt(document.url)) < OLD_MS) return;
  const response = await fetch(document).catch(() => null);
  if (response) await put(document, response);
}

/** Sent by one at a time: a window, or this. */
async function send(): Promise<void> {
  const sending = () => sendAll({ all, drop, refuse, fetch: (path, init) => fetch(path, init) });
  const sent: Sent = await navigator.locks.request("amana-waiting", sending);
  const channel = new BroadcastChannel("amana-waiting");
  channel.postMessage(sent);
  channel.close();
  // Whoever asked for it asks again.
  if (sent.standstill === "no_answer") throw new Error("no answer");
}

async function open(path: string): Promise<void> {
  const url = new URL(path, worker.location.origin);
  const windows = await worker.clients.matchAll({ type: "window" });
  const [known] = windows.filter((one) => new URL(one.url).pathname === url.pathname);
  await (known ? known.focus() : worker.clients.openWindow(url.href));
}

function asksFor(asked: unknown): [type: string, about: string] {
  if (typeof asked !== "object" || asked === null || !("type" in asked)) return ["", ""];
  return [String(asked.type), "about" in asked ? String(asked.about) : ""];
}
