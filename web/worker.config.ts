import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const CLIENT = join(import.meta.dirname, "build/client");
/** All of the app, and of its fonts those parts that most pages need. */
const WANTED =
  /^assets\/(?:.*\.(?:js|css)|inter-latin-wght-normal.*\.woff2|noto-sans-arabic-arabic-wght-normal.*\.woff2)$/;
const BESIDE = ["icon.svg", "manifest.en.webmanifest", "manifest.ar.webmanifest", "icons/192.png"];
/** Pages that stand in for those that are not kept, fetched as nobody. */
const PAGES = ["/en/offline", "/ar/offline"];

/** Bundles the service worker, once all that it keeps has been written. */
export const buildWorker = () => ({
  name: "build-worker",
  apply: "build" as const,
  applyToEnvironment: ({ name }: { name: string }) => name === "ssr",
  async writeBundle(): Promise<void> {
    const files = readdirSync(CLIENT, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => WANTED.test(file) || BESIDE.includes(file))
      .sort();
    const hash = createHash("sha256");
    for (const file of files) hash.update(file).update(readFileSync(join(CLIENT, file)));
    const version = hash.digest("hex").slice(0, 12);
    const precache = { version, files: [...files.map((file) => `/${file}`), ...PAGES] };
    writeFileSync(join(CLIENT, "sw.js"), await bundled(precache));
  },
});

async function bundled(precache: object): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "error",
    define: { PRECACHE: JSON.stringify(precache), "process.env.NODE_ENV": '"production"' },
    build: {
      ...{ write: false, target: "es2022", copyPublicDir: false },
      lib: {
        entry: join(import.meta.dirname, "offline/service-worker.ts"),
        formats: ["iife"],
        name: "amana",
        fileName: "sw",
      },
    },
  });
  const [first] = [made].flat().flatMap((one) => ("output" in one ? one.output : []));
  if (first?.type !== "chunk") throw new Error("the service worker was not built");
  return first.code;
}
