import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import type { GatewayHint } from "#ports/payment-gateway";
import { IdText } from "../../support/decode.ts";
import { DisputeEvent, disputeHint } from "./disputes.ts";
import { ourRefundId } from "./messages.ts";

const AnyEvent = Type.Object({ type: Type.String({ minLength: 1, maxLength: 100 }) });

const PaymentEvent = Type.Object({
  type: Type.String(),
  data: Type.Object({
    order: Type.Object({ order_id: Type.String() }),
    payment: Type.Object({ cf_payment_id: IdText, payment_status: Type.String() }),
  }),
});

const TheirRefundEvent = Type.Object({ cf_refund_id: IdText, order_id: Type.String(), refund_status: Type.String() });
const RefundEvent = Type.Object({
  type: Type.String(),
  data: Type.Object({ refund: Type.Intersect([TheirRefundEvent, Type.Object({ refund_id: Type.String() })]) }),
});
const AutoRefundEvent = Type.Object({ type: Type.String(), data: Type.Object({ auto_refund: TheirRefundEvent }) });

/**
 * Where an event tells us to look. Versions before 2025-01-01 write ids as numbers. An event of a kind or shape that we
 * have not met still gives a hint, named by the digest of its bytes; null only when it names no type at all.
 */
export function hintOf(event: unknown, digest: string): GatewayHint | null {
  if (Value.Check(RefundEvent, event)) return refundHint(event);
  if (Value.Check(AutoRefundEvent, event)) return autoRefundHint(event);
  if (Value.Check(DisputeEvent, event)) return disputeHint(event);
  if (Value.Check(PaymentEvent, event)) return paymentHint(event);
  return Value.Check(AnyEvent, event) ? { dedupeKey: `${event.type}:${digest}`, type: event.type } : null;
}

function paymentHint({ type, data: { order, payment } }: Static<typeof PaymentEvent>): GatewayHint {
  return { dedupeKey: `${type}:${payment.cf_payment_id}:${payment.payment_status}`, type, payment: order.order_id };
}

/** The status belongs to the key, for one refund sends several events of one type. */
function refundHint({ type, data: { refund } }: Static<typeof RefundEvent>): GatewayHint {
  const ours = ourRefundId(refund.refund_id);
  const hint = { dedupeKey: `${type}:${refund.cf_refund_id}:${refund.refund_status}`, type, payment: refund.order_id };
  return ours === null ? hint : { ...hint, refund: ours };
}

/** Money that went back without our asking: only looking at the payment tells what is left. */
function autoRefundHint({ type, data: { auto_refund } }: Static<typeof AutoRefundEvent>): GatewayHint {
  return {
    dedupeKey: `${type}:${auto_refund.cf_refund_id}:${auto_refund.refund_status}`,
    type,
    payment: auto_refund.order_id,
  };
}
