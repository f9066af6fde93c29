import pg from "pg";
import type { Secrets } from "./secrets.ts";
import { superuserClient } from "./server.ts";

export const OWNER = "amana_owner";
export const APP = "amana_app";

/** Any number will do, as long as nobody else of ours uses it: "aman" in ASCII. */
const STARTING = 0x616d616e;

export type Preparation = {
  readonly port: number;
  readonly secrets: Secrets;
  readonly database: string;
  readonly ownerCreatesDatabases: boolean;
};

/**
 * Makes the two login roles and the database, or finds them. The owner has the schema and runs migrations; the
 * application's role owns nothing and gets its rights from migrations. `meanwhile` runs while no other process prepares.
 */
export async function prepare<T>(
  { port, secrets, database, ownerCreatesDatabases }: Preparation,
  meanwhile: () => T,
): Promise<T> {
  const client = superuserClient(port, secrets.superuser, "postgres");
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [STARTING]);
    await login(client, OWNER, secrets.owner, ownerCreatesDatabases ? "createdb" : "nocreatedb");
    await login(client, APP, secrets.app, "nocreatedb");
    await makeDatabase(client, database);
    return meanwhile();
  } finally {
    await client.end();
  }
}

/** The password is set each time, so that the secret file decides whatever happened to it. */
async function login(
  client: pg.Client,
  role: string,
  password: string,
  databases: "createdb" | "nocreatedb",
): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  await client.query(
    `${rowCount ? "alter" : "create"} role ${role} login nosuperuser nocreaterole noreplication nobypassrls ${databases} password ${pg.escapeLiteral(password)}`,
  );
}

async function makeDatabase(client: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  const { rowCount } = await client.query("select from pg_database where datname = $1", [database]);
  if (!rowCount) await client.query(`create database ${name} owner ${OWNER}`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${APP}`);
  await client.query("revoke all on database postgres, template1 from public");
}
