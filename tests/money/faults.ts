import type { Result } from "../../core/result/index.ts";
import type { CallRefusal } from "../../server/ports/call.ts";

/** What goes wrong with one call to a provider. */
export type Fault =
  /** Nobody answers; what was asked has been done or not. */
  | { readonly kind: "no_answer"; readonly done: boolean }
  | { readonly kind: "refused"; readonly refusal: CallRefusal }
  /** The call hangs before or after it is done, until the gate opens. */
  | { readonly kind: "held"; readonly done: boolean; readonly gate: Gate };

export type Gate = { readonly reached: Promise<void>; arrive(): Promise<void>; open(): void };

/** A place where a call waits: the test sees that it has come, does something, and lets it go on. */
export function gate(): Gate {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  return {
    reached: reached.promise,
    async arrive() {
      reached.resolve();
      await opened.promise;
    },
    open: opened.resolve,
  };
}

export const noAnswerBefore: Fault = { kind: "no_answer", done: false };
export const noAnswerAfter: Fault = { kind: "no_answer", done: true };
export const declined: Fault = {
  kind: "refused",
  refusal: { kind: "declined", code: "NO", detail: "the provider says no" },
};
export const tryLater: Fault = {
  kind: "refused",
  refusal: { kind: "try_later", detail: "busy", retryAfterSeconds: 5 },
};
export const misconfigured: Fault = { kind: "refused", refusal: { kind: "misconfigured", detail: "wrong key" } };

export type Calls = {
  /** Every call made, in order: its name and the id that it carried. */
  readonly log: { readonly name: string; readonly id: string }[];
  readonly count: (name: string) => number;
  /** The next calls of this name meet these faults, one each. */
  order(name: string, ...faults: Fault[]): void;
  /** Runs a call as its next fault says. */
  make<T>(name: string, id: string, act: () => Result<T, CallRefusal>): Promise<Result<T, CallRefusal>>;
};

export function calls(): Calls {
  const log: { name: string; id: string }[] = [];
  const ordered = new Map<string, Fault[]>();
  return {
    log,
    count: (name) => log.filter((call) => call.name === name).length,
    order(name, ...faults) {
      ordered.set(name, [...(ordered.get(name) ?? []), ...faults]);
    },
    async make<T>(name: string, id: string, act: () => Result<T, CallRefusal>) {
      log.push({ name, id });
      const fault = ordered.get(name)?.shift();
      if (!fault) return act();
      if (fault.kind === "refused") return { ok: false, error: fault.refusal };
      if (fault.kind === "no_answer") {
        if (fault.done) act();
        return { ok: false, error: { kind: "outcome_unknown", detail: "no answer" } };
      }
      const early = fault.done ? act() : null;
      await fault.gate.arrive();
      return early ?? act();
    },
  };
}
