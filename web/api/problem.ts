/** An RFC 9457 problem as the API writes it, or our own word for an answer that never came. */
export type Problem = {
  status: number;
  code: string;
  title: string;
  detail: string;
  canRetry: boolean;
  errors: { field: string; message: string }[];
  requestId: string | null;
  /** What must be confirmed with a code before the same is sent again. */
  challenge: Challenge | null;
  /** True when the API may have done what was asked although it did not say so: ask it, do not send it anew. */
  outcomeUnknown: boolean;
};

/** `hint` is the code itself, which only a sandbox tells. */
export type Challenge = { id: string; action: string; by: "totp" | "email"; hint: string | null };

/** The same command, with the same key, is being done at this moment. */
export const IN_FLIGHT = "IDEMPOTENCY_IN_FLIGHT";

/** Reads the body of a refused call; a body that is no problem document still gives a problem. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const fields: Record<string, unknown> = typeof body === "object" && body !== null ? { ...body } : {};
  const code = text(fields.code) ?? `HTTP_${response.status}`;
  return {
    status: response.status,
    code,
    title: text(fields.title) ?? response.statusText,
    detail: text(fields.detail) ?? "",
    canRetry: fields.canRetry === true,
    errors: Array.isArray(fields.errors) ? fields.errors.flatMap(fieldError) : [],
    requestId: text(fields.requestId),
    challenge: challengeIn(fields.challenge),
    outcomeUnknown: response.status >= 500 || response.status === 408 || code === IN_FLIGHT,
  };
}

/** The reference for support in whatever a failed page has thrown; null where there is none. */
export const referenceIn = (thrown: unknown): string | null =>
  typeof thrown === "object" && thrown !== null && "requestId" in thrown ? text(thrown.requestId) : null;

/** Of the page that says so: a code that is asked for is the next step, and no error. */
export const statusOf = (problem: Problem | null): number => (problem && !problem.challenge ? 422 : 200);

export const noAnswer = (): Problem => ({
  status: 503,
  code: "NO_ANSWER",
  title: "No answer",
  detail: "",
  canRetry: true,
  errors: [],
  requestId: null,
  challenge: null,
  outcomeUnknown: true,
});

/** What was typed into a field cannot be sent at all. */
export const unreadable = (field: string): Problem => ({
  ...noAnswer(),
  status: 422,
  code: "VALIDATION_FAILED",
  title: "The form is not right",
  canRetry: false,
  errors: [{ field, message: "" }],
  outcomeUnknown: false,
});

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

function challengeIn(entry: unknown): Challenge | null {
  if (typeof entry !== "object" || entry === null || !("id" in entry) || !("action" in entry)) return null;
  const by = "by" in entry && entry.by === "totp" ? "totp" : "email";
  return { id: String(entry.id), action: String(entry.action), by, hint: null };
}

function fieldError(entry: unknown): { field: string; message: string }[] {
  if (typeof entry !== "object" || entry === null || !("field" in entry) || !("message" in entry)) return [];
  return [{ field: String(entry.field), message: String(entry.message) }];
}
