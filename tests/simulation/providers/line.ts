import type { Result } from "../../../core/result/index.ts";
import type { CallRefusal } from "../../../server/ports/call.ts";
import type { Dice } from "../dice.ts";
import { type Life, stepOf } from "../process.ts";

/** How bad the outside is in one history. */
export type Weather = {
  /** How often a call meets a fault. */
  readonly faults: number;
  /** From when until when nobody answers. */
  readonly outages: readonly { readonly from: number; readonly until: number }[];
  /** After this moment everything works. */
  readonly calmFrom: number;
};

export type Outside = {
  readonly now: () => number;
  readonly dice: Dice;
  readonly weather: Weather;
  /** Lets something happen later. */
  readonly later: (at: number, name: string, run: () => Promise<void>) => void;
  /** Told of every fault, for the count of what was covered. */
  readonly met: (fault: string) => void;
  readonly trace: (life: Life, what: string, count: number) => void;
  readonly turn: () => Promise<void> | null;
  /** A call hangs until a later moment; meanwhile the world goes on. */
  readonly hang: (life: Life, until: number) => Promise<void>;
  /** What is never allowed has happened. */
  readonly wrong: (sentence: string) => void;
};

const unknown = (detail: string): { ok: false; error: CallRefusal } => ({
  ok: false,
  error: { kind: "outcome_unknown", detail },
});

/** One call over an unreliable line: what was asked is done or not, and the caller hears of it or not. */
export async function call<T>(
  outside: Outside,
  life: Life,
  name: string,
  act: () => Result<T, CallRefusal>,
): Promise<Result<T, CallRefusal>> {
  const turn = outside.turn();
  if (turn) await turn;
  stepOf(life);
  const fault = faultOf(outside);
  outside.trace(life, `call ${name} ${fault}`, 0);
  if (fault !== "none") outside.met(fault);
  const answer = await answerOf(outside, life, fault, act);
  stepOf(life);
  return answer;
}

async function answerOf<T>(
  outside: Outside,
  life: Life,
  fault: Fault,
  act: () => Result<T, CallRefusal>,
): Promise<Result<T, CallRefusal>> {
  switch (fault) {
    case "timeout_before":
      return unknown("no answer");
    case "timeout_after":
      act();
      return unknown("no answer");
    case "outage":
      return outside.dice.chance(0.7)
        ? unknown("no answer")
        : {
            ok: false,
            error: { kind: "try_later", detail: "down", retryAfterSeconds: outside.dice.between(60, 1800) },
          };
    case "try_later":
      return {
        ok: false,
        error: { kind: "try_later", detail: "busy", retryAfterSeconds: outside.dice.between(1, 60) },
      };
    case "slow": {
      const early = outside.dice.chance(0.5) ? act() : null;
      await outside.hang(life, outside.now() + outside.dice.between(20_000, 180_000));
      return early ?? act();
    }
    default:
      return act();
  }
}

export type Fault = "none" | "timeout_before" | "timeout_after" | "try_later" | "outage" | "slow";

function faultOf({ now, dice, weather }: Outside): Fault {
  const at = now();
  if (at >= weather.calmFrom) return "none";
  if (weather.outages.some(({ from, until }) => at >= from && at < until)) return "outage";
  if (!dice.chance(weather.faults)) return "none";
  return dice.weighed({ timeout_before: 3, timeout_after: 4, try_later: 2, slow: 1 });
}
