import { istIso, utcIso } from "../india-time.ts";
import { rupees, wireJson } from "../json.ts";
import type { WebhookEvent } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { errorDetails, GROUP, gatewayDetails, MESSAGE, methodDetails } from "./payment-entity.ts";
import type { Dispute, Order, Payment, Refund, Transfer } from "./records.ts";
import { transferEntity } from "./transfer-entity.ts";

const HOOKS = "/api/v1/webhooks/cashfree";

/** PAYMENT_SUCCESS_WEBHOOK, PAYMENT_FAILED_WEBHOOK or PAYMENT_USER_DROPPED_WEBHOOK, to the order's notify_url. */
export function paymentEvent(sandbox: Sandbox, order: Order, payment: Payment): WebhookEvent {
  const type = `PAYMENT_${payment.status}_WEBHOOK`;
  const failed = payment.status === "FAILED" ? { error_details: errorDetails(payment) } : {};
  const data = {
    order: {
      order_id: order.orderId,
      order_amount: rupees(order.paise),
      order_currency: order.currency,
      order_tags: order.tags,
    },
    payment: {
      cf_payment_id: payment.cfPaymentId,
      payment_status: payment.status,
      payment_amount: rupees(payment.paise),
      payment_currency: payment.currency,
      payment_message: MESSAGE[payment.status],
      payment_time: istIso(payment.startedAt),
      bank_reference: payment.bankReference,
      auth_id: null,
      payment_method: methodDetails(payment),
      payment_group: GROUP[payment.method],
      international_payment: { international: false },
      payment_surcharge: null,
    },
    customer_details: {
      customer_name: order.customer.name,
      customer_id: order.customer.id,
      customer_email: order.customer.email,
      customer_phone: order.customer.phone,
    },
    ...failed,
    payment_gateway_details: gatewayDetails(order, payment),
    payment_offers: null,
  };
  const url = order.notifyUrl ?? `${sandbox.options.appUrl}${HOOKS}/payment`;
  return event(sandbox, "pg", type, order.orderId, url, data);
}

/** REFUND_STATUS_WEBHOOK. Here Cashfree's ids are numbers and the entity is `Refund`, unlike in the API's answers. */
export function refundEvent(sandbox: Sandbox, refund: Refund): WebhookEvent {
  const data = {
    refund: {
      cf_refund_id: Number(refund.cfRefundId),
      cf_payment_id: Number(refund.cfPaymentId),
      refund_id: refund.refundId,
      order_id: refund.orderId,
      refund_amount: rupees(refund.paise),
      refund_currency: "INR",
      entity: "Refund",
      refund_type: "MERCHANT_INITIATED",
      refund_arn: refund.status === "SUCCESS" ? `ARN${refund.cfRefundId}` : null,
      refund_status: refund.status,
      status_description: refund.status === "SUCCESS" ? "Refund processed successfully" : "Refund not processed",
      created_at: istIso(refund.createdAt),
      processed_at: refund.processedAt === null ? null : istIso(refund.processedAt),
      refund_charge: rupees(0),
      refund_note: refund.note,
      refund_splits: [],
      metadata: null,
      requested_speed: refund.speed,
      processed_speed: refund.speed,
      service_charge: rupees(0),
      service_tax: rupees(0),
      forex_conversion_handling_charge: null,
      forex_conversion_handling_tax: null,
      forex_conversion_rate: null,
      charges_currency: "INR",
    },
  };
  const url = `${sandbox.options.appUrl}${HOOKS}/refund`;
  return event(sandbox, "pg", "REFUND_STATUS_WEBHOOK", refund.refundId, url, data);
}

/** DISPUTE_CREATED, DISPUTE_UPDATED or DISPUTE_CLOSED. Here the dispute's id is text and its times carry their zone, unlike in the API's answers. */
export function disputeEvent(sandbox: Sandbox, order: Order, dispute: Dispute, type: string): WebhookEvent {
  const data = {
    dispute: {
      dispute_id: dispute.disputeId,
      dispute_type: dispute.stage,
      reason_code: "1402",
      reason_description: "Duplicate Processing",
      dispute_amount: rupees(dispute.paise),
      created_at: istIso(dispute.createdAt),
      updated_at: istIso(dispute.updatedAt),
      respond_by: istIso(dispute.respondBy),
      ...(dispute.resolvedAt === null ? {} : { resolved_at: istIso(dispute.resolvedAt) }),
      dispute_status: `${dispute.stage}_${dispute.word}`,
      cf_dispute_remarks: "Simulated",
      dispute_action_on: "MERCHANT",
    },
    order_details: {
      order_id: order.orderId,
      order_amount: rupees(order.paise),
      order_currency: order.currency,
      cf_payment_id: Number(dispute.cfPaymentId),
      payment_amount: rupees(dispute.paise),
      payment_currency: order.currency,
    },
    customer_details: {
      customer_name: order.customer.name,
      customer_phone: order.customer.phone,
      customer_email: order.customer.email,
    },
  };
  const url = `${sandbox.options.appUrl}${HOOKS}/dispute`;
  return event(sandbox, "pg", type, order.orderId, url, data);
}

/** A payouts V2 event: `{ data, event_time, type }` with the transfer as it is now. */
export function transferEvent(sandbox: Sandbox, transfer: Transfer, type: string): WebhookEvent {
  const url = `${sandbox.options.appUrl}${HOOKS}/payout`;
  return event(sandbox, "payout", type, transfer.transferId, url, transferEntity(transfer));
}

function event(
  sandbox: Sandbox,
  signer: "pg" | "payout",
  type: string,
  reference: string,
  url: string,
  data: object,
): WebhookEvent {
  const now = sandbox.clock.now();
  const event_time = signer === "pg" ? istIso(now) : utcIso(now);
  return { signer, type, reference, url, body: wireJson({ data, event_time, type }) };
}
