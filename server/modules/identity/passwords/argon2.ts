import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { Overloaded } from "#runtime/batch";

/** Whether a password fits, and whether its hash was made with less work than hashes are made with now. */
export type Fit = { readonly right: boolean; readonly weak: boolean };

/** Hashes and checks passwords. Both throw `Overloaded` when too many wait. */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** Null stands for somebody who is not there: the same work is done, and nothing fits. */
  check(kept: string | null, password: string): Promise<Fit>;
};

export type PasswordLimits = {
  /** How many are hashed side by side; half of the processors when absent, for requests need the rest. */
  readonly atOnce?: number;
  /** How many may wait. */
  readonly waiting?: number;
};

/** Argon2id with the first parameters that OWASP's cheat sheet on password storage recommends: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const WAITING = 64;
const ENCODED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/;

/** The hash of a random text that nobody knows, made at that cost. */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$3ITA0TpcQPFqsiaVOepoIg$qMThwUOtXV1aqs572GOc6noh68rq14PGqhy2AZdUm1w";

/** Argon2id on threads of their own: so many at once and so many in the queue, so that a rush of sign-ins takes neither memory nor time from the rest. */
export function argon2Passwords(limits: PasswordLimits = {}): Passwords {
  const turn = turnstile(limits.atOnce ?? Math.max(1, availableParallelism() >> 1), limits.waiting ?? WAITING);
  return {
    hash: (password) => turn(() => hash(normal(password), COST)),
    check: (kept, password) =>
      turn(async () => {
        const right = await verify(kept ?? NOBODYS, normal(password));
        return kept === null ? { right: false, weak: false } : { right, weak: right && isWeak(kept) };
      }),
  };
}

/** One password however a keyboard puts its accents together. */
const normal = (password: string): string => password.normalize("NFC");

function isWeak(kept: string): boolean {
  const [, memory, time, lanes] = ENCODED.exec(kept) ?? [];
  return (
    Number(memory) < COST.memoryCost || Number(time) < COST.timeCost || Number(lanes) < COST.parallelism || !memory
  );
}

/** Lets so many through at once, first come first served. */
function turnstile(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= atOnce) {
      if (waiting.length >= mostWaiting) throw new Overloaded(waiting.length);
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
