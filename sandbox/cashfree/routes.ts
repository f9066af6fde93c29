import type { FastifyInstance } from "fastify";
import { type Call, type Handle, operation } from "../call.ts";
import type { Sandbox } from "../sandbox.ts";
import { createBeneficiary, deleteBeneficiary, getBeneficiary } from "./beneficiaries.ts";
import { acceptDispute, getDispute, listDisputes } from "./disputes.ts";
import { gatewayManners } from "./gateway-manners.ts";
import { createOrder, getOrder, terminateOrder } from "./orders.ts";
import { getSimulation, payOrder, simulatePayment } from "./pay-order.ts";
import { getPayment, getSettlement, listPayments } from "./payments.ts";
import { payoutManners } from "./payout-manners.ts";
import { listSettlements, reconOfPeriod, reconOfSettlements } from "./recon.ts";
import { createRefund, getRefund, listRefunds } from "./refunds.ts";
import { createTransfer, getTransfer } from "./transfers.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Operation = readonly [
  name: string,
  method: Method,
  path: string,
  handle: (sandbox: Sandbox, call: Call) => ReturnType<Handle>,
];

export const GATEWAY_OPERATIONS: readonly Operation[] = [
  ["createOrder", "POST", "/orders", createOrder],
  ["getOrder", "GET", "/orders/:order_id", getOrder],
  ["terminateOrder", "PATCH", "/orders/:order_id", terminateOrder],
  ["getPayments", "GET", "/orders/:order_id/payments", listPayments],
  ["getPayment", "GET", "/orders/:order_id/payments/:cf_payment_id", getPayment],
  ["createRefund", "POST", "/orders/:order_id/refunds", createRefund],
  ["getRefunds", "GET", "/orders/:order_id/refunds", listRefunds],
  ["getRefund", "GET", "/orders/:order_id/refunds/:refund_id", getRefund],
  ["getDisputes", "GET", "/orders/:order_id/disputes", listDisputes],
  ["getDispute", "GET", "/disputes/:dispute_id", getDispute],
  ["acceptDispute", "PUT", "/disputes/:dispute_id/accept", acceptDispute],
  ["getSettlements", "GET", "/orders/:order_id/settlements", getSettlement],
  ["listSettlements", "POST", "/settlements", listSettlements],
  ["reconOfPeriod", "POST", "/recon", reconOfPeriod],
  ["reconOfSettlements", "POST", "/settlement/recon", reconOfSettlements],
  ["simulatePayment", "POST", "/simulate", simulatePayment],
  ["getSimulation", "GET", "/simulate/:simulation_id", getSimulation],
];

export const PAYOUT_OPERATIONS: readonly Operation[] = [
  ["createBeneficiary", "POST", "/beneficiary", createBeneficiary],
  ["getBeneficiary", "GET", "/beneficiary", getBeneficiary],
  ["deleteBeneficiary", "DELETE", "/beneficiary", deleteBeneficiary],
  ["createTransfer", "POST", "/transfers", createTransfer],
  ["getTransfer", "GET", "/transfers", getTransfer],
];

export function cashfreeRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const gateway = gatewayManners(sandbox);
  for (const [name, method, path, handle] of GATEWAY_OPERATIONS) {
    const handler = operation(sandbox, gateway, name, (call) => handle(sandbox, call));
    app.route({ method, url: `/cashfree/pg${path}`, handler });
  }
  const open = gatewayManners(sandbox, { open: true });
  const pay = operation(sandbox, open, "payOrder", (call) => payOrder(sandbox, call));
  app.post("/cashfree/pg/orders/sessions", pay);

  const payouts = payoutManners(sandbox);
  for (const [name, method, path, handle] of PAYOUT_OPERATIONS) {
    const handler = operation(sandbox, payouts, name, (call) => handle(sandbox, call));
    app.route({ method, url: `/cashfree/payout${path}`, handler });
  }
}
