import { setTimeout as pause } from "node:timers/promises";
import type { ConnectOptions } from "../../server/runtime/database/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";

/** A database of one's own whose removal waits for the application's last connection: the owner may not end those by force. */
export async function moneyDatabase(options: ConnectOptions = {}): Promise<TestDatabase> {
  const database = await testDatabase(options);
  return { ...database, drop: () => dropped(database, 100) };
}

async function dropped(database: TestDatabase, tries: number): Promise<void> {
  try {
    await database.drop();
  } catch (error) {
    if (tries === 0) throw error;
    await pause(20);
    await dropped(database, tries - 1);
  }
}
