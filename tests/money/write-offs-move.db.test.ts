import { copyFile, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shardOf, uuidOf } from "../../core/ids/index.ts";
import { at } from "../../core/time/index.ts";
import { migrate } from "../../server/runtime/database/index.ts";
import { newIdBeside, newRootId } from "../../server/runtime/ids/index.ts";
import { emptyDatabase } from "../database/index.ts";

const MIGRATIONS = join(import.meta.dirname, "../../server/database/migrations");
const COMPANIES = "0017-companies.sql";
const NOW = at(Date.UTC(2026, 2, 2, 9));

test("case 41: debts that were asked to be given up before the upgrade wait among the approvals, with their authors", async () => {
  const database = await emptyDatabase();
  const directory = await mkdtemp(join(tmpdir(), "amana-migrations-"));
  try {
    const { ownerUrl, appUrl, owner } = database;
    for (const file of await readdir(MIGRATIONS))
      if (file < COMPANIES) await copyFile(join(MIGRATIONS, file), join(directory, file));
    await migrate({ ownerUrl, appUrl, directory });
    const [debtor, asker, approver] = [newRootId("user", NOW), newRootId("user", NOW), newRootId("user", NOW)];
    const [open, done] = [newIdBeside("writeOff", NOW, debtor), newIdBeside("writeOff", NOW, debtor)];
    for (const [id, by] of [
      [open, null],
      [done, approver],
    ] as const)
      await owner.query(
        `insert into payouts.write_off (shard, id, user_id, currency, amount, reason, asked_by, asked_at, approved_by, approved_at)
         values ($1, $2, $3, 'INR', 400, 'The shop has closed', $4, now(), $5, case when $5::uuid is null then null else now() end)`,
        [shardOf(id), uuidOf(id), uuidOf(debtor), uuidOf(asker), by && uuidOf(by)],
      );
    await copyFile(join(MIGRATIONS, COMPANIES), join(directory, COMPANIES));
    await migrate({ ownerUrl, appUrl, directory });
    const moved = await owner.query(
      `select replace(id::text, '-', '') as id, kind, subject, state, content, authors = array[$1::uuid] as by_asker, concerned = array[$2::uuid] as of_debtor
         from approvals.proposal order by state desc`,
      [uuidOf(asker), uuidOf(debtor)],
    );
    const same = {
      ...{ kind: "write_off", subject: debtor, by_asker: true, of_debtor: true },
      content: { amount: { amount: 400, currency: "INR" } },
    };
    expect(moved).toEqual([
      { ...same, id: uuidOf(open), state: "waiting" },
      { ...same, id: uuidOf(done), state: "approved" },
    ]);
    expect(await owner.query("select version from approvals.version")).toEqual([{ version: 1 }, { version: 1 }]);
  } finally {
    await database.drop();
    await rm(directory, { recursive: true, force: true });
  }
});
