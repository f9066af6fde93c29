import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, migrate } from "../../server/runtime/database/index.ts";
import { startPostgres } from "../../server/runtime/postgres/index.ts";
import type { TestDatabase } from "../database/index.ts";

const MIGRATIONS = join(import.meta.dirname, "../../server/database/migrations");

/** Nothing here outlives the run, so nothing waits for the disk. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB" };

/** A PostgreSQL of our own with one migrated database, for running outside of the test runner. */
export async function openGround(): Promise<TestDatabase> {
  // The prefix is that of the tests, whose next run sweeps away what a killed one left.
  const home = mkdtempSync(join(tmpdir(), "amana-tests-fuzz-"));
  chmodSync(home, 0o755);
  const postgres = await startPostgres({ home, database: "amana_fuzz", settings: SETTINGS });
  await migrate({ ownerUrl: postgres.ownerUrl, directory: MIGRATIONS });
  const owner = connect(postgres.ownerUrl, { connections: 4 });
  const app = connect(postgres.appUrl, { connections: 8 });
  return {
    ...{ owner, app, ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl },
    async drop() {
      await Promise.all([owner.close(), app.close()]);
      await postgres.stop();
      for (const folder of new Set([home, postgres.home])) rmSync(folder, { recursive: true, force: true });
    },
  };
}
