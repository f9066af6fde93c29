import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { GATEWAY_OPERATIONS, PAYOUT_OPERATIONS } from "../cashfree/routes.ts";
import { SCANNER_OPERATIONS } from "../clamd/scanner.ts";
import { addFault } from "../faults.ts";
import type { JsonObject } from "../json.ts";
import { RAPIDSHYP_OPERATIONS } from "../rapidshyp/routes.ts";
import type { Sandbox } from "../sandbox.ts";
import { statementOf } from "../statement.ts";
import { moveRefund, moveTransfer, payOrder, planTransfer } from "./cashfree.ts";
import { BadControlCall, bodyOf, fault, webhookMode, wholeNumber } from "./decode.ts";
import { decideDispute, dispute } from "./disputes.ts";
import { scan, shipments } from "./rapidshyp.ts";
import { damageRecon, payoutReport, repairRecon, setRecon } from "./recon.ts";
import type { Reply } from "./reply.ts";

type Work = (sandbox: Sandbox, body: JsonObject, id: string) => Promise<Reply> | Reply;
type ControlRoute = readonly [method: "GET" | "POST" | "DELETE", path: string, work: Work];

const OPERATIONS = {
  cashfree: [...GATEWAY_OPERATIONS, ...PAYOUT_OPERATIONS].map(([name]) => name).concat("payOrder"),
  rapidshyp: RAPIDSHYP_OPERATIONS.map(([name]) => name),
  clamd: SCANNER_OPERATIONS,
};

const ok = (body: unknown): Reply => ({ status: 200, body });

const ROUTES: readonly ControlRoute[] = [
  ["GET", "/state", (sandbox) => ok(summary(sandbox))],
  ["GET", "/clock", (sandbox) => ok(clockOf(sandbox))],
  ["POST", "/clock", moveClock],
  ["GET", "/latency", (sandbox) => ok(sandbox.store.state.latency)],
  ["POST", "/latency", setLatency],
  ["GET", "/faults", (sandbox) => ok({ faults: sandbox.store.state.faults, operations: OPERATIONS })],
  ["POST", "/faults", (sandbox, body) => ok(addFault(sandbox, fault(body, OPERATIONS)))],
  ["DELETE", "/faults", clearFaults],
  ["GET", "/webhooks", webhookLog],
  ["POST", "/webhooks", setWebhookModes],
  ["POST", "/webhooks/:id/resend", resend],
  ["GET", "/cashfree/statement", (sandbox) => ok(statementOf(sandbox))],
  ["POST", "/cashfree/orders/:id/pay", (sandbox, body, id) => payOrder(sandbox, id, body)],
  ["POST", "/cashfree/refunds/:id", (sandbox, body, id) => moveRefund(sandbox, id, body)],
  ["POST", "/cashfree/orders/:id/dispute", (sandbox, body, id) => dispute(sandbox, id, body)],
  ["POST", "/cashfree/disputes/:id", (sandbox, body, id) => decideDispute(sandbox, id, body)],
  ["POST", "/cashfree/transfers/:id", (sandbox, body, id) => moveTransfer(sandbox, id, body)],
  ["POST", "/cashfree/next-transfer", (sandbox, body) => planTransfer(sandbox, body)],
  ["POST", "/cashfree/recon", setRecon],
  ["POST", "/cashfree/recon/damages", damageRecon],
  ["DELETE", "/cashfree/recon/damages", (sandbox) => repairRecon(sandbox)],
  ["GET", "/cashfree/payouts.csv", (sandbox) => payoutReport(sandbox)],
  ["GET", "/rapidshyp/shipments", (sandbox) => shipments(sandbox)],
  ["POST", "/rapidshyp/shipments/:id/scan", (sandbox, body, id) => scan(sandbox, id, body)],
];

/** The control API: what tests, the demo and the sandbox bar use to decide what the outside does. */
export function controlRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  for (const [method, path, work] of ROUTES) {
    const handler = async (request: FastifyRequest<{ Params: { id?: string } }>, reply: FastifyReply) => {
      try {
        const answer = await work(sandbox, bodyOf(request.body), request.params.id ?? "");
        await sandbox.store.settled();
        return reply.code(answer.status).send(answer.body);
      } catch (error) {
        if (!(error instanceof BadControlCall)) throw error;
        return reply.code(400).send({ error: error.message });
      }
    };
    app.route({ method, url: `/control${path}`, handler });
  }
}

function clockOf(sandbox: Sandbox): object {
  const next = sandbox.clock.nextTimerAt();
  return {
    now: new Date(sandbox.clock.now()).toISOString(),
    offsetMs: sandbox.store.state.offsetMs,
    nextTimerAt: next === null ? null : new Date(next).toISOString(),
  };
}

async function moveClock(sandbox: Sandbox, body: JsonObject): Promise<Reply> {
  const moved = await sandbox.clock.moveTo(wholeNumber("offsetMs", body.offsetMs, Number.MIN_SAFE_INTEGER));
  if (moved === "backwards") return { status: 409, body: { error: "the clock never goes back", ...clockOf(sandbox) } };
  return ok(clockOf(sandbox));
}

function setLatency(sandbox: Sandbox, body: JsonObject): Reply {
  const { state } = sandbox.store;
  const wanted = { ...state.latency, ...body };
  state.latency = {
    refundMs: wholeNumber("refundMs", wanted.refundMs, 0),
    payoutStepMs: wholeNumber("payoutStepMs", wanted.payoutStepMs, 0),
  };
  sandbox.store.touch();
  return ok(state.latency);
}

function clearFaults(sandbox: Sandbox): Reply {
  const { state } = sandbox.store;
  state.faults = [];
  state.transferPlans = [];
  sandbox.store.touch();
  return ok({ faults: [] });
}

function webhookLog(sandbox: Sandbox): Reply {
  const { state } = sandbox.store;
  const due = new Map(
    state.timers.flatMap(({ at, work }) => (work.kind === "webhook_attempt" ? [[work.deliveryId, at] as const] : [])),
  );
  const deliveries = [...state.deliveries.values()].map((delivery) => {
    const at = due.get(delivery.id);
    return { ...delivery, nextAttemptAt: at === undefined ? null : new Date(at).toISOString() };
  });
  return ok({ modes: state.webhookModes, deliveries });
}

function setWebhookModes(sandbox: Sandbox, body: JsonObject): Reply {
  const { webhookModes } = sandbox.store.state;
  if (body.cashfree !== undefined) webhookModes.cashfree = webhookMode(body.cashfree);
  if (body.rapidshyp !== undefined) webhookModes.rapidshyp = webhookMode(body.rapidshyp);
  sandbox.store.touch();
  return ok(webhookModes);
}

async function resend(sandbox: Sandbox, _body: JsonObject, id: string): Promise<Reply> {
  const status = await sandbox.deliveries.resend(id);
  return status === undefined ? { status: 404, body: { error: "no such delivery" } } : ok({ deliveries: [{ status }] });
}

function summary(sandbox: Sandbox): object {
  const { state } = sandbox.store;
  const counted = (statuses: Iterable<string>) => {
    const counts: Record<string, number> = {};
    for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };
  const list = <T extends object>(records: Map<string, T>) => [...records.values()];
  const { entries, balance } = statementOf(sandbox);
  return {
    clock: clockOf(sandbox),
    latency: state.latency,
    webhookModes: state.webhookModes,
    faults: state.faults,
    nextTransfers: state.transferPlans,
    counts: {
      orders: counted(list(state.orders).map(({ status }) => status)),
      payments: counted(list(state.payments).map(({ status }) => status)),
      refunds: counted(list(state.refunds).map(({ status }) => status)),
      disputes: counted(list(state.disputes).map(({ stage, word }) => `${stage}_${word}`)),
      transfers: counted(list(state.transfers).map(({ status, statusCode }) => `${status}/${statusCode}`)),
      deliveries: counted(list(state.deliveries).map(({ state: word }) => word)),
    },
    cashfree: {
      orders: list(state.orders).map(({ orderId, paise, status, sessionId }) => ({
        orderId,
        paise,
        status,
        sessionId,
      })),
      payments: list(state.payments),
      refunds: list(state.refunds),
      disputes: list(state.disputes),
      transfers: list(state.transfers),
    },
    statement: { entries: entries.length, balance },
  };
}
