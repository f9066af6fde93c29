import { join } from "node:path";
import { at, type Instant } from "@amana/core/time";
import { readOffset } from "#modules/sandbox";
import { systemClock } from "#runtime/clock";
import { type Config, describeProblems, readConfig } from "#runtime/config";
import { connect, type Database } from "#runtime/database";
import { startPostgres } from "#runtime/postgres";

export type FinanceMeans = { readonly db: Database; readonly config: Config; readonly now: Instant };

/** Runs a command on the application's database, whether the application runs or not; in the sandbox at the sandbox's time. */
export async function withFinanceDatabase(work: (means: FinanceMeans) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  if (!config.ok) {
    complain(describeProblems(config.error));
    return 2;
  }
  const { url, stop } = await address(config.value);
  const db = connect(url, { name: "amana finance", connections: 2 });
  try {
    const offset = config.value.mode === "sandbox" ? await readOffset(db) : 0;
    return await work({ db, config: config.value, now: at(systemClock.now() + offset) });
  } finally {
    await db.close();
    await stop();
  }
}

async function address({ database, dataFolder }: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  if (database) return { url: database.appUrl.reveal(), stop: async () => {} };
  const postgres = await startPostgres({ home: join(dataFolder, "postgres"), database: "amana" });
  return { url: postgres.appUrl, stop: () => postgres.stop() };
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);
export const complain = (text: string): void => void process.stderr.write(`${text}\n`);
