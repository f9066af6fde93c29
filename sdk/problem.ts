import type { components } from "./schema.d.ts";

export type Problem = components["schemas"]["Problem"];
/** `UNREADABLE`: the answer came from something else than Amana, a proxy for example. */
export type ProblemCode = Problem["code"] | "UNREADABLE";
export type Challenge = NonNullable<Problem["challenge"]>;

/** What the API refuses, as it says it (RFC 9457). Branch on `code`: codes are stable. */
export class AmanaProblem extends Error {
  override readonly name = "AmanaProblem";
  readonly status: number;
  readonly code: ProblemCode;
  /** Whether the very same request may succeed later. */
  readonly canRetry: boolean;
  readonly suggestedAction: string;
  /** The fields that are wrong, with VALIDATION_FAILED. */
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** What is to be confirmed first, with STEP_UP_REQUIRED. */
  readonly challenge: Challenge | null;
  /** What support wants to know. */
  readonly requestId: string | null;

  constructor(status: number, problem: Partial<Problem>, requestId: string | null) {
    super(problem.detail ?? problem.title ?? `The answer ${status} could not be read.`);
    this.status = status;
    this.code = problem.code ?? "UNREADABLE";
    this.canRetry = problem.canRetry ?? status >= 500;
    this.suggestedAction = problem.suggestedAction ?? "";
    this.errors = problem.errors ?? [];
    this.challenge = problem.challenge ?? null;
    this.requestId = problem.requestId ?? requestId;
  }
}

/** The problem in an answer whose body has been read already. */
export function problemFrom({ status, headers }: Response, body: unknown): AmanaProblem {
  const isOurs = headers.get("content-type")?.startsWith("application/problem+json") === true;
  const problem: Partial<Problem> = isOurs && typeof body === "object" && body !== null ? body : {};
  return new AmanaProblem(status, problem, headers.get("x-request-id"));
}

export const problemOf = async (response: Response): Promise<AmanaProblem> =>
  problemFrom(response, await response.json().catch(() => null));
