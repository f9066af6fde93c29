/** The second thread of `ledger verify`: reads what is sealed out of the files that it is given. */
import { parentPort, workerData } from "node:worker_threads";
import { readSealed } from "./ledger-sealed.ts";

const sealed = readSealed(workerData);
const { columns, words } = sealed.postings;
const { number, shard, start, open, end, bytes } = columns;
// Handed over and not copied.
const handed = [number, shard, start, open, end, bytes, words].map(({ buffer }) => buffer);
parentPort?.postMessage(
  sealed,
  handed.filter((buffer) => buffer instanceof ArrayBuffer),
);
