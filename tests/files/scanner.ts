import type { Verdict, VirusScanner } from "../../server/ports/virus-scanner.ts";
import { TRIAL } from "./trial.ts";

export const SIGNATURE = "Trial-Signature";

/** A scanner that knows one text, can be down, and remembers how often it was asked. */
export function trialScanner(): VirusScanner & { down: boolean; asked: number; knows: Buffer } {
  return {
    ...{ down: false, asked: 0, knows: TRIAL },
    async scan(bytes): Promise<Verdict> {
      this.asked += 1;
      if (this.down) return { kind: "unavailable", reason: "down (a test)" };
      return Buffer.from(bytes).includes(this.knows) ? { kind: "found", signature: SIGNATURE } : { kind: "clean" };
    },
  };
}
