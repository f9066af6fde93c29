import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly sha256: string;
  /** Whether code from before it cannot work with the schema after it. */
  readonly breaking: boolean;
  readonly sql: string;
};

const NAME = /^(\d{4})-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/;
const BREAKING = /^--\s*breaking\b/;
const ENDS_TRANSACTION = /^\s*(?:begin|start\s+transaction|commit|rollback)\s*;/im;

/** Reads a folder's migrations in order. Throws when a name, the numbering or a file breaks the rules. */
export function readMigrations(directory: string): Migration[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  return names.map((name, index) => {
    const version = Number(NAME.exec(name)?.[1]);
    if (Number.isNaN(version)) throw new Error(`Migration ${name}: the name must look like 0001-what.sql.`);
    if (version !== index + 1)
      throw new Error(
        `Migration ${name}: number ${String(index + 1).padStart(4, "0")} was expected here; numbers have no gaps and none comes twice.`,
      );
    return readMigration(directory, name, version);
  });
}

function readMigration(directory: string, name: string, version: number): Migration {
  // A checkout on another system may have other line ends, and is still the same migration.
  const sql = readFileSync(join(directory, name), "utf8").replaceAll("\r\n", "\n");
  if (ENDS_TRANSACTION.test(withoutBodies(sql)))
    throw new Error(`Migration ${name}: it runs inside one transaction and must not begin or end one itself.`);
  const header = sql.split("\n").slice(
    0,
    Math.max(
      0,
      sql.split("\n").findIndex((line) => !line.startsWith("--")),
    ),
  );
  return {
    version,
    name,
    sha256: createHash("sha256").update(sql).digest("hex"),
    breaking: header.some((line) => BREAKING.test(line)),
    sql,
  };
}

/** A procedure's body may say `commit;` without ending ours. */
const withoutBodies = (sql: string): string => sql.replace(/(\$\w*\$)[\s\S]*?\1/g, "''");
