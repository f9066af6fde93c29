import * as http from "node:http";
import * as https from "node:https";
import { isIPv6, type LookupFunction } from "node:net";
import { hostOf, portOf } from "./address.ts";

export type Posted = {
  readonly url: URL;
  /** Already checked; nothing else is connected to. */
  readonly addresses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

export type PostLimits = {
  /** From the first byte sent to the last byte read. */
  readonly timeoutMs: number;
  /** The rest of a longer answer is not read. */
  readonly mostBytes: number;
  readonly signal?: AbortSignal | undefined;
};

export type Outcome =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly body: Uint8Array;
      readonly retryAfter: string | null;
    }
  | { readonly kind: "timed_out" }
  | { readonly kind: "no_connection"; readonly detail: string }
  /** The caller gave it up. */
  | { readonly kind: "stopped" };

const MOST_HEADER_BYTES = 16_384;

/** Sends one POST to one of the addresses; never throws. Follows no redirect, keeps no connection, uses no proxy. */
export const post = (posted: Posted, limits: PostLimits): Promise<Outcome> =>
  new Promise((resolve) => {
    const request = requestTo(posted);
    const chunks: Uint8Array[] = [];
    let head: { status: number; retryAfter: string | null } | null = null;
    const end = (without: Outcome): void => {
      clearTimeout(timer);
      limits.signal?.removeEventListener("abort", stop);
      request.destroy();
      // A status decides, also of an answer whose body was cut off.
      resolve(head ? { kind: "answered", ...head, body: cut(chunks, limits.mostBytes) } : without);
    };
    const stop = (): void => end({ kind: "stopped" });
    const timer = setTimeout(() => end({ kind: "timed_out" }), limits.timeoutMs);
    limits.signal?.addEventListener("abort", stop);
    request.on("error", (error) => end({ kind: "no_connection", detail: codeOf(error) }));
    request.on("close", () => end({ kind: "no_connection", detail: "closed" }));
    request.on("response", (response) => {
      head = { status: response.statusCode ?? 0, retryAfter: response.headers["retry-after"] ?? null };
      let size = 0;
      response.on("data", (chunk: Uint8Array) => {
        chunks.push(chunk);
        size += chunk.byteLength;
        if (size >= limits.mostBytes) stop();
      });
      response.on("end", stop);
      response.on("error", stop);
    });
    if (limits.signal?.aborted) stop();
    else request.end(posted.body);
  });

function requestTo({ url, addresses, headers, body }: Posted): http.ClientRequest {
  const options: https.RequestOptions = {
    method: "POST",
    host: hostOf(url),
    port: portOf(url),
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, "content-length": Buffer.byteLength(body).toString() },
    lookup: pinnedTo(addresses),
    maxHeaderSize: MOST_HEADER_BYTES,
  };
  return url.protocol === "https:"
    ? https.request({ ...options, agent: new https.Agent({ keepAlive: false, maxCachedSessions: 0 }) })
    : http.request({ ...options, agent: new http.Agent({ keepAlive: false }) });
}

/** The name is not asked for again: what was checked is what is connected to, while certificate and Host stay the name's. */
const pinnedTo =
  (addresses: readonly string[]): LookupFunction =>
  (_name, options, answer) => {
    const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    const [first] = all;
    if (!first) answer(new Error("no address"), "", 0);
    else if (options.all) answer(null, all);
    else answer(null, first.address, first.family);
  };

const cut = (chunks: readonly Uint8Array[], most: number): Uint8Array => Buffer.concat(chunks).subarray(0, most);

function codeOf(error: Error): string {
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" ? code : error.name;
}
