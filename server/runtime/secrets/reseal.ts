import { type Database, type Queryable, sqlStateOf } from "#runtime/database";
import { blindIndex, indexMark } from "./blind-index.ts";
import type { Keyring } from "./keyring.ts";
import { seal, sealMark, unseal } from "./seal.ts";
import { placeIn, type SealedColumn } from "./sealed-column.ts";

export type Resealed = {
  readonly resealed: number;
  /** Rows whose value opens with none of the keys. */
  readonly unreadable: readonly string[];
  /** Rows that hold the same as another one where that is no longer allowed: sealed anew, and without an index. */
  readonly alike: readonly string[];
};

const MARK_BYTES = 5;
const UNIQUE_VIOLATION = "23505";
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Seals every value of a column under the current key that is not, with its index, a batch a transaction, while others read and write.
 * Stopped anywhere, it goes on where it was when it is called again, because a sealed value itself tells its key.
 */
export async function reseal(db: Database, keys: Keyring, column: SealedColumn, batch = 100): Promise<Resealed> {
  const all = { resealed: 0, unreadable: [] as string[], alike: [] as string[] };
  for (let after = FIRST; ; ) {
    const done = await resealFrom(db, keys, column, after, batch);
    all.resealed += done.resealed;
    all.unreadable.push(...done.unreadable);
    all.alike.push(...done.alike);
    if (done.last === null) return all;
    after = done.last;
  }
}

export type SealedBy = { readonly key: string; readonly rows: bigint };

/** How many values each key sealed, by the key's number; `none` stands for those from before keys had numbers. */
export const sealedBy = (db: Queryable, { table, column }: SealedColumn): Promise<SealedBy[]> =>
  db.query<SealedBy>(
    `select case get_byte(${column}, 0) when 2 then encode(substring(${column} from 2 for 4), 'hex') else 'none' end as key,
            count(*) as rows
       from ${table} group by 1 order by 1`,
  );

/** The same for the index of a column; `none` stands for rows that are not in it. */
export const indexedBy = async (db: Queryable, { table, index }: SealedColumn): Promise<SealedBy[]> =>
  index
    ? await db.query<SealedBy>(
        `select coalesce(encode(substring(${index.column} from 2 for 4), 'hex'), 'none') as key, count(*) as rows
           from ${table} group by 1 order by 1`,
      )
    : [];

type Batch = Resealed & { readonly last: string | null };

/** A row that may not have its index makes its batch go row by row, so that it alone stays without. */
async function resealFrom(
  db: Database,
  keys: Keyring,
  column: SealedColumn,
  after: string,
  batch: number,
): Promise<Batch> {
  try {
    return await db.transaction((tx) => resealBatch(tx, keys, column, { after, batch, indexed: true }));
  } catch (error) {
    if (sqlStateOf(error) !== UNIQUE_VIOLATION) throw error;
    if (batch > 1) return await resealFrom(db, keys, column, after, 1);
    const done = await db.transaction((tx) => resealBatch(tx, keys, column, { after, batch, indexed: false }));
    return { ...done, alike: done.last === null ? [] : [column.rowId(done.last)] };
  }
}

type Row = { id: string; sealed: Buffer; beside: string | null };

async function resealBatch(
  tx: Queryable,
  keys: Keyring,
  column: SealedColumn,
  { after, batch, indexed }: { readonly after: string; readonly batch: number; readonly indexed: boolean },
): Promise<Batch> {
  const rows = await staleRows(tx, keys, column, after, batch);
  const unreadable: string[] = [];
  for (const row of rows) {
    const secret = opened(keys, column, row);
    if (secret === null) unreadable.push(column.rowId(row.id));
    else await writeAnew(tx, keys, column, row, indexed ? secret : { ...secret, index: null });
  }
  return { resealed: rows.length - unreadable.length, unreadable, alike: [], last: rows.at(-1)?.id ?? null };
}

function staleRows(
  tx: Queryable,
  keys: Keyring,
  { table, column, key, index }: SealedColumn,
  after: string,
  batch: number,
): Promise<Row[]> {
  const notIndexed = index
    ? `or ${index.column} is null or substring(${index.column} from 1 for ${MARK_BYTES}) <> $4`
    : "and $4::bytea is not null";
  return tx.query<Row>(
    `select ${key} as id, ${column} as sealed, ${index?.beside ?? "null::text"} as beside from ${table}
      where ${key} > $1 and (substring(${column} from 1 for ${MARK_BYTES}) <> $2 ${notIndexed})
      order by ${key} limit $3 for no key update`,
    [after, sealMark(keys.current), batch, indexMark(keys.current)],
  );
}

type Anew = { readonly sealed: Buffer; readonly index: Buffer | null };

/** Null when none of the keys opens it: the others are done all the same. */
function opened(keys: Keyring, column: SealedColumn, { id, sealed, beside }: Row): Anew | null {
  const place = placeIn(column, column.rowId(id));
  try {
    const secret = unseal(keys, place, sealed);
    const text = column.index?.textOf(secret, beside ?? "");
    return {
      sealed: seal(keys, place, secret),
      index: text === undefined ? null : blindIndex(keys, column.name, text),
    };
  } catch {
    return null;
  }
}

async function writeAnew(
  tx: Queryable,
  keys: Keyring,
  { table, column, key, index }: SealedColumn,
  { id, sealed: before }: Row,
  { sealed, index: indexed }: Anew,
): Promise<void> {
  const kept = before.subarray(0, MARK_BYTES).equals(sealMark(keys.current)) ? before : sealed;
  if (index)
    await tx.query(`update ${table} set ${column} = $2, ${index.column} = $3 where ${key} = $1`, [id, kept, indexed]);
  else await tx.query(`update ${table} set ${column} = $2 where ${key} = $1`, [id, kept]);
}
