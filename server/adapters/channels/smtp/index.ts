import { ok, type Result, refuse } from "@amana/core/result";
import { createTransport } from "nodemailer";
import type { CallRefusal } from "#ports/call";
import type { Mail, Mailer } from "#ports/mailer";

export type SmtpSettings = {
  /** `smtp://` or `smtps://`, with user and password when the server wants them. */
  readonly url: string;
  /** An address, or a name and an address in angle brackets. */
  readonly from: string;
  /** Nothing is sent over a connection that cannot be encrypted. */
  readonly encrypted: boolean;
};

const CONNECT_MS = 10_000;
const ANSWER_MS = 20_000;
/** Of nodemailer: what went wrong before the server had the mail. A line that breaks (ECONNECTION) may have broken after it. */
const NOT_SENT = new Set(["EDNS", "ETLS", "EREQUIRETLS"]);
const OUR_FAULT = new Set(["EAUTH", "ENOAUTH", "EOAUTH2", "ECONFIG"]);

/** Sends mail over SMTP (RFC 5321), one connection a mail: mails are few, and an idle line tells nothing. */
export function smtpMailer({ url, from, encrypted }: SmtpSettings): Mailer {
  const transport = createTransport({
    url,
    requireTLS: encrypted && url.startsWith("smtp:"),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^@>\s]+)>?$/.exec(from)?.[1] ?? "localhost";
  return {
    async send({ to, subject, text, html, language, id }: Mail): Promise<Result<null, CallRefusal>> {
      try {
        await transport.sendMail({
          ...{ from, subject, text, ...(html !== undefined && { html }) },
          to: { name: "", address: to },
          messageId: `<${id}@${host}>`,
          headers: { "Content-Language": language, "Auto-Submitted": "auto-generated" },
        });
        return ok(null);
      } catch (error) {
        return refuse(refusalOf(error));
      }
    },
  };
}

/** A server that answers 4xx has not taken the mail and will; one that answers 5xx never will. A line that breaks says neither. */
function refusalOf(error: unknown): CallRefusal {
  const detail = error instanceof Error ? error.message : String(error);
  const code = textOf(error, "code");
  const answer = numberOf(error, "responseCode");
  if (OUR_FAULT.has(code)) return { kind: "misconfigured", detail };
  if (answer !== null && answer >= 500) return { kind: "declined", code: String(answer), detail };
  if (answer !== null && answer >= 400) return { kind: "try_later", detail, retryAfterSeconds: 60 };
  if (NOT_SENT.has(code) || /ECONNREFUSED|ENOTFOUND|EHOSTUNREACH/.test(detail))
    return { kind: "try_later", detail, retryAfterSeconds: 30 };
  return { kind: "outcome_unknown", detail };
}

function textOf(error: unknown, field: string): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, field) : undefined;
  return typeof value === "string" ? value : "";
}

function numberOf(error: unknown, field: string): number | null {
  const value: unknown = error instanceof Error ? Reflect.get(error, field) : undefined;
  return typeof value === "number" ? value : null;
}
