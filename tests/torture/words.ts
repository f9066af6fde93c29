import type { Actor } from "../../core/escrow/index.ts";
import type { DealId } from "../../core/ids/index.ts";
import type { Instant } from "../../core/time/index.ts";
import type { OperationName } from "./expected.ts";
import type { Target } from "./stages.ts";

/** What a victim and its parent say to each other. */
export type Task = {
  readonly what: "work" | "commands" | "serve" | "steps";
  readonly appUrl: string;
  readonly connections: number;
  readonly now: Instant;
  /** The fault point at which it stops, from 1; 0 for none. */
  readonly stopAt: number;
  /** Or the first point of this name. */
  readonly stopWhen?: string;
  /** Or the first point that it comes to by a step, from the point before, that is none of these. */
  readonly stopBeyond?: readonly string[];
  readonly commands: readonly Given[];
  /** Shown by PostgreSQL as its name; `victim` when absent. */
  readonly as?: string;
  /** How long it waits for a connection; as the product does when absent. */
  readonly patienceMs?: number;
  /** With `serve`: the operations that are served; all of the application when absent, which takes seconds to start. */
  readonly operations?: readonly string[];
  /** Which members of each provider are calls, and what the others are. */
  readonly providers: Readonly<Record<string, Provided>>;
};

export type Provided = { readonly names: readonly string[]; readonly values: Readonly<Record<string, unknown>> };

export type Given = { readonly deal: DealId; readonly name: string; readonly by: Actor; readonly key: string };

/** One operation, done with a stop at every fault point. */
export type Steps = {
  readonly name: OperationName;
  readonly target: Target;
  readonly nth: number;
  readonly now: Instant;
};

export type ToVictim =
  | { readonly kind: "task"; readonly task: Task }
  | ({ readonly kind: "steps" } & Steps)
  | { readonly kind: "go" }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown };

export type FromVictim =
  | { readonly kind: "ready" }
  | {
      readonly kind: "call";
      readonly id: number;
      readonly provider: string;
      readonly name: string;
      readonly args: unknown[];
    }
  /** Where it stands, and how it came there. */
  | { readonly kind: "at"; readonly what: string; readonly step: string }
  | { readonly kind: "told"; readonly key: string; readonly done: boolean }
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "done"; readonly won: boolean; readonly error: string | null }
  | { readonly kind: "over"; readonly error: string | null };
