import type { Id, UserId } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import type { UserPrincipal } from "./policy.ts";
import { type Challenge, type ProblemAnswer, problem } from "./problems.ts";

/** What a person is asked to confirm, in words that a screen can show. */
export type StepUpNeed = {
  /** A verb in the imperative with its subject's kind: `bank_account.add`. */
  readonly action: string;
  readonly amount?: Money;
};

/** A request that needs a fresh confirmation. */
export type StepUpRequest = {
  readonly user: UserId;
  readonly session: Id<"session">;
  /** Of method, address and body: another amount is another request. */
  readonly fingerprint: Buffer;
  readonly need: StepUpNeed;
  /** The challenge that the caller says was confirmed. */
  readonly challenge: string | undefined;
  readonly now: Instant;
};

/** Uses a confirmed challenge up, once, or makes a new one; too many that nobody confirms are refused. */
export type StepUpGate = (
  request: StepUpRequest,
) => Promise<
  | { readonly kind: "confirmed" }
  | { readonly kind: "needed"; readonly challenge: Omit<Challenge, "action"> }
  | { readonly kind: "too_many"; readonly retryAfterSeconds: number }
>;

/** Null when the request may go on. */
export async function objectionWithoutStepUp(
  gate: StepUpGate,
  principal: UserPrincipal,
  request: Omit<StepUpRequest, "user" | "session">,
): Promise<ProblemAnswer | null> {
  if (principal.access.kind !== "session")
    return problem("INSUFFICIENT_SCOPE", "This needs a person's confirmation, which a program cannot give.");
  const outcome = await gate({ ...request, user: principal.id, session: principal.access.id });
  if (outcome.kind === "confirmed") return null;
  if (outcome.kind === "too_many")
    return { ...problem("RATE_LIMITED"), headers: { "retry-after": String(outcome.retryAfterSeconds) } };
  return { ...problem("STEP_UP_REQUIRED"), challenge: { ...outcome.challenge, action: request.need.action } };
}
