import { join } from "node:path";
import { resealBankAccounts, sealedBankAccounts } from "#modules/payouts";
import { systemClock } from "#runtime/clock";
import { type Config, describeProblems, readConfig } from "#runtime/config";
import { connect, type Database } from "#runtime/database";
import { startPostgres } from "#runtime/postgres";
import { type Keyring, keyId } from "#runtime/secrets";
import { dataKeysOf } from "../data-keys.ts";
import type { CliCommand } from "./index.ts";

/** Seals every sealed column under AMANA_DATA_KEY; may be stopped and run again, while the application runs. */
export const keysRotate: CliCommand = {
  summary: "seal all bank account numbers under AMANA_DATA_KEY; AMANA_OTHER_DATA_KEYS opens what older keys sealed",
  run: (args) =>
    withDatabase(async (db, keys) => {
      const { resealed, unreadable } = await resealBankAccounts(db, keys, () => systemClock.now());
      const counts = await countsOf(db);
      if (args.includes("--json")) say(JSON.stringify({ resealed, unreadable, current: nameOf(keys.current), counts }));
      else say(report(keys, counts, `resealed ${resealed}`));
      for (const id of unreadable) complain(`${id}: its number opens with none of the keys given`);
      return unreadable.length === 0 ? 0 : 1;
    }),
};

/** Says which keys the database needs; fails when one of them is not given. */
export const keysCheck: CliCommand = {
  summary: "say which data keys the database needs; fails when one of them is not given",
  run: (args) =>
    withDatabase(async (db, keys) => {
      const counts = await countsOf(db);
      const given = [keys.current, ...keys.others].map(nameOf);
      const lost = Object.keys(counts).filter((key) => key !== "none" && !given.includes(key));
      if (args.includes("--json")) say(JSON.stringify({ current: nameOf(keys.current), given, counts, lost }));
      else say(report(keys, counts, lost.length === 0 ? "every key is given" : `not given: ${lost.join(", ")}`));
      return lost.length === 0 ? 0 : 1;
    }),
};

type Counts = Readonly<Record<string, number>>;

const countsOf = async (db: Database): Promise<Counts> =>
  Object.fromEntries((await sealedBankAccounts(db)).map(({ key, accounts }) => [key, Number(accounts)]));

const nameOf = (key: Uint8Array): string => keyId(key).toString("hex");

const report = (keys: Keyring, counts: Counts, what: string): string =>
  [
    what,
    ...Object.entries(counts).map(
      ([key, accounts]) =>
        `${key === "none" ? "sealed before keys had numbers" : `sealed by key ${key}`}${key === nameOf(keys.current) ? " (current)" : ""}: ${accounts}`,
    ),
  ].join("\n");

async function withDatabase(work: (db: Database, keys: Keyring) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  if (!config.ok) {
    complain(describeProblems(config.error));
    return 2;
  }
  const { url, stop } = await address(config.value);
  const db = connect(url, { name: "amana keys", connections: 2 });
  try {
    return await work(db, dataKeysOf(config.value));
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

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);
