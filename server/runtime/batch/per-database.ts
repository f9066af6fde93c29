import type { Database } from "#runtime/database";

/**
 * Makes something once for each database and answers the same from then on, so that all callers in a process meet in one batcher.
 * Held by the database itself: it ends with it.
 */
export function onePerDatabase<T>(make: (db: Database) => T): (db: Database) => T {
  const made = new WeakMap<Database, { readonly value: T }>();
  return (db) => {
    const found = made.get(db) ?? { value: make(db) };
    made.set(db, found);
    return found.value;
  };
}
