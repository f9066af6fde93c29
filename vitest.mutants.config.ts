import { defineConfig } from "vitest/config";

/** What `npm run mutants` runs against every mutant: the pure tests of the rules of money. */
export default defineConfig({ test: { include: ["core/**/*.test.ts"] } });
