import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "./index.ts";
import type { SandboxOptions } from "./options.ts";

/** For tests: a running simulator, and an app that writes down the webhooks it is sent. */
export type Received = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly type: string;
};

export type App = {
  readonly url: string;
  readonly received: Received[];
  /** The status the app answers with from now on. */
  answer: number;
  stop(): Promise<void>;
};

export const KEYS = {
  cashfree: {
    clientId: "demo_client",
    clientSecret: "demo_secret_not_real",
    payoutClientId: "demo_payout_client",
    payoutClientSecret: "demo_payout_secret_not_real",
  },
  rapidshyp: { token: "demo_rapidshyp_token", webhookToken: "demo_webhook_token" },
};

export const GATEWAY_HEADERS = {
  "x-client-id": KEYS.cashfree.clientId,
  "x-client-secret": KEYS.cashfree.clientSecret,
  "x-api-version": "2025-01-01",
};

export const PAYOUT_HEADERS = {
  "x-client-id": KEYS.cashfree.payoutClientId,
  "x-client-secret": KEYS.cashfree.payoutClientSecret,
  "x-api-version": "2024-01-01",
};

export const CARRIER_HEADERS = { "rapidshyp-token": KEYS.rapidshyp.token };

export async function startApp(): Promise<App> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      const type = String(JSON.parse(body).type ?? "");
      received.push({ path: request.url ?? "", headers: request.headers, body, type });
      response.writeHead(app.answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const app: App = {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: 200,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return app;
}

export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Json;
};
// biome-ignore lint/suspicious/noExplicitAny: a test reads answers of any shape
export type Json = any;

/** A call to the simulator; no answer at all comes back as status 0. */
export async function call(
  url: string,
  { method = "POST", headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answered> {
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      redirect: "manual",
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) };
  } catch {
    return { status: 0, headers: new Headers(), text: "", body: undefined };
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A simulator and its app, with the calls a test makes most. */
export async function startWorld(more: Partial<SandboxOptions> = {}) {
  const app = await startApp();
  const dataDir = await mkdtemp(join(tmpdir(), "amana-sandbox-"));
  const options: SandboxOptions = { port: 0, dataDir, appUrl: app.url, ...KEYS, ...more };
  let sandbox = await startSandbox(options);
  const pg = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    call(`${sandbox.url}/cashfree/pg${path}`, { method, headers: { ...GATEWAY_HEADERS, ...headers }, body });
  const payout = (method: string, path: string, body?: unknown) =>
    call(`${sandbox.url}/cashfree/payout${path}`, { method, headers: PAYOUT_HEADERS, body });
  const carrier = (path: string, body?: unknown) =>
    call(`${sandbox.url}/rapidshyp/rapidshyp/apis/v1${path}`, { headers: CARRIER_HEADERS, body });
  const control = (method: string, path: string, body?: unknown) =>
    call(`${sandbox.url}/control${path}`, { method, body });
  return {
    app,
    dataDir,
    url: () => sandbox.url,
    pg,
    payout,
    carrier,
    control,
    createOrder: (orderId: string, rupees = 1499) => pg("POST", "/orders", orderBody(orderId, rupees)),
    payOrder: (orderId: string, choice: object = { outcome: "success" }) =>
      control("POST", `/cashfree/orders/${orderId}/pay`, choice),
    /** Moves the simulated clock forward by so many milliseconds. */
    advance: async (ms: number) => {
      const { offsetMs } = (await control("GET", "/clock")).body;
      return (await control("POST", "/clock", { offsetMs: offsetMs + ms })).body;
    },
    restart: async () => {
      await sandbox.stop();
      sandbox = await startSandbox(options);
    },
    stop: async () => {
      await sandbox.stop();
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const orderBody = (orderId: string, rupees = 1499) => ({
  order_id: orderId,
  order_amount: rupees,
  order_currency: "INR",
  customer_details: { customer_id: "buyer00042", customer_phone: "9000000001", customer_email: "asha@example.test" },
  order_meta: { return_url: "https://shop.example.test/pay/return?o={order_id}" },
});
