import { createRequire } from "node:module";
import { join } from "node:path";

/** Machine code cannot be written into the program: it is loaded from where it lies. */
const resolve = createRequire(join(import.meta.dirname, "../../server/package.json")).resolve;
const NATIVE = { "@node-rs/argon2": resolve("@node-rs/argon2"), sharp: resolve("sharp") };

/** One program for Node, as it is written. */
export default {
  configFile: false,
  logLevel: "warn",
  resolve: { alias: NATIVE },
  build: {
    ...{ ssr: join(import.meta.dirname, "victim.ts"), minify: false, target: "node24" },
    rolldownOptions: {
      external: Object.values(NATIVE),
      // By their names they are modules; else Node reads them once more to find that out.
      output: { entryFileNames: "[name].mjs", chunkFileNames: "[name]-[hash].mjs" },
    },
  },
  ssr: { noExternal: true },
};
