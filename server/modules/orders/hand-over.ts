import type { Deal } from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import type { Result } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { type AdvanceRefusal, advanceFrom } from "#modules/escrow";
import { attachFiles } from "#modules/files";
import { type Database, type Tx, undoing } from "#runtime/database";
import { type Delivery, insertChanges, insertDelivery } from "./delivery-store.ts";
import type { Order } from "./store.ts";

/** Who says something about work, and when it happened before: once per key, and only from this version of the order. */
export type Said = {
  readonly by: "buyer" | "seller";
  readonly user: UserId;
  readonly key: string;
  readonly expected: number | null;
  readonly message: string;
};

type Moved = Result<Deal, AdvanceRefusal | "another_revision" | "no_such_file">;
type Delivered = Said & Pick<Delivery, "links" | "files">;

/** The seller hands work over: the step of the deal and what is handed over come into being together. */
export const handOver = (
  db: Database,
  order: Order,
  { links, files, ...said }: Delivered,
  now: Instant,
): Promise<Moved> =>
  undoing(db, async (tx) => {
    const held = await attachFiles(tx, said.user, "delivery", files, now);
    if (!held.ok) return held;
    return await together(tx, order, "deliver", said, now, (key) =>
      insertDelivery(tx, order.id, { message: said.message, links, files, key }, now),
    );
  });

/** The buyer wants changes, as often as was agreed. */
export const requestRevision = (db: Database, order: Order, said: Said, now: Instant): Promise<Moved> =>
  undoing(db, (tx) =>
    together(tx, order, "request_revision", said, now, (key) =>
      insertChanges(tx, order.id, { message: said.message, key }, now),
    ),
  );

async function together(
  tx: Tx,
  { deal }: Order,
  name: string,
  { by, user, key: own, expected }: Said,
  now: Instant,
  write: (key: string) => Promise<void>,
): Promise<Moved> {
  const key = `${user}:${name}:${own}`;
  const moved = await advanceFrom(tx, deal, { name, by, at: now }, now, { key, actorId: user }, expected);
  if (moved.ok) await write(key);
  return moved;
}
