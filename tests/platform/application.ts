import type { ApplicationOptions } from "../../server/entrypoints/application.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { applicationOf, sandboxOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

export const CRON_KEY = "a-key-for-the-scheduler";

/** The whole application over a database of its own, with a buyer and a seller; their tokens are their names. */
export async function createApplication(
  changes: Partial<ApplicationOptions> = {},
  /** What the HTTP side has for its database instead. */
  instead: (db: Database) => Database = (db) => db,
) {
  const database: TestDatabase = await testDatabase();
  const world: World = await createWorld(database);
  await startSession(database.app, world.buyer, world.now(), "buyer");
  await startSession(database.app, world.seller, world.now(), "seller");
  const app = await applicationOf(world, {
    db: instead(database.app),
    sandbox: sandboxOf(world),
    cronKey: CRON_KEY,
    ...changes,
  });
  return {
    app,
    world,
    database,
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
