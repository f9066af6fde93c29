import { expireOrder } from "./cashfree/orders.ts";
import { completeRefund } from "./cashfree/refunds.ts";
import { stepTransfer } from "./cashfree/transfers.ts";
import { listenAsScanner } from "./clamd/scanner.ts";
import { type Clock, createClock } from "./clock.ts";
import { createDeliveries } from "./deliveries.ts";
import { receiveMail } from "./mailbox/receiver.ts";
import type { SandboxOptions } from "./options.ts";
import type { Sandbox } from "./sandbox.ts";
import { buildServer } from "./server.ts";
import { openStore, type TimerWork } from "./state.ts";

export type { SandboxOptions } from "./options.ts";

const TICK_MS = 250;

/**
 * Starts the simulated outside companies on `host:port` (127.0.0.1 by default, port 0 picks a free one), with the
 * state kept in `dataDir`. `stop` waits for what is being sent and leaves everything on disk.
 */
export async function startSandbox(
  options: SandboxOptions,
): Promise<{ url: string; mailUrl: string; scannerUrl: string; stop(): Promise<void> }> {
  const store = openStore(options.dataDir, options.latency);
  let url = "";
  const clock: Clock = createClock(store, (work) => run(sandbox, work));
  const deliveries = createDeliveries(options, store, () => clock);
  const sandbox: Sandbox = { options, store, clock, deliveries, url: () => url };

  const app = buildServer(sandbox);
  url = await app.listen({ port: options.port, host: options.host ?? "127.0.0.1" });
  const mail = await receiveMail(sandbox, portAbove(options.port, options.mailPort, MAIL_ABOVE));
  const scanner = await listenAsScanner(sandbox, portAbove(options.port, options.scannerPort, SCANNER_ABOVE));
  let ticking: Promise<void> = Promise.resolve();
  const ticker = setInterval(() => {
    const next = clock.nextTimerAt();
    if (next !== null && next <= clock.now()) ticking = clock.runDue();
  }, TICK_MS);

  return {
    url,
    mailUrl: mail.url,
    scannerUrl: scanner.url,
    stop: async () => {
      clearInterval(ticker);
      await app.close();
      await mail.stop();
      await scanner.stop();
      await ticking;
      await deliveries.idle();
      await store.settled();
    },
  };
}

const MAIL_ABOVE = 25;
const SCANNER_ABOVE = 35;

const portAbove = (port: number, wanted: number | undefined, above: number): number =>
  wanted ?? (port === 0 ? 0 : port + above);

/** The work of each timer. Webhooks that it queues are due at the same instant, so the clock sends them next. */
async function run(sandbox: Sandbox, work: TimerWork): Promise<void> {
  if (work.kind === "order_expiry") expireOrder(sandbox, work.orderId);
  else if (work.kind === "refund_completes") completeRefund(sandbox, work.refundId);
  else if (work.kind === "transfer_step") stepTransfer(sandbox, work.transferId);
  else await sandbox.deliveries.attempt(work.deliveryId);
}
