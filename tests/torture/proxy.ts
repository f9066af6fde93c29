import { connect, createServer, type Socket } from "node:net";

/** `lost`: the server never hears the COMMIT. `done`: it commits, and nobody hears of it. `held`: it waits until it is let go. */
export type Cut = "lost" | "done" | "held";

/** A proxy before PostgreSQL that understands just enough of the protocol (version 3) to see a commit go by. */
export type CuttingProxy = {
  readonly port: number;
  aimAt(port: number): void;
  /** The next commit that passes is cut so; `seen` resolves when it has come. */
  cutNext(cut: Cut): { readonly seen: Promise<void>; letGo(): void };
  /** Cuts that were asked for and have met no commit are not made. */
  forgetPlans(): void;
  close(): Promise<void>;
};

type Plan = { readonly cut: Cut; readonly seen: () => void; readonly gone: Promise<void> };

/** A COMMIT by itself, or a statement outside of a transaction that moves money and so is one. */
const COMMIT = /^Q.{4}commit/is;
const MOVES = /escrow\.apply|ledger\.post\(/;

export async function openProxy(target: number): Promise<CuttingProxy> {
  const aim = { port: target };
  const plans: Plan[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(aim.port, "127.0.0.1");
    for (const socket of [client, upstream]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    const inside = { transaction: false };
    upstream.on("data", (bytes) => {
      inside.transaction = statusOf(bytes) !== "I";
      client.write(bytes);
    });
    client.on("data", (bytes) => {
      const text = bytes.toString("latin1");
      const commits = COMMIT.test(text) || (!inside.transaction && MOVES.test(text));
      const plan = commits ? plans.shift() : undefined;
      if (plan) follow(plan, bytes, client, upstream);
      else upstream.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  return {
    port: address.port,
    aimAt(port) {
      aim.port = port;
    },
    cutNext(cut) {
      const seen = Promise.withResolvers<void>();
      const gone = Promise.withResolvers<void>();
      plans.push({ cut, seen: seen.resolve, gone: gone.promise });
      return { seen: seen.promise, letGo: gone.resolve };
    },
    forgetPlans() {
      plans.length = 0;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function follow({ cut, seen, gone }: Plan, bytes: Buffer, client: Socket, upstream: Socket): void {
  if (cut === "held") {
    client.pause();
    void gone.then(() => {
      upstream.write(bytes);
      client.resume();
    });
  } else if (cut === "lost") client.destroy();
  else {
    upstream.removeAllListeners("data");
    // The answer shows that the server has committed; it goes no further.
    upstream.once("data", () => client.destroy());
    upstream.write(bytes);
  }
  seen();
}

/** The last byte of ReadyForQuery: I outside of a transaction, T inside, E in a failed one; empty when it is not at the end. */
const statusOf = (bytes: Buffer): string =>
  bytes.length >= 6 && bytes[bytes.length - 6] === 0x5a ? String.fromCharCode(bytes[bytes.length - 1] ?? 0) : "";
