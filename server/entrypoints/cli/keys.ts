import type { Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import type { Database } from "#runtime/database";
import {
  indexedBy,
  type Keyring,
  keyId,
  type Resealed,
  reseal,
  type SealedBy,
  type SealedColumn,
  sealedBy,
} from "#runtime/secrets";
import { dataKeysOf } from "../data-keys.ts";
import { SEALED_COLUMNS } from "../sealed-columns.ts";
import type { CliCommand } from "./command.ts";
import { complain, say, withFinanceDatabase } from "./finance-database.ts";

/** Seals every sealed column under AMANA_DATA_KEY; may be stopped and run again, while the application runs. */
export const keysRotate: CliCommand = {
  summary: "seal every secret under AMANA_DATA_KEY, and index it; AMANA_OTHER_DATA_KEYS opens what older keys sealed",
  run: (args) =>
    withFinanceDatabase(async ({ db, config, now }) => {
      const keys = dataKeysOf(config);
      const all: Resealed[] = [];
      for (const column of SEALED_COLUMNS) all.push(await rotated(db, keys, column, batchOf(args), now));
      const { sealed: counts } = await countsOf(db);
      const resealed = all.reduce((sum, done) => sum + done.resealed, 0);
      const unreadable = all.flatMap((done) => done.unreadable);
      const alike = all.flatMap((done) => done.alike);
      if (args.includes("--json"))
        say(JSON.stringify({ resealed, unreadable, alike, current: nameOf(keys.current), counts }));
      else say(report(keys, counts, `resealed ${resealed}`));
      for (const id of unreadable) complain(`${id}: opens with none of the keys given`);
      for (const id of alike) complain(`${id}: holds the same as another of its owner, and is not indexed`);
      return unreadable.length === 0 ? 0 : 1;
    }),
};

async function rotated(
  db: Database,
  keys: Keyring,
  column: SealedColumn,
  batch: number,
  now: Instant,
): Promise<Resealed> {
  const done = await reseal(db, keys, column, batch);
  const { resealed: count } = done;
  if (count > 0)
    await record(db, now, {
      actor: "operator",
      ...{ actorId: null, action: "secrets.resealed", subject: column.name, reason: null, detail: { count } },
    });
  return done;
}

/** Says which keys the database needs; fails when one of them is not given. */
export const keysCheck: CliCommand = {
  summary: "say which data keys the database needs; fails when one of them is not given",
  run: (args) =>
    withFinanceDatabase(async ({ db, config }) => {
      const keys = dataKeysOf(config);
      const { sealed: counts, indexed } = await countsOf(db);
      const given = [keys.current, ...keys.others].map(nameOf);
      const needed = new Set([...Object.keys(counts), ...Object.keys(indexed)]);
      const lost = [...needed].filter((key) => key !== "none" && !given.includes(key)).sort();
      if (args.includes("--json")) say(JSON.stringify({ current: nameOf(keys.current), given, counts, indexed, lost }));
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

/** By the keys' numbers, over all columns. */
async function countsOf(db: Database): Promise<{ readonly sealed: Counts; readonly indexed: Counts }> {
  const sealed: SealedBy[] = [];
  const indexed: SealedBy[] = [];
  for (const column of SEALED_COLUMNS) {
    sealed.push(...(await sealedBy(db, column)));
    indexed.push(...(await indexedBy(db, column)));
  }
  return { sealed: summed(sealed), indexed: summed(indexed) };
}

function summed(counts: readonly SealedBy[]): Counts {
  const sums: Record<string, number> = {};
  for (const { key, rows } of counts) sums[key] = (sums[key] ?? 0) + Number(rows);
  return sums;
}

const nameOf = (key: Uint8Array): string => keyId(key).toString("hex");

const report = (keys: Keyring, counts: Counts, what: string): string =>
  [
    what,
    ...Object.entries(counts).map(
      ([key, rows]) =>
        `${key === "none" ? "sealed before keys had numbers" : `sealed by key ${key}`}${key === nameOf(keys.current) ? " (current)" : ""}: ${rows}`,
    ),
  ].join("\n");
