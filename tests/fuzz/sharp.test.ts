import { Type } from "typebox";
import { expect, test } from "vitest";
import { idOf } from "../../core/ids/index.ts";
import { at } from "../../core/time/index.ts";
import {
  anyone,
  buildServer,
  defineRoute,
  type Principal,
  type Route,
  reply,
  signedByProvider,
  signedIn,
  strict,
} from "../../server/runtime/http/index.ts";
import { campaign } from "./campaign.ts";
import { readDocument } from "./document.ts";
import type { Target } from "./target.ts";

/** Faults planted one at a time in a small API without any: the fuzzer must find each, and nothing else. */
type Plant = {
  readonly name: string;
  readonly found: string;
  readonly routes?: readonly Route[];
  /** Changes what the document promises. */
  readonly document?: (document: Json) => void;
  readonly target?: (target: Target) => Partial<Target>;
  readonly headers?: Readonly<Record<string, string>>;
};
type Json = Record<string, Record<string, Record<string, unknown>>>;

const SECRET = "kanari-of-bilal@example.test";
const NotesJson = strict({ data: Type.Array(strict({ id: Type.Integer(), text: Type.String() })) });

const notes = (search: (q: string) => string[]): Route =>
  defineRoute({
    ...{ method: "GET", path: "/notes", operationId: "listNotes", summary: "Notes", tag: "notes" },
    policy: signedIn(),
    query: strict({ q: Type.Optional(Type.String({ maxLength: 30_000 })) }),
    responses: { 200: NotesJson },
    problems: [],
    handle: async ({ query }) => reply(200, { data: search(query.q ?? "").map((text, id) => ({ id, text })) }),
  });

const write = (act: (text: string, amount: number) => void | Promise<void>): Route =>
  defineRoute({
    ...{ method: "POST", path: "/notes", operationId: "writeNote", summary: "Write a note", tag: "notes" },
    policy: signedIn(),
    idempotent: false,
    body: strict({ text: Type.String({ maxLength: 12_000 }), amount: Type.Integer({ minimum: 1 }) }),
    responses: { 201: strict({ id: Type.Integer(), length: Type.Integer() }) },
    problems: [],
    async handle({ body }) {
      await act(body.text, body.amount);
      return reply(201, { id: 1, length: body.text.length });
    },
  });

const news = (act: (bytes: Uint8Array) => void): Route =>
  defineRoute({
    ...{ method: "POST", path: "/news", operationId: "takeNews", summary: "Raw news", tag: "notes" },
    policy: signedByProvider(),
    rawBody: true,
    responses: { 200: strict({ taken: Type.Boolean() }) },
    problems: [],
    async handle({ raw }) {
      act(raw);
      return reply(200, { taken: true });
    },
  });

const since = (read: (text: string) => void): Route =>
  defineRoute({
    ...{ method: "GET", path: "/since", operationId: "listSince", summary: "Since a number", tag: "notes" },
    policy: anyone(),
    query: strict({ number: Type.String({ maxLength: 40, pattern: "^[0-9]+$" }) }),
    responses: { 200: NotesJson },
    problems: [],
    async handle({ query }) {
      read(query.number);
      return reply(200, { data: [] });
    },
  });

const inside = (holder: unknown, ...steps: string[]): Record<string, unknown> =>
  steps.reduce<Record<string, unknown>>((at, step) => Object(at[step]), Object(holder));

const PLANTS: readonly Plant[] = [
  {
    name: "a route that throws on U+0000",
    found: "5xx takeNews",
    routes: [
      news((bytes) => {
        if (/\\u0000|\0/.test(Buffer.from(bytes).toString())) throw new Error("invalid byte sequence");
      }),
    ],
  },
  {
    name: "a route that throws on 2^63",
    found: "5xx listSince",
    routes: [
      since((number) => {
        if (BigInt(number) >= 2n ** 63n) throw new Error("out of range for type bigint");
      }),
    ],
  },
  {
    name: "a search that finds what is another's",
    found: "canary listNotes",
    routes: [notes((q) => (q.includes("%") ? [SECRET] : []))],
  },
  {
    name: "a field that is not declared",
    found: "schema writeNote",
    document(document) {
      const body = inside(document, "paths", "/notes", "post", "responses", "201", "content", "application/json");
      delete inside(body, "schema", "properties").length;
    },
  },
  {
    name: "a status that is not declared",
    found: "status listNotes",
    document: (document) => void delete inside(document, "paths", "/notes", "get", "responses")["400"],
  },
  {
    name: "a code that is not declared",
    found: "code listNotes",
    document(document) {
      const answer = inside(document, "paths", "/notes", "get", "responses", "400");
      answer.description = "`NOT_FOUND` There is no such thing";
    },
  },
  {
    name: "a pattern that is slow (case 122)",
    found: "cpu writeNote",
    routes: [write((text) => void /\s+$/.test(text))],
  },
  {
    name: "a command that never answers",
    found: "hang writeNote",
    routes: [write((_, amount) => (amount >= 2 ** 31 ? new Promise<void>(() => {}) : undefined))],
  },
  {
    name: "a command that the wrong words let in, and that breaks the books",
    found: "books books",
    routes: [write((text) => void (text.includes("'") && broken.add("books")))],
    target: () => ({ books: async () => (broken.has("books") ? ["escrow is 5 and not 0"] : []) }),
  },
  {
    name: "an answer without a security header",
    found: "header listNotes",
    target: ({ send }) => ({
      async send(request) {
        const answer = await send(request);
        const { "x-content-type-options": _, ...headers } = answer.headers;
        return request.url.startsWith("/api/v1/notes?q=") ? { ...answer, headers } : answer;
      },
    }),
  },
];
const broken = new Set<string>();

const PEOPLE: Readonly<Record<string, Principal>> = Object.fromEntries(
  ["asha", "bilal"].map((name, index): [string, Principal] => [
    name,
    {
      kind: "user",
      id: idOf("user", `0199aa00c0de7000a00000000000000${index}`),
      roles: ["user"],
      access: { kind: "session", id: idOf("session", `0199aa00c0de7000a00000000000001${index}`) },
    },
  ]),
);

const SOUND: readonly Route[] = [notes(() => []), write(() => {}), news(() => {}), since(() => {})];

async function serverOf(routes: readonly Route[]) {
  const without = (): Promise<never> => Promise.reject(new Error("no database"));
  return await buildServer({
    routes: SOUND.map((route) => routes.find(({ operationId }) => operationId === route.operationId) ?? route),
    db: { query: without, one: without, maybe: without },
    clock: { now: () => at(Date.UTC(2026, 10, 21, 9, 30)) },
    authenticate: async ({ bearer }) => PEOPLE[bearer ?? ""] ?? { kind: "anonymous" },
    publicUrl: "https://amana.example.test",
    production: false,
    docs: { title: "Planted", version: "1" },
  });
}

async function targetOf({ routes = [], document, target }: Omit<Plant, "name" | "found">) {
  const app = await serverOf(routes);
  const json = (await app.inject("/api/openapi.json")).json();
  document?.(json);
  const plain: Target = {
    ...{
      document: readDocument(json),
      people: ["asha", "bilal", "nobody"],
      columns: ["role"],
      hints: {},
      market: null,
    },
    canaries: [{ text: SECRET, what: "an e-mail address", seenBy: new Set(["bilal"]) }],
    async send({ who, method, url, headers, body }) {
      const credentials = who === "nobody" ? {} : { authorization: `Bearer ${who}` };
      const answer = await app.inject({
        ...{ method: method as "GET", url, headers: { ...credentials, ...headers } },
        ...(body !== null && { payload: body }),
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body };
    },
    ready: async () => {},
    rest: async () => [],
    books: async () => [],
  };
  return { app, target: { ...plain, ...target?.(plain) } };
}

test("nothing is found where nothing is planted", async () => {
  const { app, target } = await targetOf({});
  const { findings, requests, neverDone } = await campaign(target, { requests: 1_500, seed: 3 });
  await app.close();
  expect([findings, neverDone]).toEqual([[], []]);
  expect(requests).toBeGreaterThanOrEqual(1_500);
});

test.each(PLANTS)("$name is found, made small, and drawn again by its seed", { timeout: 300_000 }, async (plant) => {
  const { app, target } = await targetOf(plant);
  const { findings } = await campaign(target, { requests: 15_000, seed: 3, mostFindings: 1 });
  const [finding] = findings;
  expect(findings.map(({ kind, where }) => `${kind} ${where}`)).toEqual([plant.found]);
  if (finding?.path) {
    expect(finding.requests.length).toBeLessThanOrEqual(2);
    const { seed, path } = finding;
    const again = await campaign(target, { requests: 1, seed, path, mostFindings: 1 });
    expect(again.findings.map(({ kind, where }) => `${kind} ${where}`)).toEqual([plant.found]);
  }
  await app.close();
});
