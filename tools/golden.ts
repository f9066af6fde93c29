/**
 * Golden files are made by a program and read by people; each is the same on every machine. `npm run golden` rewrites all of
 * them, `npm run golden -- --check` says which would change and fails.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openApiDocument } from "../server/entrypoints/openapi.ts";
import { webhookDocs, webhookSchemas } from "../server/modules/webhooks/index.ts";
import { configurationDocs, envExample } from "../server/runtime/config/index.ts";
import { drawInto } from "./draw.ts";
import { goldenSchema } from "./golden-schema.ts";
import { sdkSchema } from "./sdk.ts";

type Golden = { readonly path: string; make(current: string): string | Promise<string> };

export const GOLDEN: readonly Golden[] = [
  { path: "ARCHITECTURE.md", make: drawInto },
  { path: "docs/operating/configuration.md", make: configurationDocs },
  { path: ".env.example", make: envExample },
  { path: "docs/integrating/webhooks.md", make: webhookDocs },
  { path: "docs/integrating/webhook-events.json", make: webhookSchemas },
  { path: "server/openapi.json", make: openApiDocument },
  { path: "server/database/schema.sql", make: goldenSchema },
  { path: "sdk/schema.d.ts", make: sdkSchema },
];

/** The golden files whose text is not what their program makes now. */
export async function outdated(): Promise<{ path: string; text: string }[]> {
  const made = await Promise.all(
    GOLDEN.map(async ({ path, make }) => {
      const current = existsSync(path) ? readFileSync(path, "utf8") : "";
      return { path, current, text: await make(current) };
    }),
  );
  return made.filter(({ current, text }) => current !== text);
}

if (import.meta.main) {
  const { check } = parseArgs({ options: { check: { type: "boolean", default: false } } }).values;
  const changed = await outdated();
  for (const { path, text } of changed) {
    if (!check) writeFileSync(path, text);
    console.log(`${check ? "outdated: run `npm run golden`" : "rewritten"}  ${path}`);
  }
  console.log(`${GOLDEN.length} golden files, ${changed.length} ${check ? "outdated" : "rewritten"}`);
  if (check && changed.length > 0) process.exitCode = 1;
}
