import { join } from "node:path";
import { reactRouter } from "@react-router/dev/vite";
import { defineConfig } from "vite";
import { compressed } from "./compressed.ts";
import { splitWords } from "./i18n/split.ts";
import { buildWorker } from "./worker.config.ts";

export default defineConfig({
  plugins: [splitWords(), reactRouter(), buildWorker(), compressed(join(import.meta.dirname, "build/client"))],
  build: {
    target: "es2022",
    // The content security policy allows no data: fonts or scripts, so nothing is inlined.
    assetsInlineLimit: 0,
  },
  ssr: { noExternal: [/^@amana\//] },
});
