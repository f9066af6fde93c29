import { accessSync, constants } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const ON_THE_MACHINE = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

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

/** The machine's own Chromium, else the one that comes as a package. Rejects when neither can be started. */
export async function openBrowser(): Promise<Browser> {
  const own = ON_THE_MACHINE.find((path) => path !== undefined && isExecutable(path));
  if (own !== undefined) return chromium.launch({ executablePath: own, args: ARGUMENTS });
  const { default: packaged } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...packaged.args, ...ARGUMENTS] });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
