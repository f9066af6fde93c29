/** A small API that the tests of this folder knock at. */
import { idOf } from "@amana/core/ids";
import { at } from "@amana/core/time";
import { Type } from "typebox";
import { keyring } from "#runtime/secrets";
import {
  type Authenticate,
  anyone,
  binary,
  buildServer,
  defineRoute,
  IdOf,
  InstantJson,
  line,
  list,
  MoneyJson,
  nothing,
  nullable,
  oneOf,
  PAGE,
  Postcode,
  pageAsked,
  paragraph,
  problem,
  Quantity,
  type Role,
  reply,
  type ServerOptions,
  sandboxOnly,
  signedByProvider,
  signedIn,
  staff,
  strict,
  withKey,
} from "./index.ts";

export const ORIGIN = "https://amana.example.test";

const user = (digit: string, roles: Role[]) =>
  ({
    kind: "user",
    id: idOf("user", `0199aa00c0de7000a0000000000000${digit}${digit}`),
    roles,
    access: { kind: "session", id: idOf("session", `0199aa00c0de7000a0000000000001${digit}${digit}`) },
  }) as const;

export const PEOPLE = {
  asha: user("1", ["user"]),
  bilal: user("2", ["user"]),
  fatima: user("3", ["user", "finance"]),
  cron: { kind: "key", name: "cron" },
} as const;

/** The token is the person's name. */
export const authenticate: Authenticate = async ({ bearer, session }) =>
  Object.entries(PEOPLE).find(([name]) => name === (bearer ?? session))?.[1] ?? { kind: "anonymous" };

export const as = (name: keyof typeof PEOPLE) => ({ authorization: `Bearer ${name}` });

const Thing = strict(
  {
    name: line({ maxLength: 80 }),
    price: MoneyJson,
    quantity: Quantity,
    note: Type.Optional(paragraph({ maxLength: 500 })),
    speed: oneOf(["standard", "express"]),
    postcode: Postcode,
    fragile: Type.Boolean(),
    seller: IdOf("user"),
    dueAt: nullable(InstantJson),
    parts: Type.Array(
      strict({ label: line({ maxLength: 20 }), grams: Type.Integer({ minimum: 1, maximum: 50_000 }) }),
      {
        maxItems: 5,
      },
    ),
  },
  { $id: "Thing" },
);

export const THING = {
  name: "Lamp (demo)",
  price: { amount: 34800, currency: "INR" as const },
  quantity: 1,
  note: "Two\nlines",
  speed: "express" as const,
  postcode: "560001",
  fragile: true,
  seller: PEOPLE.bilal.id,
  dueAt: "2026-11-21T09:30:00.000Z",
  parts: [{ label: "shade", grams: 120 }],
};

export type Calls = { count: number; answer: () => Promise<"made" | "busy" | "broken"> };

/** `calls` counts what was really done, and says what `makeThing` shall answer. */
export const sampleRoutes = (calls: Calls = { count: 0, answer: async () => "made" }) => [
  ...countedRoutes(calls),
  ...THING_ROUTES,
  ...OTHER_ROUTES,
];

const countedRoutes = (calls: Calls) => [
  defineRoute({
    method: "POST",
    path: "/things",
    operationId: "makeThing",
    summary: "Make a thing",
    tag: "things",
    policy: signedIn(),
    body: Thing,
    responses: { 201: strict({ made: Type.Integer(), by: IdOf("user"), key: nullable(Type.String()), thing: Thing }) },
    problems: ["CARRIER_UNAVAILABLE"],
    example: { body: THING },
    async handle({ body, principal, idempotencyKey }) {
      calls.count += 1;
      const made = calls.count;
      const outcome = await calls.answer();
      if (outcome === "busy") return problem("CARRIER_UNAVAILABLE");
      if (outcome === "broken") throw new Error("password of the database is hunter2");
      return reply(201, { made, by: principal.id, key: idempotencyKey, thing: body });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/keys",
    operationId: "makeKey",
    summary: "An answer with a secret in it",
    tag: "things",
    policy: signedIn(),
    responses: { 200: strict({ secret: Type.String() }) },
    problems: [],
    secret: true,
    async handle() {
      calls.count += 1;
      return reply(200, { secret: `shown once, number ${calls.count}` });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/letters",
    operationId: "sendLetter",
    summary: "From anybody",
    tag: "things",
    policy: anyone(),
    body: strict({ text: line({ maxLength: 20 }) }),
    responses: { 202: strict({ number: Type.Integer(), key: nullable(Type.String()) }) },
    problems: [],
    async handle({ idempotencyKey }) {
      calls.count += 1;
      return reply(202, { number: calls.count, key: idempotencyKey });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/doors",
    operationId: "openDoor",
    summary: "Sets a cookie",
    tag: "things",
    policy: anyone(),
    responses: { 204: nothing() },
    problems: [],
    async handle() {
      calls.count += 1;
      return reply(204, null, { "set-cookie": `door=${calls.count}` });
    },
  }),
];

const THING_ROUTES = [
  defineRoute({
    method: "GET",
    path: "/things",
    operationId: "listThings",
    summary: "Things, page by page",
    tag: "things",
    policy: anyone(),
    query: strict({ ...PAGE, q: Type.Optional(line({ maxLength: 40 })), fragile: Type.Optional(Type.Boolean()) }),
    responses: { 200: list(strict({ limit: nullable(Type.Integer()), fragile: nullable(Type.Boolean()) })) },
    problems: [],
    async handle({ query }) {
      const asked = pageAsked(Type.Tuple([Type.Integer(), Type.String()]), query);
      if ("kind" in asked) return asked;
      return reply(200, { data: [{ limit: query.limit ?? null, fragile: query.fragile ?? null }], nextCursor: null });
    },
  }),
  defineRoute({
    method: "GET",
    path: "/things/:id",
    operationId: "readThing",
    summary: "One thing",
    tag: "things",
    policy: anyone(),
    params: strict({ id: IdOf("product") }),
    responses: { 200: strict({ id: IdOf("product"), now: InstantJson, who: Type.String() }) },
    problems: ["NOT_FOUND"],
    async handle({ params, now, principal }) {
      return reply(200, { id: params.id, now: new Date(now).toISOString(), who: principal.kind });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/things/:id/touch",
    operationId: "touchThing",
    summary: "No body, no answer",
    tag: "things",
    policy: signedIn(),
    params: strict({ id: Type.Integer({ minimum: 1 }) }),
    responses: { 204: nothing() },
    problems: [],
    handle: async () => reply(204, null),
  }),
  defineRoute({
    method: "GET",
    path: "/things/:id/label",
    operationId: "labelOfThing",
    summary: "A file",
    tag: "things",
    policy: signedIn(),
    params: strict({ id: IdOf("product") }),
    responses: { 200: binary("application/pdf") },
    problems: [],
    handle: async () => reply(200, Buffer.from("%PDF-1.7")),
  }),
];

const OTHER_ROUTES = [
  defineRoute({
    method: "POST",
    path: "/webhooks/demo",
    operationId: "receiveNews",
    summary: "Bytes that the handler checks",
    tag: "webhooks",
    policy: signedByProvider(),
    rawBody: true,
    responses: { 200: strict({ bytes: Type.Integer() }) },
    problems: ["WEBHOOK_REFUSED"],
    async handle({ raw, headers }) {
      return headers["x-signature"] === "good" ? reply(200, { bytes: raw.length }) : problem("WEBHOOK_REFUSED");
    },
  }),
  defineRoute({
    method: "POST",
    path: "/cron/sweep",
    operationId: "sweep",
    summary: "For the scheduler",
    tag: "operations",
    policy: withKey("cron"),
    responses: { 200: strict({ by: Type.String() }) },
    problems: [],
    handle: async ({ principal }) => reply(200, { by: principal.name }),
  }),
  defineRoute({
    method: "GET",
    path: "/admin/money",
    operationId: "readMoney",
    summary: "For staff",
    tag: "operations",
    policy: staff("finance", "admin"),
    responses: { 200: strict({ roles: Type.Array(Type.String()) }) },
    problems: [],
    handle: async ({ principal }) => reply(200, { roles: [...principal.roles] }),
  }),
  defineRoute({
    method: "GET",
    path: "/sandbox",
    operationId: "readSandbox",
    summary: "Not in production",
    tag: "sandbox",
    policy: sandboxOnly(signedIn()),
    responses: { 200: strict({ user: IdOf("user") }) },
    problems: [],
    handle: async ({ principal }) => reply(200, { user: principal.id }),
  }),
];

/** For servers whose tests send no idempotency keys. */
const NO_DATABASE: ServerOptions["db"] = {
  query: () => Promise.reject(new Error("no database")),
  one: () => Promise.reject(new Error("no database")),
  maybe: () => Promise.reject(new Error("no database")),
};

export const sampleServer = (changes: Partial<ServerOptions> = {}) =>
  buildServer({
    routes: sampleRoutes(),
    db: NO_DATABASE,
    fingerprintKeys: keyring(new Uint8Array(32).fill(3)),
    clock: { now: () => at(Date.UTC(2026, 10, 21, 9, 30)) },
    authenticate,
    publicUrl: ORIGIN,
    production: false,
    docs: { title: "Sample", version: "1", tags: [{ name: "things", description: "Things." }] },
    ...changes,
  });
