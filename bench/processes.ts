import { fork } from "node:child_process";
import { join } from "node:path";
import type { Arena } from "./arena.ts";
import type { Place } from "./cluster.ts";
import type { Figures } from "./postings.ts";

/** Two processes on one hot account against one, with as many postings in flight together; and what deadlocks there were. */
export async function processes(arena: Arena): Promise<Figures> {
  const one = await together(await arena.fresh(), arena, [512]);
  const two = await together(await arena.fresh(), arena, [256, 256]);
  return { one_process_hot: one, two_processes_hot: two, deadlocks: await arena.deadlocks() };
}

async function together({ appUrl }: Place, { sizes }: Arena, inFlight: readonly number[]): Promise<number> {
  const rates = await Promise.all(
    inFlight.map((each) => worker([appUrl, String(each), String(sizes.seconds), String(sizes.hot)])),
  );
  return rates.reduce((sum, rate) => sum + rate);
}

function worker(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "worker.ts"), args);
    child.once("message", (rate) => resolve(Number(rate)));
    child.once("error", reject);
    child.once("exit", (code) => code === 0 || reject(new Error(`a worker of the bench ended with ${code}`)));
  });
}
