import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

const KNOWN = [
  "pgbench",
  "/usr/lib/postgresql/15/bin/pgbench",
  "/usr/lib/postgresql/16/bin/pgbench",
  "/usr/lib/postgresql/17/bin/pgbench",
];

/** The program of the Debian package `postgresql`; null where it is not installed. */
export const findPgbench = (): string | null =>
  KNOWN.find((path) => spawnSync(path, ["--version"]).status === 0) ?? null;

export type Script = "posting-random" | "posting-hot" | "deal";

/** Transactions a second of one of our scripts, with statements prepared once. */
export async function pgbench(
  program: string,
  ownerUrl: string,
  script: Script,
  {
    clients,
    seconds,
    variables = {},
  }: { clients: number; seconds: number; variables?: Record<string, string | number> },
): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(ownerUrl);
  const settings = Object.entries(variables).flatMap(([name, value]) => ["-D", `${name}=${value}`]);
  const { code, output } = await run(
    program,
    [
      ...[
        "-h",
        hostname,
        "-p",
        port,
        "-U",
        username,
        "-n",
        "-M",
        "prepared",
        "-c",
        String(clients),
        "-j",
        String(Math.min(2, clients)),
      ],
      ...[
        "-T",
        String(Math.max(1, Math.round(seconds))),
        ...settings,
        "-f",
        join(import.meta.dirname, `pgbench/${script}.sql`),
        pathname.slice(1),
      ],
    ],
    { PATH: process.env.PATH ?? "", PGPASSWORD: password },
  );
  const none = /actually processed: 0$/m.test(output);
  const perSecond = none ? 0 : Number(/tps = ([\d.]+)/.exec(output)?.[1]);
  const failed = Number(/number of failed transactions: (\d+)/.exec(output)?.[1] ?? 0);
  if (code !== 0 || Number.isNaN(perSecond) || failed > 0 || /aborted/.test(output))
    throw new Error(`pgbench ${script} with ${clients} clients:\n${output.slice(-2000)}`);
  return perSecond;
}

function run(
  program: string,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.once("error", reject).once("close", (code) => resolve({ code, output }));
  });
}
