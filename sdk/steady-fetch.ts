import { type Challenge, problemOf } from "./problem.ts";

export type SteadyOptions = {
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly token: (() => string | Promise<string>) | null;
  /** How often a request is tried again at most. */
  readonly retries: number;
  /** Asked for the code when a request needs a fresh confirmation; null gives up. */
  readonly stepUp: ((challenge: Challenge) => Promise<string | null>) | null;
  readonly wait: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
};

/** A fetch that signs in, names each command once, tries again where that is safe, and asks for confirmation. */
export const steadyFetch =
  (options: SteadyOptions) =>
  async (request: Request): Promise<Response> => {
    if (options.token) request.headers.set("authorization", `Bearer ${await options.token()}`);
    if (TAKES_KEY.has(request.method) && !request.headers.has("idempotency-key"))
      request.headers.set("idempotency-key", freshKey());
    const response = await sentSteadily(request, options);
    if (response.status !== 403 || !options.stepUp) return response;
    return await confirmed(request, response, options.stepUp, options);
  };

const TAKES_KEY = new Set(["POST", "PUT"]);
const READS = new Set(["GET", "HEAD"]);
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 60_000;

/** Not `randomUUID`, which browsers offer on secure pages only. */
const freshKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function sentSteadily(request: Request, options: SteadyOptions): Promise<Response> {
  for (let tried = 0; ; tried += 1) {
    const outcome = await sent(request, options);
    const pause = tried < options.retries ? pauseAfter(request, outcome, tried, options) : null;
    if (pause !== null) await options.wait(pause);
    else if (outcome.response) return outcome.response;
    else throw outcome.error;
  }
}

type Outcome =
  | { readonly response: Response; readonly error?: never }
  | { readonly response: null; readonly error: unknown };

async function sent(request: Request, { fetch }: SteadyOptions): Promise<Outcome> {
  try {
    return { response: await fetch(request.clone()) };
  } catch (error) {
    return { response: null, error };
  }
}

/** Milliseconds; null: not again. */
function pauseAfter(request: Request, outcome: Outcome, tried: number, { random }: SteadyOptions): number | null {
  if (request.signal.aborted || !maySendAgain(request, outcome)) return null;
  const told = outcome.response?.headers.get("retry-after") ?? "";
  const wanted = /^\d+$/.test(told) ? Number(told) * 1000 : 0;
  const backoff = FIRST_PAUSE_MS * 2 ** tried * (0.5 + random());
  return wanted > LONGEST_PAUSE_MS ? null : Math.max(wanted, backoff);
}

/** A command without a key may have been done when its answer was lost; one that was turned away (429) has not. */
function maySendAgain(request: Request, { response }: Outcome): boolean {
  if (response?.status === 429) return true;
  if (!READS.has(request.method) && !request.headers.has("idempotency-key")) return false;
  if (!response || response.status === 503) return true;
  return response.status === 409 && response.headers.has("retry-after");
}

/** The same request once more, with the challenge that was confirmed for it. */
async function confirmed(
  request: Request,
  refused: Response,
  stepUp: NonNullable<SteadyOptions["stepUp"]>,
  options: SteadyOptions,
): Promise<Response> {
  const { code, challenge } = await problemOf(refused.clone());
  if (code !== "STEP_UP_REQUIRED" || !challenge) return refused;
  const answer = await stepUp(challenge);
  if (answer === null) return refused;
  const confirmation = await options.fetch(
    new Request(`${options.baseUrl}/auth/step-up/${challenge.id}`, {
      method: "POST",
      headers: { ...credentialsOf(request), "content-type": "application/json" },
      credentials: request.credentials,
      body: JSON.stringify({ code: answer }),
    }),
  );
  if (!confirmation.ok) return confirmation;
  request.headers.set("amana-step-up", challenge.id);
  return await sentSteadily(request, options);
}

function credentialsOf({ headers }: Request): Record<string, string> {
  const authorization = headers.get("authorization");
  return authorization === null ? {} : { authorization };
}
