/** So many points in so many seconds. */
export type Limit = { readonly points: number; readonly perSeconds: number };

export type Taken = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Counts what somebody does, over all processes. When the place of the counts does not answer, everything is allowed. */
export type Limiter = { take(key: string, limit: Limit): Promise<Taken> };
