import type { Counted, Counter } from "#runtime/limits";
import { innermost, type Principal } from "./policy.ts";
import { type ProblemAnswer, problem } from "./problems.ts";
import type { Route } from "./route.ts";

/** What counts requests; absent in tests and wherever nothing is limited. */
export type RequestLimits = {
  readonly counter: Counter;
  /** By how much every limit is wider than written here; 0: there are none. */
  readonly factor: number;
};

/** How often a route may be asked: each class has a count of its own. */
export type RateClass = "reads" | "commands" | "sign-in";

/** Points a minute for somebody who is known, and for a network that is not. */
const RATES: Readonly<Record<RateClass, { readonly known: number; readonly unknown: number }>> = {
  reads: { known: 600, unknown: 300 },
  commands: { known: 240, unknown: 120 },
  "sign-in": { known: 30, unknown: 30 },
};
/** Tokens that belong to nobody, from one network. */
const WRONG_TOKENS = 300;
const WINDOW_SECONDS = 60;

/** Null: the route is not limited. Providers' news is not, for we asked for it, nor are the scheduler and what only a sandbox has. */
export function rateClassOf({ method, policy, rate }: Pick<Route, "method" | "policy" | "rate">): RateClass | null {
  const { kind } = innermost(policy);
  if (rate === "none" || policy.kind === "sandbox_only" || kind === "signed_by_provider" || kind === "with_key")
    return null;
  return rate ?? (method === "GET" ? "reads" : "commands");
}

export type RateHeaders = Readonly<Record<"ratelimit-policy" | "ratelimit", string>>;

/** Takes a point for this request, and tells what is left (draft-ietf-httpapi-ratelimit-headers-10). */
export function countRequest(
  { counter, factor }: RequestLimits,
  rate: RateClass,
  principal: Principal,
  network: string,
): { readonly headers: RateHeaders; readonly answer: ProblemAnswer | null } | null {
  if (factor === 0) return null;
  const who = whoCounts(principal, network);
  const points = Math.ceil((who.isKnown ? RATES[rate].known : RATES[rate].unknown) * factor);
  const counted = counter.count(`${rate}:${who.key}`, { points, perSeconds: WINDOW_SECONDS });
  return {
    headers: {
      "ratelimit-policy": `"${rate}";q=${points};w=${WINDOW_SECONDS}`,
      ratelimit: `"${rate}";r=${counted.remaining};t=${counted.resetSeconds}`,
    },
    answer: counted.allowed ? null : tooMany(counted),
  };
}

/** Before a token is looked up: a network that has shown too many wrong ones has to wait. */
export function tooManyWrongTokens({ counter, factor }: RequestLimits, network: string): ProblemAnswer | null {
  if (factor === 0) return null;
  const counted = counter.look(`wrong-token:${network}`, wrongTokens(factor));
  return counted.allowed ? null : tooMany(counted);
}

export function countWrongToken({ counter, factor }: RequestLimits, network: string): void {
  if (factor > 0) counter.count(`wrong-token:${network}`, wrongTokens(factor));
}

const wrongTokens = (factor: number) => ({
  points: Math.ceil(WRONG_TOKENS * factor),
  perSeconds: WINDOW_SECONDS,
});

/** A program is counted by its key, so that it does not use up what its owner has as a person. */
function whoCounts(principal: Principal, network: string): { readonly key: string; readonly isKnown: boolean } {
  if (principal.kind === "user")
    return { key: principal.access.kind === "session" ? principal.id : principal.access.id, isKnown: true };
  return { key: network, isKnown: false };
}

const tooMany = ({ resetSeconds }: Counted): ProblemAnswer => ({
  ...problem("RATE_LIMITED"),
  headers: { "retry-after": String(resetSeconds) },
});
