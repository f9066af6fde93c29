/** Whether this browser is told of news while no page is open. */
export type Here = "unsupported" | "denied" | "off" | "on";
export type Outcome = "done" | "denied" | "failed";

const READY_MS = 10_000;

/** A service worker that is there, or that is there soon; null where there is none. */
async function registration(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return null;
  const known = await navigator.serviceWorker.register("/sw.js").catch(() => null);
  if (!known) return null;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), READY_MS));
  return await Promise.race([navigator.serviceWorker.ready, late]);
}

export async function here(): Promise<Here> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window))
    return "unsupported";
  if (Notification.permission === "denied") return "denied";
  const known = await navigator.serviceWorker.getRegistration();
  return (await known?.pushManager.getSubscription()) ? "on" : "off";
}

/** Asks the reader, then the browser's push service, then us. */
export async function subscribe(serverKey: string): Promise<Outcome> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  const worker = await registration();
  if (!worker) return "failed";
  try {
    const applicationServerKey = Uint8Array.from(atob(serverKey.replaceAll("-", "+").replaceAll("_", "/")), (one) =>
      one.charCodeAt(0),
    );
    // One that was made with another key of ours reaches nobody any more.
    await (await worker.pushManager.getSubscription())?.unsubscribe();
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
    const { endpoint, keys } = made.toJSON();
    const response = await fetch("/api/v1/push-subscriptions", {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
      body: JSON.stringify({ endpoint, keys: { p256dh: keys?.p256dh, auth: keys?.auth } }),
    });
    if (!response.ok) await made.unsubscribe();
    return response.ok ? "done" : "failed";
  } catch {
    return "failed";
  }
}

/** The browser forgets it; we do when its push service says so. */
export async function unsubscribe(): Promise<void> {
  const known = await navigator.serviceWorker.getRegistration();
  await (await known?.pushManager.getSubscription())?.unsubscribe();
}
