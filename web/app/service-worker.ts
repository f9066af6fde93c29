import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { useLocale } from "../i18n/index.ts";
import { isSomethingTyped } from "../offline/typed.ts";

/** The page is the reader's first. */
const PATIENCE_MS = 4000;

type Standing = {
  /** Lets a version that waits take over, and reads the page anew with it; null where none waits. False where that would lose words. */
  update: (() => boolean) | null;
  /** When what is shown was read, while there is no connection. */
  knownAt: string | null;
};

/** Whoever is signed in gets the service worker: it keeps his pages for when there is no connection. */
export function useServiceWorker(me: string | null, online: boolean): Standing {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const { lang } = useLocale();
  useEffect(() => {
    if (me === null || !("serviceWorker" in navigator)) return;
    const timer = setTimeout(() => void begin(lang, setWaiting), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [me, lang]);
  const knownAt = useKnownAt(online);
  return { update: waiting && (() => takeOver(waiting)), knownAt };
}

async function begin(lang: string, setWaiting: (worker: ServiceWorker) => void): Promise<void> {
  const registration = await navigator.serviceWorker.register("/sw.js").catch(() => null);
  if (!registration) return;
  const look = () => {
    if (registration.waiting && navigator.serviceWorker.controller) setWaiting(registration.waiting);
  };
  look();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", look);
  });
  await navigator.serviceWorker.ready;
  registration.active?.postMessage({ type: "fetch-ahead", about: lang });
}

function takeOver(worker: ServiceWorker): boolean {
  if (isSomethingTyped()) return false;
  navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
  worker.postMessage({ type: "take-over" });
  return true;
}

function useKnownAt(online: boolean): string | null {
  const [knownAt, setKnownAt] = useState<string | null>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page was read at another time
  useEffect(() => {
    const worker = navigator.serviceWorker?.controller;
    if (online || !worker) return setKnownAt(null);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<number>) => setKnownAt(data > 0 ? new Date(data).toISOString() : null);
    worker.postMessage({ type: "kept-at", about: window.location.href.split("#", 1)[0] }, [port2]);
    return () => port1.close();
  }, [online, key]);
  return knownAt;
}
