import { data } from "react-router";
import type { Problem } from "../api/problem.ts";
import type { Sent } from "../api/server.ts";
import type { Listed } from "../api/types.ts";

/** A list whose filters somebody has typed: what is not understood finds nothing; what is not theirs is not there. */
export function listOf<T>(sent: Sent<Listed<T>>): { rows: T[]; next: string | null; problem: Problem | null } {
  if (sent.ok) return { rows: sent.value.data, next: sent.value.nextCursor ?? null, problem: null };
  const { problem } = sent;
  if (problem.code === "VALIDATION_FAILED") return { rows: [], next: null, problem };
  if (problem.status === 401 || problem.status === 403 || problem.status === 404) throw data(null, { status: 404 });
  throw data(problem, { status: 503 });
}

/** What of these was said, as a query. */
export const given = (asked: Readonly<Record<string, string>>): URLSearchParams =>
  new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ""));
