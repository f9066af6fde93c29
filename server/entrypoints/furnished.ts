import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { at } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { anybodyThere } from "#modules/identity";
import { beginClock, furnishWaiting } from "#modules/sandbox";
import { SANDBOX_CREDENTIALS } from "#runtime/config";
import { type Archive, connect, type MigrateOptions, migrate, restoreArchive } from "#runtime/database";
import { type Keyring, keyring, reseal } from "#runtime/secrets";
import { SEALED_COLUMNS } from "./sealed-columns.ts";

/** What stands in the archive's `archive.json`: when its history ends, and the newest migration of its rows. */
const About = Type.Object({ at: Type.String(), migration: Type.Integer() });

export type Furnishing = {
  /** The archive's folder. */
  readonly folder: string;
  readonly database: Pick<MigrateOptions, "directory" | "ownerUrl"> & { readonly appUrl: string };
  readonly dataKey: Keyring;
  /** Told as the rows go in, in steps of ten. */
  readonly onProgress?: (percent: number) => void;
};

/**
 * Gives an empty database the archive's history: rows as they stood, brought up to today's schema by the migrations that came since,
 * sealed anew with this sandbox's own key, and listings that wait for staff. A database in which anybody is known is left as it is.
 */
export async function furnishFromArchive(
  { folder, database, dataKey, onProgress = () => {} }: Furnishing,
  now: () => number,
): Promise<void> {
  const { at: end, migration } = Value.Parse(About, JSON.parse(await readFile(join(folder, "archive.json"), "utf8")));
  const { ownerUrl } = database;
  await migrate({ ...database, until: migration });
  const db = connect(ownerUrl, { name: "amana furnish", connections: 1, primaryOnly: true });
  try {
    if (await anybodyThere(db)) return;
    await restoreArchive(ownerUrl, linesOf(join(folder, "rows.gz"), onProgress));
    await migrate(database);
    const keys = keyring(dataKey.current, [
      ...dataKey.others,
      Buffer.from(SANDBOX_CREDENTIALS.archiveDataKey, "base64"),
    ]);
    for (const column of SEALED_COLUMNS) await reseal(db, keys, column);
    await furnishWaiting(db, at(Date.parse(end)));
    await beginClock(db, at(Date.parse(end)) - now());
  } finally {
    await db.close();
  }
}

/** Opened by the first who asks: lines that come before anybody listens are lost. */
async function* linesOf(file: string, onProgress: (percent: number) => void): Archive {
  const { size } = await stat(file);
  const packed = createReadStream(file);
  let told = -1;
  for await (const line of createInterface({
    input: packed.pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const tens = Math.floor((packed.bytesRead * 10) / size);
    if (tens > told) onProgress(tens * 10);
    told = Math.max(told, tens);
    yield line;
  }
}
