import { days } from "../../core/time/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import { CommitOutcomeUnknown, connect } from "../../server/runtime/database/index.ts";
import { drain } from "../../server/runtime/work/index.ts";
import { createWorld, type World, workerOf } from "../money/world.ts";
import { command, commandsFor, expectKept } from "./acknowledged.ts";
import type { Cluster } from "./cluster.ts";
import { type Findings, noFindings } from "./findings.ts";
import type { Cut } from "./proxy.ts";
import { bring } from "./stages.ts";
import { closeBooks } from "./verdict.ts";
import type { Given } from "./words.ts";

/** How a command reaches the database: by itself, beside others of its process, or inside a transaction of its caller. */
const ROADS = ["alone", "together", "in a transaction"] as const;
type Road = (typeof ROADS)[number];

/**
 * The connection is cut in the moment of the COMMIT, before the server has heard it and after it has committed. Nobody repeats it
 * blindly: what happened is looked up by the command's own key, and it has happened once.
 */
export async function cutCommits(cluster: Cluster, times: number): Promise<Findings> {
  const findings = noFindings();
  const database = await cluster.database();
  const world = await createWorld(database, { stock: 1_000_000 });
  for (let nth = 0; nth < times; nth++) {
    for (const cut of ["lost", "done"] as const) {
      const road = ROADS[nth % ROADS.length] ?? "alone";
      await cutCommand(world, cluster, database.appUrl, road, cut, findings);
    }
    await cutWork(world, cluster, database.appUrl, nth % 2 === 0 ? "lost" : "done", findings);
  }
  await closeBooks(world, "after all cut commits", findings, days(40));
  await database.drop();
  return findings;
}

async function cutCommand(world: World, { proxy }: Cluster, url: string, road: Road, cut: Cut, findings: Findings) {
  const { commands } = await commandsFor(world, road === "together" ? 4 : 1);
  const db = connect(url, { connections: 3, name: "cut" });
  const plan = proxy.cutNext(cut);
  const told: { key: string; done: boolean }[] = [];
  const given = commands.map(async (one) => {
    const done = await (road === "in a transaction"
      ? db.transaction((tx) => inside(tx, world, one))
      : command(db, world, one));
    told.push({ key: one.key, done });
  });
  const where = `a COMMIT that is ${cut}, the command ${road}`;
  for (const ended of await Promise.allSettled(given))
    if (ended.status === "rejected" && road === "in a transaction" && !(ended.reason instanceof CommitOutcomeUnknown))
      findings.wrong.push(`${where}: ${String(ended.reason)}`);
  if (await passedBy(plan.seen)) findings.cuts += 1;
  else findings.wrong.push(`${where}: no commit was seen`);
  await db.close();
  await expectKept(world, commands, told, where, findings);
}

const inside = async (tx: Parameters<typeof advance>[0], world: World, { deal, name, by, key }: Given) =>
  (await advance(tx, deal, { name, by, at: world.now() }, world.now(), { key })).ok;

const passedBy = (seen: Promise<void>): Promise<boolean> =>
  Promise.race([seen.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);

/** A worker in whose refund one commit after another is cut; the books are asked at the end. */
async function cutWork(world: World, { proxy }: Cluster, url: string, cut: Cut, findings: Findings): Promise<void> {
  await bring(world, "untold", 1);
  const db = connect(url, { connections: 2, name: "cut worker" });
  const work = workerOf(world, { db });
  for (let turns = 0; turns < 12; turns++) {
    const plan = proxy.cutNext(cut);
    await drain(work).catch(() => null);
    if (await passedBy(plan.seen)) findings.cuts += 1;
    proxy.forgetPlans();
    await world.owner.query(
      "update runtime.job set leased_until = now() - interval '1 second' where lease is not null",
    );
    if (!(await waiting(world))) break;
  }
  await db.close();
  await world.settle();
}

const waiting = async ({ owner }: World): Promise<boolean> =>
  (await owner.one<{ some: boolean }>("select exists (select from runtime.outbox) as some")).some;
