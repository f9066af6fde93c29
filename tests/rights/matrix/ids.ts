import type { Instant } from "../../../core/time/index.ts";
import { newRootId } from "../../../server/runtime/ids/index.ts";
import { type Belongings, nobodysBelongings } from "./belongings.ts";
import { nobodysDisputes } from "./disputes.ts";
import type { Market, Side, SideThings } from "./market.ts";
import type { Ids, Instance } from "./requests.ts";

/** The ids of a pair's things, or new ones that nothing has. */
export function idsOf(
  market: Market,
  instance: Instance,
  { quotes, belongings }: { readonly quotes: BySide<string>; readonly belongings: BySide<Belongings> },
): Ids {
  if (instance === "missing") return nobodys(market.world.now());
  const { buyer, orders, ...things } = market.sides[instance];
  const ids = { ...things, ...belongings[instance], quote: quotes[instance], debtor: buyer };
  return { ...ids, order: mapped(orders, ({ id }) => id), notification: things.secrets.find(isNotice) ?? "" };
}

type BySide<T> = Readonly<Record<Side, T>>;

const isNotice = (id: string): boolean => id.startsWith("ntf_");

function nobodys(now: Instant): Ids {
  const order = () => newRootId("order", now);
  return {
    order: {
      ...{ awaiting: order(), paid: order(), accepted: order(), shipped: order(), cancelled: order() },
      ...{ decided: order(), done: order(), unpaidOut: order(), large: order() },
      ...{ working: order(), handedOver: order() },
    },
    ...{ product: newRootId("product", now), quote: newRootId("quote", now), payment: newRootId("payment", now) },
    ...{ bankAccount: newRootId("bankAccount", now), failedAccount: newRootId("bankAccount", now) },
    ...{ failedPayout: newRootId("payout", now), refund: newRootId("refund", now) },
    ...{ approval: newRootId("approval", now), capture: newRootId("capture", now) },
    ...{ notification: newRootId("notification", now), debtor: newRootId("user", now) },
    ...nobodysDisputes(now),
    ...nobodysBelongings(now),
  };
}

const mapped = (orders: SideThings["orders"], to: (order: { readonly id: string }) => string): Ids["order"] => ({
  ...{ awaiting: to(orders.awaiting), paid: to(orders.paid), accepted: to(orders.accepted) },
  ...{ shipped: to(orders.shipped), cancelled: to(orders.cancelled), decided: to(orders.decided) },
  ...{ done: to(orders.done), unpaidOut: to(orders.unpaidOut), large: to(orders.large) },
  ...{ working: to(orders.working), handedOver: to(orders.handedOver) },
});
