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
    req: ({ method, url, ip }) => ({ method, path: pathOf(url), remoteAddress: ip }),
    res: ({ statusCode }) => ({ statusCode }),
    err: errorLine,
  },
});

/** Some links have their token in the address, as an invitation to a company has: no id is as long as one. */
const TOKENS = /[A-Za-z0-9_-]{43,}/g;

const pathOf = (url: string): string => (url.split("?", 1)[0] ?? "").replaceAll(TOKENS, "***");

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
