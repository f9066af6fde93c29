import { defineConfig } from "vitest/config";

/**
 * What `npm run mutants` runs against every mutant: the pure tests of the rules of money. A slow machine must not look like a
 * killed mutant, so only Stryker's own clock, which knows how long a test takes here, ends a test. `WORLDS`: 300 statements find what
 * 10,000 find, and a mutant that lives costs every one of them.
 */
export default defineConfig({ test: { include: ["core/**/*.test.ts"], testTimeout: 120_000, env: { WORLDS: "300" } } });
