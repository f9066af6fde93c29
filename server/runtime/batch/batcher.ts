import { ok, refuse } from "@amana/core/result";
import { CommitOutcomeUnknown } from "#runtime/database";

/** Said by `write` of an item that must be decided again, in a later batch. */
export const AGAIN: unique symbol = Symbol("again");

/** More waits than may wait: nothing of this call has happened, and it may be tried again later. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";
  constructor(waiting: number) {
    super(`${waiting} calls are waiting already`);
  }
}

export type BatchLimits = {
  /** How many items travel together at most; 500 when absent. */
  readonly most?: number;
  /** How many batches are under way at once; 1 when absent. */
  readonly writers?: number;
  /** How many items may wait; 10,000 when absent. */
  readonly waiting?: number;
};

export type BatchWork<Item, Answer> = {
  /** Items that share a key never travel together, nor does one overtake the other. */
  readonly keysOf: (item: Item) => readonly string[];
  /**
   * Does all of them or none, and answers for each in order. What it throws means that nothing was done, except `CommitOutcomeUnknown`,
   * with which all of them are refused.
   */
  readonly write: (items: readonly Item[]) => Promise<readonly (Answer | typeof AGAIN)[]>;
};

export type Batcher<Item, Answer> = {
  /** Resolves with the item's own answer once `write` has answered for it; rejects with `Overloaded`, or with what its own write threw. */
  submit(item: Item): Promise<Answer>;
};

type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly keys: readonly string[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Group commit: whoever calls while a batch is under way goes with the next one. Nothing waits for a clock, so that a lone caller is as fast
 * as without batches, and batches grow by themselves as more call at once.
 */
export function batcher<Item, Answer>(
  { keysOf, write }: BatchWork<Item, Answer>,
  { most = 500, writers = 1, waiting: room = 10_000 }: BatchLimits = {},
): Batcher<Item, Answer> {
  type Call = Waiting<Item, Answer>;
  let queue: Call[] = [];
  const underWay = new Set<string>();
  const state = { idle: writers, scheduled: false };

  const schedule = (): void => {
    if (state.scheduled || state.idle === 0 || queue.length === 0) return;
    state.scheduled = true;
    // After this turn of the event loop, so that calls made together travel together.
    setImmediate(() => {
      state.scheduled = false;
      for (let batch = take(); batch.length > 0; batch = take()) void run(batch);
    });
  };

  const take = (): Call[] => {
    if (state.idle === 0) return [];
    const { batch, rest } = chosen(queue, underWay, most);
    queue = rest;
    if (batch.length > 0) state.idle -= 1;
    for (const { keys } of batch) for (const key of keys) underWay.add(key);
    return batch;
  };

  const run = async (batch: readonly Call[]): Promise<void> => {
    const again = await settle(batch);
    for (const { keys } of batch) for (const key of keys) underWay.delete(key);
    queue = [...again, ...queue];
    state.idle += 1;
    schedule();
  };

  /** A batch that fails goes again by halves, so that one poisoned item fails alone. Answers who must be decided again. */
  const settle = async (batch: readonly Call[]): Promise<Call[]> => {
    const written = await write(batch.map(({ item }) => item)).then(ok, refuse);
    if (written.ok && written.value.length === batch.length) {
      const answers = written.value;
      return batch.filter((call, at) => !resolved(call, answers[at]));
    }
    const error = written.ok ? new Error(`${written.value.length} answers for ${batch.length} items`) : written.error;
    if (batch.length === 1 || written.ok || error instanceof CommitOutcomeUnknown) {
      for (const { reject } of batch) reject(error);
      return [];
    }
    const middle = batch.length >> 1;
    return [...(await settle(batch.slice(0, middle))), ...(await settle(batch.slice(middle)))];
  };

  return {
    submit: (item) =>
      new Promise((resolve, reject) => {
        if (queue.length >= room) return reject(new Overloaded(queue.length));
        queue.push({ item, keys: keysOf(item), resolve, reject });
        schedule();
      }),
  };
}

function resolved<Answer>(
  { resolve }: { readonly resolve: (answer: Answer) => void },
  answer: Answer | typeof AGAIN | undefined,
): boolean {
  if (answer === AGAIN || answer === undefined) return false;
  resolve(answer);
  return true;
}

/** The longest waiting first, each key once; who is passed over keeps the place, also against those behind with the same key. */
function chosen<Call extends { readonly keys: readonly string[] }>(
  queue: readonly Call[],
  underWay: ReadonlySet<string>,
  most: number,
): { batch: Call[]; rest: Call[] } {
  const taken = new Set(underWay);
  const batch: Call[] = [];
  const rest: Call[] = [];
  for (const [at, call] of queue.entries()) {
    if (batch.length === most) return { batch, rest: [...rest, ...queue.slice(at)] };
    (call.keys.some((key) => taken.has(key)) ? rest : batch).push(call);
    for (const key of call.keys) taken.add(key);
  }
  return { batch, rest };
}
