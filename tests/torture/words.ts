import type { Actor } from "../../core/escrow/index.ts";
import type { DealId } from "../../core/ids/index.ts";
import type { Instant } from "../../core/time/index.ts";

/** What a victim and its parent say to each other. */
export type Task = {
  readonly what: "work" | "commands" | "serve";
  readonly appUrl: string;
  readonly connections: number;
  readonly now: Instant;
  /** The fault point at which it stops, from 1; 0 for none. */
  readonly stopAt: number;
  /** Or the first point of this name. */
  readonly stopWhen?: string;
  readonly commands: readonly Given[];
  /** With `serve`: as production serves. */
  readonly production?: boolean;
  /** Which members of each provider are calls, and what the others are. */
  readonly providers: Readonly<Record<string, Provided>>;
};

export type Provided = { readonly names: readonly string[]; readonly values: Readonly<Record<string, unknown>> };

export type Given = { readonly deal: DealId; readonly name: string; readonly by: Actor; readonly key: string };

export type ToVictim =
  | { readonly kind: "task"; readonly task: Task }
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
  | { readonly kind: "at"; readonly what: string }
  | { readonly kind: "told"; readonly key: string; readonly done: boolean }
  | { readonly kind: "listening"; readonly url: string }
  | { readonly kind: "over"; readonly points: number; readonly error: string | null };
