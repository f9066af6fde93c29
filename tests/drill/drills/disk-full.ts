import { chownSync, mkdirSync, rmSync, statfsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect } from "../../../server/runtime/database/index.ts";
import { allRight } from "../books.ts";
import { asDisposable, type Cluster } from "../cluster.ts";
import { claim, type Drill, type Figures, since } from "../drill-form.ts";
import type { Ground } from "../ground.ts";
import { giveAgain, startLoad } from "../load.ts";
import { must, run } from "../programs.ts";
import { answering, until } from "./replicas.ts";

const TABLES_FULL = { max_wal_size: "64MB", min_wal_size: "32MB" };
/** So that no segment is used again before the disk is full. */
const WAL_FULL = { max_wal_size: "1GB", min_wal_size: "32MB" };
const REFUSED = 30;

/** The disk of the tables, and then the disk of the WAL, runs full in the middle of work. */
export const diskFull: Drill = {
  name: "disk full",
  rule: "case 70: nothing acknowledged is lost, people can read while tables cannot grow, and work goes on once there is room",
  lacks: mountIsRefused,
  async hold(ground) {
    const data = await tablesFull(ground);
    const wal = await walFull(ground);
    return { ...data, ...wal };
  },
};

async function tablesFull(ground: Ground): Promise<Figures> {
  const cluster = await ground.newCluster("full-tables", TABLES_FULL);
  const wal = join(cluster.folder, "wal");
  await must("mv", [join(cluster.data, "pg_wal"), wal]);
  const disk = await moveToSmallDisk(ground, cluster.data, "128m");
  symlinkSync(wal, join(disk, "pg_wal"));
  await cluster.start();
  await using db = asDisposable(connect(cluster.appUrl, { connections: 8 }));
  const load = startLoad(db);
  await load.more(Math.min(300, ground.commands));
  const room = fill(disk);
  await until(async () => load.unsure.length >= REFUSED, "the full disk");
  await db.one("select count(*)::int as deals from escrow.deal");
  claim(cluster.isRunning(), "the server did not survive a full disk of tables");
  room();
  const start = performance.now();
  await load.more(100);
  const took = since(start);
  await load.stop();
  await giveAgain(db, load.unsure);
  const present = await allRight(cluster.ownerUrl, [...load.acknowledged, ...load.unsure]);
  await cluster.stop();
  return {
    "tables: commands present": present,
    "tables: refused": load.unsure.length,
    "tables: 100 more after, ms": took,
  };
}

async function walFull(ground: Ground): Promise<Figures> {
  const cluster = await ground.newCluster("full-wal", WAL_FULL);
  const disk = await moveToSmallDisk(ground, join(cluster.data, "pg_wal"), "96m");
  await cluster.start();
  await using db = asDisposable(connect(cluster.appUrl, { connections: 8, connectTimeoutMs: 2_000 }));
  const load = startLoad(db);
  await load.more(Math.min(300, ground.commands));
  const room = fill(disk);
  await until(async () => {
    // Each switch takes a new segment, as an hour of work would.
    await cluster.admin("select pg_switch_wal()").catch(() => {});
    return load.unsure.length >= REFUSED;
  }, "the full disk");
  await pause(300);
  room();
  const start = performance.now();
  const restarted = await comesBack(cluster);
  await load.more(100);
  const took = since(start);
  await load.stop();
  await giveAgain(db, load.unsure);
  const present = await allRight(cluster.ownerUrl, [...load.acknowledged, ...load.unsure]);
  await cluster.stop();
  return {
    "WAL: commands present": present,
    "WAL: refused": load.unsure.length,
    "WAL: 100 more after, ms": took,
    "WAL: server came back": restarted,
  };
}

/** A server that gave up is started again, as whoever supervises it does. */
async function comesBack(cluster: Cluster): Promise<string> {
  try {
    await answering(cluster.appUrl, 5_000);
    return "by itself";
  } catch {
    claim(!cluster.isRunning(), "the server runs and does not answer");
    await cluster.start();
    return "when it was started again";
  }
}

/** Puts a folder of a stopped cluster onto a disk of its own. */
async function moveToSmallDisk(ground: Ground, folder: string, size: string): Promise<string> {
  const aside = `${folder}.aside`;
  await must("mv", [folder, aside]);
  mkdirSync(folder);
  await must("mount", ["-t", "tmpfs", "-o", `size=${size},mode=700`, "tmpfs", folder]);
  ground.onEnd(() => must("umount", ["--lazy", folder]));
  await must("cp", ["-a", `${aside}/.`, folder]);
  if (ground.runAs) chownSync(folder, ground.runAs.uid, ground.runAs.gid);
  await must("rm", ["-rf", aside]);
  return folder;
}

/** Takes all room that is left; answers with what gives it back. */
function fill(folder: string): () => void {
  const ballast = join(folder, "ballast");
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 64 * 1024), 1));
  return () => rmSync(ballast);
}

async function mountIsRefused(): Promise<string | null> {
  if (process.getuid?.() !== 0) return "small disks are mounted for it, which needs root";
  const { code } = await run("unshare", ["--mount", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]);
  return code === 0 ? null : "small disks are mounted for it, which this machine does not allow";
}
