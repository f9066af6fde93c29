import type { ApiDocument } from "./document.ts";
import type { Request } from "./write.ts";

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
};

/** A text of one person that others must never be shown. */
export type Canary = { readonly text: string; readonly what: string; readonly seenBy: ReadonlySet<string> };

/** What people of a marketplace can trade with each other; for the chains of calls that make a sale. */
export type Market = {
  readonly pairs: readonly { readonly buyer: string; readonly seller: string; readonly product: string }[];
  /** People who have nothing to do with any of them. */
  readonly strangers: readonly string[];
  /** Of finance staff, one who decides and another who approves. */
  readonly decides: string;
  readonly approves: string;
  /** The buyer's money arrives. */
  pay(payment: string): Promise<void>;
  /** The parcel of an order is delivered. */
  deliver(order: string): Promise<void>;
};

/** What is fuzzed: a server in this process, and what is known about it from outside. */
export type Target = {
  readonly document: ApiDocument;
  /** Everybody who can ask, by the names under which `send` knows them. */
  readonly people: readonly string[];
  readonly canaries: readonly Canary[];
  /** Names of columns, which no body may set. */
  readonly columns: readonly string[];
  readonly market: Market | null;
  /** Words that a reader of the manual knows, by the names of fields: no answer tells them all. */
  readonly hints: Readonly<Record<string, readonly string[]>>;
  send(request: Request): Promise<Answer>;
  /** Waits until the worker has done what the last request woke it for. */
  ready(): Promise<void>;
  /** Lets everything happen that follows from the requests so far, and time go by; answers with what broke meanwhile. */
  rest(): Promise<string[]>;
  /** What the server's log says of the last 5xx. */
  cause?(): string | null;
  /** What is wrong with the money, in sentences; empty when nothing is. */
  books(): Promise<string[]>;
};

export const CPU_LIMIT_MS = 50;
export const PATIENCE_MS = 5_000;
