import { drain, relay, runDueJobs, type Work } from "../../server/runtime/work/index.ts";
import { born, type Life } from "./process.ts";
import type { World } from "./world.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longer than any history: what still waits then never ends. */
const HORIZON = 500 * DAY;
const MOST_ROUNDS = 4000;

type Worker = {
  readonly name: string;
  busy: Promise<void> | null;
  downUntil: number;
  /** The program as it runs since it was last started. */
  program: { readonly life: Life; readonly work: Work } | null;
};

/** Lets the world run until nothing is left to happen. */
export async function runWorld(world: World): Promise<void> {
  const { time } = world;
  const start = time.now;
  const workers: Worker[] = ["worker 1", "worker 2"].map((name) => ({ name, busy: null, downUntil: 0, program: null }));
  if (!world.calm() && world.d.chance(0.05)) stop(world, workers);
  for (let round = 0; world.violations.length === 0; round++) {
    const free = workers.filter(({ busy }) => busy === null);
    const next = nextOf(world, free);
    if (next === null) return;
    if (next.at - start > HORIZON || round > MOST_ROUNDS)
      return world.wrong(
        `it does not end: ${round} rounds until ${new Date(next.at).toISOString()}${stillWaiting(world)}`,
      );
    time.now = Math.max(time.now, next.at);
    await oneOf(world, next, free);
  }
}

/** An event, or a worker's turn; where both are due, by chance. */
async function oneOf(world: World, { what }: Next, free: readonly Worker[]): Promise<void> {
  if (what === "event" || (what === "either" && world.d.chance(0.5))) return await happen(world, free);
  const able = free.filter(({ downUntil }) => downUntil <= world.time.now);
  await work(world, able);
}

type Next = { readonly at: number; readonly what: "event" | "work" | "either" };

/** What comes first: something outside, or something that a worker has to do. */
function nextOf(world: World, free: readonly Worker[]): Next | null {
  const never = Number.POSITIVE_INFINITY;
  const due = free.length > 0 ? (dueAt(world) ?? never) : never;
  const now = world.time.now;
  const ready = Math.max(now, due, Math.min(...free.map(({ downUntil }) => downUntil), never));
  const event = Math.max(now, world.events.next() ?? never);
  const at = Math.min(ready, event);
  if (at === never) return null;
  return { at, what: ready === event ? "either" : at === event ? "event" : "work" };
}

/** Of an error its first line: where it was thrown is a path of one machine. */
const stillWaiting = ({ store }: World): string =>
  [...store.rows("runtime.job"), ...store.rows("runtime.outbox")]
    .map(
      ({ key, topic, attempts, last_error: why }) =>
        `; ${String(key ?? topic)} after ${String(attempts)}: ${String(why).split("\n")[0]}`,
    )
    .join("");

/** All workers stand still for hours or days. */
function stop(world: World, workers: readonly Worker[]): void {
  const from = world.time.now + world.d.below(4 * DAY);
  world.events.add(from, "workers stop", async () => {
    world.met("workers_stopped");
    for (const worker of workers) worker.downUntil = world.time.now + world.d.between(HOUR, 72 * HOUR);
  });
}

/** The next thing happens; often together with another of the same millisecond, or with a worker that has something to do. */
async function happen(world: World, free: readonly Worker[]): Promise<void> {
  const { d, events, time, turns } = world;
  const happening = events.take();
  if (!happening) return;
  world.mix(`${time.now} ${happening.name}`);
  const tasks = [happening.run];
  if ((events.next() ?? Number.POSITIVE_INFINITY) <= time.now && d.chance(0.8)) {
    const other = events.take();
    if (other) tasks.push(other.run);
  }
  const [able] = free.filter(({ downUntil }) => downUntil <= time.now);
  const due = able ? dueAt(world) : null;
  if (able && due !== null && due <= time.now + 1 && d.chance(0.5 + world.weather.overlaps / 2))
    tasks.push(() => oneTurn(world, able));
  if (tasks.length === 1) return await happening.run();
  world.met("overlap");
  await turns.together(tasks);
}

async function work(world: World, free: readonly Worker[]): Promise<void> {
  const both = free.length > 1 && world.d.chance(world.weather.overlaps);
  const [first] = free;
  if (both) {
    world.met("two_workers");
    await world.turns.together(free.map((worker) => () => oneTurn(world, worker)));
  } else if (first) await oneTurn(world, free.length > 1 && world.d.chance(0.5) ? (free[1] ?? first) : first);
}

/** A worker works until nothing is due, dies, or hangs in a call; then others go on without it. */
async function oneTurn(world: World, worker: Worker): Promise<void> {
  const { life, work } = running(world, worker);
  world.mayDie(life);
  const ended = (world.d.chance(0.05) ? drain(work, 300) : byNeed(world, work)).then(
    () => undefined,
    (error: unknown) => {
      if (life.dead) {
        world.met("death");
        worker.downUntil = world.time.now + world.d.between(100, 120_000);
      }
      world.unexpected(error);
    },
  );
  const mine = ended.then(() => {
    worker.busy = null;
  });
  worker.busy = mine;
  life.settled = async () => {
    const hangs = new Promise<void>((resolve) => {
      life.onPark = resolve;
    });
    await Promise.race([mine, hangs]);
  };
  await life.settled();
}

/** A program that died is started anew; one that lives goes on, and may die at any of its next steps. */
function running(world: World, worker: Worker): { readonly life: Life; readonly work: Work } {
  if (!worker.program || worker.program.life.dead) {
    const life = born(worker.name);
    worker.program = { life, work: world.workFor(life) };
  }
  Object.assign(worker.program.life, { steps: 0, diesAt: Number.POSITIVE_INFINITY });
  return worker.program;
}

/** The same work as in a whole turn, without asking for what is known from outside not to be there. */
async function byNeed(world: World, work: Work): Promise<void> {
  for (let turns = 0; turns < 300; turns++) {
    const { outbox, jobs, deals } = dues(world);
    const now = world.time.now;
    if (outbox <= now) await relay(work.db, work.subscriptions, work.clock.now());
    else if (deals <= now) await work.sweep();
    else if (jobs <= now) await runDueJobs(work.db, work.jobs, () => work.clock.now(), 1);
    else return;
  }
  world.wrong("work did not end in 300 turns");
}

/** When the workers have something to do next, seen from outside: a job whose lease runs is due when the lease ends. */
export function dueAt(world: World): number | null {
  const { outbox, jobs, deals } = dues(world);
  const due = Math.min(outbox, jobs, deals);
  return Number.isFinite(due) ? due : null;
}

type Dues = { readonly outbox: number; readonly jobs: number; readonly deals: number };
const seen = new WeakMap<World["store"], { readonly version: number; readonly dues: Dues }>();

function dues({ store }: World): Dues {
  const version = store.version();
  const known = seen.get(store);
  if (known?.version === version) return known.dues;
  const found = duesOf(store);
  seen.set(store, { version, dues: found });
  return found;
}

function duesOf(store: World["store"]): Dues {
  let [outbox, jobs, deals] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { dead_at, run_at } of store.rows("runtime.outbox"))
    if (dead_at === null) outbox = Math.min(outbox, run_at as number);
  for (const { dead_at, run_at, lease, leased_until } of store.rows("runtime.job"))
    if (dead_at === null)
      jobs = Math.min(
        jobs,
        lease === null ? (run_at as number) : Math.max(run_at as number, (leased_until as number) + 1),
      );
  for (const { deadline_wake_at: wake } of store.rows("escrow.deal"))
    if (wake !== null) deals = Math.min(deals, wake as number);
  return { outbox, jobs, deals };
}
