import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Config, describeProblems, readConfig } from "#runtime/config";
import { startPostgres } from "#runtime/postgres";

/** Every table that `ledger verify` reads. */
export const EXPORTED = [
  "ledger.account",
  "ledger.posting",
  "ledger.entry",
  "seals.key",
  "seals.block",
  "escrow.event",
  "audit.entry",
] as const;

/**
 * Writes the tables as PostgreSQL's COPY has them, each into a file that psql loads and `ledger verify` reads. All of them are as they
 * were at one moment. Answers how many rows it wrote.
 */
export async function exportLedger(url: string, folder: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: "-c TimeZone=UTC" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    const rows = await exportTables(client, folder);
    await client.query("commit");
    return rows;
  } finally {
    await client.end();
  }
}

/** The same over a connection, in the transaction that is open there. */
export async function exportTables(client: pg.Client, folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  let rows = 0;
  for (const table of EXPORTED) rows += await exportTable(client, table, join(folder, `${table}.sql`));
  return rows;
}

async function exportTable(client: pg.Client, table: string, file: string): Promise<number> {
  const { rows } = await client.query<{ columns: string }>(
    "select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped",
    [table],
  );
  const columns = rows[0]?.columns ?? "";
  const descriptor = openSync(file, "w");
  try {
    writeSync(descriptor, `COPY ${table} (${columns}) FROM stdin;\n`);
    const copied = await copyOut(client, `copy ${table} (${columns}) to stdout`, descriptor);
    writeSync(descriptor, "\\.\n");
    return copied;
  } finally {
    closeSync(descriptor);
  }
}

const A_WRITE = 1024 * 1024;

/** The part of PostgreSQL's protocol that `pg` leaves to others: the rows of a COPY come as bytes. Answers how many there were. */
function copyOut(client: pg.Client, text: string, descriptor: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    // The bytes handed over are a view that the next message overwrites.
    const waiting = Buffer.allocUnsafe(A_WRITE);
    let length = 0;
    const flush = (): void => {
      writeSync(descriptor, waiting, 0, length);
      length = 0;
    };
    const copy = {
      submit: (connection: { readonly query: (text: string) => void }) => connection.query(text),
      handleCopyData({ chunk }: { readonly chunk: Uint8Array }) {
        rows += 1;
        if (length + chunk.length > A_WRITE) flush();
        if (chunk.length > A_WRITE) writeSync(descriptor, chunk);
        else {
          waiting.set(chunk, length);
          length += chunk.length;
        }
      },
      handleCommandComplete: flush,
      handleReadyForQuery: () => resolve(rows),
      handleError: (error: Error) => reject(error),
    };
    // The types of pg know no object of one's own that is submitted; the client takes any that has `submit`.
    client.query(copy as unknown as pg.Submittable);
  });
}

/** Writes a folder that `ledger verify` reads, for machines without pg_dump. */
export const ledgerExport = {
  summary: "write the sealed tables into a folder: ledger export FOLDER",
  async run(args: readonly string[]): Promise<number> {
    const [folder] = args.filter((arg) => !arg.startsWith("--"));
    if (folder === undefined) return complain("usage: ledger export FOLDER [--json]");
    const config = readConfig(process.env);
    if (!config.ok) return complain(describeProblems(config.error));
    const rows = await withAddress(config.value, (url) => exportLedger(url, folder));
    process.stdout.write(
      args.includes("--json") ? `${JSON.stringify({ folder, rows })}\n` : `${rows} rows in ${folder}\n`,
    );
    return 0;
  },
};

/** The address of the configured database, or of the installed one, which is started when it does not run. */
export async function withAddress<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  if (config.database) return await work(config.database.appUrl.reveal());
  const postgres = await startPostgres({ home: join(config.dataFolder, "postgres"), database: "amana" });
  try {
    return await work(postgres.appUrl);
  } finally {
    await postgres.stop();
  }
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}
