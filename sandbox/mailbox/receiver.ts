import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { Sandbox } from "../sandbox.ts";

const LARGEST = 1024 * 1024;
const KEPT = 500;

/**
 * Takes every mail from everybody and delivers none: a mail server on `port` of the simulators' host (0 picks a free one). Mails to
 * `*@bounce.example.test` are refused for good, those to `*@later.example.test` for now.
 */
export async function receiveMail(
  sandbox: Sandbox,
  port: number,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    size: LARGEST,
    logger: false,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? "somebody" }),
    onRcptTo: ({ address }, _session, done) => done(refusalOf(address)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        keep(sandbox, Buffer.concat(chunks), to).then(() => done(), done);
      });
    },
  });
  server.on("error", () => undefined);
  const host = sandbox.options.host ?? "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://${host}:${address.port}`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function refusalOf(address: string): Error | null {
  const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });
  if (address.endsWith("@bounce.example.test")) return answer(550, "no such mailbox");
  return address.endsWith("@later.example.test") ? answer(451, "try again later") : null;
}

async function keep({ store, clock }: Sandbox, bytes: Buffer, to: readonly string[]): Promise<void> {
  const mail = await PostalMime.parse(bytes);
  store.state.mails.push({
    id: `mail_${store.next()}`,
    at: new Date(clock.now()).toISOString(),
    from: mail.from?.address ?? "",
    to,
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    messageId: mail.messageId ?? "",
  });
  store.state.mails.splice(0, Math.max(0, store.state.mails.length - KEPT));
  store.touch();
  await store.settled();
}
