import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../server/runtime/database/index.ts";
import { startPostgres } from "../../server/runtime/postgres/index.ts";

const MIGRATIONS = join(import.meta.dirname, "../../server/database/migrations");

declare module "vitest" {
  interface ProvidedContext {
    /** The home of a cluster at rest. */
    emptyMarket: string;
  }
}

/** One cluster with all migrations and nobody in it, stopped: each system of the run begins with a copy. Resolves to what removes it. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "amana-e2e-template-"));
  // Root runs PostgreSQL as another user, who must be able to pass through.
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ home: join(folder, "postgres"), database: "amana" });
  const tearDown = (): void => {
    for (const made of new Set([folder, postgres.home])) rmSync(made, { recursive: true, force: true });
  };
  try {
    await migrate({ ownerUrl: postgres.ownerUrl, directory: MIGRATIONS });
    await postgres.stop();
    project.provide("emptyMarket", postgres.home);
    return tearDown;
  } catch (error) {
    await postgres.stop();
    tearDown();
    throw error;
  }
}
