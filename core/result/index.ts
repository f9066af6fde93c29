/** An answer that may be a refusal. Refusals are expected and are values; bugs are thrown. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** For places where a refusal would be a bug: returns the value or throws with the refusal's name. */
export function expectOk<T, E>(result: Result<T, E>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`${what}: ${typeof result.error === "string" ? result.error : JSON.stringify(result.error)}`);
}

/** Ends a switch over a union: a new member that nobody answers does not compile. */
export function unreachable(value: never): never {
  throw new Error(`no answer for ${String(value)}`);
}
