import type { Answer, Call } from "../call.ts";
import { asObject, asText, at, isObject, rupees } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { invalid, missing, wrong } from "./errors.ts";
import { closedBecause, isOpen, settlePayment, startPayment } from "./payments.ts";
import type { Order, PayMethod, Simulation } from "./records.ts";

const METHODS: Readonly<Record<string, PayMethod>> = {
  upi: "upi",
  card: "card",
  netbanking: "netbanking",
  app: "wallet",
};
const OUTCOMES = ["SUCCESS", "FAILED", "PENDING", "USER_DROPPED"] as const;

/** POST /orders/sessions: starts an attempt; a collect request waits at the bank, the others at the pay page. */
export function payOrder(sandbox: Sandbox, call: Call): Answer {
  const sessionId = asText(at(call.body, "payment_session_id"));
  if (sessionId === undefined) return missing("payment_session_id");
  const order = orderOfSession(sandbox, sessionId);
  if (!order) return wrong("payment_session_id", "is not present or is invalid");
  const methods = at(call.body, "payment_method");
  if (!isObject(methods)) return missing("payment_method");
  const [name] = Object.keys(methods);
  const method = METHODS[name ?? ""];
  if (name === undefined || method === undefined) return wrong("payment_method", "is not supported");
  const channel = asText(at(methods, `${name}.channel`));
  if (channel === undefined) return missing(`payment_method.${name}.channel`);
  const closed = closedBecause(sandbox, order);
  if (closed) return invalid("request_failed", closed);

  const payment = startPayment(sandbox, order, method, channel);
  const url = `${sandbox.url()}/cashfree/checkout/${order.sessionId}`;
  const waitsAtBank = channel === "collect";
  const data = waitsAtBank
    ? { url: null, payload: null, content_type: null, method: null }
    : { url, payload: {}, content_type: "application/x-www-form-urlencoded", method: "get" };
  const action = waitsAtBank ? "custom" : "link";
  const { cfPaymentId: cf_payment_id } = payment;
  const answer = { action, cf_payment_id, channel, data, payment_amount: rupees(order.paise), payment_method: name };
  return { status: 200, body: answer };
}

export const orderOfSession = (sandbox: Sandbox, sessionId: string): Order | undefined =>
  [...sandbox.store.state.orders.values()].find((order) => order.sessionId === sessionId);

/** POST /simulate: decides an attempt that is still open. */
export function simulatePayment(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  if (body.entity === undefined) return missing("entity");
  if (body.entity !== "PAYMENTS") return wrong("entity", "should be PAYMENTS");
  const entityId = String(body.entity_id ?? "");
  if (entityId === "") return missing("entity_id");
  const wanted = at(body, "entity_simulation.payment_status");
  if (wanted === undefined) return missing("entity_simulation.payment_status");
  const outcome = OUTCOMES.find((known) => known === wanted);
  if (!outcome) return wrong("entity_simulation.payment_status", `should be one of ${OUTCOMES.join(", ")}`);
  const payment = sandbox.store.state.payments.get(entityId);
  if (!payment) return invalid("entity_id_not_found", "payment does not exist", 404);
  if (!isOpen(payment)) return invalid("request_failed", `payment is already ${payment.status}`);

  const errorCode = asText(at(body, "entity_simulation.payment_error_code")) ?? null;
  sandbox.deliveries.inBackground(settlePayment(sandbox, payment, outcome, { errorCode }));
  const simulationId = `sim_${sandbox.store.next()}`;
  const simulation = { simulationId, entityId, paymentStatus: outcome, paymentErrorCode: errorCode };
  sandbox.store.state.simulations.set(simulationId, simulation);
  return { status: 200, body: simulationEntity(simulation) };
}

/** GET /simulate/{simulation_id} */
export function getSimulation(sandbox: Sandbox, call: Call): Answer {
  const simulation = sandbox.store.state.simulations.get(call.params.simulation_id ?? "");
  if (!simulation) return invalid("simulation_id_not_found", "simulation does not exist", 404);
  return { status: 200, body: simulationEntity(simulation) };
}

const simulationEntity = (simulation: Simulation): object => ({
  simulation_id: simulation.simulationId,
  entity: "PAYMENTS",
  entity_id: simulation.entityId,
  entity_simulation: {
    payment_status: simulation.paymentStatus,
    payment_error_code: simulation.paymentErrorCode ?? "",
  },
});
