import { setTimeout as pause } from "node:timers/promises";
import { at } from "../../../core/time/index.ts";
import { record } from "../../../server/modules/audit/index.ts";
import { connect, type Database, isDatabaseAway, NotThePrimary } from "../../../server/runtime/database/index.ts";
import { allRight } from "../books.ts";
import { asDisposable, type Cluster } from "../cluster.ts";
import { claim, type Drill, Failed, since } from "../drill-form.ts";
import { giveAgain, startLoad } from "../load.ts";
import { type Switchboard, switchboard } from "../switchboard.ts";
import { isFollowing, pairOf, STANDBY, until } from "./replicas.ts";

/** The primary is killed under load, its synchronous replica takes over, and then the old primary wants to come back. */
export const promotion: Drill = {
  name: "promotion of the synchronous replica",
  rule: "cases 64 and 65: nothing acknowledged is lost, and the old primary acknowledges nothing any more",
  async hold(ground) {
    const { primary, standby } = await pairOf(ground, "promotion", true);
    const lines = await switchboard(primary.port);
    ground.onEnd(lines.close);
    const url = `postgres://amana_app@127.0.0.1:${lines.port}/amana`;
    await using db = asDisposable(connect(url, { connections: 8, connectTimeoutMs: 2_000, primaryOnly: true }));
    const load = startLoad(db);
    await load.more(ground.commands);
    await primary.kill();
    const acknowledged = [...load.acknowledged];
    const start = performance.now();
    await standby.admin("select pg_promote(true, 60)");
    const promoted = since(start);
    const present = await allRight(standby.ownerUrl, acknowledged);

    lines.leadTo(standby.port);
    await load.more(50);
    const resumed = since(start);
    await oldPrimaryIsFenced(primary, lines, standby.port, db);
    await load.stop();
    await giveAgain(db, load.unsure);
    await allRight(standby.ownerUrl, [...load.acknowledged, ...load.unsure]);
    return {
      "acknowledged before the kill": acknowledged.length,
      "of them present after the promotion": present,
      unsure: load.unsure.length,
      "promotion, ms": promoted,
      "50 commands later, ms": resumed,
    };
  },
};

/**
 * It starts, because nobody told it. The application, led back to it, refuses it for its older timeline; whoever does not look at
 * that waits for ever, because without its replica it acknowledges nothing.
 */
async function oldPrimaryIsFenced(old: Cluster, lines: Switchboard, now: number, app: Database): Promise<void> {
  await old.start();
  lines.leadTo(old.port);
  await until(() => isRefused(app), "a refusal of the old primary");
  lines.leadTo(now);
  await until(() => answers(app), "the new primary");

  const careless = connect(old.appUrl, { connections: 2 });
  const load = startLoad(careless, 1);
  await pause(1_000);
  claim(load.acknowledged.length === 0, "the old primary acknowledged a command");
  await old.kill();
  await careless.close();
  await load.stop();
}

const isRefused = (db: Database): Promise<boolean> =>
  db.query("select 1").then(
    () => {
      throw new Failed("the application works with the old primary");
    },
    (error: unknown) => error instanceof NotThePrimary,
  );

const answers = (db: Database): Promise<boolean> =>
  db.query("select 1").then(
    () => true,
    () => false,
  );

/** The replica goes away: money stops, reading goes on; with the replica it goes on by itself. */
export const replicaGone: Drill = {
  name: "synchronous replica gone",
  rule: "case 67: money writes stop rather than be lost, reads go on, and writing resumes with the replica",
  async hold(ground) {
    const { primary, standby } = await pairOf(ground, "gone", true);
    await using db = asDisposable(connect(primary.appUrl, { connections: 16 }));
    const load = startLoad(db, 4);
    await load.more(Math.min(200, ground.commands));
    await standby.stop("immediate");
    await pause(500);
    const before = load.acknowledged.length;
    await pause(1_500);
    claim(load.acknowledged.length === before, "a command was acknowledged without the replica");
    await reads(db);
    await isToldToComeBack(primary);
    const start = performance.now();
    await standby.start();
    await load.more(20);
    const resumed = since(start);
    await load.stop();
    await until(() => isFollowing(primary, "sync"), STANDBY);
    await allRight(primary.ownerUrl, [...load.acknowledged, ...load.unsure]);
    await primary.kill();
    await standby.admin("select pg_promote(true, 60)");
    await allRight(standby.ownerUrl, load.acknowledged);
    return { acknowledged: load.acknowledged.length, "writes resumed after, ms": resumed };
  },
};

/** Whoever asks for a write is told within his limit that it is not known to have happened, and never that it has. */
async function isToldToComeBack(primary: Cluster): Promise<void> {
  await using db = asDisposable(connect(primary.appUrl, { connections: 1, statementTimeoutMs: 500 }));
  const answer = await db
    .transaction((tx) =>
      record(tx, at(Date.now()), {
        ...{ actor: "operator", actorId: null, action: "work.stuck", subject: "drill", reason: null, detail: {} },
      }),
    )
    .then(
      () => null,
      (error: unknown) => error,
    );
  claim(isDatabaseAway(answer), `a write without the replica was answered with ${answer}`);
}

const reads = (db: Database): Promise<unknown> => db.one("select count(*)::int as deals from escrow.deal");
