import { useSyncExternalStore } from "react";
import type { Kept, Waiting } from "./entry.ts";
import { type Sent, type Standstill, sendAll } from "./send.ts";
import { all, drop, keep, refuse } from "./store.ts";

/** Told to all windows and to the service worker whenever what waits has changed. */
export const CHANNEL = "amana-waiting";
const SYNC = "amana-waiting";

type Shown = { entries: readonly Kept[]; standstill: Standstill; sentCount: number };
const NOTHING: Shown = { entries: [], standstill: "nothing", sentCount: 0 };

let shown: Shown = NOTHING;
let channel: BroadcastChannel | null = null;
const readers = new Set<() => void>();

/** What this browser keeps to be sent, as it changes. */
export const useWaiting = (): Shown =>
  useSyncExternalStore(
    listen,
    () => shown,
    () => NOTHING,
  );

function listen(changed: () => void): () => void {
  readers.add(changed);
  if (!channel) {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<Sent | null>) => void look(data);
    void look(null);
  }
  return () => void readers.delete(changed);
}

async function look(sent: Sent | null): Promise<void> {
  const entries = await all().catch(() => []);
  const more = sent?.sent.length ?? 0;
  shown = { entries, standstill: sent?.standstill ?? shown.standstill, sentCount: shown.sentCount + more };
  for (const changed of readers) changed();
}

/** Keeps it first and sends it then: whatever happens between, it is sent once. Rejects where nothing can be kept. */
export async function sendLater(one: Waiting): Promise<void> {
  await keep(one);
  await look(null);
  void askForSync();
  void sendNow();
}

export async function takeBack(place: number): Promise<void> {
  await drop(place);
  await told(null);
}

/** One window at a time, or the service worker: the others wait and then find nothing left. */
export async function sendNow(): Promise<Sent> {
  const send = () => sendAll({ all, drop, refuse, fetch: (path, init) => fetch(path, init) });
  const sent = await (navigator.locks ? navigator.locks.request(CHANNEL, send) : send());
  await told(sent);
  return sent;
}

async function told(sent: Sent | null): Promise<void> {
  const telling = new BroadcastChannel(CHANNEL);
  telling.postMessage(sent);
  telling.close();
  // A channel does not hear itself only within one object: this window hears it like the others.
  if (!channel) await look(sent);
}

/** Where a browser can, it sends when the connection is back though no window is open. */
async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  const sync: unknown = registration && Reflect.get(registration, "sync");
  if (typeof sync !== "object" || sync === null || !("register" in sync) || typeof sync.register !== "function") return;
  await Promise.resolve(sync.register(SYNC)).catch(() => {});
}
