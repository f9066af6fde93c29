import type { Api, OrderSeen } from "./api.ts";

/** One story: what it is called and what is done, step by step; each step is told with the books as they then stand. */
export type Story = { readonly name: string; readonly play: (stage: Stage) => Promise<void> };

export type Stage = {
  readonly api: Api;
  readonly order: OrderSeen;
  /** Tells a step after everything that follows from it has happened. */
  readonly tell: (step: string) => Promise<OrderSeen>;
};

export const STORIES: readonly Story[] = [
  {
    name: "delivered and released after 24 h",
    async play(stage) {
      await pay(stage);
      await dispatch(stage);
      await deliver(stage);
      await pass(stage, "PT24H", "a day goes by without a word from the buyer: the money is released to the seller");
      await pass(stage, "PT5M", "the bank has credited the seller");
    },
  },
  {
    name: "buyer confirms at once",
    async play(stage) {
      await pay(stage);
      await dispatch(stage);
      await deliver(stage);
      await stage.api.post("buyer", `/orders/${stage.order.id}/confirm-delivery`);
      await pass(stage, "PT5M", "the buyer confirms: the money is released and paid out");
    },
  },
  {
    name: "no dispatch in 48 h",
    async play(stage) {
      await pay(stage);
      await pass(stage, "PT48H", "48 hours go by and nothing was sent: the buyer is refunded");
      await pass(stage, "PT10M", "the gateway confirms the refund");
    },
  },
  {
    name: "no delivery in 7 days",
    async play(stage) {
      await pay(stage);
      await dispatch(stage);
      await scan(stage, "PUC");
      await stage.tell("the parcel is picked up and is never heard of again");
      await pass(stage, "P7D", "7 days go by: the carrier is asked once more, then the buyer is refunded");
      await pass(stage, "PT10M", "the gateway confirms the refund");
    },
  },
  {
    name: "buyer cancels before dispatch",
    async play(stage) {
      await pay(stage);
      await stage.api.post("buyer", `/orders/${stage.order.id}/cancel`, { reason: "Ordered twice by mistake" });
      await stage.tell("the buyer cancels: the refund is on its way");
      await pass(stage, "PT10M", "the gateway confirms the refund");
    },
  },
  {
    name: "payment webhook ten times and out of order",
    async play(stage) {
      await pay(stage, { mode: "out_of_order" });
      await sendAgain(stage, 10);
      await dispatch(stage);
      await deliver(stage);
      await pass(stage, "PT24H", "a day goes by: the money is released to the seller, once");
      await pass(stage, "PT5M", "the bank has credited the seller");
    },
  },
  {
    name: "the refund call times out after the gateway accepted it",
    async play(stage) {
      await pay(stage);
      await stage.api.control("/faults", {
        provider: "cashfree",
        operation: "createRefund",
        kind: "timeout_after",
        times: 1,
      });
      await stage.api.post("buyer", `/orders/${stage.order.id}/cancel`, {});
      await stage.tell("the buyer cancels; the gateway takes the refund and the answer is lost");
      await pass(stage, "PT30M", "the gateway is asked, knows the refund, and confirms it: it was made once");
    },
  },
];

async function pay({ api, order, tell }: Stage, webhook: Record<string, unknown> = { mode: "normal" }): Promise<void> {
  const payment = await api.post<{ id: string }>("buyer", `/orders/${order.id}/payment`);
  await api.control(`/cashfree/orders/${payment.id}/pay`, { outcome: "success", method: "upi", webhook });
  await tell("the buyer pays: the money waits in escrow");
}

/** The gateway sends its news of the payment again and again. */
async function sendAgain({ api, order, tell }: Stage, times: number): Promise<void> {
  const { payment } = await api.order("buyer", order.id);
  const { deliveries } = await api.webhooks();
  const mine = deliveries.find(
    ({ reference, type }) => reference === payment?.id && type === "PAYMENT_SUCCESS_WEBHOOK",
  );
  if (!mine) throw new Error("the gateway has sent no news of the payment");
  for (let sent = 0; sent < times; sent++) await api.control(`/webhooks/${mine.id}/resend`, {});
  await tell(`the gateway sends the news of it ${times} times more`);
}

async function dispatch({ api, order, tell }: Stage): Promise<void> {
  await api.post("seller", `/orders/${order.id}/dispatch`);
  await tell("the seller dispatches: the carrier has made the label");
}

async function scan({ api, order }: Stage, code: string): Promise<void> {
  const { shipment } = await api.order("seller", order.id);
  if (!shipment?.trackingNumber) throw new Error(`${order.number} has no tracking number`);
  await api.control(`/rapidshyp/shipments/${shipment.trackingNumber}/scan`, { code });
}

async function deliver(stage: Stage): Promise<void> {
  for (const code of ["PUC", "INT", "OFD", "DEL"]) {
    await stage.api.advance("PT1H");
    await scan(stage, code);
  }
  await stage.tell("the parcel is picked up, carried and delivered");
}

async function pass({ api, tell }: Stage, duration: string, step: string): Promise<void> {
  await api.advance(duration);
  await tell(step);
}
