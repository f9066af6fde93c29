import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";
import { type ConnectOptions, connect, type Database } from "../../server/runtime/database/index.ts";
import { TEMPLATE } from "./global-setup.ts";

export type TestDatabase = {
  /** As the role that owns the schema: may do everything, for setting the scene and for looking. */
  readonly owner: Database;
  /** As the application: what the code under test gets. */
  readonly app: Database;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Ends the connections and removes the database: call it in `afterAll`. */
  drop(): Promise<void>;
};

/** A database of one's own with all migrations applied, cloned from the template in about 100 ms. */
export const testDatabase = (options?: ConnectOptions): Promise<TestDatabase> => cloneOf(TEMPLATE, options);

/** A database of one's own with nothing in it. */
export const emptyDatabase = (options?: ConnectOptions): Promise<TestDatabase> => cloneOf("template0", options);

async function cloneOf(template: string, options: ConnectOptions = {}): Promise<TestDatabase> {
  const cluster = inject("testPostgres");
  if (template === TEMPLATE && cluster.templateProblem !== null) throw new Error(cluster.templateProblem);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(cluster.ownerUrl, [
    `create database ${name} template ${template} strategy file_copy`,
    `revoke all on database ${name} from public`,
    `grant connect on database ${name} to amana_app`,
  ]);
  const [ownerUrl, appUrl] = [at(cluster.ownerUrl, name), at(cluster.appUrl, name)];
  const owner = connect(ownerUrl, { connections: 4, ...options });
  const app = connect(appUrl, { connections: 8, ...options });
  return {
    owner,
    app,
    ownerUrl,
    appUrl,
    async drop() {
      await Promise.all([owner.close(), app.close()]);
      await removed(cluster.ownerUrl, name, DROP_TRIES);
    },
  };
}

const DROP_TRIES = 100;

/** PostgreSQL refuses while one of its own workers is inside, which is soon gone. */
async function removed(ownerUrl: string, name: string, tries: number): Promise<void> {
  try {
    await asOwner(ownerUrl, [`drop database if exists ${name} with (force)`]);
  } catch (error) {
    if (tries === 0) throw error;
    await pause(20);
    await removed(ownerUrl, name, tries - 1);
  }
}

/** From a database that nobody clones: a template must have no connections. */
async function asOwner(url: string, statements: readonly string[]): Promise<void> {
  const db = connect(url, { connections: 1, statementTimeoutMs: 120_000, lockTimeoutMs: 120_000 });
  try {
    for (const statement of statements) await db.query(statement);
  } finally {
    await db.close();
  }
}

function at(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.href;
}
