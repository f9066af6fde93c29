import { type DealId, type RefundId, shardOf } from "@amana/core/ids";
import { accounts, move, type Posting } from "@amana/core/ledger";
import type { Money } from "@amana/core/money";
import type { CaptureId } from "./capture-store.ts";

type About = {
  readonly id: CaptureId;
  readonly deal: DealId | null;
  readonly gateway: string;
  readonly amount: Money;
};

/** Money that matches no open deal. */
export const intoSuspense = ({ id, deal, gateway, amount }: About): Posting => ({
  shard: shardOf(id),
  key: `unmatched:${id}`,
  kind: "unmatched",
  deal,
  entries: move(accounts.clearing(gateway), accounts.suspense(gateway), amount),
});

/** On its way back to whoever paid it; a refund that failed may be followed by another. */
export const outOfSuspense = ({ id, deal, gateway, amount }: About, refund: RefundId): Posting => ({
  shard: shardOf(id),
  key: `unmatched_refund:${refund}`,
  kind: "unmatched_refund",
  deal,
  entries: move(accounts.suspense(gateway), accounts.refundsInFlight(gateway), amount),
});
