import type { Problem } from "../../api/problem.ts";

/** What became of an act on an offer. */
export type OfferAnswer = { done: boolean; problem: Problem | null; input: Record<string, string>; key: string };
