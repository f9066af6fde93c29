import { type AddressInfo, createServer, type Socket } from "node:net";
import { takeFault } from "../faults.ts";
import type { FaultKind } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Heard, listener } from "./stream.ts";

/** The harmless text by which scanners are tried; in two halves, so that none finds it in this file. */
const TRIAL = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
const SIGNATURE = "Eicar-Test-Signature";
const LARGEST = 100 * 1024 * 1024;

/** The commands of clamd that are answered; of all others it says that it does not know them. */
export const SCANNER_OPERATIONS = ["INSTREAM", "PING", "VERSION"] as const;

/**
 * A scanner as ClamAV's clamd is asked over a socket: `zINSTREAM`, then pieces with their lengths before them, then a length of nothing. It
 * knows one virus, which is none.
 */
export async function listenAsScanner(
  sandbox: Sandbox,
  port: number,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => undefined).on("close", () => open.delete(socket));
    serve(sandbox, socket);
  });
  const host = sandbox.options.host ?? "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  return {
    url: `clamd://${host}:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function serve(sandbox: Sandbox, socket: Socket): void {
  const hear = listener(LARGEST);
  let answered = false;
  socket.on("data", (bytes) => {
    const heard = answered ? null : hear(bytes);
    if (!heard) return;
    answered = true;
    answer(socket, answerTo(heard), takeFault(sandbox, "clamd", heard.command.slice(1)));
  });
}

function answerTo({ command, bytes, tooLarge }: Heard): string {
  if (command === "zPING") return "PONG";
  if (command === "zVERSION") return "ClamAV (simulated)";
  if (command !== "zINSTREAM") return "UNKNOWN COMMAND";
  if (tooLarge) return "INSTREAM size limit exceeded. ERROR";
  return bytes.includes(TRIAL) ? `stream: ${SIGNATURE} FOUND` : "stream: OK";
}

function answer(socket: Socket, text: string, fault: FaultKind | undefined): void {
  if (fault === undefined) socket.end(`${text}\0`);
  else if (fault === "garbage") socket.end(text.slice(0, text.length / 2));
  else if (fault === "error_before" || fault === "error_after") socket.end("Can't allocate memory ERROR\0");
  // Slow: the line stays open and nothing comes.
  else if (fault !== "timeout_after") socket.destroy();
}
