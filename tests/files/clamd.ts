import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { TRIAL } from "./trial.ts";

export const CLAMD = ["/usr/sbin/clamd", "/usr/local/sbin/clamd"].find((path) => existsSync(path));
const PATIENCE_MS = 60_000;

/** ClamAV's own daemon with one signature of ours, on a socket in a folder of its own; it fetches nothing and writes nowhere else. */
export async function realClamd() {
  const folder = await mkdtemp(join(tmpdir(), "amana-clamd-"));
  const [socket, database] = [join(folder, "clamd.sock"), join(folder, "signatures")];
  await mkdir(database);
  await chmod(folder, 0o755);
  await writeFile(join(database, "trial.ndb"), `Amana.Trial:0:*:${TRIAL.toString("hex")}\n`);
  const settings = [
    ...["Foreground yes", `LocalSocket ${socket}`, `DatabaseDirectory ${database}`, `TemporaryDirectory ${folder}`],
    ...["StreamMaxLength 30M", "MaxFileSize 30M", "MaxScanSize 30M", "MaxThreads 2", "ExitOnOOM yes"],
  ];
  const file = join(folder, "clamd.conf");
  await writeFile(file, `${settings.join("\n")}\n`);
  let child: ChildProcess | null = null;
  const stop = async (): Promise<void> => {
    if (child?.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    }
    await rm(socket, { force: true });
  };
  return {
    path: socket,
    async start(): Promise<void> {
      let words = "";
      child = spawn(String(CLAMD), ["--config-file", file], { stdio: ["ignore", "pipe", "pipe"] });
      for (const stream of [child.stdout, child.stderr]) stream?.on("data", (bytes) => (words += bytes));
      for (const until = performance.now() + PATIENCE_MS; !(await answers(socket)); await pause(50))
        if (performance.now() > until || child.exitCode !== null) throw new Error(`clamd does not start: ${words}`);
    },
    stop,
    async remove(): Promise<void> {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ path }, () => socket.write("zPING\0"));
    socket.on("data", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
