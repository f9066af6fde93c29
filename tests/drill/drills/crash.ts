import { connect } from "../../../server/runtime/database/index.ts";
import { allRight } from "../books.ts";
import { asDisposable, type Cluster } from "../cluster.ts";
import type { Drill } from "../drill-form.ts";
import { since } from "../drill-form.ts";
import { type Done, giveAgain, type Load, startLoad } from "../load.ts";

/** The database dies in the middle of work, again and again, by kill and by immediate stop. */
export const crash: Drill = {
  name: "crash recovery",
  rule: "case 61: a database that dies under load comes back with everything it acknowledged",
  async hold(ground) {
    const cluster = await ground.newCluster("crash");
    const rounds = Math.max(2, Math.min(30, Math.round(ground.commands / 350)));
    const acknowledged: Done[] = [];
    const recovery: number[] = [];
    let unsure = 0;
    await cluster.start();
    for (let round = 0; round < rounds; round++) {
      await using db = asDisposable(connect(cluster.appUrl, { connections: 8, connectTimeoutMs: 2_000 }));
      const load = startLoad(db);
      await load.more(Math.ceil(ground.commands / rounds));
      recovery.push(await dieAndReturn(cluster, load, round % 2 === 0));
      await giveAgain(db, load.unsure);
      unsure += load.unsure.length;
      acknowledged.push(...load.acknowledged, ...load.unsure);
    }
    await allRight(cluster.ownerUrl, acknowledged);
    await cluster.stop();
    return {
      deaths: rounds,
      acknowledged: acknowledged.length - unsure,
      unsure,
      "slowest first answer, ms": Math.max(...recovery),
    };
  },
};

/** How long it took from the start to the first answered query. */
async function dieAndReturn(cluster: Cluster, load: Load, byKill: boolean): Promise<number> {
  await (byKill ? cluster.kill() : cluster.stop("immediate"));
  const start = performance.now();
  await cluster.start();
  const took = since(start);
  await load.stop();
  return took;
}
