import pg from "pg";
import { sqlStateOf } from "./errors.ts";
import { type Migration, readMigrations } from "./migration-files.ts";

export type MigrateOptions = {
  readonly ownerUrl: string;
  /** Forward-only files `0001-what.sql`; a header line `-- breaking` marks those that older code cannot work with. */
  readonly directory: string;
  /** The application's login, when it is not the role `amana_app` itself: it is made a member of that role. */
  readonly appUrl?: string;
  /** Stops after the migration of this number. */
  readonly until?: number;
  readonly log?: (line: string) => void;
};

export type Migrated = { readonly applied: readonly string[]; readonly version: number };

type Recorded = { version: number; name: string; sha256: string; breaking: boolean };

/**
 * Brings the schema up to the folder's newest version. Any number of processes may do so at once. Throws with a sentence for
 * the operator when an applied file was changed, or the schema is newer than this code can work with.
 */
export async function migrate({
  ownerUrl,
  directory,
  appUrl,
  until = Number.POSITIVE_INFINITY,
  log = () => {},
}: MigrateOptions): Promise<Migrated> {
  const migrations = readMigrations(directory);
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "amana migrate",
    options: "-c TimeZone=UTC",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await makeRecord(client);
    if (appUrl) await admitLogin(client, new URL(appUrl).username);
    const recorded = await readRecord(client);
    compare(migrations, recorded, log);
    const applied: string[] = [];
    for (const migration of migrations.slice(recorded.length, until)) {
      if ((await apply(client, migration)) === "applied") {
        applied.push(migration.name);
        log(`migration ${migration.name} applied`);
      }
    }
    return { applied, version: Math.max(recorded.length, Math.min(migrations.length, until)) };
  } finally {
    await client.end().catch(() => {});
  }
}

/** unique_violation, duplicate_schema, duplicate_table, duplicate_object: another process was first. */
const MADE_MEANWHILE = ["23505", "42P06", "42P07", "42710"];

/** `if not exists` is no protection against another process that makes it at the same moment. */
async function makeRecord(client: pg.Client): Promise<void> {
  for (;;) {
    try {
      await client.query(
        `create schema if not exists migration;
         create table if not exists migration.applied (
           version integer primary key check (version > 0),
           name text not null,
           sha256 text not null,
           breaking boolean not null,
           applied_at timestamptz not null default now()
         )`,
      );
      return;
    } catch (error) {
      if (!MADE_MEANWHILE.includes(sqlStateOf(error) ?? "")) throw error;
    }
  }
}

/** Migrations grant to the role `amana_app`; a login of another name gets those rights as a member. */
async function admitLogin(client: pg.Client, user: string): Promise<void> {
  const { rows } = await client.query<{ missing: boolean; admitted: boolean }>(
    `select not exists (select from pg_roles where rolname = 'amana_app') as missing,
            $1 in ('', 'amana_app', current_user::text) or exists (
              select from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles u on u.oid = m.member
               where g.rolname = 'amana_app' and u.rolname = $1) as admitted`,
    [decodeURIComponent(user)],
  );
  const login = pg.escapeIdentifier(decodeURIComponent(user));
  const wanted = [
    ...(rows[0]?.missing ? ["create role amana_app nologin"] : []),
    ...(rows[0]?.admitted ? [] : [`grant amana_app to ${login}`]),
  ];
  for (const statement of wanted) {
    await client.query(statement).catch((cause: unknown) => {
      if (MADE_MEANWHILE.includes(sqlStateOf(cause) ?? "")) return;
      throw new Error(`The database owner may not run "${statement}": run it once as an administrator.`, { cause });
    });
  }
}

async function readRecord(client: pg.Client): Promise<Recorded[]> {
  return (
    await client.query<Recorded>("select version, name, sha256, breaking from migration.applied order by version")
  ).rows;
}

function compare(migrations: readonly Migration[], recorded: readonly Recorded[], log: (line: string) => void): void {
  for (const [index, row] of recorded.entries()) {
    if (row.version !== index + 1)
      throw new Error(
        `The database has migration ${row.name} but none with number ${index + 1}: restore the table migration.applied.`,
      );
    const migration = migrations[index];
    if (migration) sameFile(migration, row);
    else if (row.breaking)
      throw new Error(
        `The database has the newer, breaking migration ${row.name}: start the version of Amana that brought it, or a later one.`,
      );
    else log(`the database has the newer migration ${row.name}, which this version can work with`);
  }
}

function sameFile(migration: Migration, row: Pick<Recorded, "name" | "sha256">): void {
  if (migration.sha256 === row.sha256) return;
  throw new Error(
    `Migration ${migration.name} was changed after it had been applied${row.name === migration.name ? "" : ` as ${row.name}`}: put the file back, and write a new migration for the change.`,
  );
}

/**
 * The version row goes in first: of two processes, the second waits at its primary key until the first has committed, and
 * then goes on. When the first rolled back, the second applies the migration itself.
 */
async function apply(client: pg.Client, migration: Migration): Promise<"applied" | "found"> {
  await client.query("begin");
  try {
    const { rowCount } = await client.query(
      "insert into migration.applied (version, name, sha256, breaking) values ($1, $2, $3, $4) on conflict do nothing",
      [migration.version, migration.name, migration.sha256, migration.breaking],
    );
    if (rowCount) await client.query(migration.sql);
    await client.query("commit");
    if (rowCount) return "applied";
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new Error(
      `Migration ${migration.name} failed${lineOf(error, migration.sql)}: ${error instanceof Error ? error.message : error}. Nothing of it was kept.`,
      { cause: error },
    );
  }
  const recorded = (await readRecord(client))[migration.version - 1];
  if (recorded) sameFile(migration, recorded);
  return "found";
}

function lineOf(error: unknown, sql: string): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  return Number.isNaN(position) ? "" : ` at line ${sql.slice(0, position).split("\n").length}`;
}
