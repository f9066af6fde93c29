import type { Refusal } from "@amana/core/escrow";
import { at } from "@amana/core/time";
import type { FastifyInstance, InjectOptions } from "fastify";
import { Type } from "typebox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  anyone,
  buildServer,
  DEAL_PROBLEMS,
  defineRoute,
  PROBLEMS,
  problemOfRefusal,
  reply,
  signedIn,
  strict,
} from "./index.ts";
import { as, ORIGIN, PEOPLE, sampleRoutes, sampleServer, THING } from "./sample.ts";

const PRODUCT = "prd_0199aa00c0de7000a000000000000042";
const TINY = strict({ ok: Type.Boolean() });

let app: FastifyInstance;
beforeAll(async () => {
  app = await sampleServer();
});
afterAll(() => app.close());

const post = (url: string, options: InjectOptions = {}) =>
  app.inject({ method: "POST", url: `/api/v1${url}`, ...options });
const get = (url: string, options: InjectOptions = {}) =>
  app.inject({ method: "GET", url: `/api/v1${url}`, ...options });

describe("a route", () => {
  test("hands its handler what was decoded, and answers by its schema", async () => {
    const answer = await post("/things", { headers: as("asha"), payload: THING });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({ made: 1, by: PEOPLE.asha.id, key: null, thing: THING });
  });

  test("gives the application's time, not the machine's", async () => {
    expect((await get(`/things/${PRODUCT}`)).json()).toMatchObject({ now: "2026-11-21T09:30:00.000Z" });
  });

  test("decodes integers and booleans of a query only in their plain form", async () => {
    expect((await get("/things?limit=20&fragile=true")).json().data).toEqual([{ limit: 20, fragile: true }]);
    for (const query of [
      "limit=020",
      "limit=+5",
      "limit=5.0",
      "limit=",
      "limit=1e1",
      "fragile=1",
      "fragile=TRUE",
      "limit=0x5",
    ]) {
      expect((await get(`/things?${query}`)).statusCode, query).toBe(400);
    }
  });

  test("refuses a query field that it does not know, that comes twice, or that is not UTF-8", async () => {
    for (const query of ["sort=price", "limit=1&limit=2", "q=%ff", "q=%00", "__proto__=1", "q=%", "constructor=1"]) {
      const answer = await get(`/things?${query}`);
      expect([answer.statusCode, answer.json().code], query).toEqual([400, "VALIDATION_FAILED"]);
    }
    expect((await get(`/things/${PRODUCT}?debug=1`)).statusCode).toBe(400);
  });

  test("names every field that is wrong", async () => {
    const { name: _, ...rest } = THING;
    const payload = { ...rest, price: { amount: "1", currency: "INR" }, role: "admin" };
    const { errors } = (await post("/things", { headers: as("asha"), payload })).json();
    expect(errors.map(({ field }: { field: string }) => field).sort()).toEqual(["name", "price.amount", "role"]);
  });

  test("without a body takes nothing or {}, and nothing else", async () => {
    const headers = { ...as("asha"), "content-type": "application/json" };
    expect((await post("/things/7/touch", { headers: as("asha") })).statusCode).toBe(204);
    expect((await post("/things/7/touch", { headers, payload: "{}" })).statusCode).toBe(204);
    for (const payload of ['{"a":1}', "[]", "null", "0", '""']) {
      expect((await post("/things/7/touch", { headers, payload })).statusCode, payload).toBe(400);
    }
  });

  test("can answer with a file", async () => {
    const answer = await get(`/things/${PRODUCT}/label`, { headers: as("asha") });
    expect([answer.headers["content-type"], answer.body]).toEqual(["application/pdf", "%PDF-1.7"]);
  });

  test("that can be read can be asked for its head", async () => {
    const answer = await app.inject({ method: "HEAD", url: "/api/v1/things" });
    expect([answer.statusCode, answer.body]).toEqual([200, ""]);
  });

  test("case 17: refuses fields that only the server may set", async () => {
    for (const field of ["total", "sellerId", "status", "id", "createdAt", "userId", "owner_id", "balance"]) {
      expect(
        (await post("/things", { headers: as("asha"), payload: { ...THING, [field]: 1 } })).statusCode,
        field,
      ).toBe(400);
    }
  });

  test("that answers what its schema does not name is a bug, and in production the field is left out", async () => {
    const chatty = defineRoute({
      method: "GET",
      path: "/chatty",
      operationId: "chatty",
      summary: "Says too much",
      tag: "things",
      policy: anyone(),
      responses: { 200: TINY },
      problems: [],
      handle: async () => reply(200, { ok: true, email: "asha@example.test" }),
    });
    const tests = await sampleServer({ routes: [chatty] });
    const production = await sampleServer({ routes: [chatty], production: true });
    expect((await tests.inject("/api/v1/chatty")).statusCode).toBe(500);
    expect((await production.inject("/api/v1/chatty")).json()).toEqual({ ok: true });
    await Promise.all([tests.close(), production.close()]);
  });

  test("cannot be defined with an object that takes unknown fields, or with two components of one name", async () => {
    const route = (body: ReturnType<typeof Type.Object>) =>
      defineRoute({
        method: "POST",
        path: "/loose",
        operationId: "loose",
        summary: "Loose",
        tag: "things",
        policy: signedIn(),
        body,
        responses: { 200: TINY },
        problems: [],
        handle: async () => reply(200, { ok: true }),
      });
    const loose = strict({ inner: Type.Object({ a: Type.String() }) });
    await expect(sampleServer({ routes: [route(loose)] })).rejects.toThrow(
      "loose body/inner: an object must refuse unknown fields",
    );
    const again = strict({ a: Type.String() }, { $id: "Money" });
    await expect(sampleServer({ routes: [...sampleRoutes(), route(again)] })).rejects.toThrow(
      "another schema with the $id Money",
    );
  });
});

describe("an answer that refuses", () => {
  test("is the same for HEAD as for GET where nothing can be at an address", async () => {
    const url = `/api/v1/things/${"x".repeat(300)}`;
    const answers = [await app.inject({ method: "HEAD", url }), await app.inject({ method: "GET", url })];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  });

  test("is a problem with a code, an action and the request's id, whatever refused", async () => {
    const refused = [
      await get("/nothing"),
      await app.inject("/nowhere"),
      await app.inject("/%zz"),
      await app.inject({ method: "DELETE", url: "/api/v1/things" }),
      await post("/things"),
      await get(`/things/${"x".repeat(300)}`),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 404, 400, 405, 401, 404]);
    for (const answer of refused) {
      expect(answer.headers["content-type"]).toBe("application/problem+json");
      expect(answer.json()).toEqual({
        type: `/api/problems/${answer.json().code}`,
        title: expect.any(String),
        status: answer.statusCode,
        detail: expect.any(String),
        code: expect.stringMatching(/^[A-Z_]+$/),
        canRetry: expect.any(Boolean),
        suggestedAction: expect.any(String),
        requestId: answer.headers["x-request-id"],
      });
    }
    expect(refused[3]?.headers.allow).toBe("POST, GET, HEAD");
    expect(refused[4]?.headers["www-authenticate"]).toBe("Bearer");
  });

  test("of a bug tells nothing of the inside, and the log tells everything", async () => {
    const lines: string[] = [];
    const server = await sampleServer({
      routes: sampleRoutes({ count: 0, answer: async () => "broken" }),
      logger: { level: "info", stream: { write: (line) => void lines.push(line) } },
    });
    const answer = await server.inject({ method: "POST", url: "/api/v1/things", headers: as("asha"), payload: THING });
    expect(answer.json()).toMatchObject({ status: 500, code: "INTERNAL", requestId: answer.headers["x-request-id"] });
    expect(answer.body).not.toContain("hunter2");
    expect(lines.join("")).toContain("hunter2");
    await server.close();
  });

  test("has for each of a deal's refusals a code that routes can declare", () => {
    const refusals: Record<Refusal, true> = {
      no_such_command: true,
      not_in_this_state: true,
      deal_is_final: true,
      not_for_this_actor: true,
      deadline_passed: true,
      too_early: true,
      old_news: true,
      amount_differs: true,
      not_a_division: true,
      not_extendable: true,
      no_revisions_left: true,
    };
    const codes = Object.keys(refusals).map((refusal) => problemOfRefusal(refusal as Refusal).code);
    expect(new Set(codes)).toEqual(new Set(DEAL_PROBLEMS));
  });

  test("is explained under its type", async () => {
    const { type } = (await get("/nothing")).json();
    expect((await app.inject(type)).json()).toEqual({ code: "NOT_FOUND", ...PROBLEMS.NOT_FOUND });
    expect((await app.inject("/api/problems/NO_SUCH")).statusCode).toBe(404);
  });
});

describe("every answer", () => {
  test("carries the headers that keep browsers safe, HSTS only in production", async () => {
    const production = await sampleServer({ production: true });
    for (const answer of [
      await get("/things"),
      await get("/nothing"),
      await app.inject("/%zz"),
      await post("/things"),
    ]) {
      expect(answer.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
      });
      expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(answer.headers["strict-transport-security"]).toBeUndefined();
    }
    expect((await production.inject("/api/v1/things")).headers["strict-transport-security"]).toContain("max-age=");
    await production.close();
  });

  test("carries a request id: the caller's when it is a plain token, else one of ours", async () => {
    const idFor = async (given: string) =>
      (await get("/things", { headers: { "x-request-id": given } })).headers["x-request-id"];
    expect(await idFor("trace-0042.a_b")).toBe("trace-0042.a_b");
    for (const bad of ["short", "with space in it", "a".repeat(65), "<script>alert(1)</script>"]) {
      expect(await idFor(bad)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("case 112: leaves no secret in the log", async () => {
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    const server = await sampleServer({ logger: { level: "info", stream } });
    const headers = { authorization: "Bearer asha", cookie: "amana_session=MARK", "set-cookie": "MARK" };
    await server.inject({ url: "/api/v1/things?q=MARK", headers });
    server.log.info({
      accountNumber: "MARK",
      authorization: "MARK",
      "set-cookie": "MARK",
      req2: { headers: { cookie: "MARK", authorization: "MARK", "set-cookie": "MARK" } },
    });
    server.log.info({ bank: { accountNumber: "MARK", token: "MARK" }, order: { bank: { account_number: "MARK" } } });
    server.log.error({
      err: Object.assign(new Error("duplicate key"), { detail: "Key (account)=(MARK)", code: "23505" }),
    });
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.join("")).toContain("***");
    expect(lines.join("")).not.toContain("MARK");
    await server.close();
  });
});

test("a clock is asked, never the machine", async () => {
  const early = await buildServer({
    routes: sampleRoutes(),
    db: { query: async () => [], one: () => Promise.reject(new Error("none")), maybe: async () => null },
    clock: { now: () => at(0) },
    authenticate: async () => ({ kind: "anonymous" }),
    publicUrl: ORIGIN,
    production: false,
  });
  expect((await early.inject(`/api/v1/things/${PRODUCT}`)).json()).toMatchObject({ now: "1970-01-01T00:00:00.000Z" });
  expect((await early.inject("/api/docs")).statusCode).toBe(404);
  await early.close();
});
