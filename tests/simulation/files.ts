import { type Id, idOf, type ProductId, type UserId, uuidOf } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { STANDARD_TAXES } from "../../core/pricing/index.ts";
import { at } from "../../core/time/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import { insertListing } from "../../server/modules/catalog/index.ts";
import { type DownloadRefusal, download, entitlementOfOrder, linkTo } from "../../server/modules/library/index.ts";
import { type Order, placeDigital } from "../../server/modules/orders/index.ts";
import type { FileStore } from "../../server/ports/file-store.ts";
import { type Tx, timestamp } from "../../server/runtime/database/index.ts";
import { newIdBeside, newRootId } from "../../server/runtime/ids/index.ts";
import { ALLOWED, type Stand } from "./entitlements.ts";
import type { Means, People } from "./means.ts";
import { asksTheBank } from "./quarrels.ts";
import { START, type World } from "./world.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is for sale as files. */
export type Shelf = { readonly product: ProductId; readonly files: readonly Id<"file">[] };

/** The bytes are beside the point: each file is there, and never empty. */
const STORED: FileStore = { put: async () => {}, get: async () => new Uint8Array([1]), delete: async () => {} };

/** A seller offers two files as one thing. */
export async function openShelf(world: World, tx: Tx, seller: UserId): Promise<Shelf> {
  const product = newIdBeside("product", at(START), seller);
  const files = [newRootId("file", at(START)), newRootId("file", at(START))];
  const sold = files.map((id, n) => ({
    ...{ id, name: `pattern-${n}.pdf`, mediaType: "application/pdf", size: 1 },
    sha256: "00".repeat(32),
  }));
  for (const { id, name, mediaType, size, sha256 } of sold)
    await tx.query(
      `insert into files.file (id, owner_id, purpose, name, media_type, size, sha256, request_key, uploaded_at, stored_at, attached_at)
       values ($1, $2, 'asset', $3, $4, $5, $6, $8, $7, $7, $7)`,
      [uuidOf(id), uuidOf(seller), name, mediaType, size, Buffer.from(sha256, "hex"), timestamp(at(START)), id],
    );
  await insertListing(tx, {
    ...{ id: product, seller, kind: "digital", state: "active", version: 1, category: "digital" },
    ...{ title: { en: "Sewing patterns", ar: "باترونات خياطة" }, description: { en: "Two patterns", ar: "باترونان" } },
    ...{ specifications: [], options: [], packages: [], pictures: [], files: sold, parcel: null, stock: 0 },
    price: money(BigInt(world.d.pick([1, 99, 29_901, 123_457])), "INR"),
    ...{ listedAt: at(START), submittedAt: null, rejection: null },
  });
  return { product, files };
}

/** Somebody buys files, once or twice. */
export function browse<M extends People>(world: World, market: M, shelf: Shelf, means: Means<M>): void {
  const { d } = world;
  const orders = d.chance(0.5) ? 2 : 1;
  for (let n = 0; n < orders; n++) {
    const quantity = d.pick([1, 1, 2, 3]);
    const placedAt = START + d.below(HOUR);
    const answers = new Set<string>();
    const place = async (parts: Parts): Promise<void> => {
      const rules = { policy: parts.policy, taxes: STANDARD_TAXES, downloads: ALLOWED };
      const wish = { product: shelf.product, variant: null, quantity };
      const placed = await placeDigital(parts.db, rules, { buyer: market.buyer, key: `files ${n}` }, wish, world.now());
      if (!placed.ok) return world.wrong(`files were not sold: ${placed.error}`);
      answers.add(placed.value.id);
      if (answers.size > 1) world.wrong(`one key placed ${answers.size} orders of files`);
      if (market.orders.has(placed.value.deal.slice(-32))) return;
      means.placed(world, market, placed.value);
      triesBeforePaying(world, placed.value, shelf, means);
    };
    means.later(world, placedAt, "place files", place);
    if (d.chance(0.15)) means.later(world, placedAt + d.pick([0, 0, 5 * SECOND, DAY]), "place files again", place);
  }
}

function triesBeforePaying<M>(world: World, order: Order, shelf: Shelf, means: Means<M>): void {
  const { d, time } = world;
  if (d.chance(0.3)) downloads(world, order, shelf, means, time.now + d.below(40 * MINUTE));
}

/** What a buyer does with files wherever the deal has come to: mostly downloads them, also when they are no longer his. */
export const reading =
  <M>(world: World, shelf: Shelf, means: Means<M>) =>
  (order: Order, to: string): void => {
    const { d, time } = world;
    if (to === "payment_pending") return;
    const wishes = to === "delivered" ? d.between(1, 5) : d.between(0, 2);
    for (let n = 0; n < wishes; n++) {
      const within = d.pick([MINUTE, HOUR, 3 * DAY, 25 * DAY]);
      downloads(world, order, shelf, means, time.now + d.between(SECOND, within));
    }
    if (to === "completed" && d.chance(0.2)) asksTheBank(world, order);
    if (to === "delivered" && d.chance(0.6)) {
      const name = d.pick(["confirm_receipt", "dispute", "dispute"]);
      means.give(world, order, "buyer", name, time.now + d.between(SECOND, 3 * DAY));
    }
  };

/** Takes a link, and uses it at once, within its ten minutes, or when it no longer opens. */
function downloads<M>(world: World, order: Order, { files }: Shelf, means: Means<M>, when: number): void {
  const { d } = world;
  // Mostly the first, so that it is used up.
  const file = d.pick([...files, ...files.slice(0, 1), ...files.slice(0, 1)]);
  const waits = d.pick([0, 0, SECOND, 9 * MINUTE, 11 * MINUTE]);
  means.later(world, when, "link", async (parts) => {
    const entitlement = await entitlementOfOrder(parts.db, order.id);
    if (!entitlement) return world.wrong(`${order.id} entitles to nothing`);
    const { url } = linkTo(parts, { id: entitlement.id, file }, world.now());
    const isStale = waits > 10 * MINUTE;
    const use = (again: Parts): Promise<void> => uses(world, again, { id: entitlement.id, file, url, isStale });
    // Whoever loses the connection asks anew: the one that was cut off may have been counted.
    if (waits === 0) await use(parts);
    else world.events.add(world.time.now + waits, "download", async () => void (await world.asked("download", use)));
  });
}

type Use = {
  readonly id: Id<"entitlement">;
  readonly file: Id<"file">;
  readonly url: string;
  readonly isStale: boolean;
};

async function uses(world: World, { db, dataKey }: Parts, { id, file, url, isStale }: Use): Promise<void> {
  const { downloads: oracle } = world;
  const asked = new URL(url).searchParams;
  const signed = { id, file: idOf("file", file.slice(-32)), expires: Number(asked.get("expires")) };
  const given = { ...signed, signature: String(asked.get("signature")) };
  const [before, count] = [oracle.standOf(id, file), oracle.count(id, file)];
  const taken = await download({ db, store: STORED, dataKey }, given, world.now());
  const answer = taken.ok ? "open" : (MEANT[taken.error] ?? taken.error);
  world.cover(`download ${isStale ? "stale" : answer}`);
  if (isStale) return answer === "link_refused" ? undefined : world.wrong(`a link opened after its time: ${answer}`);
  if (taken.ok && oracle.count(id, file) === count) return world.wrong(`a download of ${id} is not noted`);
  const isSame = oracle.standOf(id, file) === before && oracle.count(id, file) === count;
  if (!taken.ok && isSame && answer !== before) world.wrong(`${id} is ${before} and was answered with ${answer}`);
}

const MEANT: Partial<Record<DownloadRefusal, Stand>> = { suspended: "closed", withdrawn: "closed" };
