import type { Policy } from "@amana/core/escrow";
import { sweepDeadlines } from "#modules/escrow";
import { tellParties } from "#modules/notifications";
import {
  askAboutParcel,
  dispatchWhenBooked,
  followDeal,
  followScans,
  lapseWhenAnswered,
  lapseWhenNotBooked,
} from "#modules/orders";
import {
  askBeforeLapse,
  askGateway,
  closeAtGateway,
  closePayments,
  followRefund,
  lookAtPayment,
  openAtGateway,
  refundOfDeal,
} from "#modules/payments";
import { followPayout, payOutRelease, registerBankAccount } from "#modules/payouts";
import { pushChanges } from "#modules/realtime";
import { askCarrier, bookShipment, cancelAtCarrier, trackShipment } from "#modules/shipping";
import type { Carrier } from "#ports/carrier";
import type { Clock } from "#ports/clock";
import type { PaymentGateway } from "#ports/payment-gateway";
import type { PayoutRail } from "#ports/payout-rail";
import type { Database } from "#runtime/database";
import type { Hub } from "#runtime/push";
import type { Keyring } from "#runtime/secrets";
import type { JobHandler, Subscription, Work } from "#runtime/work";

/** Everything that the parts of the application are made of, built once. */
export type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly policy: Policy;
  readonly gateways: readonly PaymentGateway[];
  /** Null where none is configured: what is released then stays in the seller's wallet. */
  readonly rail: PayoutRail | null;
  readonly carriers: readonly Carrier[];
  readonly dataKey: Keyring;
  readonly publicUrl: string;
  readonly onError: (error: unknown) => void;
};

/** Who hears of what. Within one announcement the order is this one; between announcements there is none. */
const subscriptions = ({ hub, rail }: Parts): Subscription[] => [
  followDeal,
  refundOfDeal,
  closePayments,
  ...(rail ? [payOutRelease(rail)] : []),
  askBeforeLapse,
  askAboutParcel,
  dispatchWhenBooked,
  lapseWhenNotBooked,
  followScans,
  lapseWhenAnswered,
  ...tellParties(hub),
  ...pushChanges(hub),
];

const jobs = ({ db, gateways, rail, carriers, dataKey, publicUrl }: Parts): JobHandler[] => [
  openAtGateway(db, gateways, (gateway) => `${publicUrl}/api/v1/webhooks/${gateway}/payment`),
  lookAtPayment(db, gateways),
  closeAtGateway(db, gateways),
  askGateway(db, gateways),
  followRefund(db, gateways),
  ...(rail ? [registerBankAccount(db, rail, dataKey), followPayout(db, rail)] : []),
  bookShipment(db, carriers),
  cancelAtCarrier(db, carriers),
  trackShipment(db, carriers),
  askCarrier(db, carriers),
];

export const workOf = (parts: Parts): Work => ({
  db: parts.db,
  clock: parts.clock,
  subscriptions: subscriptions(parts),
  jobs: jobs(parts),
  sweep: () => sweepDeadlines(parts.db, parts.clock.now()),
  onError: parts.onError,
});
