import { createContext, data, type RouterContextProvider, redirect } from "react-router";
import { IN_FLIGHT, noAnswer, type Problem, problemOf } from "./problem.ts";

/** What the request handler gives to every loader and action. */
export type Given = {
  api: (request: Request) => Promise<Response>;
  publicUrl: string;
  /** How much had been told to open screens when this request came: what came after may be missing in the answer. */
  toldUntil: string;
  /** Whether new orders count business days. */
  daysOff: boolean;
};

export const givenContext = createContext<Given>();
/** Origins that one page needs beside its own, added by its loader and written into the policy of that page only. */
export const gatewayOriginsContext = createContext<Set<string>>();

/** An action that says so answers with its own page, though asking for that page leads elsewhere. */
export const answersItselfContext = createContext({ asked: false });

export type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** Reads a resource. Throws a 404 for what is not there, a redirect to sign-in for strangers, a 503 otherwise. */
export async function read<T>({ request, context }: Args, path: string): Promise<T> {
  const response = await send({ request, context }, "GET", path).catch(() => null);
  if (!response) throw data(noAnswer(), { status: 503 });
  if (response.ok) return bodyOf<T>(response);
  if (response.status === 401) throw signIn(request, await problemOf(response));
  if (response.status === 404 || response.status === 403) throw data(null, { status: 404 });
  throw data(await problemOf(response), { status: 503 });
}

/** Reads a resource that may be missing, forbidden or out of order without harm to the page; null then. */
export async function readOptional<T>(args: Args, path: string): Promise<T | null> {
  const response = await send(args, "GET", path).catch(() => null);
  return response?.ok ? bodyOf<T>(response) : null;
}

/**
 * Reads a resource and hands back a refusal as a value, for forms that show it beside the field. A preview has a `question` for its body;
 * nothing is done by it, so no key and no answer is kept of it.
 */
export async function ask<T>(args: Args, path: string, question?: unknown): Promise<Sent<T>> {
  const sending =
    question === undefined
      ? send(args, "GET", path)
      : send(args, "POST", path, { body: question, idempotencyKey: null, confirmation: "" });
  return sentOf<T>(await sending.catch(() => null), args.request);
}

export type Sent<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/**
 * Sends a command with its idempotency key. A refusal, and an answer that never came, are values. A form that was sent twice, by a
 * double click or from another window, gets one answer: the second waits for the first one's.
 */
export const command = <T>(
  args: Args,
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body: unknown,
  idempotencyKey: string,
  confirmation = "",
): Promise<Sent<T>> => sendOnce(args, method, path, { body, idempotencyKey, confirmation });

/** The same upon a thing as the person has seen it: refused where it has become another meanwhile. */
export const commandUpon = <T>(
  args: Args,
  method: "POST" | "PUT" | "PATCH",
  path: string,
  { body, version, key }: { body: unknown; version: string | undefined; key: string },
): Promise<Sent<T>> =>
  sendOnce(args, method, path, { body, idempotencyKey: key, confirmation: "", ...(version && { version }) });

async function sendOnce<T>(args: Args, method: string, path: string, payload: Payload): Promise<Sent<T>> {
  const sendNow = async () => sentOf<T>(await send(args, method, path, payload).catch(() => null), args.request);
  let sent = await sendNow();
  for (const ms of WAITS_MS) {
    if (sent.ok || sent.problem.code !== IN_FLIGHT || args.request.signal.aborted) return sent;
    await new Promise((resolve) => setTimeout(resolve, ms));
    sent = await sendNow();
  }
  return sent;
}

/** Ten seconds: what takes longer is said to be unknown, and asked for again by the person with the same key. */
const WAITS_MS = [250, 250, 500, ...Array<number>(9).fill(1_000)];

export const newKey = (): string => crypto.randomUUID();

/**
 * The key for the next try: the same while the first try may have worked, so that it is not done twice; a new one after a
 * plain refusal, because the person will send something else.
 */
export const keyAfter = (problem: Problem, key: string): string => (problem.outcomeUnknown ? key : newKey());

export const originOf = (context: Readonly<RouterContextProvider>): string => context.get(givenContext).publicUrl;

/** Uploads the bytes of a file that came with a form; a script of the page would have sent them by itself. */
export async function sendFile(
  args: Args,
  path: string,
  body: Uint8Array<ArrayBuffer>,
  idempotencyKey: string,
  mediaType = "application/octet-stream",
): Promise<Sent<{ id: string }>> {
  const payload = { body, idempotencyKey, confirmation: "", mediaType };
  return sentOf(await send(args, "POST", path, payload).catch(() => null), args.request);
}

type Payload = {
  body: unknown;
  idempotencyKey: string | null;
  confirmation: string;
  version?: string;
  mediaType?: string;
};

function send({ request, context }: Args, method: string, path: string, payload?: Payload): Promise<Response> {
  const { api, publicUrl } = context.get(givenContext);
  const headers = new Headers({ accept: "application/json" });
  for (const name of PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (payload) describe(payload, headers);
  const body = payload ? { body: isRaw(payload.body) ? payload.body : JSON.stringify(payload.body) } : {};
  return api(new Request(new URL(`/api/v1${path}`, publicUrl), { method, headers, ...body }));
}

function describe({ mediaType, idempotencyKey, confirmation, version }: Payload, headers: Headers): void {
  headers.set("content-type", mediaType ?? "application/json");
  if (idempotencyKey !== null) headers.set("idempotency-key", idempotencyKey);
  if (confirmation !== "") headers.set("amana-step-up", confirmation);
  if (version) headers.set("if-match", `"${version}"`);
}

const isRaw = (body: unknown): body is Uint8Array<ArrayBuffer> => body instanceof Uint8Array;

const PASSED_ON = [
  "cookie",
  "accept-language",
  "user-agent",
  "origin",
  "x-request-id",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
];

async function sentOf<T>(response: Response | null, request: Request): Promise<Sent<T>> {
  if (!response) return { ok: false, problem: noAnswer() };
  if (response.ok) return { ok: true, value: await bodyOf<T>(response) };
  const problem = await problemOf(response);
  if (SIGN_IN_FIRST.has(problem.code)) throw signIn(request, problem);
  return { ok: false, problem };
}

// The answers of our own API are checked against its schemas where they are made; this is the one place that trusts them.
// Some commands answer with no body, and not all of those with a 204.
const bodyOf = async <T>(response: Response): Promise<T> => {
  const text = await response.text();
  return (text === "" ? null : JSON.parse(text)) as T;
};

/** A refused password is an answer to a form; these say that somebody must sign in before anything else. */
const SIGN_IN_FIRST = new Set(["UNAUTHENTICATED", "SECOND_FACTOR_REQUIRED"]);

function signIn(request: Request, { code }: Problem): Response {
  const { pathname, search } = new URL(request.url);
  const here = pathname.replace(/\.data$/, "");
  const lang = here.split("/")[1] ?? "en";
  const page = code === "SECOND_FACTOR_REQUIRED" ? "second-factor" : "sign-in";
  return redirect(`/${lang}/${page}?next=${encodeURIComponent(here + search.replace(/[?&]_routes=[^&]*/, ""))}`);
}
