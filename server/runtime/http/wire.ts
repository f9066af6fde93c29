import type { FastifyReply } from "fastify";
import type { TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import type { Wire } from "./idempotency.ts";
import { PROBLEM_MEDIA_TYPE, PROBLEMS, type ProblemAnswer, problemBody } from "./problems.ts";
import { binaryTypeOf, type Reply, type Route } from "./route.ts";

/** Long enough for a server to come back, and what most clients wait by themselves. */
const RETRY_AFTER_SECONDS = 5;

/** A problem as bytes. */
export function problemWire(answer: ProblemAnswer, requestId: string): Wire {
  const { status } = PROBLEMS[answer.code];
  return {
    status,
    headers: {
      "content-type": PROBLEM_MEDIA_TYPE,
      ...(status === 401 && { "www-authenticate": "Bearer" }),
      ...(status === 503 && { "retry-after": String(RETRY_AFTER_SECONDS) }),
      ...answer.headers,
    },
    body: Buffer.from(JSON.stringify(problemBody(answer, requestId))),
  };
}

/**
 * A handler's reply as bytes. The serializer leaves out fields that the schema does not name; with `check`, a body that does not
 * fit its schema is thrown instead, so that tests find it.
 */
export function replyWire(route: Route, { status, body, headers }: Reply, http: FastifyReply, check: boolean): Wire {
  const schema = route.responses[status];
  if (!schema) throw new Error(`${route.operationId} answered ${status}, which it does not declare`);
  if (body === null) return { status, headers, body: null };
  const mediaType = binaryTypeOf(schema);
  if (mediaType !== null)
    return { status, headers: { "content-type": mediaType, ...headers }, body: bytesOf(body, route) };
  if (check) mustFit(schema, body, route, status);
  const serialize = http.getSerializationFunction(String(status), "application/json");
  if (!serialize) throw new Error(`${route.operationId} has no serializer for ${status}`);
  const json = serialize(Object(body));
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: Buffer.from(json),
  };
}

export function send(http: FastifyReply, { status, headers, body }: Wire): FastifyReply {
  // A new Buffer over the same bytes: Fastify sends buffers as they are.
  return http
    .code(status)
    .headers(headers)
    .send(body === null ? undefined : Buffer.from(body));
}

function bytesOf(body: unknown, route: Route): Uint8Array {
  if (body instanceof Uint8Array) return body;
  throw new Error(`${route.operationId} answered something else than bytes`);
}

const validators = new WeakMap<TSchema, Validator>();

function mustFit(schema: TSchema, body: unknown, route: Route, status: number): void {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  if (validator.Check(body)) return;
  const [first] = validator.Errors(body);
  const where = `${first?.instancePath ?? ""} ${first?.message ?? ""}`;
  throw new Error(`${route.operationId} answered ${status} with a body that does not fit: ${where}`);
}
