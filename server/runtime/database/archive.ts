import pg from "pg";

/** All rows of a database as lines of text, tables after those that they refer to, so that they can be put back in this order. */
export type Archive = AsyncIterable<string>;

/** A batch has two lines, so that its rows are never read as JavaScript's numbers, which are too small for ours. */
type Head =
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly sequence: string; readonly last: string };

type Table = { readonly name: string; readonly columns: readonly string[] };

const ROWS_A_BATCH = 500;

/** Every row but those of the tables left out, and where the sequences stand, as of one moment. */
export async function* archiveOf(ownerUrl: string, without: readonly string[]): Archive {
  const client = await connected(ownerUrl);
  try {
    await client.query("begin isolation level repeatable read read only");
    for (const table of await tablesInOrder(client)) if (!without.includes(table.name)) yield* rowsOf(client, table);
    const { rows } = await client.query<{ sequence: string; last: string }>(
      `select format('%I.%I', schemaname, sequencename) as sequence, last_value::text as last
         from pg_sequences where last_value is not null order by 1`,
    );
    for (const { sequence, last } of rows) yield JSON.stringify({ sequence, last } satisfies Head);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

/**
 * Puts the rows back into an empty schema, in one transaction. Triggers stay silent, since they watch changes and these are none; keys
 * between tables are checked.
 */
export async function restoreArchive(ownerUrl: string, archive: Archive): Promise<void> {
  const client = await connected(ownerUrl);
  try {
    await client.query("begin");
    const tables = await tablesInOrder(client);
    for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
    await putAllBack(client, archive);
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
    await client.query("commit");
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

async function* rowsOf(client: pg.Client, { name, columns }: Table): Archive {
  await client.query(
    `declare archived no scroll cursor for
       select row_to_json(picked)::text as row from (select ${columns.join(", ")} from ${name}) picked`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_A_BATCH} from archived`);
    if (rows.length === 0) break;
    yield JSON.stringify({ table: name, columns } satisfies Head);
    yield `[${rows.map(({ row }) => row).join(",")}]`;
  }
  await client.query("close archived");
}

async function putAllBack(client: pg.Client, archive: Archive): Promise<void> {
  let table: Table | null = null;
  for await (const line of archive) {
    if (table) {
      await putBack(client, table, line);
      table = null;
      continue;
    }
    const head: Head = JSON.parse(line);
    if ("table" in head) table = { name: head.table, columns: head.columns };
    else await client.query("select setval($1, $2)", [head.sequence, head.last]);
  }
}

async function putBack(client: pg.Client, { name, columns }: Table, rows: string): Promise<void> {
  const list = columns.join(", ");
  await client.query(
    `insert into ${name} (${list}) overriding system value
     select ${list} from json_populate_recordset(null::${name}, $1::json)`,
    [rows],
  );
}

/** The tables of our schemas, each after those that it refers to; generated columns are left to be generated. */
async function tablesInOrder(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            (select array_agg(format('%I', attname) order by attnum) from pg_attribute
              where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
            array(select format('%I.%I', m.nspname, f.relname) from pg_constraint k
                    join pg_class f on f.oid = k.confrelid join pg_namespace m on m.oid = f.relnamespace
                   where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'migration')
      order by 1`,
  );
  const placed = new Map<string, Table>();
  while (placed.size < rows.length) {
    const ready = rows.filter(({ name, needs }) => !placed.has(name) && needs.every((other) => placed.has(other)));
    if (ready.length === 0) throw new Error("tables refer to each other in a circle");
    for (const { name, columns } of ready) placed.set(name, { name, columns });
  }
  return [...placed.values()];
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "amana archive",
    options: "-c TimeZone=UTC",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  await client.connect();
  return client;
}
