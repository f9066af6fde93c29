import { setTimeout as pause } from "node:timers/promises";
import { headsWriter } from "./heads.ts";
import { createSealer, type SealParts } from "./seal.ts";

export type SealingParts = SealParts & {
  /** Where heads are copied to; best on another disk or another machine. */
  readonly headsFile: string;
  readonly onError: (error: unknown) => void;
};

const A_SECOND = 1000;

/** Seals once a second for as long as there is something, beside all other work. Any number of processes may do so. */
export function startSealing(parts: SealingParts, everyMilliseconds = A_SECOND): { stop(): Promise<void> } {
  const sealer = createSealer(parts);
  const heads = headsWriter(parts.db, parts.headsFile);
  const stopped = new AbortController();
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await sealer.step().catch(parts.onError);
      await heads.copy().catch(parts.onError);
      await pause(everyMilliseconds, undefined, { signal: stopped.signal }).catch(() => {});
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
