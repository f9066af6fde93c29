import { randomUUID } from "node:crypto";
import type { Instant } from "@amana/core/time";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Queryable } from "#runtime/database";
import { networkOf } from "#runtime/limits";
import type { FingerprintOf } from "./fingerprint.ts";
import { type Claim, claim, keepAnswer, keeperOf, readKey, release, type Wire } from "./idempotency.ts";
import type { Principal } from "./policy.ts";
import { type ProblemAnswer, Refused } from "./problems.ts";
import { type Answer, type Input, type Route, takesKey } from "./route.ts";
import { objectionWithoutStepUp, type StepUpGate } from "./step-up.ts";
import { problemWire, replyWire, send } from "./wire.ts";

export type Running = {
  readonly db: Queryable;
  readonly clock: { now(): Instant };
  readonly checkAnswers: boolean;
  readonly stepUp: StepUpGate;
  readonly fingerprintOf: FingerprintOf;
};

const DOOR_OF_STEP_UP = new Set<string>(["STEP_UP_REQUIRED", "INSUFFICIENT_SCOPE", "RATE_LIMITED"]);
const LONGEST_AGENT = 256;
const NO_BYTES = new Uint8Array();
const ANONYMOUS: Principal = { kind: "anonymous" };

/** Who sent a request; for routes of one's own, after the door has let it in. */
export const principalOf = (request: FastifyRequest): Principal => request.principal ?? ANONYMOUS;

/** Runs a handler once, whatever the number of times that a request with an idempotency key comes. */
export async function run(
  route: Route,
  request: FastifyRequest,
  http: FastifyReply,
  running: Running,
): Promise<FastifyReply> {
  const key = keyOf(route, request);
  const principal = principalOf(request);
  const answer = async (): Promise<Answered> => {
    const input = inputFrom(request, principal, principal.kind === "user" ? key : null, running);
    const given = (await unconfirmed(route, request, input, running)) ?? (await route.handle(input));
    const wire = wireOf(route, given, request, http, running);
    return { wire, isFinal: isFinal(wire.status) && !(given.kind === "problem" && given.challenge) };
  };
  if (key === null) return send(http, (await answer()).wire);

  const fingerprint = running.fingerprintOf(request.method, request.url, request.bytes ?? NO_BYTES);
  const claimed = await claim(running.db, keeperOf(principal, networkOf(request.ip)), key, fingerprint);
  switch (claimed.kind) {
    case "refused":
      return send(http, problemWire(claimed.answer, request.id));
    case "replay":
      return send(http.header("idempotent-replayed", "true"), claimed.wire);
    case "claimed":
      return send(http, await answerOnce(route, request, claimed.claim, answer, running));
    default:
      return claimed satisfies never;
  }
}

/** What may succeed when tried again is not kept: the key is given back. */
const isFinal = (status: number): boolean => status < 500 && status !== 429;

type Answered = { readonly wire: Wire; readonly isFinal: boolean };

/** Null when the route needs no fresh confirmation for this request, or when it was given. */
async function unconfirmed(
  route: Route,
  request: FastifyRequest,
  input: Input,
  { stepUp, fingerprintOf }: Running,
): Promise<ProblemAnswer | null> {
  const { principal } = input;
  if (!route.stepUp || principal.kind !== "user") return null;
  const need = await route.stepUp({ ...input, principal });
  if (!need) return null;
  return await objectionWithoutStepUp(stepUp, principal, {
    fingerprint: fingerprintOf(request.method, request.url, request.bytes ?? NO_BYTES).current,
    need,
    challenge: input.headers["amana-step-up"],
    now: input.now,
  });
}

async function answerOnce(
  route: Route,
  request: FastifyRequest,
  held: Claim,
  answer: () => Promise<Answered>,
  { db }: Running,
): Promise<Wire> {
  const giveBack = (): Promise<void> =>
    release(db, held).catch((error: unknown) =>
      request.log.error({ err: error }, "an idempotency key was not released"),
    );
  try {
    const { wire, isFinal } = await answer();
    if (route.secret || !isFinal || startsSession(wire)) await giveBack();
    else await keep(db, held, wire, request);
    return wire;
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/** A cookie that opens a session must not lie in a table, nor reach whoever asks again. */
const startsSession = ({ headers }: Wire): boolean => headers["set-cookie"] !== undefined;

/** What the handler did is done: an answer that cannot be kept is sent all the same, and the commands' own keys hold. */
async function keep(db: Queryable, held: Claim, wire: Wire, request: FastifyRequest): Promise<void> {
  try {
    if (!(await keepAnswer(db, held, wire))) request.log.warn("another run has taken over an idempotency key");
  } catch (error) {
    request.log.error({ err: error }, "an answer was not kept for its idempotency key");
  }
}

function keyOf(route: Route, request: FastifyRequest): string | null {
  if (!takesKey(route)) return null;
  const key = readKey(one(request.headers["idempotency-key"]));
  if (key !== null && typeof key !== "string") throw new Refused(key);
  return key;
}

function inputFrom(
  request: FastifyRequest,
  principal: Principal,
  idempotencyKey: string | null,
  { clock }: Running,
): Input {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, one(value)]);
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    principal,
    idempotencyKey,
    commandKey: idempotencyKey ?? randomUUID(),
    raw: request.bytes ?? NO_BYTES,
    headers: Object.fromEntries(headers),
    now: clock.now(),
    origin: {
      network: request.ip,
      agent: one(request.headers["user-agent"])?.slice(0, LONGEST_AGENT) ?? null,
      via: viaOf(principal),
    },
  };
}

function viaOf(principal: Principal): string | null {
  if (principal.kind === "user") return principal.access.id;
  return principal.kind === "pending" || principal.kind === "suspended" ? principal.session : null;
}

function wireOf(route: Route, answer: Answer, request: FastifyRequest, http: FastifyReply, running: Running): Wire {
  if (answer.kind === "reply") return replyWire(route, answer, http, running.checkAnswers);
  assertDeclared(route, answer);
  return problemWire(answer, request.id);
}

function assertDeclared(route: Route, { code }: ProblemAnswer): void {
  const byTheDoor = code === "VALIDATION_FAILED" || (route.stepUp && DOOR_OF_STEP_UP.has(code));
  if (!byTheDoor && !route.problems.includes(code))
    throw new Error(`${route.operationId} answered ${code}, which it does not declare`);
}

const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(", ") : value;
