/** What earlier answers said: ids with who has seen them, and the words and numbers that stood in a field of a name. */
export type Pool = {
  /** Takes in an answer's body. */
  learn(who: string, body: unknown): void;
  learnAccess(who: string, operation: string, status: number): void;
  /** An id of a kind that `who` has seen, or one that others have seen and he has not; null when there is none. */
  id(prefix: string, who: string, own: boolean, nth: number): string | null;
  /** A value that stood in a field of this name, as JSON. */
  word(name: string, nth: number): string | null;
  /** Somebody whom the door of this operation lets in, as far as is known. */
  caller(operation: string, nth: number): string;
};

/** What is answered to somebody whom the door has let in. */
const INSIDE = new Set([200, 201, 202, 204, 302, 404, 409, 412, 422]);
const MOST_IDS = 60;
const MOST_WORDS = 30;
const MOST_VALUES = 3_000;
const LONGEST_WORD = 600;
const ID = /^([a-z]{2,6})_[0-9a-f]{32}$/;

export function createPool(people: readonly string[]): Pool {
  const ids = new Map<string, Map<string, string[]>>();
  const words = new Map<string, string[]>();
  const shut = new Set<string>();
  const open = new Set<string>();

  const keepScalar = (who: string, name: string, value: string | number): void => {
    const prefix = typeof value === "string" ? ID.exec(value)?.[1] : undefined;
    if (prefix === undefined)
      keep(
        entryOf(words, nameInRequests(name), () => []),
        JSON.stringify(value),
        MOST_WORDS,
      );
    else
      keep(
        entryOf(
          entryOf(ids, prefix, () => new Map<string, string[]>()),
          who,
          () => [],
        ),
        String(value),
        MOST_IDS,
      );
  };

  return {
    learn(who, body) {
      for (const [name, value] of scalarsIn("", body, { left: MOST_VALUES })) keepScalar(who, name, value);
    },
    learnAccess(who, operation, status) {
      if (status === 401 || status === 403) shut.add(`${operation} ${who}`);
      else if (INSIDE.has(status)) open.add(`${operation} ${who}`);
    },
    id(prefix, who, own, nth) {
      const ofPrefix = ids.get(prefix) ?? new Map<string, string[]>();
      const mine = ofPrefix.get(who) ?? [];
      if (own && mine.length > 0) return at(mine, nth);
      const others = [...ofPrefix].filter(([name]) => name !== who).flatMap(([, theirs]) => theirs);
      const strange = others.filter((id) => !mine.includes(id));
      return at(strange.length > 0 ? strange : others, nth) ?? at(mine, nth);
    },
    word: (name, nth) => at(words.get(name) ?? [], nth),
    caller(operation, nth) {
      const inside = people.filter((who) => open.has(`${operation} ${who}`));
      const untried = people.filter((who) => !shut.has(`${operation} ${who}`) && !inside.includes(who));
      // One in three tries somebody new, as long as there is anybody.
      const known = inside.length > 0 && (nth % 3 > 0 || untried.length === 0) ? inside : untried;
      return at(known.length > 0 ? known : people, Math.floor(nth / 3)) ?? "";
    },
  };
}

/** A list gives its items its own name. */
function* scalarsIn(name: string, value: unknown, budget: { left: number }): Generator<[string, string | number]> {
  budget.left -= 1;
  if (budget.left < 0) return;
  if (typeof value === "number" || (typeof value === "string" && value.length <= LONGEST_WORD)) yield [name, value];
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* scalarsIn(Array.isArray(value) ? name : key, inner, budget);
}

/** What is old goes first: it has most likely come to its end. */
function keep(list: string[], text: string, most: number): void {
  if (list.includes(text)) return;
  if (list.length >= most) list.shift();
  list.push(text);
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const entry = map.get(key) ?? make();
  map.set(key, entry);
  return entry;
}

const nameInRequests = (name: string): string => (name === "nextCursor" ? "cursor" : name);

const at = <T>(list: readonly T[], nth: number): T | null => list[nth % Math.max(1, list.length)] ?? null;
