import { ok, refuse } from "../../core/result/index.ts";
import type { Mail, Mailer } from "../../server/ports/mailer.ts";

/** Keeps what is sent, one mail per id as receivers do; `trouble` is what the server says instead of taking one. */
export function mailbox(): Mailer & {
  readonly sent: Mail[];
  trouble: "later" | "never" | null;
  to(email: string): Mail[];
} {
  const sent: Mail[] = [];
  return {
    sent,
    trouble: null,
    async send(mail) {
      if (this.trouble === "later") return refuse({ kind: "try_later", detail: "busy", retryAfterSeconds: 60 });
      if (this.trouble === "never") return refuse({ kind: "declined", code: "550", detail: "no such mailbox" });
      if (!sent.some(({ id }) => id === mail.id)) sent.push(mail);
      return ok(null);
    },
    to: (email) => sent.filter((mail) => mail.to === email),
  };
}
