import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type App,
  CARRIER_HEADERS,
  call,
  GATEWAY_HEADERS,
  KEYS,
  orderBody,
  PAYOUT_HEADERS,
  startApp,
} from "./harness.ts";

const main = join(import.meta.dirname, "main.ts");
const bundled = join(import.meta.dirname, "../node_modules/.bin/node");

describe("the simulator as a process", () => {
  let app: App;
  let dataDir: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    app = await startApp();
    dataDir = await mkdtemp(join(tmpdir(), "amana-sandbox-"));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    await app.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<{ child: ChildProcess; url: string }> {
    const child = spawn(existsSync(bundled) ? bundled : process.execPath, [main], {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        AMANA_SANDBOX_PORT: "0",
        AMANA_SANDBOX_DATA: dataDir,
        AMANA_SANDBOX_APP_URL: app.url,
        AMANA_SANDBOX_CASHFREE_CLIENT_ID: KEYS.cashfree.clientId,
        AMANA_SANDBOX_CASHFREE_CLIENT_SECRET: KEYS.cashfree.clientSecret,
        AMANA_SANDBOX_CASHFREE_PAYOUT_CLIENT_ID: KEYS.cashfree.payoutClientId,
        AMANA_SANDBOX_CASHFREE_PAYOUT_CLIENT_SECRET: KEYS.cashfree.payoutClientSecret,
        AMANA_SANDBOX_RAPIDSHYP_TOKEN: KEYS.rapidshyp.token,
        AMANA_SANDBOX_RAPIDSHYP_WEBHOOK_TOKEN: KEYS.rapidshyp.webhookToken,
      },
    });
    children.push(child);
    let printed = "";
    for await (const chunk of child.stdout ?? []) {
      printed += String(chunk);
      const url = /^sandbox ready on (\S+)\n$/.exec(printed)?.[1];
      if (url) return { child, url };
    }
    throw new Error("the simulator did not start");
  }
  const killed = async (child: ChildProcess, signal: NodeJS.Signals) => {
    const ended = once(child, "exit");
    child.kill(signal);
    return (await ended)[0];
  };

  test("kill -9 loses nothing that was answered", async () => {
    let { child, url } = await start();
    const pg = (path: string, body?: unknown, method = "POST") =>
      call(`${url}/cashfree/pg${path}`, { method, headers: GATEWAY_HEADERS, body });
    const answered = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const firstAnswers = Array.from({ length: 12 }, async (_, index) => {
        const id = `ord_${round}_${index}`;
        if ((await pg("/orders", orderBody(id))).status === 200) answered.add(id);
      });
      await Promise.race(firstAnswers);
      await killed(child, "SIGKILL");
      await Promise.all(firstAnswers);
      ({ child, url } = await start());
    }
    expect(answered.size).toBeGreaterThanOrEqual(4);
    for (const id of answered) expect((await pg(`/orders/${id}`, undefined, "GET")).status).toBe(200);
  });

  test("money, timers, faults and the clock are there after kill -9", async () => {
    let { child, url } = await start();
    const pg = (path: string, body?: unknown, method = "POST") =>
      call(`${url}/cashfree/pg${path}`, { method, headers: GATEWAY_HEADERS, body });
    const control = (method: string, path: string, body?: unknown) => call(`${url}/control${path}`, { method, body });
    await pg("/orders", orderBody("ord_1"));
    await control("POST", "/cashfree/orders/ord_1/pay", {
      outcome: "success",
      webhook: { mode: "late", delay: "PT1H" },
    });
    await pg("/orders/ord_1/refunds", { refund_id: "ref_1", refund_amount: 499 });
    await control("POST", "/faults", {
      provider: "cashfree",
      operation: "createTransfer",
      kind: "error_before",
      times: 1,
    });
    await control("POST", "/clock", { offsetMs: 30_000 });
    await killed(child, "SIGKILL");
    ({ child, url } = await start());
    expect((await control("GET", "/cashfree/statement")).body.balance).toBe(149_900);
    const transfer = await call(`${url}/cashfree/payout/transfers`, { headers: PAYOUT_HEADERS, body: {} });
    expect(transfer.status).toBe(500);
    expect((await control("GET", "/clock")).body.offsetMs).toBe(30_000);
    await control("POST", "/clock", { offsetMs: 7_200_000 });
    expect((await control("GET", "/cashfree/statement")).body.balance).toBe(100_000);
    expect(app.received.map(({ type }) => type)).toEqual(["REFUND_STATUS_WEBHOOK", "PAYMENT_SUCCESS_WEBHOOK"]);
  });

  test("it prints one line when ready, stops cleanly on SIGTERM and SIGINT, and leaves one whole file", async () => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) {
      const { child, url } = await start();
      await call(`${url}/rapidshyp/rapidshyp/apis/v1/fetch_pickup_location`, { headers: CARRIER_HEADERS });
      expect(await killed(child, signal)).toBe(0);
    }
    expect(await readdir(dataDir)).toEqual(["sandbox.json"]);
  });
});
