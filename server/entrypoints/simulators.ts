import { at, type Instant } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { SimulatorClock } from "#modules/sandbox";

const TheirClock = Type.Object({ nextTimerAt: Type.Union([Type.String(), Type.Null()]) });

/** The simulators' clock, by their control address. */
export function simulatorClock(address: string): SimulatorClock {
  const ask = async (init?: RequestInit): Promise<Instant | null> => {
    const response = await fetch(`${address}/control/clock`, init);
    if (!response.ok) throw new Error(`the simulators' clock: ${response.status} ${await response.text()}`);
    const { nextTimerAt } = Value.Parse(TheirClock, await response.json());
    return nextTimerAt === null ? null : at(Date.parse(nextTimerAt));
  };
  return {
    nextTimer: () => ask(),
    async setOffset(offsetMs) {
      await ask({
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ offsetMs }),
      });
    },
  };
}
