import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { at, type Instant } from "@amana/core/time";
import { startSandbox } from "../../sandbox/index.ts";
import { fetchHttp, type Http } from "../../server/adapters/support/http.ts";
import type { RawWebhook } from "../../server/ports/call.ts";

export const KEYS = {
  cashfree: {
    clientId: "app_demo",
    clientSecret: "gateway_secret_demo",
    payoutClientId: "payouts_demo",
    payoutClientSecret: "payouts_secret_demo",
  },
  rapidshyp: { token: "carrier_token_demo", webhookHeader: "access-token", webhookToken: "carrier_webhook_token_demo" },
};

export type World = {
  readonly url: string;
  /** Where our side listens for webhooks. */
  readonly appUrl: string;
  readonly http: Http;
  /** A call to the control interface; throws unless it answers 200. */
  readonly control: (method: "GET" | "POST", path: string, body?: object) => Promise<unknown>;
  readonly now: () => Promise<Instant>;
  /** The webhook that has arrived, or arrives next, whose body contains this text. */
  readonly webhook: (containing: string) => Promise<RawWebhook>;
  readonly stop: () => Promise<void>;
};

/** The running simulator and a listener in the place of our application, both on free ports of this machine. */
export async function startWorld(): Promise<World> {
  const inbox = openInbox();
  const appUrl = await inbox.listen();
  const dataDir = await mkdtemp(join(tmpdir(), "amana-conformance-"));
  const sandbox = await startSandbox({
    port: 0,
    dataDir,
    appUrl,
    ...KEYS,
    latency: { refundMs: 3_600_000, payoutStepMs: 3_600_000 },
  });
  const http = fetchHttp({ timeoutMs: 5_000, maxBytes: 1_000_000 });
  const control: World["control"] = async (method, path, body) => {
    const answer = await http({ method, url: `${sandbox.url}/control${path}`, headers: {}, ...(body ? { body } : {}) });
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.json)}`);
    return answer.json;
  };
  return {
    url: sandbox.url,
    appUrl,
    http,
    control,
    now: async () => at(Date.parse(textAt(await control("GET", "/clock"), "now"))),
    webhook: inbox.next,
    stop: async () => {
      await sandbox.stop();
      await inbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The line to the simulator, with answers changed on their way back: how words come that the simulator never says. */
export function rewriting(http: Http, rewrite: (url: string, json: unknown) => unknown): Http {
  return async (request) => {
    const answer = await http(request);
    return answer.json === undefined ? answer : { ...answer, json: rewrite(request.url, answer.json) };
  };
}

/** Replaces the named fields wherever they stand. */
export function withFields(json: unknown, fields: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(json)) return json.map((item) => withFields(item, fields));
  if (json === null || typeof json !== "object") return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [
      name,
      Object.hasOwn(fields, name) ? fields[name] : withFields(value, fields),
    ]),
  );
}

/** The list of objects at a path of field names in a control answer. */
export function listAt(json: unknown, ...path: readonly string[]): Readonly<Record<string, unknown>>[] {
  let found = json;
  for (const name of path) found = Object(found)[name];
  return Array.isArray(found) ? found.map(Object) : [];
}

const textAt = (json: unknown, name: string): string => String(Object(json)[name]);

function openInbox() {
  const arrived: RawWebhook[] = [];
  let wake = () => {};
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      arrived.push({ headers, body: Buffer.concat(chunks) });
      response.end();
      wake();
    });
  });
  const next = async (containing: string): Promise<RawWebhook> => {
    for (;;) {
      const found = arrived.findLast(({ body }) => Buffer.from(body).includes(containing));
      if (found) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const listen = async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://127.0.0.1:${address.port}`;
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { next, listen, close };
}
