import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox } from "../../sandbox/index.ts";
import { smtpMailer } from "../../server/adapters/channels/smtp/index.ts";
import type { Mail } from "../../server/ports/mailer.ts";
import { KEYS } from "./world.ts";

/** The SMTP adapter against the simulators' mailbox, and against servers that misbehave. */
const FROM = "Amana <no-reply@example.test>";
let dataDir: string;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const open: Server[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "amana-mail-"));
  sandbox = await startSandbox({ port: 0, dataDir, appUrl: "http://127.0.0.1:9", ...KEYS });
});
afterAll(async () => {
  await sandbox.stop();
  for (const server of open) server.close();
  await rm(dataDir, { recursive: true });
});

const mail = (changes: Partial<Mail> = {}): Mail => ({
  ...{
    to: "asha@example.test",
    subject: "أكّد عنوان بريدك",
    text: "مرحبا\n\nhttps://amana.example.test/ar#token=x\n",
    language: "ar",
  },
  id: "0199aa00",
  ...changes,
});
const mailer = (url = sandbox.mailUrl, encrypted = false) => smtpMailer({ url, from: FROM, encrypted });

/** A server that says its greeting and then one thing to whatever comes. */
async function stubborn(answer: (socket: Socket, line: string) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined).write("220 here\r\n");
    socket.on("data", (bytes) => answer(socket, bytes.toString("latin1")));
  });
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  return `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

async function received(to: string) {
  const answer = await fetch(`${sandbox.url}/control/mailbox?to=${to}`);
  const { mails }: { mails: Record<string, unknown>[] } = JSON.parse(await answer.text());
  return mails;
}

test("a mail arrives as it was written, in Arabic too, under its own id", async () => {
  expect(await mailer().send(mail())).toEqual({ ok: true, value: null });
  expect(await received("ASHA@example.test")).toMatchObject([
    {
      from: "no-reply@example.test",
      to: ["asha@example.test"],
      subject: "أكّد عنوان بريدك",
      messageId: "<0199aa00@example.test>",
    },
  ]);
  expect((await received("asha@example.test"))[0]?.text).toContain("https://amana.example.test/ar#token=x");
  const page = await (await fetch(`${sandbox.url}/mailbox`)).text();
  expect(page).toContain('<a href="https://amana.example.test/ar#token=x">');
});

test("case 110: line breaks in a subject or an address add no header and no reader", async () => {
  await mailer().send(mail({ to: "plain@example.test", subject: "Hello\r\nBcc: spy@example.test\r\n\r\nbody" }));
  expect(await received("spy@example.test")).toEqual([]);
  await mailer().send(mail({ to: "one@example.test,spy@example.test" }));
  expect(await received("spy@example.test")).toEqual([]);
});

test("a mailbox that is not there is declined, one that is busy may be tried later", async () => {
  expect(await mailer().send(mail({ to: "a@bounce.example.test" }))).toMatchObject({
    error: { kind: "declined", code: "550" },
  });
  expect(await mailer().send(mail({ to: "a@later.example.test" }))).toMatchObject({ error: { kind: "try_later" } });
});

test("a server that is not there may be tried later; a line that breaks after the mail leaves the outcome unknown", async () => {
  expect(await mailer("smtp://127.0.0.1:1").send(mail())).toMatchObject({ error: { kind: "try_later" } });
  const breaks = await stubborn((socket, line) => {
    if (line.endsWith("\r\n.\r\n")) socket.destroy();
    else socket.write(line.startsWith("DATA") ? "354 go on\r\n" : "250 fine\r\n");
  });
  expect(await mailer(breaks).send(mail())).toMatchObject({ error: { kind: "outcome_unknown" } });
});

test("a password that the server refuses is our own mistake, and nothing goes over a line that cannot be encrypted", async () => {
  const refusing = await stubborn((socket, line) =>
    socket.write(line.startsWith("EHLO") ? "250-here\r\n250 AUTH PLAIN\r\n" : "535 wrong\r\n"),
  );
  const withPassword = refusing.replace("smtp://", "smtp://us:wrong@");
  expect(await mailer(withPassword).send(mail())).toMatchObject({ error: { kind: "misconfigured" } });
  const before = (await received("secret@example.test")).length;
  const sent = await mailer(sandbox.mailUrl, true).send(mail({ to: "secret@example.test" }));
  expect(sent.ok).toBe(false);
  expect(await received("secret@example.test")).toHaveLength(before);
});
