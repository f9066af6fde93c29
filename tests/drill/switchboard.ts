import { connect, createServer, type Socket } from "node:net";

/** One address for whichever server is the primary, as a virtual address or a name would be. */
export type Switchboard = {
  readonly port: number;
  readonly leadTo: (port: number) => void;
  readonly close: () => Promise<void>;
};

export async function switchboard(first: number): Promise<Switchboard> {
  const state = { target: first };
  const open = new Set<Socket>();
  const server = createServer((caller) => {
    const called = connect(state.target, "127.0.0.1");
    for (const [one, other] of [[caller, called] as const, [called, caller] as const]) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const hangUp = (): void => {
    for (const socket of open) socket.destroy();
  };
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: address && typeof address === "object" ? address.port : 0,
    leadTo(port) {
      state.target = port;
      hangUp();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        hangUp();
      }),
  };
}
