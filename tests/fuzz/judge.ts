import type { Declared, Operation } from "./document.ts";
import { operationAt } from "./document.ts";
import type { Answer, Target } from "./target.ts";
import { CPU_LIMIT_MS, PATIENCE_MS } from "./target.ts";
import type { Request } from "./write.ts";

export type Fault = {
  readonly kind: "5xx" | "status" | "schema" | "code" | "canary" | "header" | "cpu" | "hang" | "stolen" | "thrown";
  /** The operation, or the request line of what is none. */
  readonly where: string;
  readonly detail: string;
};

export type Sent = { readonly answer: Answer | null; readonly fault: Fault | null };

/** Sends a request and says what is wrong with the answer, if anything is. */
export async function trial(target: Target, request: Request): Promise<Sent> {
  const operation = operationAt(target.document, request.method, addressOf(request.url));
  await target.ready();
  const where = operation?.id ?? `${request.method} of no operation`;
  const first = await timed(target, request);
  if (first === "hung")
    return { answer: null, fault: { kind: "hang", where, detail: `no answer in ${PATIENCE_MS} ms` } };
  if (first instanceof Error) return { answer: null, fault: { kind: "thrown", where, detail: first.message } };
  const fault = faultOf(target, request, first.answer, operation, where);
  if (fault) return { answer: first.answer, fault };
  const limit = DRAWN.includes(where) ? DRAWING_LIMIT_MS : CPU_LIMIT_MS;
  const slow = first.cpuMs > limit ? await leastOfThree(target, request, first.cpuMs) : 0;
  if (slow <= limit) return { answer: first.answer, fault: null };
  return {
    answer: first.answer,
    fault: { kind: "cpu", where, detail: `${Math.round(slow)} ms of CPU, each of four times` },
  };
}

/** The address as the server gets it: clients take `..` and the like out of it. */
function addressOf(url: string): string {
  const { pathname, search } = new URL(url, "http://localhost");
  return pathname + search;
}

type Timed = { readonly answer: Answer; readonly cpuMs: number };

/** The CPU is that of this thread alone: hashing of passwords is done by others, and by design. */
async function timed(target: Target, request: Request): Promise<Timed | Error | "hung"> {
  const before = process.threadCpuUsage();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"hung">((resolve) => {
    timer = setTimeout(() => resolve("hung"), PATIENCE_MS);
  });
  try {
    const answer = await Promise.race([target.send(request), late]);
    const { user, system } = process.threadCpuUsage(before);
    return answer === "hung" ? "hung" : { answer, cpuMs: (user + system) / 1_000 };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** A garbage collection can make any request slow once, and not four times. */
async function leastOfThree(target: Target, request: Request, first: number): Promise<number> {
  let least = first;
  for (let time = 0; time < 3 && least > CPU_LIMIT_MS; time += 1) {
    const again = await timed(target, request);
    if (again === "hung" || again instanceof Error) return least;
    least = Math.min(least, again.cpuMs);
  }
  return least;
}

function faultOf(
  target: Target,
  request: Request,
  answer: Answer,
  operation: Operation | null,
  where: string,
): Fault | null {
  const fault = (kind: Fault["kind"], detail: string): Fault => ({ kind, where, detail });
  const code = codeIn(answer.body);
  if (answer.status >= 500) return fault("5xx", [answer.status, code, target.cause?.()].filter(Boolean).join(" "));
  const canary = target.canaries.find(({ text, seenBy }) => answer.body.includes(text) && !seenBy.has(request.who));
  if (canary) return fault("canary", `${canary.what} shown to ${request.who}`);
  const kept = KEPT.includes(where) && answer.status === 200;
  const missing = HEADERS.find(
    ([name, value]) => answer.headers[name] !== value && !(kept && name === "cache-control"),
  );
  if (missing) return fault("header", `${missing[0]} is ${String(answer.headers[missing[0]])}`);
  if (request.method === "OPTIONS") return null;
  const wrong = operation
    ? againstDeclaration(operation, request, answer, code)
    : againstTheDoor(target, request, answer);
  return wrong && fault(...wrong);
}

const HEADERS = [
  ["x-content-type-options", "nosniff"],
  ["cache-control", "no-store"],
] as const;

/** What is the same for everybody may be kept, and drawing a document takes its time. */
const KEPT = ["listCategories", "listDisputeOutcomes", "getPicture"];
const DRAWN = ["getAgreementPdf", "getOrderInvoice", "getDocumentPdf"];
const DRAWING_LIMIT_MS = 2_000;

type Wrong = readonly [Fault["kind"], string] | null;

function againstDeclaration(operation: Operation, request: Request, answer: Answer, code: string | null): Wrong {
  const { status } = answer;
  const declared = operation.answers.get(status);
  if (!declared) return ["status", `${status} ${code ?? ""}, which is not declared`];
  if (request.method === "HEAD") return null;
  const wrong = wrongBody(declared, answer);
  if (wrong !== null) return ["schema", `${status} ${code ?? ""} ${wrong}`];
  const isUnnamed = code !== null && declared.codes !== null && !declared.codes.has(code);
  return isUnnamed ? ["code", `${status} ${code}, which is not declared`] : null;
}

function wrongBody({ bodies }: Declared, answer: Answer): string | null {
  if (bodies.size === 0) return answer.body === "" ? null : "has a body and declares none";
  const fits = bodies.get(mediaTypeOf(answer));
  if (fits === undefined) return `comes as ${mediaTypeOf(answer) || "nothing"}`;
  const json = fits && parsed(answer.body);
  return json === undefined ? "is no JSON" : (fits?.(json) ?? null);
}

/** Where no operation is, only the door answers: with a problem. */
function againstTheDoor(target: Target, request: Request, answer: Answer): Wrong {
  if (answer.status < 400) return ["status", `${answer.status} where no operation is`];
  if (request.method === "HEAD") return null;
  if (mediaTypeOf(answer) !== "application/problem+json") return ["schema", `${answer.status} is no problem`];
  const wrong = target.document.fitsProblem(parsed(answer.body));
  return wrong === null ? null : ["schema", `${answer.status} ${wrong}`];
}

const mediaTypeOf = ({ headers }: Answer): string =>
  String(headers["content-type"] ?? "")
    .split(";", 1)[0]
    ?.trim() ?? "";

export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const codeIn = (body: string): string | null => /^\{"type":"[^"]*".*?"code":"([A-Z0-9_]+)"/.exec(body)?.[1] ?? null;
