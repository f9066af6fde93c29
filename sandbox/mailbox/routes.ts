import type { FastifyInstance, FastifyRequest } from "fastify";
import { escapeHtml, page } from "../page.ts";
import type { ReceivedMail } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";

type Asked = FastifyRequest<{ Querystring: { to?: string } }>;

/** What has arrived, for tests as JSON and for people as a page. */
export function mailboxRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const { store } = sandbox;
  app.get("/control/mailbox", async ({ query }: Asked) => ({ mails: mailsTo(sandbox, query.to) }));
  app.delete("/control/mailbox", async () => {
    store.state.mails = [];
    store.touch();
    await store.settled();
    return { mails: [] };
  });
  app.get("/mailbox", async ({ query }: Asked, reply) =>
    reply
      .type("text/html; charset=utf-8")
      .header("referrer-policy", "no-referrer")
      .send(page("en", "Mailbox", listOf(mailsTo(sandbox, query.to)))),
  );
}

const mailsTo = ({ store }: Sandbox, to: string | undefined): ReceivedMail[] =>
  store.state.mails.filter((mail) => to === undefined || mail.to.some((one) => one.toLowerCase() === to.toLowerCase()));

const MOST_SHOWN = 50;

const listOf = (mails: readonly ReceivedMail[]): string =>
  mails.length === 0
    ? "<p>No mail yet.</p>"
    : mails
        .slice(-MOST_SHOWN)
        .reverse()
        .map(
          ({ at, from, to, subject, text }) => `<article><h2 dir="auto">${escapeHtml(subject)}</h2>
<p>${escapeHtml(at)}: ${escapeHtml(from)} to ${escapeHtml(to.join(", "))}</p>
<p dir="auto" style="white-space: pre-wrap">${withLinks(text)}</p></article>`,
        )
        .join("\n");

const withLinks = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, at) => (at % 2 === 0 ? escapeHtml(part) : `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>`))
    .join("");
