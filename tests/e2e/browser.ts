import { accessSync, constants } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const WHOLE = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
/** The same engine without what a window needs; a walk with it costs a third less of the processor. */
const SHELL = "/usr/bin/chromium-headless-shell";

// The machine may be without a display, a GPU and a network, and may run everything as root.
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--in-process-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The machine's own Chromium, else the one that comes as a package, and what it is started with. A shell does where nobody installs anything. */
export async function chromiumHere({ shellDoes = false } = {}): Promise<{ executablePath: string; args: string[] }> {
  const places = [process.env.CHROMIUM_PATH, ...(shellDoes ? [SHELL] : []), ...WHOLE];
  const own = places.find((path) => path !== undefined && isExecutable(path));
  if (own !== undefined) return { executablePath: own, args: ARGUMENTS };
  const { default: packaged } = await import("@sparticuz/chromium");
  return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...ARGUMENTS] };
}

/** Rejects when there is none that can be started. */
export const openBrowser = async (wish?: { shellDoes: boolean }): Promise<Browser> =>
  chromium.launch(await chromiumHere(wish));

/** Gives a running browser cookies, such as a session's: `address` is where it is told what to do. */
export async function withCookies(
  address: string,
  cookies: readonly { name: string; value: string; url: string }[],
): Promise<void> {
  const browser = await chromium.connectOverCDP(address);
  await browser.contexts()[0]?.addCookies(cookies);
  await browser.close();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
