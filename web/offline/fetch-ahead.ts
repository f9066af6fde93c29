import { realMilliseconds } from "../app/clock.ts";
import { ALWAYS } from "./kept-pages.ts";
import { keptAt, person, put, read, write } from "./reader-caches.ts";

/** So old may a page be before it is fetched ahead again. */
const FRESH_MS = 15 * 60_000;
const MOST = 8;
const LISTS = [
  ...["/orders?role=buyer&limit=8", "/orders?role=seller&limit=8"],
  ...["/seller/orders/pending", "/conversations?limit=5", "/disputes?limit=5"],
];

/** Reads the reader's own pages one after the other, so that they are there when the connection is not. */
export async function fetchAhead(lang: string): Promise<void> {
  if (lang !== "en" && lang !== "ar") return;
  const last = Number((await read(`ahead-${lang}`)) ?? 0);
  if (realMilliseconds() - last < FRESH_MS) return;
  // The first page says whose they are; before it is there, nothing of another reader's is left.
  await ahead(pageAt(lang, "/waiting"));
  if ((await person()) === null) return;
  await write(`ahead-${lang}`, String(realMilliseconds()));
  const lists = await Promise.all(LISTS.map(listed));
  const [bought = [], sold = [], pending = [], said = [], disputed = []] = lists;
  const pages = [
    ...ALWAYS,
    ...[...bought, ...sold, ...pending].map((id) => `/orders/${id}`),
    ...pending.map((id) => `/orders/${id}/dispatch`),
    ...said.map((id) => `/messages/${id}`),
    ...disputed.map((id) => `/disputes/${id}`),
  ];
  for (const page of new Set(pages)) await ahead(pageAt(lang, page));
}

const pageAt = (lang: string, page: string): string => new URL(`/${lang}${page}`, self.location.origin).href;

async function ahead(url: string): Promise<void> {
  if (realMilliseconds() - (await keptAt(url)) < FRESH_MS) return;
  const request = new Request(url);
  const response = await fetch(request).catch(() => null);
  if (response && !response.redirected) await put(request, response);
}

/** The ids of what a list begins with; none where it is not answered. */
async function listed(path: string): Promise<string[]> {
  const response = await fetch(`/api/v1${path}`, { headers: { accept: "application/json" } }).catch(() => null);
  const body: unknown = response?.ok ? await response.json().catch(() => null) : null;
  if (typeof body !== "object" || body === null || !("data" in body) || !Array.isArray(body.data)) return [];
  return body.data.slice(0, MOST).map((row: { id: unknown }) => String(row.id));
}
