import { type ChildProcess, fork } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../money/world.ts";
import { victimCode } from "./victim-code.ts";
import type { FromVictim, Provided, Steps, Task, ToVictim } from "./words.ts";

/** A process with a task. Whatever it says is heard; what it asks of a provider is answered by the world's. */
export type Victim = {
  /** Its place in the task: at its fault point, at the end, listening, or dead by itself. */
  readonly standing: Promise<Standing>;
  /** What it was answered, as far as it came to say so. */
  readonly told: readonly { readonly key: string; readonly done: boolean }[];
  readonly next: () => Promise<Standing>;
  signal(signal: NodeJS.Signals): void;
  go(): void;
  /** Begins an operation; it stands at its first fault point, or is done. */
  step(steps: Steps): void;
  /** Ends it and waits until the system has taken it away. */
  kill(): Promise<void>;
};

export type Standing =
  | { readonly at: string; readonly step: string }
  | { readonly over: true; readonly error: string | null }
  | { readonly won: boolean; readonly error: string | null }
  | { readonly url: string }
  | { readonly dead: string };

/** Keeps a few processes warm, for loading takes longer than the task. */
export type Victims = {
  take(world: World, task: Omit<Task, "providers">): Promise<Victim>;
  close(): Promise<void>;
};

type Loaded = { readonly child: ChildProcess; readonly ready: Promise<void> };

export async function openVictims(warm: number): Promise<Victims> {
  const { folder, file } = await victimCode();
  const waiting: Loaded[] = [];
  const all = new Set<ChildProcess>();
  const spawn = (): void => {
    const child = fork(file, [], {
      serialization: "advanced",
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, "cache") },
    });
    all.add(child);
    child.on("exit", () => all.delete(child));
    waiting.push({ child, ready: new Promise((resolve) => child.once("message", () => resolve())) });
  };
  for (let n = 0; n < warm; n++) spawn();
  return {
    async take(world, task) {
      const loaded = waiting.shift();
      if (!loaded) throw new Error("no process is waiting");
      spawn();
      await loaded.ready;
      const { child } = loaded;
      return victimOf(child, world, { ...task, providers: provided(world) });
    },
    async close() {
      for (const child of all) child.kill("SIGKILL");
      await Promise.all([...all].map(exited));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const exited = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("exit", () => resolve()));

function victimOf(child: ChildProcess, world: World, task: Task): Victim {
  const told: { key: string; done: boolean }[] = [];
  const state = { next: Promise.withResolvers<Standing>() };
  const send = (message: ToVictim): void => {
    if (child.connected) child.send(message, () => {});
  };
  const stand = (standing: Standing): void => state.next.resolve(standing);
  child.on("message", (message: FromVictim) => {
    if (message.kind === "told") told.push({ key: message.key, done: message.done });
    if (message.kind === "at") stand({ at: message.what, step: message.step });
    if (message.kind === "listening") stand({ url: message.url });
    if (message.kind === "over") stand({ over: true, error: message.error });
    if (message.kind === "done") stand({ won: message.won, error: message.error });
    if (message.kind === "call")
      void answer(world, message).then((value) => send({ kind: "answer", id: message.id, value }));
  });
  child.on("exit", (code, signal) => stand({ dead: String(signal ?? code) }));
  send({ kind: "task", task });
  return {
    standing: state.next.promise,
    told,
    next: () => {
      state.next = Promise.withResolvers();
      return state.next.promise;
    },
    signal: (signal) => void child.kill(signal),
    go: () => send({ kind: "go" }),
    step: (steps) => send({ kind: "steps", ...steps }),
    async kill() {
      child.kill("SIGKILL");
      await exited(child);
    },
  };
}

const partiesOf = ({ gateway, rail, carrier }: World): Record<string, object> => ({ gateway, rail, carrier });

async function answer(world: World, { provider, name, args }: FromVictim & { kind: "call" }): Promise<unknown> {
  const party = partiesOf(world)[provider];
  const member: unknown = party && Reflect.get(party, name);
  if (typeof member !== "function") throw new Error(`${provider} has no ${name}`);
  return await Reflect.apply(member, party, args);
}

/** What can be sent to another process: names of calls, and plain values. */
function provided(world: World): Record<string, Provided> {
  const parties = Object.entries(partiesOf(world)).map(([name, party]): [string, Provided] => {
    const members = Object.entries(party);
    const values = members.filter(([, value]) => typeof value === "string" || Array.isArray(value));
    return [
      name,
      {
        names: members.filter(([, value]) => typeof value === "function").map(([member]) => member),
        values: Object.fromEntries(values.filter(([member]) => SHOWN.includes(member))),
      },
    ];
  });
  return Object.fromEntries(parties);
}

const SHOWN = ["name", "title", "currencies", "methods", "countries"];
