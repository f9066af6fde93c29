import { randomInt } from "node:crypto";
import { shardOf, type UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import type { Clock } from "#ports/clock";
import { type Database, type Tx, timestamp } from "#runtime/database";
import type { Outbound } from "#runtime/outbound";
import type { Keyring } from "#runtime/secrets";
import { announce } from "#runtime/work";
import { type Attempt, endAttempt, lockHealth, saveHealth, switchOff } from "./delivery-store.ts";
import { secretsOf } from "./endpoint-store.ts";
import type { StoredEvent } from "./event-store.ts";
import { type Claimed, giveBack } from "./queue.ts";
import { consequence } from "./schedule.ts";
import { signedHeaders } from "./signature.ts";

export type SendingParts = {
  readonly db: Database;
  /** When things fall due. */
  readonly clock: Clock;
  /**
   * What a receiver's clock shows: it refuses signatures that are minutes old. The same as `clock`, except in a sandbox whose clock
   * has been moved.
   */
  readonly wallClock: Clock;
  readonly outbound: Outbound;
  readonly dataKey: Keyring;
  readonly onError: (error: unknown) => void;
};

const SHOWN_BYTES = 1024;

/** Sends one delivery once, and writes down what came of it. */
export async function deliver(parts: SendingParts, claimed: Claimed, signal?: AbortSignal): Promise<void> {
  const startedAt = parts.wallClock.now();
  const sent = await send(parts, claimed, signal);
  if (sent.kind === "stopped") return await giveBack(parts.db, claimed);
  const now = parts.clock.now();
  const attempt = attemptOf(sent, now, parts.wallClock.now() - startedAt);
  await parts.db.transaction((tx) => finish(tx, claimed, attempt, sent, now));
}

type Sent = Awaited<ReturnType<Outbound["post"]>> | { readonly kind: "not_sent" };

async function send(
  { db, clock, wallClock, outbound, dataKey, onError }: SendingParts,
  { endpoint, url, event }: Claimed,
  signal: AbortSignal | undefined,
): Promise<Sent> {
  try {
    const secrets = await secretsOf(db, dataKey, endpoint, clock.now());
    const body = bodyOf(event);
    const headers = {
      "content-type": "application/json",
      "user-agent": "Amana-Webhooks/1",
      ...signedHeaders(secrets, { id: event.id, body }, wallClock.now()),
    };
    return await outbound.post({ address: url, headers, body, ...(signal && { signal }) });
  } catch (error) {
    // A secret that does not open is ours to repair: the others go out, and this one is tried again like any that failed.
    onError(error);
    return { kind: "not_sent" };
  }
}

/** The same bytes at every attempt: a receiver may compare them. */
export const bodyOf = ({ type, happenedAt, data }: StoredEvent): string =>
  JSON.stringify({ type, timestamp: timestamp(happenedAt), data });

function attemptOf(sent: Exclude<Sent, { kind: "stopped" }>, at: Instant, milliseconds: number): Attempt {
  const took = { at, milliseconds: Math.max(0, milliseconds) };
  switch (sent.kind) {
    case "answered":
      return {
        ...took,
        outcome: sent.status >= 200 && sent.status < 300 ? "delivered" : "refused",
        status: sent.status,
        answer: shown(sent.body),
      };
    case "no_connection":
      return { ...took, outcome: sent.kind, status: null, answer: sent.detail };
    case "address_refused":
      return { ...took, outcome: sent.kind, status: null, answer: sent.objection };
    default:
      return { ...took, outcome: sent.kind, status: null, answer: null };
  }
}

/** Without characters that a database or a screen cannot bear. */
const shown = (body: Uint8Array): string =>
  new TextDecoder().decode(body.subarray(0, SHOWN_BYTES)).replace(UNPRINTABLE, "\ufffd");

const UNPRINTABLE = /(?![\t\n\r])\p{Cc}/gu;

async function finish(tx: Tx, claimed: Claimed, attempt: Attempt, sent: Sent, now: Instant): Promise<void> {
  const health = await lockHealth(tx, claimed.endpoint);
  if (!health) return;
  const retryAfter = sent.kind === "answered" ? sent.retryAfter : null;
  const then = consequence({ ...attempt, tries: claimed.tries, retryAfter }, health, now, chance());
  await endAttempt(tx, claimed, attempt, then);
  if (then.failingSince !== health.failingSince || then.slow !== health.slow)
    await saveHealth(tx, claimed.endpoint, then);
  if (then.offBecause !== null) await giveUp(tx, claimed, health.user, then.offBecause, now);
}

/** Switched off, its owner is told. */
async function giveUp(
  tx: Tx,
  { endpoint }: Claimed,
  user: UserId,
  because: "gone" | "failing",
  now: Instant,
): Promise<void> {
  await switchOff(tx, endpoint, because, now);
  await record(tx, now, {
    actor: "system",
    actorId: null,
    action: "webhook_endpoint.switched_off",
    subject: endpoint,
    reason: because,
    detail: {},
  });
  await announce(tx, now, {
    shard: shardOf(user),
    topic: "webhook_endpoint.switched_off",
    payload: { user, endpoint, because, at: now },
  });
}

const DRAWS = 1_000_000;
const chance = (): number => randomInt(DRAWS + 1) / DRAWS;
