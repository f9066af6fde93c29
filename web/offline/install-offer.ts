/** The browser's own offer to install the app, kept until we ask at a better moment. */
type Offer = Event & { prompt: () => Promise<unknown> };

let offer: Offer | null = null;
let heard = () => {};

/** Called once, as early as there is a script: the browser says it only once, and often after the page is there. */
export function awaitInstallOffer(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    if ("prompt" in event) offer = event as Offer;
    heard();
  });
}

/** Calls `hear` when the browser makes its offer; gives what ends that. */
export function onInstallOffer(hear: () => void): () => void {
  heard = hear;
  return () => {
    heard = () => {};
  };
}

export const canInstall = (): boolean => offer !== null;

export async function install(): Promise<void> {
  await offer?.prompt();
  offer = null;
}
