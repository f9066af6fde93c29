import { createHash } from "node:crypto";
import { Redis } from "ioredis";
import { RateLimiterPostgres, RateLimiterRedis } from "rate-limiter-flexible";
import type { Queryable } from "#runtime/database";

/** Where all processes count together. */
export type Place = {
  /** Adds points to the window of a key, which the first ones open, and tells what it holds then. Throws when nobody answers. */
  add(key: string, points: number, seconds: number): Promise<Standing>;
  close(): Promise<void>;
};

export type Standing = { readonly points: number; readonly endsInMs: number };

/** Windows in the table `http.rate_limit`: one statement for each addition. */
export function postgresPlace(db: Queryable): Place {
  const client = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const rows = await db.query<{ points: number; expire: bigint }>(text, values);
      return { rows: rows.map(({ points, expire }) => ({ points, expire: Number(expire) })) };
    },
  };
  const table = { schemaName: "http", tableName: "rate_limit", tableCreated: true, clearExpiredByTimeout: false };
  return placeOf(
    (duration) =>
      new RateLimiterPostgres({ storeClient: client, storeType: "client", ...table, ...windowOf(duration) }),
    async () => {},
  );
}

/** Removes the windows that ended an hour ago. Returns how many; for a job that runs now and then. */
export async function purgeLimits(db: Queryable): Promise<number> {
  return (await db.one<{ purged: number }>(PURGE)).purged;
}

/** Windows in Redis, which forgets them by itself. A lost connection is tried again for ever, and meanwhile every addition fails at once. */
export function redisPlace(url: string): Place {
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 200, 5_000),
  });
  // Each addition that fails says so; without a listener the event would be printed by the library.
  client.on("error", () => {});
  return placeOf(
    (duration) => new RateLimiterRedis({ storeClient: client, rejectIfRedisNotReady: true, ...windowOf(duration) }),
    async () => client.disconnect(),
  );
}

const PURGE = `
  with purged as (
    delete from http.rate_limit where expire < extract(epoch from clock_timestamp() - interval '1 hour')::bigint * 1000 returning 1
  ) select count(*)::int as purged from purged`;

/** The library compares with a limit of its own; ours are compared by whoever asks. */
const NO_LIMIT = 1_000_000_000;

const windowOf = (duration: number) => ({ keyPrefix: "", points: NO_LIMIT, duration });

type Window = {
  penalty(key: string, points: number): Promise<{ readonly consumedPoints: number; readonly msBeforeNext: number }>;
};

function placeOf(make: (seconds: number) => Window, close: () => Promise<void>): Place {
  const windows = new Map<number, Window>();
  return {
    async add(key, points, seconds) {
      const window = windows.get(seconds) ?? make(seconds);
      windows.set(seconds, window);
      const { consumedPoints, msBeforeNext } = await window.penalty(hashed(`${seconds}:${key}`), points);
      return { points: consumedPoints, endsInMs: msBeforeNext };
    },
    close,
  };
}

/** Keys name people and networks, which nobody needs to read there. */
const hashed = (key: string): string => `amana:${createHash("sha256").update(key).digest("base64url")}`;
