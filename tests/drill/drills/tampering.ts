import { randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { at } from "../../../core/time/index.ts";
import { record } from "../../../server/modules/audit/index.ts";
import { createSealer, headsWriter, publicKeyPem, sealKey } from "../../../server/modules/seals/index.ts";
import { connect } from "../../../server/runtime/database/index.ts";
import { asDisposable, type Cluster } from "../cluster.ts";
import { claim, type Drill } from "../drill-form.ts";
import { at as address, type Ground } from "../ground.ts";
import { startLoad } from "../load.ts";
import { run } from "../programs.ts";
import { TAMPERINGS } from "./tamperings.ts";

const VERIFY = join(import.meta.dirname, "../../../server/entrypoints/cli/ledger-verify.ts");
const PLACES = 5;
const LANES = 3;
const LONG = 5_000;

const Report = Type.Object({
  ok: Type.Boolean(),
  heads: Type.Integer(),
  first: Type.Union([Type.Null(), Type.Object({ kind: Type.String() })]),
});

/** Whoever may do anything to the database changes what was written once; the dump is then checked without a server. */
export const tampering: Drill = {
  name: "tampering",
  rule: "case 117: whatever the owner of the database changes in sealed rows is told from a dump, the public key and the heads outside",
  lacks: () => (existsSync(VERIFY) ? null : "the command `ledger verify` is not there"),
  async hold(ground) {
    const cluster = await ground.newCluster("tampering");
    await cluster.start();
    const evidence = await sealSomething(ground, cluster);
    const verify = async (database: string) => verdictOn(ground, await dumpOf(ground, cluster, database), evidence);
    const good = await verify("amana");
    claim(good.ok && good.heads > 0, `what nobody touched is refused: ${JSON.stringify(good.first)}`);
    const places = ground.commands >= LONG ? PLACES : 1;
    let told = 0;
    const strike = async (what: string, statements: readonly string[]): Promise<void> => {
      const database = `tampered_${randomBytes(4).toString("hex")}`;
      await ground.tool("createdb", ...address(cluster), "--template", "amana", database);
      await tamper(ground, cluster, database, statements);
      const report = await verify(database);
      claim(!report.ok && report.first !== null, `${what} was not told`);
      await ground.tool("dropdb", ...address(cluster), database);
      told++;
    };
    const kinds = Object.entries(TAMPERINGS);
    const strikes = kinds.flatMap(([what, statements]) =>
      Array.from({ length: places }, (_, place) => () => strike(what, statements((place + 1) / (places + 1)))),
    );
    const lanes = Array.from({ length: LANES }, async (_, lane) => {
      for (const [turn, one] of strikes.entries()) if (turn % LANES === lane) await one();
    });
    await Promise.all(lanes);
    return { "kinds of tampering": kinds.length, tampered: strikes.length, told };
  },
};

type Evidence = { readonly heads: string; readonly publicKey: string };

/** Money moves and people act, all of it is sealed, and the heads are copied outside. */
async function sealSomething(ground: Ground, cluster: Cluster): Promise<Evidence> {
  const evidence = { heads: join(ground.folder, "heads.jsonl"), publicKey: join(ground.folder, "seal-key.pem") };
  const key = sealKey(randomBytes(32));
  writeFileSync(evidence.publicKey, publicKeyPem(key.publicKey));
  await using db = asDisposable(connect(cluster.appUrl, { connections: 8 }));
  const clock = { now: () => at(Date.now()) };
  const sealer = createSealer({ db, clock, key });
  // Several blocks in each chain, so that there is a middle to cut out.
  for (let part = 0; part < 4; part++) {
    const load = startLoad(db);
    await load.more(Math.min(150, ground.commands / 4));
    await load.stop();
    for (let n = 0; n < 5; n++)
      await record(db, clock.now(), {
        ...{ actor: "operator", actorId: null, action: "work.stuck", subject: `drill ${part}.${n}` },
        ...{ reason: null, detail: { part } },
      });
    // One step marks what is drawn and seals it once nobody writes any more.
    while ((await sealer.step()) > 0);
  }
  await headsWriter(db, evidence.heads).copy();
  return evidence;
}

/** As the superuser, with every trigger asleep. */
async function tamper(ground: Ground, cluster: Cluster, database: string, statements: readonly string[]) {
  const commands = ["set session_replication_role = replica", ...statements].flatMap((one) => ["-c", one]);
  const said = await ground.tool("psql", ...address(cluster), "-v", "ON_ERROR_STOP=1", ...commands, database);
  const touched = said.match(/(?:UPDATE|DELETE|INSERT 0) [1-9]/g)?.length ?? 0;
  claim(touched >= statements.length, `a tampering touched nothing: ${statements.join("; ")}: ${said}`);
}

async function dumpOf(ground: Ground, cluster: Cluster, database: string): Promise<string> {
  const file = join(ground.folder, "tampering", `${database}.sql`);
  await ground.tool("pg_dump", ...address(cluster), "--file", file, database);
  return file;
}

async function verdictOn(ground: Ground, dump: string, { heads, publicKey }: Evidence) {
  const args = ["--dump", dump, "--heads", heads, "--public-key", publicKey, "--json"];
  const { code, output } = await run(process.execPath, [VERIFY, ...args], { cwd: ground.folder });
  claim(code === 0 || code === 1, `ledger verify could not check: ${output}`);
  const parsed: unknown = JSON.parse(output.trim().split("\n").at(-1) ?? "");
  return Value.Parse(Report, parsed);
}
