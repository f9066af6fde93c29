import { createHmac } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { SandboxOptions } from "./options.ts";
import type { Delivery, WebhookEvent, WebhookMode } from "./records.ts";
import type { Store } from "./state.ts";

export type Deliveries = {
  /** Queues the event as the mode says; `older` is what `out_of_order` sends in between. Returns delivery ids. */
  queue(event: WebhookEvent, mode: WebhookMode, older?: WebhookEvent): string[];
  /** Sends one delivery now and resolves with the HTTP status, 0 when nobody answered. */
  attempt(id: string): Promise<number>;
  /** Sends those of the ids that are due, copies side by side, different events one after the other. */
  flush(ids: readonly string[]): Promise<{ status: number }[]>;
  /** Like `flush`, without waiting. */
  inBackground(ids: readonly string[]): void;
  /** Sends a delivery once more, whatever its state. */
  resend(id: string): Promise<number | undefined>;
  /** Resolves when nothing is being sent any more. */
  idle(): Promise<void>;
};

const MINUTE = 60_000;
const RETRY_AFTER_MS = [2 * MINUTE, 10 * MINUTE, 30 * MINUTE];
const KEPT_DELIVERIES = 500;
const ANSWER_WITHIN_MS = 5_000;

/** The webhook sender of all simulated companies, with its persisted log and its retries on the simulated clock. */
export function createDeliveries(options: SandboxOptions, store: Store, clock: () => Clock): Deliveries {
  const { state } = store;
  const inFlight = new Map<string, Promise<number>>();
  const background = new Set<Promise<unknown>>();

  const add = (event: WebhookEvent, idempotencyKey: string, delayMs: number | "never"): string => {
    const id = `whd_${store.next()}`;
    const withheld = delayMs === "never";
    const queuedAt = new Date(clock().now()).toISOString();
    state.deliveries.set(id, {
      ...event,
      id,
      idempotencyKey,
      queuedAt,
      state: withheld ? "withheld" : "waiting",
      attempts: [],
    });
    if (!withheld) clock().schedule(clock().now() + delayMs, { kind: "webhook_attempt", deliveryId: id });
    forgetOldest(state.deliveries);
    store.touch();
    return id;
  };

  const attempt = (id: string): Promise<number> => {
    const running = inFlight.get(id);
    if (running) return running;
    const sending = sendOnce(options, store, clock(), id).finally(() => inFlight.delete(id));
    inFlight.set(id, sending);
    return sending;
  };

  const flush = async (ids: readonly string[]): Promise<{ status: number }[]> => {
    const due = new Set(
      state.timers
        .filter((timer) => timer.at <= clock().now())
        .map(({ work }) => (work.kind === "webhook_attempt" ? work.deliveryId : "")),
    );
    const answers: { status: number }[] = [];
    for (const copies of sideBySide(ids, state.deliveries)) {
      const sent = await Promise.all(
        copies.map(async (id) => (due.has(id) ? attempt(id) : state.deliveries.get(id)?.attempts.at(-1)?.status)),
      );
      answers.push(...sent.flatMap((status) => (status === undefined ? [] : [{ status }])));
    }
    return answers;
  };

  return {
    queue: (event, mode, older) => {
      const key = `evt_${store.next()}`;
      if (mode.mode === "never") return [add(event, key, "never")];
      if (mode.mode === "late") return [add(event, key, mode.delayMs ?? 5 * MINUTE)];
      if (mode.mode === "duplicate") return Array.from({ length: mode.times ?? 2 }, () => add(event, key, 0));
      if (mode.mode === "normal") return [add(event, key, 0)];
      const between = older ? [add(event, key, 0), add(older, `evt_${store.next()}`, 0)] : [add(event, key, 0)];
      return [...between, add(event, key, 0)];
    },
    attempt,
    flush,
    inBackground: (ids) => {
      const sending = flush(ids);
      background.add(sending);
      sending.finally(() => background.delete(sending)).catch(() => undefined);
    },
    resend: async (id) => {
      const delivery = state.deliveries.get(id);
      return delivery ? attempt(id) : undefined;
    },
    idle: async () => {
      while (background.size + inFlight.size > 0) await Promise.allSettled([...background, ...inFlight.values()]);
    },
  };
}

/** The headers that prove where an event comes from; the timestamp is new for each attempt, the idempotency key is not. */
export function proofHeaders(
  options: SandboxOptions,
  delivery: Pick<Delivery, "signer" | "body" | "idempotencyKey">,
  attemptNumber: number,
  nowMs: number,
): Record<string, string> {
  if (delivery.signer === "rapidshyp") {
    const header = options.rapidshyp.webhookHeader?.toLowerCase() ?? "access-token";
    const token = options.rapidshyp.webhookToken;
    return { [header]: header === "authorization" ? `Bearer ${token}` : token };
  }
  const { clientSecret, payoutClientSecret } = options.cashfree;
  const timestamp = String(nowMs);
  return {
    "x-webhook-signature": sign(delivery.signer === "pg" ? clientSecret : payoutClientSecret, timestamp, delivery.body),
    "x-webhook-timestamp": timestamp,
    "x-webhook-version": delivery.signer === "pg" ? "2025-01-01" : "2024-01-01",
    "x-webhook-attempt": String(attemptNumber),
    "x-idempotency-key": delivery.idempotencyKey,
  };
}

/** base64(HMAC-SHA256(client secret, timestamp text followed by the raw body)), as Cashfree publishes it. */
export const sign = (secret: string, timestamp: string, body: string): string =>
  createHmac("sha256", secret).update(timestamp).update(body).digest("base64");

async function sendOnce(options: SandboxOptions, store: Store, clock: Clock, id: string): Promise<number> {
  const delivery = store.state.deliveries.get(id);
  const nowMs = clock.now();
  // An event tells only what a restart would still know.
  await store.settled();
  const status = delivery ? await post(options, delivery, nowMs) : 0;
  clock.cancel((work) => work.kind === "webhook_attempt" && work.deliveryId === id);
  if (delivery) {
    delivery.attempts.push({ at: new Date(nowMs).toISOString(), status });
    conclude(delivery, status, (delayMs) =>
      clock.schedule(nowMs + delayMs, { kind: "webhook_attempt", deliveryId: id }),
    );
  }
  store.touch();
  return status;
}

function conclude(delivery: Delivery, status: number, retryIn: (delayMs: number) => void): void {
  if (delivery.state === "delivered" || (status >= 200 && status < 300)) {
    delivery.state = "delivered";
    return;
  }
  const delayMs = RETRY_AFTER_MS[delivery.attempts.length - 1];
  delivery.state = delayMs === undefined ? "given_up" : "waiting";
  if (delayMs !== undefined) retryIn(delayMs);
}

async function post(options: SandboxOptions, delivery: Delivery, nowMs: number): Promise<number> {
  const proof = proofHeaders(options, delivery, delivery.attempts.length + 1, nowMs);
  try {
    const answer = await fetch(delivery.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...proof },
      body: delivery.body,
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

function sideBySide(ids: readonly string[], deliveries: ReadonlyMap<string, Delivery>): string[][] {
  const groups: { key: string; ids: string[] }[] = [];
  for (const id of ids) {
    const key = deliveries.get(id)?.idempotencyKey ?? id;
    const last = groups.at(-1);
    if (last?.key === key) last.ids.push(id);
    else groups.push({ key, ids: [id] });
  }
  return groups.map((group) => group.ids);
}

function forgetOldest(deliveries: Map<string, Delivery>): void {
  if (deliveries.size <= KEPT_DELIVERIES) return;
  const oldest = [...deliveries.values()].find((delivery) => delivery.state !== "waiting");
  if (oldest) deliveries.delete(oldest.id);
}
