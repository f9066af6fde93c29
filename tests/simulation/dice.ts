import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

/** Seeded dice (mulberry32): the same seed throws the same numbers, on every machine. */
export type Dice = {
  /** A whole number from 0 up to and without `below`. */
  readonly below: (below: number) => number;
  readonly between: (least: number, most: number) => number;
  readonly chance: (of: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the names, each as likely as its weight. */
  readonly weighed: <T extends string>(weights: Readonly<Record<T, number>>) => T;
};

export function dice(seed: number): Dice {
  const next = generator(seed);
  const below = (most: number): number => Math.floor((next() / 2 ** 32) * most);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (of) => next() < of * 2 ** 32,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
    weighed: <T extends string>(weights: Readonly<Record<T, number>>) => {
      const entries = Object.entries<number>(weights);
      let left = (next() / 2 ** 32) * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name as T;
      }
      return entries[0]?.[0] as T;
    },
  };
}

export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

const source: { next: () => number } = { next: generator(0) };

/** Node's own random bytes come from the seed too, for the whole thread: ids and leases are the same in every run. */
export function seedRandomBytes(seed: number): void {
  source.next = generator(seed ^ 0x9e3779b9);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const real = { randomBytes: crypto.randomBytes, randomUUID: crypto.randomUUID };
const realSetImmediate = globalThis.setImmediate;
const realStackTraceLimit = Error.stackTraceLimit;
let patched = false;

export function restoreRandomBytes(): void {
  patched = false;
  Object.assign(crypto, real);
  globalThis.setImmediate = realSetImmediate;
  Error.stackTraceLimit = realStackTraceLimit;
  syncBuiltinESMExports();
}

const waiting: (() => void)[] = [];
const soon = (): void => queueMicrotask(() => process.nextTick(takeOne));

function takeOne(): void {
  try {
    waiting[0]?.();
  } finally {
    waiting.shift();
    if (waiting.length > 0) soon();
  }
}

/**
 * As `setImmediate`: when all promises that can go on have gone on, one after the other. Nothing here waits for the world outside of
 * the thread, so that the turn of the event loop in between is only lost time.
 */
export function whenQuiet(act: () => void): void {
  if (waiting.push(act) === 1) soon();
}

export function replaceRandomBytes(): void {
  if (patched) return;
  patched = true;
  const bytes = (count: number): Buffer => {
    const filled = Buffer.allocUnsafe(count);
    for (let at = 0; at < count; at++) filled[at] = source.next() >>> 24;
    return filled;
  };
  const uuid = (): `${string}-${string}-${string}-${string}-${string}` => {
    const hex = (count: number): string => {
      let text = "";
      for (let n = 0; n < count; n++) text += HEX[source.next() >>> 24];
      return text;
    };
    return `${hex(4)}-${hex(2)}-4${hex(2).slice(1)}-8${hex(2).slice(1)}-${hex(6)}`;
  };
  Object.assign(crypto, { randomBytes: bytes, randomUUID: uuid });
  globalThis.setImmediate = ((act: (...given: unknown[]) => void, ...given: unknown[]) =>
    whenQuiet(() => act(...given))) as unknown as typeof setImmediate;
  syncBuiltinESMExports();
}
