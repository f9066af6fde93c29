import createClient, { type Client, type FetchResponse, type MaybeOptionalInit } from "openapi-fetch";
import { type Challenge, problemFrom } from "./problem.ts";
import type { paths } from "./schema.d.ts";
import { steadyFetch } from "./steady-fetch.ts";

export type AmanaOptions = {
  /** Of the marketplace: `https://market.example.test`. */
  readonly baseUrl: string;
  /** An API key, a token of a third party or of a session; absent in browsers that have our cookie. */
  readonly token?: string | (() => string | Promise<string>);
  /** How often a request is tried again at most where that is safe; 3 when absent. */
  readonly retries?: number;
  /** Gives the code with which a person confirms; null gives up. Absent: the problem STEP_UP_REQUIRED is thrown. */
  readonly stepUp?: (challenge: Challenge) => Promise<string | null>;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** For tests: how pauses are waited for, and the dice that spread them. */
  readonly wait?: (ms: number) => Promise<void>;
  readonly random?: () => number;
};

type Method = "get" | "post" | "put" | "patch" | "delete";
type PathsWith<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, object> ? P : never }[keyof paths];
type OperationOf<P extends keyof paths, M extends Method> =
  paths[P] extends Record<M, infer O extends object> ? O : never;
type Given<O extends object> = Exclude<FetchResponse<O, object, "application/json">["data"], undefined>;
/** The body of the answer; `undefined` where there is none. */
export type Answer<P extends keyof paths, M extends Method> = [Given<OperationOf<P, M>>] extends [never]
  ? undefined
  : Given<OperationOf<P, M>>;

/** An argument that may be left out when nothing in it is required. */
type InitParam<Init> = object extends Init ? [init?: Init & Extra] : [init: Init & Extra];
/** Options of fetch. */
type Extra = { readonly [option: string]: unknown };

type Call<M extends Method> = <P extends PathsWith<M>, Init extends MaybeOptionalInit<paths[P], M>>(
  path: P,
  ...init: InitParam<Init>
) => Promise<Answer<P, M>>;

type ItemOf<P extends PathsWith<"get">> =
  Answer<P, "get"> extends { data: (infer Item)[]; nextCursor: string | null } ? Item : never;
type Lists = { [P in PathsWith<"get">]: [ItemOf<P>] extends [never] ? never : P }[PathsWith<"get">];
type QueryOf<P extends Lists> =
  OperationOf<P, "get"> extends { parameters: { query?: infer Query } } ? Omit<NonNullable<Query>, "cursor"> : never;
type PathOf<P extends Lists> =
  OperationOf<P, "get"> extends { parameters: { path: infer Path } } ? { readonly path: Path } : object;

export type Amana = {
  /** Each answers with the body, and throws an `AmanaProblem` for what is refused. */
  readonly get: Call<"get">;
  readonly post: Call<"post">;
  readonly put: Call<"put">;
  readonly patch: Call<"patch">;
  readonly delete: Call<"delete">;
  /** Everything in a list, page after page, each page asked for when it is needed. */
  pages<P extends Lists>(
    path: P,
    params?: { readonly query?: QueryOf<P> } & PathOf<P>,
  ): AsyncGenerator<ItemOf<P>, void, void>;
  /** The same API with headers and status: the client of openapi-fetch, which does not throw for what is refused. */
  readonly raw: Client<paths>;
};

/** A client of one marketplace for one caller. */
export function createAmana(options: AmanaOptions): Amana {
  const baseUrl = `${options.baseUrl.replace(/\/+$/, "")}/api/v1`;
  const { token, fetch: send = (request) => globalThis.fetch(request) } = options;
  const raw = createClient<paths>({
    baseUrl,
    fetch: steadyFetch({
      baseUrl,
      fetch: send,
      token: token === undefined ? null : typeof token === "string" ? () => token : token,
      retries: options.retries ?? 3,
      stepUp: options.stepUp ?? null,
      wait: options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
      random: options.random ?? Math.random,
    }),
  });
  return callsOf(raw);
}

type Asked = { readonly method: Method; readonly path: string; readonly init: object | undefined };

function callsOf(raw: Client<paths>): Amana {
  /** The document says what the server answers to what, and the server checks it in its tests: the one place that trusts it. */
  const request = raw.request as unknown as (method: Method, path: string, init?: object) => Promise<FetchResult>;
  const ask = async ({ method, path, init }: Asked): Promise<unknown> => {
    const { data, error, response } = await request(method, path, init);
    if (!response.ok) throw problemFrom(response, error);
    return data;
  };
  const call = <M extends Method>(method: M): Call<M> =>
    ((path: string, init?: object) => ask({ method, path, init })) as unknown as Call<M>;
  return {
    get: call("get"),
    post: call("post"),
    put: call("put"),
    patch: call("patch"),
    delete: call("delete"),
    pages: ((path: string, params?: Params) => itemsOf(path, params ?? {}, ask)) as unknown as Amana["pages"],
    raw,
  };
}

type FetchResult = { readonly data?: unknown; readonly error?: unknown; readonly response: Response };
type Params = { readonly query?: object; readonly path?: object };
type Page = { readonly data: readonly unknown[]; readonly nextCursor: string | null };

async function* itemsOf(
  path: string,
  params: Params,
  ask: (asked: Asked) => Promise<unknown>,
): AsyncGenerator<unknown> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { ...params.query, ...(cursor !== undefined && { cursor }) };
    const page = (await ask({ method: "get", path, init: { params: { ...params, query } } })) as Page;
    yield* page.data;
    cursor = page.nextCursor;
  }
}
