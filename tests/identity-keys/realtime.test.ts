import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { at } from "../../core/time/index.ts";
import { serveRealtime } from "../../server/entrypoints/realtime.ts";
import { type Access, type Principal, SCOPES } from "../../server/runtime/http/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { createHub } from "../../server/runtime/push/index.ts";

const NOW = at(Date.UTC(2026, 2, 2, 9));
const user = newRootId("user", NOW);
const by = (access: Access): Principal => ({ kind: "user", id: user, roles: ["user"], access });
const key = (scopes: Extract<Access, { kind: "api_key" }>["scopes"]) =>
  by({ kind: "api_key", id: newRootId("apiKey", NOW), scopes });

const PRINCIPALS: Readonly<Record<string, Principal>> = {
  session: by({ kind: "session", id: newRootId("session", NOW) }),
  both: key(["orders:read", "notifications:read"]),
  "all-others": key(SCOPES.filter((scope) => scope !== "orders:read")),
  orders: key(["orders:read"]),
  suspended: { kind: "suspended", id: user, session: null },
  pending: { kind: "pending", id: user, session: newRootId("session", NOW) },
};

const hub = createHub();
let server: Server;
let realtime: ReturnType<typeof serveRealtime>;
beforeAll(async () => {
  server = createServer();
  realtime = serveRealtime(server, {
    ...{ hub, cookieName: "amana_session", publicUrl: "http://localhost", now: () => NOW },
    authenticate: async ({ bearer = "" }) => PRINCIPALS[bearer] ?? { kind: "anonymous" },
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  realtime.close();
  server.close();
});

/** What the server says to the handshake. */
async function shake(bearer: string): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/realtime`, {
    headers: { authorization: `Bearer ${bearer}` },
  });
  socket.on("error", () => {});
  const status = await new Promise<number>((resolve) => {
    socket.once("open", () => resolve(101));
    socket.once("unexpected-response", (_, response) => resolve(response.statusCode ?? 0));
  });
  socket.terminate();
  return status;
}

test.each([
  ["a session", "session", 101],
  ["a key that may read orders and notifications", "both", 101],
  ["a key that may do all but read orders", "all-others", 403],
  ["a key that may read orders alone", "orders", 403],
  ["nobody", "nobody", 401],
  ["somebody suspended", "suspended", 401],
  ["somebody without the second factor", "pending", 401],
])("case 87: news of orders to %s", async (_, bearer, status) => {
  expect(await shake(bearer)).toBe(status);
});

/** What somebody hears first who asks for news since then; then something is told to all. */
async function firstWord(since: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/realtime?since=${encodeURIComponent(since)}`, {
    headers: { authorization: "Bearer session" },
  });
  const first = once(socket, "message");
  await once(socket, "open");
  hub.tellAll({ type: "clock.moved", now: "2026-03-02T09:00:00Z" });
  const [said] = await first;
  socket.terminate();
  return JSON.parse(String(said)).type;
}

test("who was told something since their page was made hears so first; who missed nothing is not disturbed", async () => {
  const made = hub.position();
  expect(await firstWord(made)).toBe("clock.moved");
  expect(await firstWord(made)).toBe("page.outdated");
  expect(await firstWord(hub.position())).toBe("clock.moved");
});
