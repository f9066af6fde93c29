import { apiKills } from "./api-kills.ts";
import { databaseAway } from "./away.ts";
import { batchKills } from "./batch-kills.ts";
import type { Cluster } from "./cluster.ts";
import { cutCommits } from "./cuts.ts";
import type { Dice } from "./dice.ts";
import type { Findings } from "./findings.ts";
import { interleavings } from "./interleavings.ts";
import { workerKills } from "./kills.ts";
import { postgresKills } from "./postgres-kills.ts";
import { races } from "./races.ts";
import { toldToStop } from "./sigterm.ts";
import type { Size } from "./sizes.ts";
import { manySchedulers, pausedPastLease } from "./stops.ts";
import { deadlocks, heldOpen, poison, starvation } from "./strains.ts";
import type { Victims } from "./victims.ts";

export type Means = { readonly cluster: Cluster; readonly victims: Victims; readonly size: Size; readonly dice: Dice };

export type Part = {
  readonly name: string;
  /** With the numbers that the catalogue of faults has for what it holds. */
  readonly what: string;
  /** It kills its server, or cuts whatever goes by. */
  readonly alone?: true;
  readonly run: (means: Means) => Promise<Findings>;
};

/** Where processes die and the server lives, nothing that it acknowledged can be lost with it. */
const HASTY = { hasty: true };

/** Scenes by their names: two halves that take as long as each other. */
const COMING_IN = /payment/;
const GOING_OUT = /^(refund|release|dispatch)/;

/** What the program does, the longest first; each part has a database of its own. */
export const PARTS: readonly Part[] = [
  {
    name: "kills of workers with money coming in",
    what: "cases 24 and 45: a worker killed at every fault point of money coming in leaves nothing that the next one does not finish, once",
    run: async ({ cluster, victims, size }) =>
      workerKills(await cluster.database(HASTY), victims, { ...size.workers, only: COMING_IN }),
  },
  {
    name: "kills of workers with money going out",
    what: "case 24: a worker killed at every fault point of money going out, or of a parcel, leaves nothing that the next one does not finish, once",
    run: async ({ cluster, victims, size }) =>
      workerKills(await cluster.database(HASTY), victims, { ...size.workers, only: GOING_OUT }),
  },
  {
    name: "interleavings",
    what: "cases 30, 42 and 43: two processes let go one step at a time, in one order after another",
    run: async ({ cluster, victims, size, dice }) =>
      interleavings(await cluster.database(HASTY), victims, size.interleavings, dice),
  },
  {
    name: "races",
    what: "cases 30, 31, 36, 42, 43 and 47: two operations at one order at once: as many win as some order of them would let win",
    run: async ({ cluster, size, dice }) => races(await cluster.database(HASTY), size.races, dice),
  },
  {
    name: "kills of the API",
    what: "case 24: a request that is sent again to the next process happens once",
    run: async ({ cluster, victims, size }) => apiKills(await cluster.database(HASTY), victims, size.api),
  },
  {
    name: "poison",
    what: "case 73: a job that kills its workers is counted, lets others pass and is set aside",
    run: async ({ cluster, victims }) => poison(await cluster.database(HASTY), victims),
  },
  {
    name: "pauses",
    what: "case 28: a worker that wakes after its lease does nothing twice",
    run: async ({ cluster, victims, size }) => pausedPastLease(await cluster.database(HASTY), victims, size.pauses),
  },
  {
    name: "stop",
    what: "case 78: a server that is told to stop answers the requests that it has begun",
    run: async ({ cluster, victims }) => toldToStop(await cluster.database(HASTY), victims),
  },
  {
    name: "kills in a batch",
    what: "case 24: a process killed among many commands has lost none that it was told of",
    run: async ({ cluster, victims, size, dice }) =>
      batchKills(await cluster.database(HASTY), victims, size.batches, dice),
  },
  {
    name: "starvation",
    what: "case 72: hundreds of callers on two connections each get their turn",
    run: async ({ cluster, size }) => starvation(await cluster.database(HASTY), size.callers),
  },
  {
    name: "schedulers",
    what: "case 47: three schedulers at the same deadlines act once on each",
    run: async ({ cluster, victims, size }) => manySchedulers(await cluster.database(HASTY), victims, size.deadlines),
  },
  {
    name: "deadlocks",
    what: "case 63: a transaction that PostgreSQL refuses for a deadlock runs again as a whole",
    run: async ({ cluster, size }) => deadlocks(await cluster.database(HASTY), size.deadlocks),
  },
  {
    name: "held open",
    what: "case 29: what a transaction announced is told when it commits at last",
    run: async ({ cluster }) => heldOpen(await cluster.database(HASTY)),
  },
  {
    name: "kills of PostgreSQL",
    what: "case 61: PostgreSQL killed under load, and under a worker at each kind of place, comes back with everything that it acknowledged",
    alone: true,
    run: ({ cluster, victims, size, dice }) => postgresKills(cluster, victims, size.postgres, dice),
  },
  {
    name: "cut commits",
    what: "case 62: a connection cut during COMMIT is looked up by the command's key and not repeated blindly",
    alone: true,
    run: ({ cluster, size }) => cutCommits(cluster, size.cuts),
  },
  {
    name: "database away",
    what: "case 72: with PostgreSQL stopped or without a connection left the API refuses early, says so of itself, and comes back",
    alone: true,
    run: ({ cluster, victims }) => databaseAway(cluster, victims),
  },
];
