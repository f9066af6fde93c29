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
    // All styles are 15 kB, compressed: one file that every page has already is quicker than ten.
    cssCodeSplit: false,
  },
  environments: {
    // Else the server's build writes the same styles once more.
    ssr: { build: { cssCodeSplit: true } },
    client: {
      build: {
        // In one piece each: what changes only with its packages, what every page has, what a dozen share, what the pages of orders and disputes
        // share, what tells of one deal. Requests for a kilobyte each keep a telephone from showing anything: with 13 in place of 27 the page of an
        // order shows 0.3 s earlier in Lighthouse.
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: "react", test: /node_modules/ },
                {
                  name: "always",
                  test: /web\/(?:api\/types|app\/(?:clock|menu|nonce|ways|workspace-part)|features\/(?:browse\/search\.|(?:notifications|sandbox|session)\/\w+\.module)|i18n\/(?:in-browser|sections)|offline\/(?:install|typed)|ui\/(?:menu|theme))/,
                },
                { name: "parts", test: /web\/(?:ui|i18n|api|app)\//, minShareCount: 12 },
                {
                  name: "trade",
                  test: /web\/features\/(?:conversation|disputes|offline|orders|settlement|wallet)\//,
                  minShareCount: 3,
                },
                {
                  name: "deal",
                  test: /web\/(?:features\/(?:library\/|orders\/orders\.)|ui\/(?:by-itself|entries|gateway-name|money-path|postal-address|previewed))|core\/ids\//,
                  minShareCount: 2,
                },
              ],
            },
          },
        },
      },
    },
  },
  ssr: { noExternal: [/^@amana\//] },
});
