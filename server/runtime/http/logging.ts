import type { FastifyServerOptions } from "fastify";

export type LoggerOptions = {
  readonly level: "trace" | "debug" | "info" | "warn" | "error" | "silent";
  /** Where the lines go; standard output when absent. */
  readonly stream?: { write(line: string): void };
};

const SECRET_FIELDS = ["authorization", "cookie", "accountNumber", "account_number", "password", "secret", "token"];

/**
 * One JSON line a thing. Of a request only method and path are logged, for queries and headers hold what people typed; the
 * fields that must never be read in a log are cut wherever they stand, down to three levels.
 */
export const loggerFor = ({ level, stream }: LoggerOptions): NonNullable<FastifyServerOptions["logger"]> => ({
  level,
  ...(stream && { stream }),
  redact: { paths: redactedPaths(), censor: "***" },
  serializers: {
    req: ({ method, url, ip }) => ({ method, path: url.split("?", 1)[0], remoteAddress: ip }),
    res: ({ statusCode }) => ({ statusCode }),
    err: errorLine,
  },
});

const redactedPaths = (): string[] =>
  [...SECRET_FIELDS.map((field) => `["${field}"]`), '["set-cookie"]'].flatMap((field) => [
    field.startsWith('["set') ? field : field.slice(2, -2),
    `*${field}`,
    `*.*${field}`,
  ]);

/** Not the error's other fields: a database error carries the row's values in them. */
function errorLine(error: Error & { readonly code?: unknown }) {
  return {
    type: error.name,
    message: error.message,
    stack: error.stack ?? "",
    ...(typeof error.code === "string" && { code: error.code }),
  };
}
