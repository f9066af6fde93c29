import { connect } from "../../../server/runtime/database/index.ts";
import { allRight } from "../books.ts";
import { asDisposable } from "../cluster.ts";
import { claim, type Drill } from "../drill-form.ts";
import { giveAgain, startLoad } from "../load.ts";
import { run } from "../programs.ts";
import { until } from "./replicas.ts";

/** Every so many of a process's calls, the disk does not take what it was given. */
const FAILING = "fdatasync:error=EIO:when=60+60";
const STRACE = ["strace", "-D", "-f", "-q", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", `inject=${FAILING}`];

/** The disk under the WAL reports input/output errors now and then. */
export const brokenDisk: Drill = {
  name: "fsync reports an error",
  rule: "case 71: a commit whose WAL the disk did not take is not acknowledged, and the database recovers what it had promised",
  lacks: tracingIsRefused,
  async hold(ground) {
    const cluster = await ground.newCluster("broken-disk");
    await cluster.start(STRACE);
    await using db = asDisposable(connect(cluster.appUrl, { connections: 8, connectTimeoutMs: 2_000 }));
    const load = startLoad(db);
    const panics = () => cluster.logged().split("PANIC:").length - 1;
    await until(async () => panics() > 0, "an error of the disk");
    await cluster.stop("immediate");
    claim(/Input\/output error/.test(cluster.logged()), "the server did not see the error of the disk");
    await cluster.start();
    await load.stop();
    const present = await allRight(cluster.ownerUrl, load.acknowledged);
    await giveAgain(db, load.unsure);
    await allRight(cluster.ownerUrl, [...load.acknowledged, ...load.unsure]);
    return { "acknowledged and present": present, unsure: load.unsure.length, panics: panics() };
  },
};

/** A tracer makes the system call fail: libfiu cannot, because its names clash with PostgreSQL's own. */
async function tracingIsRefused(): Promise<string | null> {
  const [program = "", ...args] = STRACE;
  const { code, output } = await run(program, [...args, "true"]).catch(() => ({ code: null, output: "" }));
  if (code === null) return "strace is missing (Debian: strace)";
  return code === 0 ? null : `strace may not trace here: ${output.trim()}`;
}
