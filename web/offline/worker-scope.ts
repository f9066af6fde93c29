/** What a service worker has and a page has not: the types of a page are those of everything else here. */
export type Lasting = Event & { waitUntil: (work: Promise<unknown>) => void };
export type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void };
export type Pushing = Lasting & { data: { json: () => unknown } | null };
export type Clicked = Lasting & { notification: Notification };
type WindowClient = { url: string; focus: () => Promise<WindowClient>; navigate: (url: string) => Promise<unknown> };

export type WorkerScope = {
  location: Location;
  registration: ServiceWorkerRegistration;
  clients: {
    claim: () => Promise<void>;
    matchAll: (which: { type: "window" }) => Promise<WindowClient[]>;
    openWindow: (url: string) => Promise<unknown>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: {
    (type: "install" | "activate" | "sync", hear: (event: Lasting) => void): void;
    (type: "fetch", hear: (event: Fetching) => void): void;
    (type: "push", hear: (event: Pushing) => void): void;
    (type: "notificationclick", hear: (event: Clicked) => void): void;
    (type: "message", hear: (event: MessageEvent & Lasting) => void): void;
  };
};

declare global {
  /** What the build has made: its version and its files. */
  const PRECACHE: { version: string; files: string[] };
}
