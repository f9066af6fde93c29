import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { emptyDatabase, type TestDatabase } from "../../../tests/database/index.ts";
import { archiveOf, restoreArchive } from "./index.ts";

let from: TestDatabase;
let to: TestDatabase;
beforeEach(async () => {
  [from, to] = [await emptyDatabase(), await emptyDatabase()];
  for (const { owner } of [from, to]) for (const statement of SCHEMA) await owner.query(statement);
});
afterEach(async () => {
  await from.drop();
  await to.drop();
});

/** Named so that the alphabet is not the order in which rows can be put back. */
const SCHEMA = [
  "create schema shop",
  "create table shop.seller (id uuid primary key, name text not null)",
  `create table shop.article (
     number bigint generated always as identity primary key, seller uuid not null references shop.seller,
     price numeric(30, 4), stock bigint, sealed bytea, tags text[], terms jsonb, since timestamptz,
     words tsvector generated always as (to_tsvector('simple', number::text)) stored)`,
  "create function shop.no() returns trigger language plpgsql as $$ begin raise 'written once'; end $$",
  "create trigger written_once before insert on shop.article for each row execute function shop.no()",
];

const SELLER = "0199aa00-c0de-7000-a000-000000000001";

async function fill({ owner }: TestDatabase): Promise<void> {
  await owner.query("alter table shop.article disable trigger user");
  await owner.query("insert into shop.seller values ($1, $2)", [SELLER, 'Loom\n"and" Thread شركة']);
  await owner.query(
    `insert into shop.article (seller, price, stock, sealed, tags, terms, since)
     select $1, n / 7.0, 9007199254740993 + n, decode(md5(n::text), 'hex'), array['a,b', null, '"'],
            jsonb_build_object('n', 9007199254740993 + n), '2026-03-01T00:00:00.123456Z'::timestamptz + n * interval '1 second'
       from generate_series(1, 1201) n`,
    [SELLER],
  );
  await owner.query("alter table shop.article enable trigger user");
}

const all = ({ owner }: TestDatabase) =>
  owner.query("select a.*::text, s.name from shop.article a join shop.seller s on s.id = a.seller order by number");

describe("an archive", () => {
  test("puts every row back as it was, under silent guards that watch again afterwards", async () => {
    await fill(from);
    await restoreArchive(to.ownerUrl, archiveOf(from.ownerUrl, []));
    const rows = await all(to);
    expect(rows).toHaveLength(1201);
    expect(rows).toEqual(await all(from));
    await expect(to.owner.query("insert into shop.article (seller) values ($1)", [SELLER])).rejects.toThrow("once");
  });

  test("goes on counting where the numbers stood", async () => {
    await fill(from);
    await restoreArchive(to.ownerUrl, archiveOf(from.ownerUrl, []));
    await to.owner.query("alter table shop.article disable trigger user");
    const { number } = await to.owner.one<{ number: bigint }>(
      "insert into shop.article (seller) values ($1) returning number",
      [SELLER],
    );
    expect(number).toBe(1202n);
  });

  test("leaves out the tables that it is told to", async () => {
    await fill(from);
    await restoreArchive(to.ownerUrl, archiveOf(from.ownerUrl, ["shop.article"]));
    expect(await all(to)).toEqual([]);
    expect(await to.owner.query("select name from shop.seller")).toHaveLength(1);
  });

  test("whose rows refer to nothing puts back none of them", async () => {
    await fill(from);
    const lines = archiveOf(from.ownerUrl, ["shop.seller"]);
    await expect(restoreArchive(to.ownerUrl, lines)).rejects.toThrow(/foreign key/);
    expect(await to.owner.query("select number from shop.article")).toEqual([]);
  });
});
