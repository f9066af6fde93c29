import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startSandbox } from "../../sandbox/index.ts";
import { type ClamdOptions, clamd } from "../../server/adapters/virus-scanners/clamd/index.ts";
import { TRIAL } from "../files/trial.ts";
import { KEYS } from "./world.ts";

/** The clamd adapter against the simulators' scanner, and against daemons that misbehave. */
let dataDir: string;
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
const open: Server[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "amana-scanner-"));
  sandbox = await startSandbox({ port: 0, dataDir, appUrl: "http://127.0.0.1:9", ...KEYS });
});
afterAll(async () => {
  await sandbox.stop();
  for (const server of open) server.close();
  await rm(dataDir, { recursive: true });
});

const addressOf = (url: string) => ({ host: new URL(url).hostname, port: Number(new URL(url).port) });
const simulated = (options?: ClamdOptions) => clamd(addressOf(sandbox.scannerUrl), options);
const NOTE = Buffer.from("nothing of note\n");

/** A daemon that does this with whoever comes. */
async function daemon(serve: (socket: Socket) => void): Promise<{ host: string; port: number }> {
  const server = createServer((socket) => serve(socket.on("error", () => undefined)));
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  return { host: "127.0.0.1", port: typeof address === "object" && address ? address.port : 0 };
}

/** It hears everything, and then says this. */
const answering = (answer: string) =>
  daemon((socket) => {
    let heard = Buffer.alloc(0);
    socket.on("data", (bytes) => {
      heard = Buffer.concat([heard.subarray(-8), bytes]);
      if (heard.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer, "latin1");
    });
  });
const said = async (answer: string) => clamd(await answering(answer)).scan(NOTE);

test("what is clean is clean, and what has a virus is called by its name, wherever in the file it stands", async () => {
  expect(await simulated().scan(NOTE)).toEqual({ kind: "clean" });
  const found = { kind: "found", signature: "Eicar-Test-Signature" };
  expect(await simulated().scan(TRIAL)).toEqual(found);
  const large = Buffer.concat([Buffer.alloc(3_000_001, "a"), TRIAL, Buffer.alloc(200_000, "b")]);
  expect(await simulated().scan(large)).toEqual(found);
  expect(await simulated().scan(Buffer.alloc(25 * 1024 * 1024, "a"))).toEqual({ kind: "clean" });
});

test("the stream is what clamd(8) describes: the command, each piece after its length, and a length of nothing", async () => {
  const heard: Buffer[] = [];
  const address = await daemon((socket) =>
    socket.on("data", (bytes) => {
      heard.push(bytes);
      if (bytes.subarray(-4).equals(Buffer.alloc(4))) socket.end("stream: OK\0");
    }),
  );
  expect(await clamd(address).scan(NOTE)).toEqual({ kind: "clean" });
  expect(Buffer.concat(heard).toString("latin1")).toBe("zINSTREAM\0\0\0\0\u0010nothing of note\n\0\0\0\0");
});

describe("case 105: what was not said clearly was not said", () => {
  test.each([
    ["a file above what the daemon takes", "INSTREAM size limit exceeded. ERROR\0", /size limit/],
    ["an error", "stream: Can't allocate memory ERROR\0", /allocate/],
    ["nothing", "\0", /answered ""/],
    ["another file's answer", "stream2: OK\0", /answered/],
    ["two answers in one", "stream: OK\nstream: OK\0", /answered/],
    ["OK with more behind it", "stream: OK FOUND?\0", /answered/],
    ["a name with nothing in it", "stream:  FOUND\0", /answered/],
    ["an answer that is cut off", "stream: OK", /closed without an answer/],
    ["bytes that are no words", "\u0001\u0002\u0080\0", /answered/],
    ["an answer that does not end", "x".repeat(5_000), /does not end/],
  ])("%s", async (_what, answer, reason) => {
    expect(await said(answer)).toEqual({ kind: "unavailable", reason: expect.stringMatching(reason) });
  });

  test("an OK before the last byte was sent", async () => {
    const address = await daemon((socket) => socket.write("stream: OK\0"));
    const verdict = await clamd(address).scan(Buffer.alloc(20 * 1024 * 1024));
    expect(verdict).toEqual({ kind: "unavailable", reason: expect.stringMatching(/before it had all/) });
  });

  test("a daemon that is not there, hangs up, or never answers", async () => {
    const gone = await answering("");
    open.pop()?.close();
    expect((await clamd(gone).scan(NOTE)).kind).toBe("unavailable");
    expect((await clamd({ path: join(dataDir, "no.sock") }).scan(NOTE)).kind).toBe("unavailable");
    const rude = await daemon((socket) => socket.destroy());
    expect((await clamd(rude).scan(NOTE)).kind).toBe("unavailable");
    const silent = await daemon(() => {});
    expect(await clamd(silent, { deadlineMs: 50 }).scan(NOTE)).toEqual({
      ...{ kind: "unavailable", reason: "no answer in time" },
    });
  });

  test("one scan more than may run at a time", async () => {
    const waiting: Socket[] = [];
    const silent = await daemon((socket) => void waiting.push(socket));
    const scanner = clamd(silent, { atOnce: 1, deadlineMs: 5_000 });
    const first = scanner.scan(NOTE);
    expect(await scanner.scan(NOTE)).toEqual({ kind: "unavailable", reason: "1 scans are under way" });
    await expect.poll(() => waiting.length).toBe(1);
    for (const socket of waiting) socket.end("stream: OK\0");
    expect(await first).toEqual({ kind: "clean" });
    const second = scanner.scan(NOTE);
    await expect.poll(() => waiting.length).toBe(2);
    waiting[1]?.end("stream: OK\0");
    expect(await second).toEqual({ kind: "clean" });
  });
});

test.each([
  ["garbage", /closed without an answer/],
  ["timeout_before", /closed without an answer|ECONNRESET/],
  ["timeout_after", /no answer in time/],
  ["error_before", /allocate/],
])("the simulators' scanner can be made to fail: %s", async (kind, reason) => {
  const fault = { provider: "clamd", operation: "INSTREAM", kind, times: 1 };
  const asked = await fetch(`${sandbox.url}/control/faults`, { method: "POST", body: JSON.stringify(fault) });
  expect(asked.status).toBe(200);
  expect(await simulated({ deadlineMs: 200 }).scan(NOTE)).toEqual({
    ...{ kind: "unavailable", reason: expect.stringMatching(reason) },
  });
  expect(await simulated().scan(NOTE)).toEqual({ kind: "clean" });
});

test("the simulators' scanner knows PING and VERSION, and nothing else", async () => {
  const { connect } = await import("node:net");
  const ask = (command: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(addressOf(sandbox.scannerUrl), () => socket.write(command));
      let text = "";
      socket.on("data", (bytes) => (text += bytes)).on("close", () => resolve(text));
    });
  expect(await ask("zPING\0")).toBe("PONG\0");
  expect(await ask("zVERSION\0")).toBe("ClamAV (simulated)\0");
  expect(await ask("zSHUTDOWN\0")).toBe("UNKNOWN COMMAND\0");
  expect(await ask("x".repeat(100))).toBe("UNKNOWN COMMAND\0");
});
