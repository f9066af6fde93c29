import { after, days, type Instant } from "@amana/core/time";
import { deliver, type SendingParts } from "./deliver.ts";
import { removeEventsBefore } from "./event-store.ts";
import { type Claimed, claimDue } from "./queue.ts";

export type Sender = {
  /** Stops calls that are under way: their deliveries wait for the next sender. */
  stop(): Promise<void>;
};

/** Places for calls that are under way, in one process and to one endpoint. */
const PLACES = 32;
const AT_ONCE = 4;
/** Those that fail or are slow have a quarter of the places, one each. */
const SLOW_PLACES = 8;

export const KEPT = days(30);
const REMOVED_AT_ONCE = 1000;
const TICKS_BETWEEN_REMOVALS = 7200;

/** Sends what is due in the background. It has places of its own beside the worker's: no receiver holds up money or another receiver. */
export function startSender(parts: SendingParts, { tickMilliseconds = 500 } = {}): Sender {
  const stopping = new AbortController();
  const running = { quick: new Set<Promise<void>>(), slow: new Set<Promise<void>>() };
  const begin = (among: Set<Promise<void>>, claimed: readonly Claimed[]): void => {
    for (const one of claimed) {
      const call = deliver(parts, one, stopping.signal)
        .catch(parts.onError)
        .finally(() => among.delete(call));
      among.add(call);
    }
  };
  const look = async (): Promise<void> => {
    const now = parts.clock.now();
    const slowRoom = SLOW_PLACES - running.slow.size;
    begin(running.slow, await claimDue(parts.db, { slow: true, room: slowRoom, atOnce: 1 }, now));
    const room = PLACES - SLOW_PLACES - running.quick.size;
    begin(running.quick, await claimDue(parts.db, { slow: false, room, atOnce: AT_ONCE }, now));
  };
  const loop = async (): Promise<void> => {
    for (let ticks = 0; !stopping.signal.aborted; ticks++) {
      await look().catch(parts.onError);
      if (ticks % TICKS_BETWEEN_REMOVALS === 0) await removeOld(parts, parts.clock.now()).catch(parts.onError);
      await pause(tickMilliseconds, stopping.signal, [...running.quick, ...running.slow]);
    }
  };
  const looped = loop();
  return {
    async stop() {
      stopping.abort();
      await looped;
      await Promise.all([...running.quick, ...running.slow]);
    },
  };
}

/** Until the tick, until a place is free, or until it is to stop. */
async function pause(milliseconds: number, signal: AbortSignal, calls: readonly Promise<void>[]): Promise<void> {
  const done = Promise.withResolvers<void>();
  const timer = setTimeout(done.resolve, milliseconds);
  const stop = (): void => done.resolve();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  await Promise.race([done.promise, ...calls]);
  clearTimeout(timer);
  signal.removeEventListener("abort", stop);
}

/** Sends everything that is due now and answers how many attempts that took. */
export async function sendDue(parts: SendingParts): Promise<number> {
  let sent = 0;
  for (;;) {
    const claimed = [
      ...(await claimDue(parts.db, { slow: false, room: PLACES, atOnce: AT_ONCE }, parts.clock.now())),
      ...(await claimDue(parts.db, { slow: true, room: SLOW_PLACES, atOnce: 1 }, parts.clock.now())),
    ];
    if (claimed.length === 0) return sent;
    await Promise.all(claimed.map((one) => deliver(parts, one)));
    sent += claimed.length;
  }
}

async function removeOld({ db }: SendingParts, now: Instant): Promise<void> {
  while ((await removeEventsBefore(db, after(now, -KEPT), REMOVED_AT_ONCE)) === REMOVED_AT_ONCE);
}
