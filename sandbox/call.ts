import type { FastifyReply, FastifyRequest } from "fastify";
import { takeFault } from "./faults.ts";
import { wireJson } from "./json.ts";
import type { FaultKind, Provider } from "./records.ts";
import type { Sandbox } from "./sandbox.ts";

/** A call as the simulated companies see it: decoded no further than JSON. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
  /** True when a fault asks for a partial success. */
  readonly partial: boolean;
};

export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** How one company refuses, limits, breaks and reads: what surrounds every operation of it. */
export type Manners = {
  readonly provider: Provider;
  readonly around: (call: Call, handle: (call: Call) => Answer) => Answer;
  readonly unreadable: Answer;
  readonly broken: Answer;
  readonly limited: Answer;
};

export type Handle = (call: Call) => Answer;

/** Makes a route handler: plays a waiting fault, runs the operation, and answers once its effect is on disk. */
export const operation =
  (sandbox: Sandbox, manners: Manners, name: string, handle: Handle) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const fault = takeFault(sandbox, manners.provider, name);
    const early = beforeEffect(fault, manners);
    if (early) {
      await sandbox.store.settled();
      return early === "hang_up" ? hangUp(reply) : send(reply, early);
    }
    const call = readCall(request, fault === "partial");
    const answer = call === "unreadable" ? manners.unreadable : manners.around(call, handle);
    if (request.method !== "GET") sandbox.store.touch();
    await sandbox.store.settled();
    return afterEffect(reply, fault, answer, manners);
  };

const PROXY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

function beforeEffect(fault: FaultKind | undefined, manners: Manners): Answer | "hang_up" | undefined {
  if (fault === "timeout_before") return "hang_up";
  if (fault === "error_before") return manners.broken;
  if (fault === "rate_limited") return manners.limited;
  if (fault === "html") return { status: 502, body: PROXY_PAGE, headers: { "content-type": "text/html" } };
  return undefined;
}

function afterEffect(
  reply: FastifyReply,
  fault: FaultKind | undefined,
  answer: Answer,
  manners: Manners,
): FastifyReply {
  if (fault === "timeout_after") return hangUp(reply);
  if (fault === "error_after") return send(reply, manners.broken);
  if (fault === "garbage") return sendText(reply, 200, "application/json", wireJson(answer.body).slice(0, -7));
  return send(reply, answer);
}

function readCall(request: FastifyRequest, partial: boolean): Call | "unreadable" {
  const raw = typeof request.body === "string" ? request.body : "";
  let body: unknown;
  try {
    body = raw.trim() === "" ? undefined : JSON.parse(raw);
  } catch {
    return "unreadable";
  }
  const path = request.url.split("?")[0] ?? "";
  return {
    method: request.method,
    path,
    params: textFields(request.params),
    query: textFields(request.query),
    headers: textFields(request.headers),
    raw,
    body,
    partial,
  };
}

const textFields = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(value)).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
  );

/** The socket dies without an answer: what a time-out looks like to the caller, without making tests wait. */
function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.destroy();
  return reply;
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value);
  if (typeof answer.body === "string") return reply.code(answer.status).send(answer.body);
  return sendText(reply, answer.status, "application/json; charset=utf-8", wireJson(answer.body));
}

const sendText = (reply: FastifyReply, status: number, type: string, text: string): FastifyReply =>
  reply.code(status).header("content-type", type).send(text);
