import type { PaymentId } from "../../core/ids/index.ts";
import { shardOf } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { chargebacksOfDeal, receiveWebhook } from "../../server/modules/payments/index.ts";
import { webhook } from "./gateway.ts";
import type { World } from "./world.ts";

type Dispute = Parameters<World["gateway"]["dispute"]>[1];

/** What a buyer's bank does in a world, and what is then seen of the money. */
export function buyersBankOf(world: () => World) {
  /** The bank's news reaches us by a webhook, which only says where to look. */
  async function told(payment: PaymentId, dispute: string, key = `${dispute} ${world().now()}`): Promise<void> {
    const { db, parts, now, settle } = world();
    const kept = await receiveWebhook(db, parts.gateways, "testpay", webhook({ payment, dispute }, key), now());
    if (!kept.ok || kept.value !== "kept") throw new Error(`${key} was not kept`);
    await settle();
  }
  return {
    told,

    async disputed(payment: PaymentId, how: Dispute = {}): Promise<string> {
      const dispute = world().gateway.dispute(payment, how);
      await told(payment, dispute);
      return dispute;
    },

    async decided(payment: PaymentId, dispute: string, status: "won" | "lost" | "open"): Promise<void> {
      world().gateway.decide(dispute, status);
      await told(payment, dispute, `${dispute} ${status} ${world().now()}`);
    },

    async soldOrder(): Promise<{ order: Order; payment: PaymentId }> {
      const { order, payment } = await world().shipped();
      await world().give(order, "confirm_receipt", "buyer");
      await world().settle();
      return { order, payment };
    },

    /** Money for a seller that no order of a test explains. */
    async credit(user: World["seller"], minor: bigint): Promise<void> {
      const entries = move(accounts.bank("test"), accounts.wallet(user), money(minor, "INR"));
      const posting = { shard: shardOf(user), key: `credit ${minor}`, kind: "explained", deal: null, entries } as const;
      const verdicts = await post(world().db, [posting], world().now());
      if (verdicts[0] !== "posted") throw new Error(`the credit is ${verdicts[0]}`);
    },

    chargebacks: async (order: Order) =>
      (await chargebacksOfDeal(world().owner, order.deal)).map(({ state, effect, booked }) => [state, effect, booked]),
    refundsOf: async (order: Order) => (await world().refunds(order)).map(({ state }) => state),
    noticesOf: async (order: Order) => (await world().notices(order)).map(({ key }) => key),
    seller: (family: "wallet" | "reserve" | "receivable") => world().balance(`${family}:${world().seller}`),
    lost: () => world().balance("expense:chargebacks"),
  };
}
