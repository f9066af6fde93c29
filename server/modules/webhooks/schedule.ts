import { after, type Duration, days, hours, type Instant, minutes, seconds } from "@amana/core/time";

/** The pauses between attempts that the Standard Webhooks specification proposes: a little more than three days in all. */
export const PAUSES: readonly Duration[] = [
  seconds(5),
  minutes(5),
  minutes(30),
  hours(2),
  hours(5),
  hours(10),
  hours(14),
  hours(20),
  hours(24),
];

/** So much later at most, by chance: what failed together does not come back together. */
export const JITTER = 0.2;

/** An endpoint of which every attempt failed for so long is switched off. */
export const GIVEN_UP_AFTER: Duration = days(5);

/** A receiver that takes longer has one place in the queue until it is faster. */
export const SLOW = seconds(3);

const GONE = 410;
const LONGEST_WISH = hours(24);

export type Tried = {
  readonly outcome: string;
  readonly status: number | null;
  readonly milliseconds: number;
  readonly tries: number;
  readonly retryAfter: string | null;
};

/** How an endpoint has done so far; `off`: it was switched off while the attempt was under way. */
export type Health = { readonly failingSince: Instant | null; readonly off: boolean };

export type Consequence = {
  readonly state: "delivered" | "waiting" | "failed";
  readonly nextAt: Instant | null;
  readonly failingSince: Instant | null;
  readonly slow: boolean;
  /** Why the endpoint is to be switched off; null: it is not. */
  readonly offBecause: "gone" | "failing" | null;
};

/** What follows from an attempt for its delivery and for its endpoint. */
export function consequence(tried: Tried, health: Health, now: Instant, chance: number): Consequence {
  if (tried.outcome === "delivered")
    return { state: "delivered", nextAt: null, failingSince: null, slow: tried.milliseconds > SLOW, offBecause: null };
  const failingSince = health.failingSince ?? now;
  const offBecause = health.off ? null : whyOff(tried, failingSince, now);
  const over = health.off || offBecause !== null;
  const nextAt = over ? null : nextAttempt(tried.tries, now, chance, tried.retryAfter);
  return { state: nextAt === null ? "failed" : "waiting", nextAt, failingSince, slow: true, offBecause };
}

function whyOff({ status }: Tried, failingSince: Instant, now: Instant): Consequence["offBecause"] {
  if (status === GONE) return "gone";
  return now - failingSince >= GIVEN_UP_AFTER ? "failing" : null;
}

/**
 * When to try again after so many attempts; null when that was the last one. `chance` is from 0 to 1. A receiver that asks for a longer
 * pause (Retry-After, in seconds) gets it, up to a day.
 */
export function nextAttempt(tries: number, now: Instant, chance: number, retryAfter: string | null): Instant | null {
  const pause = PAUSES[tries - 1];
  if (pause === undefined) return null;
  const wish = retryAfter !== null && /^\d{1,9}$/.test(retryAfter) ? seconds(Number(retryAfter)) : 0;
  return after(now, Math.max(Math.round(pause * (1 + JITTER * chance)), Math.min(wish, LONGEST_WISH)));
}
