import type { Socket } from "node:net";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Overloaded } from "#runtime/batch";
import { isDatabaseAway } from "#runtime/database";
import { type FieldError, type ProblemAnswer, type ProblemCode, problem, Refused } from "./problems.ts";
import { problemWire, send } from "./wire.ts";

const MOST_FIELD_ERRORS = 20;

/** Answers whatever was thrown on the way. Only what is known is told; all else is a bug, logged and answered without a word. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = answerTo(error);
  if (answer.code === "INTERNAL") request.log.error({ err: error }, "a bug, answered with 500");
  if (answer.code === "DATABASE_UNAVAILABLE") request.log.error({ err: error }, "the database is away");
  return send(reply, problemWire(answer, request.id));
}

/** Answers what is no HTTP at all, or too large or too slow to become a request. */
export function answerBrokenConnection(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, body } = problemWire(problem(CONNECTION_ERRORS[error.code ?? ""] ?? "VALIDATION_FAILED"), "none");
  const head = [
    `HTTP/1.1 ${status} Refused`,
    "Content-Type: application/problem+json",
    `Content-Length: ${body?.length ?? 0}`,
    "Connection: close",
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body ?? Buffer.of()]));
}

const CONNECTION_ERRORS: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: "HEADERS_TOO_LARGE",
  ERR_HTTP_REQUEST_TIMEOUT: "REQUEST_TIMEOUT",
};

/** Fastify's own words, in ours. */
const FRAMEWORK_ERRORS: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "BODY_TOO_LARGE",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "UNSUPPORTED_MEDIA_TYPE",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "VALIDATION_FAILED",
  FST_ERR_BAD_URL: "VALIDATION_FAILED",
  FST_ERR_MAX_PARAM_LENGTH: "VALIDATION_FAILED",
};

function answerTo(error: unknown): ProblemAnswer {
  if (error instanceof Refused) return error.answer;
  if (!(error instanceof Error)) return problem("INTERNAL");
  if (error instanceof Overloaded) return problem("OVERLOADED");
  if (isDatabaseAway(error)) return problem("DATABASE_UNAVAILABLE");
  if (isValidation(error)) return problem("VALIDATION_FAILED", undefined, fieldErrors(error));
  const code = FRAMEWORK_ERRORS[codeOf(error)];
  return problem(code ?? "INTERNAL");
}

type ValidationError = FastifyError & { readonly validation: NonNullable<FastifyError["validation"]> };

const isValidation = (error: Error): error is ValidationError =>
  "validation" in error && Array.isArray(error.validation);

const codeOf = (error: Error): string => ("code" in error && typeof error.code === "string" ? error.code : "");

function fieldErrors({ validation, validationContext }: ValidationError): FieldError[] {
  return validation.slice(0, MOST_FIELD_ERRORS).map(({ instancePath, params, message }) => {
    const unnamed = params.missingProperty ?? params.additionalProperty;
    const steps = [...instancePath.split("/").slice(1), ...(typeof unnamed === "string" ? [unnamed] : [])];
    return {
      field: steps.join(".").slice(0, 200) || (validationContext ?? "request"),
      message: params.additionalProperty === undefined ? (message ?? "is not valid") : "is not known here",
    };
  });
}
