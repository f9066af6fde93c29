import fc from "fast-check";
import { type Call, callsOf } from "./calls.ts";
import { type Fault, parsed, trial } from "./judge.ts";
import { createPool, type Pool } from "./pool.ts";
import { makeSale, SALES, type Sale } from "./sale.ts";
import type { Answer, Target } from "./target.ts";
import { type Request, writeRequest } from "./write.ts";

export type Finding = {
  readonly kind: Fault["kind"] | "books" | "worker";
  readonly where: string;
  readonly detail: string;
  /** The requests of the smallest case that still shows it; none for what was found at rest. */
  readonly requests: readonly string[];
  /** What draws the same case again: `--seed … --path …`. */
  readonly seed: number;
  readonly path: string | null;
};

export type Report = {
  readonly seed: number;
  readonly requests: number;
  readonly findings: readonly Finding[];
  /** How many answers there were of each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Operations that never answered with success, so that little of them was seen. */
  readonly neverDone: readonly string[];
  readonly seconds: number;
};

export type Wanted = {
  readonly requests: number;
  readonly seed: number;
  /** Repeats one case of the first batch. */
  readonly path?: string;
  /** Ends when so many different faults were found; 40 when absent. */
  readonly mostFindings?: number;
  readonly onProgress?: (requests: number, findings: number) => void;
};

/** Calls one after the other, or a sale. */
type Case = { readonly calls: readonly Call[]; readonly again: boolean } | { readonly sale: Sale };

const CASES_A_BATCH = 200;
const BATCHES_BETWEEN_BOOKS = 10;
const MOST_SHRINKS = 150;
const MOST_FINDINGS = 40;

/** Sends so many requests, one at a time, and answers with each kind of fault once, made as small as it can be. */
export async function campaign(target: Target, wanted: Wanted): Promise<Report> {
  const began = performance.now();
  const run = createRun(target);
  run.pool.learn("", target.hints);
  await readEverything(target, run);
  const goesOn = (batch: number): boolean =>
    (batch === 0 || (run.sent < wanted.requests && wanted.path === undefined)) &&
    run.findings.length < (wanted.mostFindings ?? MOST_FINDINGS);
  for (let batch = 0; goesOn(batch); batch += 1) {
    const seed = (wanted.seed + Math.imul(batch, 0x9e3779b1)) | 0;
    await oneBatch(run, seed, batch === 0 ? wanted.path : undefined);
    await atRest(target, run, seed, batch % BATCHES_BETWEEN_BOOKS === 0);
    wanted.onProgress?.(run.sent, run.findings.length);
  }
  await atRest(target, run, wanted.seed, true);
  const done = new Set([...run.outcomes].filter(([, best]) => best < 400).map(([id]) => id));
  return {
    ...{ seed: wanted.seed, requests: run.sent, findings: run.findings, statuses: run.statuses },
    neverDone: target.document.operations.map(({ id }) => id).filter((id) => !done.has(id)),
    seconds: (performance.now() - began) / 1_000,
  };
}

type Run = {
  readonly target: Target;
  readonly pool: Pool;
  readonly cases: fc.Arbitrary<Case>;
  readonly findings: Finding[];
  /** Faults that were found already: they no longer stop a batch. */
  readonly known: Set<string>;
  readonly statuses: Map<number, number>;
  readonly outcomes: Map<string, number>;
  sent: number;
};

function createRun(target: Target): Run {
  return {
    ...{ target, pool: createPool(target.people), cases: casesOf(target), findings: [], sent: 0 },
    ...{ known: new Set(), statuses: new Map(), outcomes: new Map() },
  };
}

function casesOf({ document, columns, market }: Target): fc.Arbitrary<Case> {
  const { one } = callsOf(document, columns);
  const single = fc.record({ calls: fc.tuple(one), again: fc.constant(false) });
  const repeated = fc.record({ calls: fc.tuple(one), again: fc.constantFrom(false, true) });
  const chain = fc.record({ calls: fc.array(one, { minLength: 1, maxLength: 4 }), again: fc.constant(false) });
  return fc.oneof<WeightedCase[]>(
    { weight: 30, arbitrary: single },
    { weight: 3, arbitrary: repeated },
    { weight: 4, arbitrary: chain },
    ...(market ? [{ weight: 1, arbitrary: fc.record({ sale: SALES }) }] : []),
  );
}

type WeightedCase = { readonly weight: number; readonly arbitrary: fc.Arbitrary<Case> };

const BROKEN = Symbol("a fault that is not known yet");
type Broken = Error & { readonly [BROKEN]: Fault; readonly requests: readonly Request[] };

async function oneBatch(run: Run, seed: number, path: string | undefined): Promise<void> {
  let chased: string | null = null;
  let shrinks = 0;
  const property = fc.asyncProperty(run.cases, async (drawn) => {
    if (chased !== null) shrinks += 1;
    if (shrinks > mostShrinks(chased)) return;
    const { fault, requests } = await runCase(run, drawn);
    if (!fault || run.known.has(nameOf(fault))) return;
    chased ??= nameOf(fault);
    if (nameOf(fault) === chased) throw Object.assign(new Error(chased), { [BROKEN]: fault, requests });
  });
  const found = await fc.check(property, { seed, numRuns: CASES_A_BATCH, ...(path !== undefined && { path }) });
  if (!found.failed) return;
  if (!isBroken(found.errorInstance)) throw found.errorInstance;
  const { [BROKEN]: fault, requests } = found.errorInstance;
  run.known.add(nameOf(fault));
  run.findings.push({ ...fault, requests: requests.map(told), seed, path: found.counterexamplePath });
}

/** What takes long to see is not made as small. */
function mostShrinks(chased: string | null): number {
  if (chased?.startsWith("hang")) return 2;
  return chased?.startsWith("cpu") ? 4 : MOST_SHRINKS;
}

const isBroken = (error: unknown): error is Broken => error instanceof Error && BROKEN in error;

/** One fault is one finding however many requests meet it; numbers and ids in its words do not make it another. */
const nameOf = ({ kind, where, detail }: Pick<Finding, "kind" | "where" | "detail">): string =>
  `${kind} ${where} ${detail.replaceAll(/[0-9a-f]{32}/g, "#").replaceAll(/\d+/g, (number) => (number.length === 3 ? number : "#"))}`;

async function runCase(run: Run, drawn: Case): Promise<{ fault: Fault | null; requests: readonly Request[] }> {
  const requests: Request[] = [];
  let fault: Fault | null = null;
  let slow: Request | null = null;
  const perform = async (request: Request): Promise<Answer | null> => {
    requests.push(request);
    const sent = await perform1(run, request);
    if (sent.fault && (fault === null || run.known.has(nameOf(fault)))) {
      fault = sent.fault;
      slow = sent.fault.kind === "cpu" ? request : null;
    }
    return sent.answer;
  };
  if ("sale" in drawn) {
    const { market } = run.target;
    const stolen = market && (await makeSale(drawn.sale, market, perform));
    return { fault: stolen ? { kind: "stolen", where: "sale", detail: stolen } : fault, requests };
  }
  for (const call of drawn.calls) {
    const request = requestOf(run, call);
    await perform(request);
    if (drawn.again) await perform(request);
  }
  // It was slow several times in a row: what came before has no part in it.
  return { fault, requests: slow ? [slow] : requests };
}

function requestOf({ target, pool }: Run, call: Call): Request {
  const operation = target.document.operations.find(({ id }) => id === call.operation);
  if (!operation) throw new Error(`no operation ${call.operation}`);
  const anybody = target.people[call.who % target.people.length] ?? "";
  const who = call.fitting ? pool.caller(operation.id, call.who) : anybody;
  return writeRequest(call, operation, who, pool);
}

async function perform1(run: Run, request: Request) {
  run.sent += 1;
  const { target, pool } = run;
  const sent = await trial(target, request);
  const { answer } = sent;
  if (!answer) return sent;
  run.statuses.set(answer.status, (run.statuses.get(answer.status) ?? 0) + 1);
  const operation = target.document.operations.find(
    (one) => one.method === request.method && matches(one.path, request.url),
  );
  if (!operation) return sent;
  run.outcomes.set(operation.id, Math.min(run.outcomes.get(operation.id) ?? 999, answer.status));
  pool.learnAccess(request.who, operation.id, answer.status);
  if (answer.status < 300) pool.learn(request.who, parsed(withoutCanaries(target, answer.body)));
  return sent;
}

/** What is nobody else's to know must not come back through what the fuzzer itself sends. */
const withoutCanaries = ({ canaries }: Target, body: string): string =>
  canaries.reduce((text, canary) => text.replaceAll(canary.text, "demo"), body);

function matches(pattern: string, url: string): boolean {
  const given = (url.split("?", 1)[0] ?? "").split("/");
  const wanted = pattern.split("/");
  return wanted.length === given.length && wanted.every((step, index) => step.startsWith("{") || step === given[index]);
}

/** What everybody sees at first: the ids and words that later requests are made of. */
async function readEverything(target: Target, run: Run): Promise<void> {
  const plain = target.document.operations.filter(
    ({ isCommand, pathParameters, query }) =>
      !isCommand && pathParameters.length === 0 && !query.some(({ required }) => required),
  );
  for (const who of target.people)
    for (const { path, id } of plain) {
      const request: Request = { who, method: "GET", url: path, headers: {}, body: null };
      const { fault } = await perform1(run, request);
      if (!fault || run.known.has(nameOf(fault))) continue;
      run.known.add(nameOf(fault));
      run.findings.push({ ...fault, where: id, requests: [told(request)], seed: 0, path: null });
    }
}

async function atRest(target: Target, run: Run, seed: number, withBooks: boolean): Promise<void> {
  const broken = (await target.rest()).map((detail) => ({ kind: "worker" as const, where: "worker", detail }));
  const wrong = withBooks
    ? (await target.books()).map((detail) => ({ kind: "books" as const, where: "books", detail }))
    : [];
  for (const one of [...broken, ...wrong]) {
    if (run.known.has(nameOf(one))) continue;
    run.known.add(nameOf(one));
    run.findings.push({ ...one, requests: [], seed, path: null });
  }
}

const LONGEST = 600;

/** A request in one line, for people. */
function told({ who, method, url, headers, body }: Request): string {
  const shown = Object.entries(headers).map(([name, value]) => ` ${name}: ${JSON.stringify(value)}`);
  const line = `${who}: ${method} ${url}${shown.join("")}${body === null ? "" : ` ${JSON.stringify(body)}`}`;
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}… (${line.length})` : line;
}
