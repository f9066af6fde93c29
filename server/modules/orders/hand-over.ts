import type { Deal } from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import type { Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type AdvanceRefusal, advanceFrom } from "#modules/escrow";
import type { Database } from "#runtime/database";
import { insertChanges, insertDelivery } from "./delivery-store.ts";
import type { Order } from "./store.ts";

/** Who says something about work, and when it happened before: once per key, and only from this version of the order. */
export type Said = {
  readonly by: "buyer" | "seller";
  readonly user: UserId;
  readonly key: string;
  readonly expected: number | null;
  readonly message: string;
};

type Moved = Result<Deal, AdvanceRefusal | "another_revision">;

/** The seller hands work over: the step of the deal and what is handed over come into being together. */
export const handOver = (
  db: Database,
  order: Order,
  { links, ...said }: Said & { readonly links: readonly string[] },
  now: Instant,
): Promise<Moved> =>
  together(db, order, "deliver", said, now, (tx, key) =>
    insertDelivery(tx, order.id, { message: said.message, links, key }, now),
  );

/** The buyer wants changes, as often as was agreed. */
export const requestRevision = (db: Database, order: Order, said: Said, now: Instant): Promise<Moved> =>
  together(db, order, "request_revision", said, now, (tx, key) =>
    insertChanges(tx, order.id, { message: said.message, key }, now),
  );

const together = (
  db: Database,
  { deal }: Order,
  name: string,
  { by, user, key: own, expected }: Said,
  now: Instant,
  write: (tx: Parameters<Parameters<Database["transaction"]>[0]>[0], key: string) => Promise<void>,
): Promise<Moved> =>
  db.transaction(async (tx) => {
    const key = `${user}:${name}:${own}`;
    const moved = await advanceFrom(tx, deal, { name, by, at: now }, now, { key, actorId: user }, expected);
    if (moved.ok) await write(tx, key);
    return moved;
  });
