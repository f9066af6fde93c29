import { istIso } from "../india-time.ts";
import { rupees } from "../json.ts";
import type { Order, PayMethod, Payment, PaymentStatus } from "./records.ts";

export const paymentEntity = (order: Order, payment: Payment): object => ({
  auth_id: null,
  authorization: null,
  bank_reference: payment.bankReference,
  cf_payment_id: payment.cfPaymentId,
  entity: "payment",
  error_details: errorDetails(payment),
  international_payment: { international: false },
  is_captured: payment.status === "SUCCESS",
  order_amount: rupees(order.paise),
  order_currency: order.currency,
  order_id: order.orderId,
  payment_amount: rupees(payment.paise),
  payment_completion_time: payment.completedAt === null ? null : istIso(payment.completedAt),
  payment_currency: payment.currency,
  payment_gateway_details: gatewayDetails(order, payment),
  payment_group: GROUP[payment.method],
  payment_message: MESSAGE[payment.status],
  payment_method: methodDetails(payment),
  payment_status: payment.status,
  payment_surcharge: null,
  payment_time: istIso(payment.startedAt),
});

export const GROUP: Record<PayMethod, string> = {
  upi: "upi",
  card: "credit_card",
  netbanking: "net_banking",
  wallet: "wallet",
};

export const MESSAGE: Record<PaymentStatus, string> = {
  SUCCESS: "Transaction successful",
  FAILED: "Transaction failed",
  USER_DROPPED: "User dropped and did not complete the two factor authentication",
  PENDING: "Transaction pending",
  NOT_ATTEMPTED: "Transaction not attempted",
};

export function methodDetails(payment: Payment): object {
  const { channel, method } = payment;
  if (method === "upi") return { upi: { channel, upi_id: "demobuyer@examplebank" } };
  if (method === "wallet") return { app: { channel, provider: "phonepe", phone: "9000000001" } };
  if (method === "netbanking") {
    return { netbanking: { channel, netbanking_bank_code: 3333, netbanking_bank_name: "Test Bank" } };
  }
  const card = { card_number: "XXXXXXXXXXXX1111", card_network: "visa", card_type: "credit_card", card_country: "IN" };
  return { card: { channel, ...card, card_bank_name: "TEST Bank", card_network_reference_id: null } };
}

export function errorDetails(payment: Payment): object | null {
  if (payment.status !== "FAILED") return null;
  return {
    error_code: payment.errorCode,
    error_description: "issuer bank or payment service provider declined the transaction",
    error_reason: "auth_declined",
    error_source: "customer",
    error_code_raw: "ZM",
    error_description_raw: "INVALID / INCORRECT MPIN",
    error_subcode_raw: "",
  };
}

export const gatewayDetails = (order: Order, payment: Payment): object => ({
  gateway_name: "CASHFREE",
  gateway_order_id: order.cfOrderId,
  gateway_payment_id: payment.cfPaymentId,
  gateway_order_reference_id: null,
  gateway_settlement: "CASHFREE",
  gateway_status_code: null,
});

export const settlementEntity = (order: Order, payment: Payment): object => ({
  cf_payment_id: payment.cfPaymentId,
  cf_settlement_id: `61${payment.cfPaymentId.slice(-8)}`,
  entity: "settlement",
  order_id: order.orderId,
  order_amount: rupees(order.paise),
  order_currency: order.currency,
  payment_time: istIso(payment.startedAt),
  service_charge: rupees(0),
  service_tax: rupees(0),
  settlement_amount: rupees(payment.paise),
  settlement_currency: payment.currency,
  transfer_id: Number(payment.cfPaymentId.slice(-6)),
  transfer_time: istIso(payment.completedAt ?? payment.startedAt),
  transfer_utr: `N${payment.cfPaymentId.slice(-8)}`,
});
