import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSocketServer, type Socket } from "node:net";

export type Received = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

type Answer = (response: ServerResponse, received: Received) => void;

/** A receiver of webhooks on this machine, on a random port; answers 204 unless told otherwise. */
export async function startReceiver(host = "127.0.0.1") {
  const received: Received[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  const behaviour: { answer: Answer } = { answer: (response) => response.writeHead(204).end() };
  const server = createServer((request, response) => {
    void read(request).then((got) => {
      received.push(got);
      for (const { count, done } of waiting) if (received.length >= count) done();
      behaviour.answer(response, got);
    });
  });
  server.listen(0, host);
  await once(server, "listening");
  const { port } = addressOf(server.address());
  return {
    port,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/amana`,
    received,
    ids: () => received.map(({ headers }) => String(headers["webhook-id"])),
    types: () => received.map(({ body }) => String(JSON.parse(body).type)),
    answerWith(answer: Answer): void {
      behaviour.answer = answer;
    },
    /** Until so many requests have come. */
    async until(count: number): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.push({ count, done: resolve });
      if (received.length >= count) resolve();
      await promise;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

export const answering =
  (status: number, headers: Record<string, string> = {}, body = ""): Answer =>
  (response) => {
    response.writeHead(status, headers).end(body);
  };

/** A port that does whatever it likes with what connects to it. */
export async function startSocketServer(behave: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const counts = { connections: 0 };
  const server = createSocketServer((socket) => {
    counts.connections += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    behave(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = addressOf(server.address());
  return {
    counts,
    url: `http://127.0.0.1:${port}/amana`,
    async stop(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return { path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString("utf8") };
}

function addressOf(address: unknown): { port: number } {
  const port: unknown = typeof address === "object" && address !== null ? Reflect.get(address, "port") : undefined;
  if (typeof port !== "number") throw new Error("a server that does not listen");
  return { port };
}
