import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cluster, open, openCluster, type Place, slowDisk } from "./cluster.ts";
import { findPgbench } from "./pgbench.ts";
import { accountOf, openWallets, seedAccounts, seedDeals } from "./seed.ts";
import { seedListings } from "./seed-listings.ts";
import { seedOrders } from "./seed-orders.ts";

export type Sizes = {
  readonly seconds: number;
  readonly rounds: number;
  /** Escrow accounts in the hot shard, and in each of the hundred shards of the random runs. */
  readonly hot: number;
  readonly spread: number;
  readonly deals: number;
  readonly small: number;
  readonly middle: number;
  readonly big: number;
  readonly due: number;
  /** Entries of the dump that is verified. */
  readonly verified: number;
};

export const LONG: Sizes = {
  seconds: 3,
  rounds: 5,
  hot: 200_000,
  spread: 1_000,
  deals: 200_000,
  small: 10_000,
  middle: 100_000,
  big: 1_000_000,
  due: 100_000,
  verified: 300_000,
};
export const SHORT: Sizes = {
  seconds: 2,
  rounds: 1,
  hot: 40_000,
  spread: 100,
  deals: 40_000,
  small: 3_000,
  middle: 8_000,
  big: 20_000,
  due: 2_000,
  verified: 100_000,
};

/** The databases that the measurements run on, made when they are first asked for. */
export type Arena = {
  readonly sizes: Sizes;
  /** Null where it is not installed. */
  readonly pgbench: string | null;
  /** A fresh copy of accounts and deals, always the same. */
  fresh(): Promise<Place>;
  /** The same without triggers and checks, and with the function of `bare.sql`. */
  bare(): Promise<Place>;
  /** The same on a disk that takes a millisecond longer for every flush; null without a compiler. */
  slow(): Promise<Place | null>;
  /** Many deals, kept over all rounds; no two measurements use the same ones. */
  sized(deals: number): Promise<Place>;
  /** So many completed orders with all that belongs to them, for reading. */
  orders(orders: number): Promise<Place>;
  /** So many listings, as they are searched. */
  listings(listings: number): Promise<Place>;
  hotAccount(code: string): Promise<string>;
  deadlocks(): Promise<number>;
  stop(): Promise<void>;
};

export async function openArena(sizes: Sizes): Promise<Arena> {
  const folder = mkdtempSync(join(tmpdir(), "amana-bench-library-"));
  const clusters: Cluster[] = [];
  const opened = new Map<string, Promise<unknown>>();
  const once = <T>(name: string, make: () => Promise<T>): Promise<T> => {
    const found = (opened.get(name) as Promise<T> | undefined) ?? make();
    opened.set(name, found);
    return found;
  };
  const cluster = (name: string, ...preload: Parameters<typeof openCluster>) =>
    once(name, async () => {
      const made = await openCluster(...preload);
      clusters.push(made);
      return made;
    });
  const main = () => cluster("main");
  const seeded = (name: string, from: () => Promise<Cluster>) =>
    once(`seed ${name}`, async () => {
      const place = await (await from()).create("seed");
      await openWallets(place);
      await seedAccounts(place, sizes.hot, sizes.spread);
      await seedDeals(place, sizes.deals);
      return place;
    });
  const copy = async (name: string, from: () => Promise<Cluster>): Promise<Place> => {
    await seeded(name, from);
    return await (await from()).clone("seed", "run");
  };
  return {
    sizes,
    pgbench: findPgbench(),
    fresh: () => copy("main", main),
    async bare() {
      const place = await copy("main", main);
      await withoutSafeties(place);
      return place;
    },
    async slow() {
      const library = slowDisk(folder, 1_000);
      return library ? await copy("slow", () => cluster("slow", library)) : null;
    },
    sized: (deals) =>
      once(`sized ${deals}`, async () => {
        const place = await (await main()).create(`sized_${deals}`);
        await openWallets(place);
        await seedAccounts(place, deals, 0);
        await seedDeals(place, deals);
        return place;
      }),
    orders: (orders) =>
      once(`orders ${orders}`, async () => {
        const place = await (await main()).create(`orders_${orders}`);
        await seedOrders(place, orders);
        return place;
      }),
    listings: (listings) =>
      once(`listings ${listings}`, async () => {
        const place = await (await main()).create(`listings_${listings}`);
        const owner = open(place.ownerUrl);
        await seedListings(owner, listings);
        await owner.close();
        return place;
      }),
    hotAccount: async (code) => await accountOf(await seeded("main", main), code),
    deadlocks: async () => (await Promise.all(clusters.map((one) => one.deadlocks()))).reduce((sum, n) => sum + n, 0),
    async stop() {
      for (const one of clusters) await one.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function withoutSafeties({ ownerUrl }: Place): Promise<void> {
  const owner = open(ownerUrl);
  for (const table of ["ledger.account", "ledger.entry", "ledger.posting", "escrow.event"])
    await owner.query(`alter table ${table} disable trigger user`);
  await owner.query(
    "alter table ledger.account drop constraint never_below_zero, drop constraint entrusted_is_guarded",
  );
  await owner.query(readFileSync(join(import.meta.dirname, "bare.sql"), "utf8"));
  await owner.close();
}
