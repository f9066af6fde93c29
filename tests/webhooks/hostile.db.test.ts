import type { Socket } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSender } from "../../server/modules/webhooks/index.ts";
import { createOutbound, type Outbound } from "../../server/runtime/outbound/index.ts";
import { answering, startReceiver, startSocketServer } from "./receiver.ts";
import { beside, openShop, type Shop } from "./shop.ts";

const LIMIT_MS = 300;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const socketServer = async (behave: (socket: Socket) => void) => {
  const server = await startSocketServer(behave);
  stops.push(server.stop);
  return server;
};
const receiverThat = async (...answer: Parameters<typeof answering>) => {
  const receiver = await startReceiver();
  receiver.answerWith(answering(...answer));
  stops.push(receiver.stop);
  return receiver;
};
const limited: Outbound = beside(LIMIT_MS);
const call = (address: string) => limited.post({ address, headers: { "webhook-id": "evt_1" }, body: "{}" });

/** Writes a byte from time to time, until the other side has enough. */
const dripping =
  (head: string, byte: string) =>
  (socket: Socket): void => {
    socket.write(head);
    const timer = setInterval(() => socket.write(byte), 10);
    socket.on("close", () => clearInterval(timer));
  };

describe("case 107: a receiver that", () => {
  test("takes the connection and says nothing is given up at the time limit", async () => {
    const { url } = await socketServer(() => {});
    expect(await call(url)).toEqual({ kind: "timed_out" });
  });

  test("writes its headers a byte at a time is given up at the time limit", async () => {
    const { url } = await socketServer(dripping("HTTP/1.1 200 OK\r\nx-long: ", "x"));
    expect(await call(url)).toEqual({ kind: "timed_out" });
  });

  test("writes its body a byte at a time has answered by its status, and is let go at the time limit", async () => {
    const { url } = await socketServer(dripping("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n", "x"));
    const outcome = await call(url);
    expect(outcome).toMatchObject({ kind: "answered", status: 200 });
    expect(outcome.kind === "answered" && outcome.body.byteLength).toBeLessThan(1000);
  });

  test("sends headers without end is cut off", async () => {
    const { url } = await socketServer((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const more = (): boolean => socket.writable && socket.write(`x-${"y".repeat(50_000)}: 1\r\n`);
      socket.on("drain", more);
      more();
    });
    expect(await call(url)).toEqual({ kind: "no_connection", detail: "HPE_HEADER_OVERFLOW" });
  });

  test("sends a body without end is read to 16 kB and no further", async () => {
    const { url } = await socketServer((socket) => {
      socket.write("HTTP/1.1 500 Broken\r\n\r\n");
      const more = (): boolean => socket.writable && socket.write("z".repeat(50_000));
      socket.on("drain", more);
      more();
    });
    const outcome = await call(url);
    expect(outcome).toMatchObject({ kind: "answered", status: 500 });
    expect(outcome.kind === "answered" && outcome.body.byteLength).toBe(16_384);
  });

  test.each([301, 302, 303, 307, 308])("redirects with %d is not followed", async (status) => {
    const inside = await receiverThat(200);
    const receiver = await receiverThat(status, { location: inside.url });
    expect(await call(receiver.url)).toMatchObject({ kind: "answered", status });
    expect(receiver.received).toHaveLength(1);
    expect(inside.received).toEqual([]);
  });

  test("resets the connection, at once or in the middle, is no connection", async () => {
    const { url } = await socketServer((socket) => socket.resetAndDestroy());
    expect(await call(url)).toMatchObject({ kind: "no_connection" });
    const later = await socketServer((socket) => {
      socket.once("data", () => socket.resetAndDestroy());
    });
    expect(await call(later.url)).toEqual({ kind: "no_connection", detail: "ECONNRESET" });
  });

  test.each([
    ["what is not HTTP", "SSH-2.0-OpenSSH_9.6\r\n"],
    ["an impossible status", "HTTP/1.1 20 OK\r\n\r\n"],
    ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"],
    ["two lengths", "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx"],
    ["an end before the beginning", ""],
  ])("answers with %s is no connection", async (_, text) => {
    const { url } = await socketServer((socket) => socket.end(text));
    expect(await call(url)).toMatchObject({ kind: "no_connection" });
  });

  test("says that more is to come, again and again, is given up at the time limit", async () => {
    const { url } = await socketServer(dripping("", "HTTP/1.1 103 Early Hints\r\n\r\n"));
    expect(await call(url)).toEqual({ kind: "timed_out" });
  });

  test("speaks plain HTTP on an https address, or nobody at all, is no connection", async () => {
    const receiver = await receiverThat(200);
    expect(await call(receiver.url.replace("http:", "https:"))).toMatchObject({ kind: "no_connection" });
    await receiver.stop();
    stops.pop();
    expect(await call(receiver.url)).toEqual({ kind: "no_connection", detail: "ECONNREFUSED" });
  });

  test("has a name server that is silent is given up like a name that does not exist", async () => {
    const rules = { plainHttp: true, privateAddresses: true, ports: "any" } as const;
    const outbound = createOutbound({ rules, resolve: () => Promise.reject(new Error("ETIMEOUT")) });
    expect(await outbound.objectionTo("https://shop.example.test/")).toBe("no_such_host");
  });
});

describe("case 107: beside a receiver that hangs", () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop(beside(60_000));
  });
  afterAll(() => shop.close());
  beforeEach(() => shop.tidyUp());

  test("another one has everything before the first attempt at the hanging one is over", async () => {
    const hanging = await socketServer(() => {});
    const sound = await receiverThat(204);
    const only = { events: ["webhook.test"] };
    const ids = [await shop.endpoint(hanging.url, only), await shop.endpoint(sound.url, only)].map(({ id }) => id);
    for (let n = 0; n < 20; n++)
      for (const id of ids) await shop.ask("seller", "POST", `/webhook-endpoints/${id}/test`);
    const sender = startSender(shop.sending, { tickMilliseconds: 5 });
    await sound.until(20);
    const [slow = "", quick = ""] = ids;
    expect((await shop.deliveries(slow)).flatMap(({ attempts }) => attempts)).toEqual([]);
    expect(hanging.counts.connections).toBeLessThanOrEqual(4);
    await sender.stop();
    expect((await shop.deliveries(quick)).every(({ state }) => state === "delivered")).toBe(true);
  });

  test("what it answers is shown without what a screen or a database cannot bear, and a kilobyte of it", async () => {
    const receiver = await receiverThat(500, {}, `\u0000\u001b[31m${"م".repeat(3000)}`);
    const { id } = await shop.endpoint(receiver.url, { events: ["webhook.test"] });
    await shop.ask("seller", "POST", `/webhook-endpoints/${id}/test`);
    await shop.send();
    const answer = (await shop.deliveries(id))[0]?.attempts[0]?.answer ?? "";
    expect(answer.startsWith("\ufffd\ufffd[31mم")).toBe(true);
    expect(answer.length).toBeLessThan(530);
  });
});
