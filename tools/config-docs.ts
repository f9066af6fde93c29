/** Rewrites docs/operating/configuration.md and .env.example from the configuration's schema. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { configurationDocs, envExample } from "../server/runtime/config/index.ts";

const ROOT = join(import.meta.dirname, "..");
const FILES = { "docs/operating/configuration.md": configurationDocs(), ".env.example": envExample() };

for (const [path, text] of Object.entries(FILES)) {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`written  ${path}`);
}
