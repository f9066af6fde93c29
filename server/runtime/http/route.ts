import type { UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Static, type TObject, type TSchema, Type } from "typebox";
import { innermost, type Policy, type Principal, type PrincipalOf, type UserPrincipal } from "./policy.ts";
import type { ProblemAnswer, ProblemCode } from "./problems.ts";
import type { StepUpNeed } from "./step-up.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Headers = Readonly<Record<string, string>>;

/** An answer with a body. A `null` body in a 204 is sent as nothing; bytes are sent as they are. */
export type Reply<Status extends number = number, Body = unknown> = {
  readonly kind: "reply";
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
};

export type Answer = Reply | ProblemAnswer;

export const reply = <Status extends number, Body>(
  status: Status,
  body: Body,
  headers: Headers = {},
): Reply<Status, Body> => ({ kind: "reply", status, body, headers });

/** What a handler is given; all of it is decoded. */
export type Input<Params = unknown, Query = unknown, Body = unknown, Who = Principal> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly principal: Who;
  /** The caller's key; null without one, and for callers who are not signed in. */
  readonly idempotencyKey: string | null;
  /** What a command can take as its own key: the caller's, otherwise a fresh one that no caller can choose. */
  readonly commandKey: string;
  /** The body's bytes as they came; empty when none came. */
  readonly raw: Uint8Array;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly now: Instant;
  readonly origin: Origin;
};

/**
 * From where a request came: the address that our proxies report, what the caller calls itself, and the session, key or grant by which
 * it was let in.
 */
export type Origin = { readonly network: string; readonly agent: string | null; readonly via: string | null };

/** Who asks, and from where: together, so that whoever writes down what somebody did knows both. */
export type Asker = { readonly user: UserId; readonly origin: Origin };

export type Responses = { readonly [status: number]: TSchema };

type Replies<R extends Responses> = { [S in keyof R & number]: Reply<S, Static<R[S]>> }[keyof R & number];

export type RouteSpec<
  P extends Policy,
  Params extends TObject,
  Query extends TObject,
  Body extends TSchema,
  R extends Responses,
  Code extends ProblemCode,
> = {
  readonly method: Method;
  /** Below the base path, parameters as `:name`. */
  readonly path: `/${string}`;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly policy: P;
  readonly params?: Params;
  /** Values are text; `Type.Integer` and `Type.Boolean` fields are decoded, strictly. */
  readonly query?: Query;
  /** Without it a body must be absent or `{}`. */
  readonly body?: Body;
  /** The answers that are no problems, by status. */
  readonly responses: R;
  /** The codes that the handler itself answers with; those of the door are added to the documentation. */
  readonly problems: readonly Code[];
  readonly example?: { readonly body?: Static<Body>; readonly answer?: Static<R[keyof R & number]> };
  /**
   * What the very request needs a fresh confirmation for; null for none. The confirmation is bound to the request's method, address
   * and bytes, so to the exact action and amount; programs cannot give one.
   */
  stepUp?(input: Input<Static<Params>, Static<Query>, Static<Body>, UserPrincipal>): Promise<StepUpNeed | null>;
  /** False: an `Idempotency-Key` is not looked at. */
  readonly idempotent?: false;
  /** The answer holds a secret: it is never kept for a repeated key. */
  readonly secret?: true;
  /** Takes any media type and hands over the bytes; the handler decodes them. Where they are a file, of which media type they are shown. */
  readonly rawBody?: true | "application/octet-stream";
  /** Bytes of the largest body; absent: `BODY_LIMIT`. */
  readonly bodyLimit?: number;
  /** How often it may be asked: `sign-in` for what tries secrets; absent, by its method. */
  readonly rate?: "sign-in" | "none";
  /** Left out of the documentation. */
  readonly hidden?: true;
  /** Refusals are answers; what is thrown is a bug. A method, so that handlers of any input fit in one list. */
  handle(
    input: Input<Static<Params>, Static<Query>, Static<Body>, PrincipalOf<P>>,
  ): Promise<Replies<R> | ProblemAnswer<Code | "VALIDATION_FAILED">>;
};

export type Route = Omit<
  RouteSpec<Policy, TObject, TObject, TSchema, Responses, ProblemCode>,
  "handle" | "example" | "stepUp"
> & {
  readonly example?: { readonly body?: unknown; readonly answer?: unknown };
  stepUp?(input: Input<unknown, unknown, unknown, UserPrincipal>): Promise<StepUpNeed | null>;
  handle(input: Input): Promise<Answer>;
};

/** A route as a plain value: `buildServer` registers it, and the documentation is drawn from it. */
export const defineRoute = <
  const P extends Policy,
  const R extends Responses,
  const Code extends ProblemCode,
  Params extends TObject = TObject<NoFields>,
  Query extends TObject = TObject<NoFields>,
  Body extends TSchema = NoBody,
>(
  spec: RouteSpec<P, Params, Query, Body, R, Code>,
): Route => spec;

/** Whether repeats of one request may carry an `Idempotency-Key`; what providers send has keys of its own. */
export const takesKey = ({ method, policy, idempotent }: Pick<Route, "method" | "policy" | "idempotent">): boolean =>
  (method === "POST" || method === "PUT") && idempotent !== false && innermost(policy).kind !== "signed_by_provider";

/** The schema of an answer that is a file, not JSON. */
export const binary = (mediaType: string) =>
  Type.Unsafe<Uint8Array>({ type: "string", contentMediaType: mediaType, [BINARY]: mediaType });

/** The schema of an answer without a body (204). */
export const nothing = () => Type.Null();

/** The media type of a `binary` schema, or null for JSON. */
export function binaryTypeOf(schema: TSchema): string | null {
  const mediaType: unknown = Reflect.get(schema, BINARY);
  return typeof mediaType === "string" ? mediaType : null;
}

const BINARY = Symbol("binary");

// biome-ignore lint/complexity/noBannedTypes: an object without fields is meant.
type NoFields = {};
type NoBody = ReturnType<typeof Type.Undefined>;
