export { AGAIN, type Batcher, type BatchLimits, type BatchWork, batcher, Overloaded } from "./batcher.ts";
export { onePerDatabase } from "./per-database.ts";
export { untilKnown } from "./until-known.ts";
