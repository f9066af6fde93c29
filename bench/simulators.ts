/**
 * The outside companies as a program of their own: the sandbox's simulators, but with a memory that is not written to a file as a whole at
 * every change, without a limit of calls, and with timers that run side by side. Else the bench would measure the simulators.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stepTransfer } from "../sandbox/cashfree/transfers.ts";
import { createClock } from "../sandbox/clock.ts";
import { createDeliveries } from "../sandbox/deliveries.ts";
import type { SandboxOptions } from "../sandbox/options.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { buildServer } from "../sandbox/server.ts";
import { openStore, type TimerWork } from "../sandbox/state.ts";
import { SANDBOX_CREDENTIALS as KEYS } from "../server/runtime/config/index.ts";

const TICK_MS = 10;

const dataDir = mkdtempSync(join(tmpdir(), "amana-bench-simulators-"));
const options: SandboxOptions = {
  port: 0,
  dataDir,
  appUrl: process.argv[2] ?? "",
  cashfree: {
    clientId: KEYS.cashfreeClientId,
    clientSecret: KEYS.cashfreeClientSecret,
    payoutClientId: KEYS.cashfreePayoutClientId,
    payoutClientSecret: KEYS.cashfreePayoutClientSecret,
  },
  rapidshyp: { token: KEYS.rapidshypToken, webhookToken: KEYS.rapidshypWebhookToken },
  // A bank's seconds are not the application's.
  latency: { payoutStepMs: 0 },
  rateLimitPerMinute: Number.MAX_SAFE_INTEGER,
};
const store = { ...openStore(dataDir, options.latency), settled: async () => {} };
const clock = createClock(store, run);
const deliveries = createDeliveries(options, store, () => clock);
let url = "";
const sandbox: Sandbox = { options, store, clock, deliveries, url: () => url };
const app = buildServer(sandbox);
url = await app.listen({ port: 0, host: "127.0.0.1" });
const ticker = setInterval(runDue, TICK_MS);
process.once("disconnect", () => void stop());
process.send?.(url);

async function run(work: TimerWork): Promise<void> {
  if (work.kind === "transfer_step") stepTransfer(sandbox, work.transferId);
  else if (work.kind === "webhook_attempt") await deliveries.attempt(work.deliveryId);
}

function runDue(): void {
  const due = store.state.timers.filter(({ at }) => at <= clock.now());
  for (const timer of due) {
    if (timer.work.kind !== "webhook_attempt") store.state.timers.splice(store.state.timers.indexOf(timer), 1);
    void run(timer.work);
  }
}

async function stop(): Promise<void> {
  clearInterval(ticker);
  await app.close();
  rmSync(dataDir, { recursive: true, force: true });
}
