import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, schemaDump } from "../server/runtime/database/index.ts";
import { startPostgres } from "../server/runtime/postgres/index.ts";

/** The whole schema as the migrations make it, on a PostgreSQL of its own that is gone afterwards. */
export async function goldenSchema(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "amana-golden-"));
  // PostgreSQL does not run as root: another user must be able to enter.
  chmodSync(home, 0o755);
  const postgres = await startPostgres({ home, database: "golden", settings: { fsync: "off" } });
  try {
    await migrate({
      ownerUrl: postgres.ownerUrl,
      directory: join(import.meta.dirname, "../server/database/migrations"),
    });
    return await schemaDump(postgres.ownerUrl);
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
