import type { Problem } from "../api/problem.ts";
import type { Kept, Waiting } from "./entry.ts";

const DATABASE = "amana";
const WAITING = "waiting";

/** What waits, in this browser's own database; pages and the service worker share it. Rejects where a browser keeps nothing for us. */
export async function keep(one: Waiting): Promise<void> {
  await inStore("readwrite", (store) => store.add(one)).catch((error: unknown) => {
    // Sent by a double click: it is kept already, under the same key.
    if (!(error instanceof DOMException && error.name === "ConstraintError")) throw error;
  });
}

export const drop = (place: number): Promise<void> =>
  inStore("readwrite", (store) => store.delete(place)).then(() => {});

export async function refuse(place: number, problem: Problem): Promise<void> {
  await change(place, (one) => ({ ...one, state: "refused", problem }));
}

/** Everything that is kept, in the order in which it was written. */
export async function all(): Promise<Kept[]> {
  const database = await open();
  try {
    const store = database.transaction(WAITING).objectStore(WAITING);
    const [places, rows] = await Promise.all([done(store.getAllKeys()), done<Waiting[]>(store.getAll())]);
    return rows.map((row, at) => ({ ...row, place: Number(places[at]) }));
  } finally {
    database.close();
  }
}

async function change(place: number, to: (one: Waiting) => Waiting): Promise<void> {
  const database = await open();
  try {
    const store = database.transaction(WAITING, "readwrite").objectStore(WAITING);
    const one = await done<Waiting | undefined>(store.get(place));
    if (one) await done(store.put(to(one), place));
  } finally {
    database.close();
  }
}

async function inStore(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<void> {
  const database = await open();
  try {
    const transaction = database.transaction(WAITING, mode);
    const written = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("not kept"));
    });
    act(transaction.objectStore(WAITING));
    await written;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(WAITING, { autoIncrement: true });
    store.createIndex("key", "key", { unique: true });
  };
  return done(request);
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no answer from the browser's database"));
  });
