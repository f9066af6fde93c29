import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Instant } from "@amana/core/time";
import { WebSocketServer } from "ws";
import type { Authenticate, Principal, Scope } from "#runtime/http";
import type { Hub, Push } from "#runtime/push";

export type RealtimeParts = {
  readonly hub: Hub;
  readonly authenticate: Authenticate;
  readonly cookieName: string;
  readonly publicUrl: string;
  readonly now: () => Instant;
};

const PATH = "/api/v1/realtime";
const LARGEST_MESSAGE = 1024;
/** A code of our own, as RFC 6455 leaves them from 4000 on. */
const NO_LONGER = 4401;
const HEARTBEAT_MS = 30_000;

/** Opens the WebSocket to signed-in readers from our own pages; whoever does not answer a heartbeat is let go. */
export function serveRealtime(server: Server, parts: RealtimeParts): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  server.on("upgrade", (request, socket, head) => {
    void open(sockets, request, socket, head, parts).catch(() => socket.destroy());
  });
  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }, HEARTBEAT_MS);
  const alive = new WeakSet<object>();
  sockets.on("connection", (socket) => {
    alive.add(socket);
    socket.on("pong", () => alive.add(socket));
  });
  return {
    close() {
      clearInterval(heartbeat);
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

async function open(
  sockets: WebSocketServer,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  parts: RealtimeParts,
): Promise<void> {
  const refuse = (status: string): void =>
    void socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  const { pathname, searchParams } = new URL(request.url ?? "/", parts.publicUrl);
  if (pathname !== PATH) return refuse("404 Not Found");
  if (request.headers.origin !== undefined && request.headers.origin !== new URL(parts.publicUrl).origin)
    return refuse("403 Forbidden");
  const session = sessionIn(request.headers.cookie ?? "", parts.cookieName);
  const bearer = /^Bearer ([A-Za-z0-9._~+/-]{1,1024}=*)$/.exec(request.headers.authorization ?? "")?.[1];
  const whoIsThere = (): Promise<Principal> => parts.authenticate(bearer ? { bearer } : session ? { session } : {});
  const principal = await whoIsThere();
  if (principal.kind !== "user") return refuse("401 Unauthorized");
  if (!mayListen(principal)) return refuse("403 Forbidden");
  sockets.handleUpgrade(request, socket, head, (opened) => {
    sockets.emit("connection", opened, request);
    let last = Promise.resolve();
    // A right that was taken away holds for open screens too: who listens is asked before each word.
    const tell = async (push: Push): Promise<void> => {
      if (mayListen(await whoIsThere())) opened.send(JSON.stringify(push));
      else opened.close(NO_LONGER, "the session has ended");
    };
    const hear = (push: Push): void => {
      last = last.then(() => tell(push)).catch(() => opened.terminate());
    };
    const leave = parts.hub.join(principal.id, hear);
    const since = searchParams.get("since");
    if (since !== null && parts.hub.toldSince(principal.id, since)) hear({ type: "page.outdated" });
    opened.on("close", leave);
    opened.on("error", leave);
  });
}

/** What is pushed names orders and counts notices, so a program needs to be allowed to read both. */
function mayListen(principal: Principal): boolean {
  if (principal.kind !== "user") return false;
  const { access } = principal;
  return access.kind === "session" || NEEDED.every((scope) => access.scopes.includes(scope));
}
const NEEDED: readonly Scope[] = ["orders:read", "notifications:read"];

function sessionIn(header: string, name: string): string | undefined {
  const pairs = header.split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([key]) => key === name)?.[1];
}
