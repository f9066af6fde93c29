import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connect, migrate } from "../../server/runtime/database/index.ts";
import { startPostgres, stopAbandonedPostgres } from "../../server/runtime/postgres/index.ts";

export const TEMPLATE = "amana_template";
const FOLDER = "amana-tests-";
const MIGRATIONS = join(import.meta.dirname, "../../server/database/migrations");

/** A crash may lose test data, so nothing waits for the disk here. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "64MB",
  max_connections: "200",
  autovacuum: "off",
};

declare module "vitest" {
  interface ProvidedContext {
    testPostgres: {
      ownerUrl: string;
      appUrl: string;
      /** Why there is no template: each test that needs it says so, and the others run. */
      templateProblem: string | null;
    };
  }
}

/** One cluster for the whole run, with one migrated template database in it. Resolves to what ends it. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const home = mkdtempSync(join(tmpdir(), FOLDER));
  // Root runs PostgreSQL as another user, who must be able to pass through.
  chmodSync(home, 0o755);
  const postgres = await startPostgres({ home, database: "amana_tests", settings: FAST, ownerCreatesDatabases: true });
  const tearDown = async (): Promise<void> => {
    await postgres.stop();
    for (const folder of new Set([home, postgres.home])) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const templateProblem = await makeTemplate(postgres.ownerUrl);
    project.provide("testPostgres", { ownerUrl: postgres.ownerUrl, appUrl: postgres.appUrl, templateProblem });
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

async function makeTemplate(ownerUrl: string): Promise<string | null> {
  const owner = connect(ownerUrl, { connections: 1 });
  await owner.query(`create database ${TEMPLATE}`);
  await owner.close();
  const template = new URL(ownerUrl);
  template.pathname = `/${TEMPLATE}`;
  try {
    await migrate({ ownerUrl: template.href, directory: MIGRATIONS });
    return null;
  } catch (error) {
    return `No template database: ${error instanceof Error ? error.message : error}`;
  }
}

/** What runs that were killed left behind: their servers have nobody who would stop them. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(FOLDER))) {
    const home = join(tmpdir(), name);
    const abandoned = existsSync(join(home, "starter.json")) && (await stopAbandonedPostgres(home).catch(() => false));
    if (abandoned) rmSync(home, { recursive: true, force: true });
  }
}
