import { Agent, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { Type } from "typebox";
import { expect, test } from "vitest";
import { anyone, defineRoute, reply, strict } from "./index.ts";
import { sampleServer } from "./sample.ts";

/** A promise, and what settles it. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test.each([true, false])(
  "case 78: a stop answers what is under way and keeps no connection alive (production: %s)",
  async (production) => {
    const begun = gate();
    const may = gate();
    const slow = defineRoute({
      method: "GET",
      path: "/slow",
      operationId: "slow",
      summary: "Waits",
      tag: "things",
      policy: anyone(),
      responses: { 200: strict({ done: Type.Boolean() }) },
      problems: [],
      async handle() {
        begun.open();
        await may.opened;
        return reply(200, { done: true });
      },
    });
    const server = await sampleServer({ routes: [slow], production });
    const closing = gate();
    server.addHook("preClose", async () => closing.open());
    await server.listen({ host: "127.0.0.1", port: 0 });
    const { port } = server.server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      get({ host: "127.0.0.1", port, path: "/api/v1/slow", agent }, resolve).on("error", reject);
    });
    await begun.opened;
    const closed = server.close();
    await closing.opened;
    may.open();
    const answer = await answered;
    expect([answer.statusCode, answer.headers.connection]).toEqual([200, "close"]);
    answer.resume();
    // Kept alive for 72 s, the connection would hold the end up beyond this test's time.
    await closed;
    agent.destroy();
  },
);
