import { DEFAULT_POLICY, type Policy, withCalendar } from "../../core/escrow/index.ts";
import type { UserId } from "../../core/ids/index.ts";
import { at, days } from "../../core/time/index.ts";
import { type Parts, workOf } from "../../server/entrypoints/wiring.ts";
import { sweepDeadlines } from "../../server/modules/escrow/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { receivePayoutWebhook } from "../../server/modules/payouts/index.ts";
import { receiveTracking } from "../../server/modules/shipping/index.ts";
import type { RawWebhook } from "../../server/ports/call.ts";
import { CommitOutcomeUnknown, type Database } from "../../server/runtime/database/index.ts";
import { createHub } from "../../server/runtime/push/index.ts";
import { keyring } from "../../server/runtime/secrets/index.ts";
import type { Work } from "../../server/runtime/work/index.ts";
import { type Dice, dice, replaceRandomBytes, seedRandomBytes } from "./dice.ts";
import { watchDownloads } from "./entitlements.ts";
import { watchWork } from "./handovers.ts";
import { type Agreed, kindOf, lookingAt } from "./kinds.ts";
import { type Lasts, watch } from "./oracles.ts";
import { type Asked, born, Dead, databaseOf, type Intercept, type Life, type Shared } from "./process.ts";
import { simulatedCarrier } from "./providers/carrier.ts";
import { simulatedGateway } from "./providers/gateway.ts";
import type { Outside, Weather } from "./providers/line.ts";
import { simulatedRail } from "./providers/rail.ts";
import { watchPurchases } from "./purchases.ts";
import { MOVED, ROUTINES } from "./store/routines.ts";
import { createStore, type Routine } from "./store/store.ts";
import { interleaving, timeline } from "./timeline.ts";

export const START = Date.UTC(2026, 2, 2, 9);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DATA_KEY = keyring(new Uint8Array(32).fill(7));

/** Changes to the world that stand for a mistake in our code: the simulation must notice each. */
export type Bug = {
  readonly intercept?: () => Intercept;
  readonly parts?: (parts: Parts, world: World) => Parts;
  readonly work?: (work: Work, parts: Parts, world: World) => Work;
};

export type Options = {
  readonly bug?: Bug;
  readonly trace?: (line: string) => void;
  /** Told of everything that is asked of the database. */
  readonly record?: (asked: Asked) => void;
};

export type World = ReturnType<typeof createWorld>;

export function weatherOf(
  d: Dice,
): Weather & { readonly deaths: number; readonly overlaps: number; readonly breaks: number } {
  const kind = d.weighed({ calm: 2, drizzle: 4, storm: 4 });
  if (kind === "calm") return { faults: 0, outages: [], calmFrom: 0, deaths: 0, overlaps: 0.1, breaks: 0 };
  const storm = kind === "storm";
  const outages = Array.from({ length: storm ? d.below(3) : 0 }, () => {
    const from = START + d.below(10 * DAY);
    return { from, until: from + d.between(600_000, 6 * HOUR) };
  });
  return {
    faults: storm ? 0.2 : 0.05,
    outages,
    calmFrom: START + d.between(HOUR, 16 * DAY),
    deaths: storm ? 0.1 : 0.02,
    overlaps: storm ? 0.3 : 0.1,
    breaks: storm ? 0.01 : 0.002,
  };
}

/** The routines as they are; says when a command was decided of a deal that had moved before it was written. */
function noticing(routines: ReadonlyMap<string, Routine>, moved: () => void): ReadonlyMap<string, Routine> {
  const name = "escrow.apply";
  const apply = routines.get(name);
  if (!apply) throw new Error(`no routine is called ${name}`);
  const noticed: Routine = (store, args) => {
    const verdicts = apply(store, args);
    if (Array.isArray(verdicts) && verdicts.includes(MOVED)) moved();
    return verdicts;
  };
  return new Map([...routines, [name, noticed]]);
}

/** One small market, whole: our programs, their database, and the outside, all moved by one seed. */
export function createWorld(seed: number, options: Options = {}) {
  replaceRandomBytes();
  seedRandomBytes(seed);
  // Thousands of errors are thrown in a run; who looks at one history is told where from.
  Error.stackTraceLimit = options.trace ? 10 : 0;
  const d = dice(seed);
  const weather = weatherOf(d);
  const time = { now: START };
  const events = timeline();
  const turns = interleaving((count) => d.below(count));
  const violations: string[] = [];
  const cells = new Map<string, number>();
  const recent = new Set<string>();
  const hash = { value: 0x811c9dc5 };
  const told: { readonly user: string; readonly what: string }[] = [];
  const listeners: ((event: {
    deal: string;
    process: string;
    from: string | null;
    to: string;
    command: string;
  }) => void)[] = [];

  const wrong = (sentence: string): void => {
    if (violations.length < 20) violations.push(sentence);
  };
  const mixNumber = (number: number): void => {
    hash.value = Math.imul(hash.value ^ (number | 0), 0x01000193) >>> 0;
  };
  const mix = (text: string): void => {
    for (let n = 0; n < text.length; n++) mixNumber(text.charCodeAt(n));
  };
  const counted = { steps: 0 };
  const trace = (life: Life, what: string, count: number): void => {
    counted.steps += 1;
    mixNumber(time.now);
    mixNumber(time.now / 2 ** 32);
    mix(life.name);
    mixNumber(what.length);
    mixNumber(count);
    options.trace?.(
      `${new Date(time.now).toISOString()} ${life.name}: ${what.replace(/\s+/g, " ").slice(0, 150)} (${count})`,
    );
  };
  const cover = (cell: string): void => void cells.set(cell, (cells.get(cell) ?? 0) + 1);
  const met = (fault: string): void => {
    recent.add(fault);
    cover(`fault ${fault}`);
  };
  const calm = (): boolean => time.now >= weather.calmFrom;

  const store = createStore(
    () => time.now,
    noticing(ROUTINES, () => met("moved_meanwhile")),
  );
  const truth = {
    refunded: (refund: string): boolean => gateway.hasSucceeded(refund),
    paidOut: (payout: string): boolean => rail.hasPaid(payout),
  };
  /** By deal, or for all of one process. */
  const agreed = new Map<string, Agreed>();
  const agreedOn = (deal: string): Agreed | undefined =>
    agreed.get(deal) ?? agreed.get(watcher.deals.get(deal)?.process ?? "");
  const lasts: Lasts = (deal, process, state) => {
    if (process === "digital_goods" && state === "delivered") return lookingAt(seed);
    return ["processing", "revision_requested"].includes(state) ? agreedOn(deal)?.lasts : undefined;
  };
  const watcher = watch(store, truth, lasts, wrong, (event) => {
    const place = `${event.from ?? "nothing"} ${event.command}`;
    cover(`transition ${event.process} ${place}`);
    for (const fault of recent) cover(`${place} | ${fault}`);
    recent.clear();
    for (const listen of listeners) listen(event);
  });
  const purchases = watchPurchases(
    store,
    watcher,
    { captures: () => gateway.captures(), disputes: () => gateway.claims() },
    wrong,
    cover,
  );
  const work = watchWork(store, watcher, agreedOn, wrong);
  const downloads = watchDownloads(store, watcher, wrong);
  const own = options.bug?.intercept?.() ?? null;
  const shared: Shared = {
    store,
    beforeCommit: () => {
      watcher.beforeCommit();
      downloads.beforeCommit();
      work.beforeCommit();
      purchases.beforeCommit();
    },
    breaks: () => {
      const breaks = !calm() && time.now > START && d.chance(weather.breaks);
      if (breaks) met("commit_unknown");
      return breaks;
    },
    turn: turns.turn,
    trace,
    broken: (error) =>
      wrong(
        error instanceof Error
          ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ""}`
          : String(error),
      ),
    intercept: own,
    record: options.record ?? null,
    open: null,
  };
  const outside: Outside = {
    now: () => time.now,
    dice: d,
    weather,
    later: (when, name, run) => events.add(Math.max(when, time.now), name, run),
    met,
    trace,
    turn: turns.turn,
    // A request of somebody outside waits for its answer, so only workers hang.
    hang: (life, until) =>
      new Promise((resolve) => {
        if (!life.settled) return resolve();
        parked.add(life);
        life.onPark?.();
        events.add(until, "a call ends", async () => {
          parked.delete(life);
          resolve();
          await life.settled?.();
        });
      }),
    wrong,
  };
  const parked = new Set<Life>();

  const plain: Policy = {
    ...DEFAULT_POLICY,
    windows: { ...DEFAULT_POLICY.windows, inspectionDigital: lookingAt(seed) },
    commissionBasisPoints: d.pick([0, 1, 300, 300, 333, 1000]),
    reserve: d.chance(0.2) ? { basisPoints: d.pick([500, 1000, 3000]), hold: days(d.pick([1, 7, 30])) } : null,
    commissionTax: d.chance(0.3) ? { code: "GST", basisPoints: 1800 } : null,
  };
  // By the seed and not by the dice: histories without business days stay what they were.
  const policy = seed % 5 === 4 ? withCalendar(plain, { week: "sun-thu", country: "SA" }) : plain;

  const receive =
    (name: string, act: (parts: Parts, raw: RawWebhook) => Promise<unknown>) =>
    async (raw: RawWebhook): Promise<boolean> =>
      await asked(`webhook ${name}`, async (parts) => {
        await act(parts, raw);
      });
  const now = () => at(time.now);
  const gateway = simulatedGateway(
    outside,
    "simpay",
    receive("simpay", (parts, raw) => receiveWebhook(parts.db, parts.gateways, "simpay", raw, now())),
  );
  const rail = simulatedRail(
    outside,
    "simbank",
    receive("simbank", (parts, raw) =>
      parts.rail ? receivePayoutWebhook(parts.db, parts.rail, raw, now()) : Promise.resolve(),
    ),
  );
  const carrier = simulatedCarrier(
    outside,
    "simpost",
    receive("simpost", (parts, raw) => receiveTracking(parts.db, parts.carriers, "simpost", raw, now())),
  );

  const partsOf = (life: Life): Parts => {
    const hub = createHub();
    const parts: Parts = {
      db: databaseOf(shared, life),
      clock: { now },
      hub: { ...hub, tell: (users, push) => void told.push(...users.map((user) => ({ user, what: push.type }))) },
      policy,
      gateways: [gateway.seenBy(life)],
      rail: rail.seenBy(life),
      carriers: [carrier.seenBy(life)],
      dataKey: DATA_KEY,
      publicUrl: "https://amana.example.test",
      onError: (error) => unexpected(error),
    };
    return options.bug?.parts?.(parts, world) ?? parts;
  };
  const unexpected = (error: unknown): void => {
    if (error instanceof Dead || error instanceof CommitOutcomeUnknown) return;
    wrong(`a program threw: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 600) : String(error)}`);
  };
  const mayDie = (life: Life): Life => {
    if (!calm() && d.chance(weather.deaths)) life.diesAt = d.between(1, 60);
    return life;
  };
  /** A request of somebody outside; false when the program died or lost its connection meanwhile, so that it may ask again. */
  const asked = async (name: string, act: (parts: Parts) => Promise<void>): Promise<boolean> => {
    const life = mayDie(born(name));
    try {
      // A program that will not die meanwhile is the one that has always been there.
      await act(Number.isFinite(life.diesAt) ? partsOf(life) : lasting());
      return true;
    } catch (error) {
      if (life.dead) met("death");
      unexpected(error);
      return false;
    }
  };
  const servers = new Map<string, Parts>();
  /** One of two servers: what one of them takes one after the other, two decide at the same time. */
  const lasting = (): Parts => {
    const name = turns.isOn() && d.chance(0.5) ? "server 2" : "server 1";
    const parts = servers.get(name) ?? partsOf(born(name));
    servers.set(name, parts);
    return parts;
  };
  const workFor = (life: Life): Work => {
    const parts = partsOf(life);
    // The product's own sweep keeps to a rate by real time, which is none of the simulation's.
    const work: Work = { ...workOf(parts), sweep: () => sweepDeadlines(parts.db, parts.clock.now()) };
    return options.bug?.work?.(work, parts, world) ?? work;
  };
  const world = {
    seed,
    d,
    weather,
    time,
    events,
    turns,
    store,
    watcher,
    downloads,
    work,
    purchases,
    agreed,
    agreedOn,
    kind: kindOf(seed),
    shared,
    policy,
    gateway,
    rail,
    carrier,
    violations,
    cells,
    told,
    parked,
    hash: () => hash.value,
    steps: () => counted.steps,
    mix,
    wrong,
    met,
    cover,
    calm,
    partsOf,
    workFor,
    mayDie,
    unexpected,
    asked,
    now,
    listen: (listener: (typeof listeners)[number]) => void listeners.push(listener),
    people: { strangers: new Set<UserId>() },
    dataKey: DATA_KEY,
  };
  return world;
}

export type { Database };
