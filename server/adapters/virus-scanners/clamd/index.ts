import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Verdict, VirusScanner } from "#ports/virus-scanner";
import { END_OF_STREAM, INSTREAM, lengthOf, verdictIn } from "./messages.ts";

/** Where the daemon listens. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

export type ClamdOptions = {
  /** From the connection to the answer. */
  readonly deadlineMs?: number;
  /** So many scans at a time; one more is not begun. */
  readonly atOnce?: number;
};

const DEADLINE_MS = 30_000;
const AT_ONCE = 4;
const PIECE = 64 * 1024;
const LONGEST_ANSWER = 1024;

const unavailable = (reason: string): Verdict => ({ kind: "unavailable", reason });

/** ClamAV's daemon, asked over one connection for each file. */
export function clamd(address: ClamdAddress, options: ClamdOptions = {}): VirusScanner {
  const { deadlineMs = DEADLINE_MS, atOnce = AT_ONCE } = options;
  let underWay = 0;
  return {
    async scan(bytes) {
      if (underWay >= atOnce) return unavailable(`${underWay} scans are under way`);
      underWay += 1;
      try {
        return await ask(address, bytes, AbortSignal.timeout(deadlineMs));
      } catch (error) {
        return unavailable(error instanceof Error ? error.message : String(error));
      } finally {
        underWay -= 1;
      }
    },
  };
}

async function ask(address: ClamdAddress, bytes: Uint8Array, signal: AbortSignal): Promise<Verdict> {
  const socket = connect({ ...address, signal });
  const sent = { all: false };
  try {
    const answer = answerOf(socket, signal);
    // A daemon that has had enough closes its side: then its answer says why, and not what became of our bytes.
    send(socket, bytes, signal).then(
      () => (sent.all = true),
      () => {},
    );
    const verdict = verdictIn(await answer);
    return verdict.kind === "clean" && !sent.all ? unavailable("answered before it had all of the file") : verdict;
  } finally {
    socket.destroy();
  }
}

async function send(socket: Socket, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  await write(socket, INSTREAM, signal);
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    await write(socket, lengthOf(piece), signal);
    await write(socket, piece, signal);
  }
  socket.write(END_OF_STREAM);
}

async function write(socket: Socket, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
  if (!socket.write(bytes)) await once(socket, "drain", { signal });
}

/** What comes up to the zero byte; what ends before it, or never comes to it, is no answer. */
function answerOf(socket: Socket, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    socket.setEncoding("latin1");
    socket.on("data", (piece: string) => {
      text += piece;
      const end = text.indexOf("\0");
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > LONGEST_ANSWER) reject(new Error("the answer does not end"));
    });
    socket.on("error", (error) => reject(signal.aborted ? new Error("no answer in time") : error));
    socket.on("close", () => reject(new Error(signal.aborted ? "no answer in time" : "closed without an answer")));
  });
}
