import type { Machine, State } from "./machine.ts";

export type Explored = {
  readonly states: number;
  readonly transitions: number;
  readonly stuck: readonly string[];
  readonly complete: boolean;
};

/** Breadth first through every state, then backwards from the ends: what no end can be reached from is stuck. */
export function search(machine: Machine, most: number): Explored {
  const { texts, note } = numberedStates();
  const steps = numberedSteps();
  for (const start of machine.starts()) note(start);
  const ends: number[] = [];
  let complete = true;
  for (let at = 0; at < texts.length; at++) {
    const state = decoded(texts[at] as string);
    machine.check(state);
    if (machine.isEnd(state)) ends.push(at);
    if (texts.length >= most) {
      complete = false;
      continue;
    }
    for (const next of machine.next(state)) steps.add(at, note(next.state));
  }
  const stuck = complete ? unreached(texts.length, steps.all(), ends) : [];
  return {
    states: texts.length,
    transitions: steps.all().count,
    stuck: stuck.slice(0, 20).map((at) => machine.tell(decoded(texts[at] as string))),
    complete,
  };
}

/** States by the numbers in which they were first reached. */
function numberedStates() {
  const index = new Map<string, number>();
  const texts: string[] = [];
  return {
    texts,
    note(state: State): number {
      const text = String.fromCharCode(...state);
      const known = index.get(text);
      if (known !== undefined) return known;
      index.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}

type Steps = { readonly from: Int32Array; readonly to: Int32Array; readonly count: number };

/** Steps from one state to another; what stays where it is counts for none. */
function numberedSteps() {
  let from = new Int32Array(1 << 20);
  let to = new Int32Array(1 << 20);
  let count = 0;
  return {
    add(source: number, target: number): void {
      if (source === target) return;
      if (count === from.length) [from, to] = [grown(from), grown(to)];
      from[count] = source;
      to[count] = target;
      count += 1;
    },
    all: (): Steps => ({ from, to, count }),
  };
}

const decoded = (text: string): State => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function unreached(states: number, { from, to, count: edges }: Steps, ends: readonly number[]): number[] {
  const first = new Int32Array(states + 1);
  for (let edge = 0; edge < edges; edge++)
    first[(to[edge] as number) + 1] = (first[(to[edge] as number) + 1] as number) + 1;
  for (let state = 0; state < states; state++)
    first[state + 1] = (first[state + 1] as number) + (first[state] as number);
  const filled = first.slice();
  const sources = new Int32Array(edges);
  for (let edge = 0; edge < edges; edge++) {
    const target = to[edge] as number;
    sources[filled[target] as number] = from[edge] as number;
    filled[target] = (filled[target] as number) + 1;
  }
  const reached = new Uint8Array(states);
  const queue = [...ends];
  for (const end of ends) reached[end] = 1;
  for (let state = queue.pop(); state !== undefined; state = queue.pop())
    for (let n = first[state] as number; n < (first[state + 1] as number); n++) {
      const source = sources[n] as number;
      if (reached[source] === 1) continue;
      reached[source] = 1;
      queue.push(source);
    }
  return [...reached.keys()].filter((state) => reached[state] === 0);
}
