/** How adapters reach the outside. It never throws: no answer is status 0. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

export type HttpRequest = {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
};

export type HttpAnswer = {
  /** 0: no answer came. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body read as JSON; undefined when it is not JSON. */
  readonly json: unknown;
};

export type HttpLimits = {
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  /** A longer body is not read to its end and counts as not being JSON. */
  readonly maxBytes: number;
};

/**
 * `Http` over the runtime's own `fetch`. Redirects are handed back as they come, for a provider never sends us elsewhere;
 * a body cut off by the time limit is no answer.
 */
export function fetchHttp({ timeoutMs, maxBytes }: HttpLimits): Http {
  return async ({ method, url, headers, body }) => {
    try {
      const response = await fetch(url, {
        method,
        headers: body === undefined ? { ...headers } : { ...headers, "content-type": "application/json" },
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await readUpTo(maxBytes, response);
      return { status: response.status, headers: Object.fromEntries(response.headers), json: readJson(text) };
    } catch {
      return NO_ANSWER;
    }
  };
}

export const NO_ANSWER: HttpAnswer = { status: 0, headers: {}, json: undefined };

async function readUpTo(maxBytes: number, response: Response): Promise<string | null> {
  if (!response.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function readJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
