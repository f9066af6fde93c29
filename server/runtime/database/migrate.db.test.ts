import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { migrate, schemaDump } from "./index.ts";

let database: TestDatabase;
let directory: string;
beforeEach(async () => {
  database = await emptyDatabase();
  directory = mkdtempSync(join(tmpdir(), "amana-migrations-"));
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  await database.drop();
});

const write = (name: string, sql: string): void => writeFileSync(join(directory, name), sql);
const run = () => migrate({ ownerUrl: database.ownerUrl, directory });
const tables = async (): Promise<string[]> =>
  (
    await database.owner.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    )
  ).map(({ name }) => name);

describe("migrations", () => {
  test("are applied in order, once", async () => {
    write("0001-one.sql", "create table one (n int);");
    write("0002-two.sql", "alter table one rename to two;");
    expect(await run()).toEqual({ applied: ["0001-one.sql", "0002-two.sql"], version: 2 });
    write("0003-three.sql", "create table three ();");
    expect(await run()).toEqual({ applied: ["0003-three.sql"], version: 3 });
    expect(await run()).toEqual({ applied: [], version: 3 });
    expect(await tables()).toEqual(["three", "two"]);
  });

  test("run by many processes at once are applied once each, and all go on", async () => {
    write("0001-one.sql", "create table one (n int); insert into one select generate_series(1, 10000);");
    write("0002-two.sql", "insert into one values (0);");
    const runs = await Promise.all(Array.from({ length: 10 }, run));
    expect(runs.flatMap(({ applied }) => applied).sort()).toEqual(["0001-one.sql", "0002-two.sql"]);
    expect(runs.map(({ version }) => version)).toEqual(Array(10).fill(2));
    expect(await database.owner.one("select count(*)::int as n from one")).toEqual({ n: 10_001 });
  });

  test("that fail leave nothing of themselves, keep those before them, and say where", async () => {
    write("0001-one.sql", "create table one ();");
    write("0002-two.sql", "create table two ();\n\ncreate table one ();\n");
    await expect(run()).rejects.toThrow(/Migration 0002-two\.sql failed.*relation "one" already exists/);
    write("0002-two.sql", "create table two ();\n\nselect nothing from two;\n");
    await expect(run()).rejects.toThrow(/Migration 0002-two\.sql failed at line 3/);
    expect(await tables()).toEqual(["one"]);
    write("0002-two.sql", "create table two ();");
    expect((await run()).applied).toEqual(["0002-two.sql"]);
  });

  test("may not be changed once applied; line ends do not count as a change", async () => {
    write("0001-one.sql", "create table one (n int);\n");
    await run();
    write("0001-one.sql", "create table one (n int);\r\n");
    await run();
    appendFileSync(join(directory, "0001-one.sql"), "-- and more\n");
    await expect(run()).rejects.toThrow(/0001-one\.sql was changed after it had been applied/);
  });

  test.each([
    ["a gap", ["0001-one.sql", "0003-three.sql"], /number 0002 was expected/],
    ["a number twice", ["0001-one.sql", "0001-other.sql"], /none comes twice/],
    ["a name that says nothing of its order", ["0001-one.sql", "fix.sql"], /must look like/],
  ])("with %s are refused before anything runs", async (_, names, message) => {
    for (const name of names) write(name, "create table t ();");
    await expect(run()).rejects.toThrow(message);
    expect(await tables()).toEqual([]);
  });

  test("may not end their own transaction, but a procedure's body may say commit", async () => {
    write("0001-one.sql", "create table one ();\ncommit;\ncreate table two ();");
    await expect(run()).rejects.toThrow(/must not begin or end one itself/);
    write("0001-one.sql", "create procedure p() language plpgsql as $$\nbegin\n  commit;\nend $$;");
    expect((await run()).applied).toEqual(["0001-one.sql"]);
  });
});

describe("a schema that is newer than the code", () => {
  beforeEach(() => write("0001-one.sql", "create table one ();"));

  test("is tolerated when the newer migrations break nothing", async () => {
    write("0002-two.sql", "-- Adds a table.\ncreate table two ();");
    await run();
    rmSync(join(directory, "0002-two.sql"));
    expect(await run()).toEqual({ applied: [], version: 2 });
  });

  test("is refused when one of them says breaking in its header", async () => {
    write("0002-two.sql", "-- Takes a table away.\n-- breaking: one is gone\ndrop table one;");
    write("0003-three.sql", "create table three ();\n-- breaking is only a header's word");
    await run();
    rmSync(join(directory, "0003-three.sql"));
    expect(await run()).toMatchObject({ version: 3 });
    rmSync(join(directory, "0002-two.sql"));
    await expect(run()).rejects.toThrow(/newer, breaking migration 0002-two\.sql/);
  });
});

describe("a login of another name", () => {
  test("needs an administrator to make it a member of the application's role, and the message says how", async () => {
    write("0001-one.sql", "create table one ();");
    const appUrl = database.appUrl.replace("amana_app", "shop");
    await expect(migrate({ ownerUrl: database.ownerUrl, appUrl, directory })).rejects.toThrow(
      /may not run "grant amana_app to "shop""/,
    );
    await expect(migrate({ ownerUrl: database.ownerUrl, appUrl: database.appUrl, directory })).resolves.toMatchObject({
      version: 1,
    });
  });
});

describe("the schema as text", () => {
  const SCHEMA = `
    create schema shop;
    create domain shop.share as int not null check (value between 0 and 10000);
    create type shop.size as enum ('small', 'large');
    create sequence shop.number start 5;
    create table shop.item (
      id bigint generated always as identity primary key, name text not null default 'a', double int generated always as (length(name) * 2) stored,
      size shop.size, share shop.share, unique (name), check (length(name) < 10)) with (fillfactor = 80);
    create index on shop.item (size) where size = 'small';
    create function shop.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger once before update on shop.item for each row execute function shop.refuse();
    grant usage on schema shop to amana_app;
    grant select, update (name) on shop.item to amana_app;
    revoke execute on function shop.refuse from public;`;

  test("tells everything that matters and nothing that differs between two databases", async () => {
    write("0001-shop.sql", SCHEMA);
    await run();
    const other = await emptyDatabase();
    await other.owner.query("create table later ()");
    await other.owner.query("drop table later");
    await migrate({ ownerUrl: other.ownerUrl, directory });
    const dump = await schemaDump(database.ownerUrl);
    expect(dump).toBe(await schemaDump(other.ownerUrl));
    await other.drop();
    for (const line of [
      "create schema shop;",
      "create domain shop.share as integer not null constraint share_check CHECK (((VALUE >= 0) AND (VALUE <= 10000)));",
      "create type shop.size as enum ('small', 'large');",
      "create sequence shop.number as bigint start 5 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1;",
      "  id bigint generated always as identity not null,",
      "  name text default 'a'::text not null,",
      "  double integer generated always as ((length(name) * 2)) stored,",
      ") with (fillfactor=80);",
      "alter table shop.item add constraint item_name_key UNIQUE (name);",
      "CREATE INDEX item_size_idx ON shop.item USING btree (size) WHERE (size = 'small'::shop.size);",
      "AS $function$ begin raise exception 'no'; end $function$",
      "CREATE TRIGGER once BEFORE UPDATE ON shop.item FOR EACH ROW EXECUTE FUNCTION shop.refuse();",
      "grant usage on schema shop to amana_app;",
      "grant select on table shop.item to amana_app;",
      "grant update on table shop.item column name to amana_app;",
    ]) {
      expect(dump.split("\n")).toContain(line);
    }
    expect(dump).not.toContain("function shop.refuse() to public");
    expect(dump).not.toMatch(/test_[0-9a-f]{12}/);
  });

  test.each([
    ["a column", "alter table shop.item add note text"],
    ["a default", "alter table shop.item alter name set default 'b'"],
    ["a constraint", "alter table shop.item drop constraint item_name_key"],
    [
      "a function's body",
      "create or replace function shop.refuse() returns trigger language plpgsql as $$ begin return null; end $$",
    ],
    ["a switched-off trigger", "alter table shop.item disable trigger once"],
    ["a grant", "grant delete on shop.item to amana_app"],
    ["what everybody may do", "grant execute on function shop.refuse to public"],
  ])("changes with %s", async (_, statement) => {
    write("0001-shop.sql", SCHEMA);
    await run();
    const before = await schemaDump(database.ownerUrl);
    await database.owner.query(statement);
    expect(await schemaDump(database.ownerUrl)).not.toBe(before);
  });
});

test("the migrations of the repository apply, and the application reads what it may and no more", async () => {
  const cloned = await testDatabase();
  expect(await cloned.owner.one("select count(*)::int > 0 as some from migration.applied")).toEqual({ some: true });
  await expect(cloned.app.query("select from migration.applied")).rejects.toThrow(/permission denied/);
  await cloned.drop();
});
