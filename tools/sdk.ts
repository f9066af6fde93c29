/**
 * `node tools/sdk.ts` builds the client library into `sdk/build`: plain JavaScript with declarations, as it is published. Its types of the
 * API are a golden file, made from the OpenAPI document.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { openApiDocument } from "../server/entrypoints/openapi.ts";

const SDK = join(import.meta.dirname, "../sdk");
const TSC = join(import.meta.dirname, "../node_modules/tsc7/bin/tsc");

/** The types of the API as it is. */
export async function sdkSchema(): Promise<string> {
  const nodes = await openapiTS(await openApiDocument(), { alphabetize: false });
  return `// Made by \`npm run golden\` from server/openapi.json.\n${astToString(nodes)}`;
}

/** Writes the package's files into `folder`. */
export function buildSdk(folder = join(SDK, "build")): void {
  rmSync(folder, { recursive: true, force: true });
  const emit = ["--noEmit", "false", "--declaration", "--rewriteRelativeImportExtensions", "--outDir", folder];
  const { status, stdout } = spawnSync(process.execPath, [TSC, "-p", SDK, ...emit], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the client library does not build:\n${stdout}`);
  copyFileSync(join(SDK, "schema.d.ts"), join(folder, "schema.d.ts"));
}

if (import.meta.main) buildSdk();
