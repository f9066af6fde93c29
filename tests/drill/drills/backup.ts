import { appendFileSync, closeSync, openSync, readSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { connect } from "../../../server/runtime/database/index.ts";
import { allRight, wrongs } from "../books.ts";
import { asDisposable, type Cluster, clusterAt, configuration } from "../cluster.ts";
import { claim, type Drill, since } from "../drill-form.ts";
import { at, type Ground, makeFolder } from "../ground.ts";
import { startLoad } from "../load.ts";
import { must, run } from "../programs.ts";
import { makeSignal } from "./replicas.ts";

/** Money rows are deleted by somebody who may do anything; the database is set back to the moment before. */
export const pointInTime: Drill = {
  name: "restore to a point in time",
  rule: "case 68: a backup and the archived WAL give back every command that was acknowledged before the chosen moment",
  async hold(ground) {
    const archive = makeFolder(ground, "archive");
    const cluster = await ground.newCluster("archived", {
      archive_mode: "on",
      archive_command: `test ! -f ${archive}/%f && cp %p ${archive}/%f`,
    });
    await cluster.start();
    await using db = asDisposable(connect(cluster.appUrl, { connections: 8 }));
    const load = startLoad(db);
    await load.more(ground.commands / 2);
    const backup = await backUp(ground, cluster, "archived-backup");
    await load.more(ground.commands / 2);
    await load.stop();
    const [moment] = await cluster.admin<{ at: string }>("select clock_timestamp()::text as at");
    await cluster.admin(
      "alter table escrow.event disable trigger written_once",
      "delete from escrow.event where command = 'confirm_receipt'",
      "delete from escrow.deal where state = 'completed'",
      "select pg_switch_wal()",
    );
    claim((await wrongs(cluster.ownerUrl, load.acknowledged)).length > 0, "the deletion was not noticed");
    await cluster.stop();

    const start = performance.now();
    const restored = await restoreTo(ground, { backup, archive, moment: moment?.at ?? "" });
    const took = since(start);
    const present = await allRight(restored.ownerUrl, load.acknowledged);
    await using again = asDisposable(connect(restored.appUrl, { connections: 8 }));
    const after = startLoad(again);
    await after.more(50);
    await after.stop();
    await allRight(restored.ownerUrl, [...load.acknowledged, ...after.acknowledged]);
    return {
      acknowledged: load.acknowledged.length,
      "of them present after the restore": present,
      "restore, ms": took,
    };
  },
};

/** A backup into a folder of its own, beside a load that goes on. */
async function backUp(ground: Ground, cluster: Cluster, name: string): Promise<string> {
  const data = makeFolder(ground, `${name}/data`);
  await ground.tool("pg_basebackup", ...at(cluster), "-D", data, "-c", "fast", "-X", "stream", "--no-sync");
  return name;
}

type Restore = { readonly backup: string; readonly archive: string; readonly moment: string };

/** Starts a backup so that it replays the archive up to the moment and then takes writes. */
async function restoreTo(ground: Ground, { backup, archive, moment }: Restore): Promise<Cluster> {
  const cluster = await clusterAt(ground, backup);
  const settings = { restore_command: `cp ${archive}/%f %p`, recovery_target_time: moment, archive_mode: "off" };
  appendFileSync(
    join(cluster.data, "postgresql.auto.conf"),
    configuration({ ...settings, recovery_target_action: "promote" }),
  );
  makeSignal(ground, cluster, "recovery.signal");
  await cluster.start();
  for (const deadline = performance.now() + 60_000; ; ) {
    const [row] = await cluster.admin<{ recovering: boolean }>("select pg_is_in_recovery() as recovering");
    if (row?.recovering === false) return cluster;
    claim(performance.now() < deadline, "the restored database does not leave recovery");
  }
}

/** A backup is damaged in each way in which backups are damaged, and each is told. */
export const damagedBackup: Drill = {
  name: "damaged backup",
  rule: "case 69: a backup with a flipped byte, a shortened file or a missing file is told from a good one",
  async hold(ground) {
    const cluster = await ground.newCluster("damage");
    await cluster.start();
    await using db = asDisposable(connect(cluster.appUrl, { connections: 8 }));
    const load = startLoad(db);
    await load.more(Math.min(500, ground.commands));
    await load.stop();
    const [table] = await cluster.admin<{ path: string }>("select pg_relation_filepath('ledger.entry') as path");
    const file = join("data", table?.path ?? "");
    await backUp(ground, cluster, "damage-backup");
    const verify = (name: string) => run(join(ground.bin, "pg_verifybackup"), [join(ground.folder, name, "data")]);
    claim((await verify("damage-backup")).code === 0, "a good backup is refused");
    const found: string[] = [];
    for (const [what, damage] of Object.entries(DAMAGES)) {
      const name = `damage-${found.length}`;
      await must("cp", ["-a", join(ground.folder, "damage-backup"), join(ground.folder, name)]);
      damage(join(ground.folder, name, file));
      const { code, output } = await verify(name);
      claim(code !== 0 && output.includes(table?.path ?? "?"), `${what} was not told: ${output}`);
      found.push(what);
    }
    await cluster.stop();
    await checksumsTell(ground, cluster, join(cluster.folder, file));
    return { "kinds of damage told": found.length + 1 };
  },
};

const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  "a flipped byte": flipByte,
  "a shortened file": (file) => truncateSync(file, statSync(file).size - 8_192),
  "a missing file": (file) => rmSync(file),
};

/** The same of a data folder without a manifest, as after a copy of disks. */
async function checksumsTell(ground: Ground, { data }: Cluster, file: string): Promise<void> {
  const check = () => run(join(ground.bin, "pg_checksums"), ["--check", "-D", data], { runAs: ground.runAs });
  const good = await check();
  claim(good.code === 0, `pg_checksums refuses a good folder: ${good.output}`);
  flipByte(file);
  const bad = await check();
  claim(bad.code !== 0 && /checksum verification failed/.test(bad.output), "a flipped byte was not told by checksums");
}

function flipByte(file: string): void {
  const opened = openSync(file, "r+");
  // On the first page: one that was never written has no checksum.
  const at = 4_000;
  const byte = Buffer.alloc(1);
  readSync(opened, byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 0x10;
  writeSync(opened, byte, 0, 1, at);
  closeSync(opened);
}
