import pg from "pg";
import { DUMP_SECTIONS } from "./schema-catalog.ts";

/**
 * The whole schema as text, from PostgreSQL's catalogs: extensions, schemas, types, sequences, tables, constraints, indexes,
 * views, functions, triggers, policies, and what each role may do. Two databases with the same schema give the same text on
 * any machine: no oids, times, owners or database names, and order by name. It is for reading and comparing, not for restoring.
 */
export async function schemaDump(ownerUrl: string): Promise<string> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "amana schema dump",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    // An empty search_path makes PostgreSQL write every name with its schema.
    await client.query("begin isolation level repeatable read read only; set local search_path to ''");
    const parts: string[] = [];
    for (const { title, sql } of DUMP_SECTIONS) {
      const { rows } = await client.query<{ line: string }>(sql);
      if (rows.length > 0) parts.push(`-- ${title}\n\n${rows.map(({ line }) => line.trimEnd()).join("\n")}`);
    }
    return `${parts.join("\n\n")}\n`;
  } finally {
    await client.end();
  }
}
