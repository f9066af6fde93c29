import type { ApiSize } from "./api-kills.ts";
import type { BatchSize } from "./batch-kills.ts";
import type { InterleavingSize } from "./interleavings.ts";
import type { KillSize } from "./kills.ts";
import type { PostgresSize } from "./postgres-kills.ts";
import type { RaceSize } from "./races.ts";

/** For two cores. */
export const SIDE_BY_SIDE = 3;

/** How much each part of the program does. */
export type Size = {
  readonly races: RaceSize;
  readonly interleavings: InterleavingSize;
  readonly workers: KillSize;
  readonly batches: BatchSize;
  readonly api: ApiSize;
  readonly postgres: PostgresSize;
  /** Commits cut, of commands in each direction and of a worker's. */
  readonly cuts: number;
  readonly pauses: number;
  readonly deadlocks: number;
  readonly callers: number;
  readonly deadlines: number;
};

/** Every fault point of worker and API once, in a few minutes on two cores. */
export const SHORT: Size = {
  races: { orders: 1, racers: 3, rivals: true },
  interleavings: { most: 2, mostOfGravest: 6, rivals: true },
  workers: { rounds: 1, all: false },
  batches: { kills: 16, commands: 3 },
  api: { rounds: 1 },
  postgres: { kills: 4, commands: 10, rounds: 1 },
  cuts: 3,
  pauses: 1,
  deadlocks: 3,
  callers: 500,
  deadlines: 10,
};

/** Every order of every pair, a thousand kills and more. */
export const LONG: Size = {
  races: { orders: 20, racers: 10, rivals: false },
  interleavings: { most: 3_000, mostOfGravest: 3_000, rivals: false },
  workers: { rounds: 4, all: true },
  batches: { kills: 200, commands: 20 },
  api: { rounds: 2 },
  postgres: { kills: 30, commands: 50, rounds: 5 },
  cuts: 200,
  pauses: 10,
  deadlocks: 50,
  callers: 500,
  deadlines: 100,
};
