import { resealBankAccounts, sealedBankAccounts } from "#modules/payouts";
import type { Database } from "#runtime/database";
import { type Keyring, keyId } from "#runtime/secrets";
import { dataKeysOf } from "../data-keys.ts";
import type { CliCommand } from "./command.ts";
import { complain, say, withFinanceDatabase } from "./finance-database.ts";

/** Seals every sealed column under AMANA_DATA_KEY; may be stopped and run again, while the application runs. */
export const keysRotate: CliCommand = {
  summary: "seal all bank account numbers under AMANA_DATA_KEY; AMANA_OTHER_DATA_KEYS opens what older keys sealed",
  run: (args) =>
    withFinanceDatabase(async ({ db, config, now }) => {
      const keys = dataKeysOf(config);
      const { resealed, unreadable } = await resealBankAccounts(db, keys, () => now, batchOf(args));
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
    withFinanceDatabase(async ({ db, config }) => {
      const keys = dataKeysOf(config);
      const counts = await countsOf(db);
      const given = [keys.current, ...keys.others].map(nameOf);
      const lost = Object.keys(counts).filter((key) => key !== "none" && !given.includes(key));
      if (args.includes("--json")) say(JSON.stringify({ current: nameOf(keys.current), given, counts, lost }));
      else say(report(keys, counts, lost.length === 0 ? "every key is given" : `not given: ${lost.join(", ")}`));
      return lost.length === 0 ? 0 : 1;
    }),
};

const BATCH = 100;

/** How many are sealed in one transaction: `--batch N`. */
function batchOf(args: readonly string[]): number {
  const at = args.indexOf("--batch");
  const batch = at === -1 ? BATCH : Number(args[at + 1]);
  return Number.isInteger(batch) && batch > 0 ? batch : BATCH;
}

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
