import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../server/runtime/database/index.ts";
import { settle, type UserIds } from "../../server/runtime/postgres/place.ts";
import { type Cluster, clusterAt } from "./cluster.ts";
import { must } from "./programs.ts";

/** Where drills are held: a folder of their own, the programs of a PostgreSQL, and somebody without rights to run them as. */
export type Ground = {
  readonly folder: string;
  readonly bin: string;
  readonly runAs: UserIds | null;
  /** How many acknowledged commands a drill should see before it breaks something. */
  readonly commands: number;
  /** Undone in the opposite order, whatever happened. */
  readonly onEnd: (undo: () => Promise<unknown>) => void;
  /** A cluster with our schema, stopped: a copy of one that was made once. */
  readonly newCluster: (name: string, settings?: Readonly<Record<string, string>>) => Promise<Cluster>;
  /** Runs one of PostgreSQL's programs as the server's user. */
  readonly tool: (name: string, ...args: readonly string[]) => Promise<string>;
};

const MIGRATIONS = join(import.meta.dirname, "../../server/database/migrations");

/** Makes the folder and the cluster that all drills copy; `clear` removes everything. */
export async function openGround(bin: string, commands: number): Promise<{ bare: Bare; clear: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "amana-drill-"));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  chmodSync(folder, 0o755);
  const { runAs } = settle(join(folder, "place"));
  if (runAs) chownSync(folder, runAs.uid, runAs.gid);
  const bare = { folder, bin, runAs, commands };
  try {
    await withUndos(bare, makeTemplate);
    return { bare, clear };
  } catch (error) {
    clear();
    throw error;
  }
}

export type Bare = Pick<Ground, "folder" | "bin" | "runAs" | "commands">;

/** Whatever `work` starts on the ground ends with it. */
export async function withUndos<T>(bare: Bare, work: (ground: Ground) => Promise<T>): Promise<T> {
  const { folder, bin, runAs, commands } = bare;
  const undos: (() => Promise<unknown>)[] = [];
  const ground: Ground = {
    ...{ folder, bin, runAs, commands },
    tool: (name, ...args) => must(join(bin, name), args, { runAs, cwd: folder }),
    onEnd: (undo) => void undos.push(undo),
    newCluster: async (name, settings = {}) => {
      await must("mkdir", ["-m", "700", join(folder, name)], { runAs });
      await must("cp", ["-a", join(folder, "template/data"), join(folder, name, "data")], { runAs });
      const cluster = await clusterAt(ground, name);
      cluster.set(settings);
      return cluster;
    },
  };
  try {
    return await work(ground);
  } finally {
    for (const undo of undos.reverse()) await undo().catch(() => {});
  }
}

async function makeTemplate(ground: Ground): Promise<void> {
  const data = makeFolder(ground, "template/data");
  await ground.tool(
    "initdb",
    ...["-D", data, "--username", "postgres", "--auth", "trust", "--data-checksums", "--encoding", "UTF8"],
    ...["--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "und", "--no-sync"],
  );
  const template = await clusterAt(ground, "template");
  await template.start();
  await ground.tool("createuser", ...at(template), "amana_owner");
  await ground.tool("createuser", ...at(template), "amana_app");
  await ground.tool("createdb", ...at(template), "--owner", "amana_owner", "amana");
  await migrate({ ownerUrl: template.ownerUrl, directory: MIGRATIONS });
  await template.stop();
}

export const at = ({ port }: Pick<Cluster, "port">): string[] => [
  ...["--host", "127.0.0.1", "--port", String(port)],
  ...["--username", "postgres"],
];

/** Makes a folder for the server's user and answers with its path. */
export function makeFolder({ folder, runAs }: Pick<Ground, "folder" | "runAs">, path: string): string {
  let made = folder;
  for (const part of path.split("/")) {
    made = join(made, part);
    mkdirSync(made, { recursive: true, mode: 0o700 });
    if (runAs) chownSync(made, runAs.uid, runAs.gid);
  }
  return made;
}
