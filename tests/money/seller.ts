import { shardOf } from "../../core/ids/index.ts";
import { type AccountCode, move, type PostingKind } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import type { Schedule } from "../../core/payout/index.ts";
import { outgoingOf } from "../../server/entrypoints/wiring.ts";
import { post } from "../../server/modules/ledger/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import {
  changeSchedule,
  PAYOUT_STATES,
  type Payout,
  payoutsOf,
  receivePayoutWebhook,
} from "../../server/modules/payouts/index.ts";
import { asking } from "./asking.ts";
import { webhook } from "./gateway.ts";
import type { World } from "./world.ts";

type Shares = Parameters<typeof changeSchedule>[3]["shares"];

/** What happens to the seller of a world, and what is then seen of his money. */
export function sellerOf(world: () => World) {
  const payouts = async (): Promise<Payout[]> =>
    (await payoutsOf(world().db, world().seller, PAYOUT_STATES, 1000)).sort(
      (a, b) => a.requestedAt - b.requestedAt || a.tries - b.tries || a.part - b.part,
    );
  return {
    /** The oldest first. */
    payouts,
    states: async () => (await payouts()).map(({ state }) => state),
    wallet: () => world().balance(`wallet:${world().seller}`),
    received: ({ terms }: Order): bigint => terms.sellerReceives.minor,
    audited: async (action: string): Promise<number> =>
      (await world().owner.query("select from audit.entry where action = $1", [action])).length,

    async sold(): Promise<Order> {
      const { order } = await world().shipped();
      await world().give(order, "confirm_receipt", "buyer");
      await world().settle();
      return order;
    },

    async schedule(wanted: Schedule, shares: Shares = null) {
      const { db, parts, seller, now } = world();
      const changed = await changeSchedule(db, outgoingOf(parts), asking(seller), { schedule: wanted, shares }, now());
      await world().settle();
      return changed;
    },

    /** Money moved by something else. */
    async book(kind: PostingKind, from: AccountCode, to: AccountCode, minor: bigint) {
      const { db, seller, now } = world();
      const entries = move(from, to, money(minor, "INR"));
      return await post(db, [{ shard: shardOf(seller), key: `${kind}:${minor}`, kind, deal: null, entries }], now());
    },

    /** The bank ends a payout otherwise than it seemed, and says so. */
    async bankReturns(payout: Payout | undefined, status: "returned" | "failed" | "paid" = "returned") {
      const { db, rail, now } = world();
      const id = payout?.id ?? "";
      rail.settlePayout(id, status);
      await receivePayoutWebhook(db, rail, webhook({ payout: id }, id), now());
      await world().settle();
    },
  };
}
