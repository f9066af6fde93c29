import { join } from "node:path";

/** One program for Node, as it is written. */
export default {
  configFile: false,
  logLevel: "warn",
  build: { ssr: join(import.meta.dirname, "victim.ts"), minify: false, target: "node24" },
  ssr: { noExternal: true },
};
