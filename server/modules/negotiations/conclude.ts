import type { Conclude } from "./negotiate.ts";

/** Nothing follows from an accepted offer yet. */
export const conclude: Conclude = async () => {};
