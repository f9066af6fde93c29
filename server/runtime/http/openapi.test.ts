import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anyone, defineRoute, openApiText, reply, strict } from "./index.ts";
import { sampleServer, THING } from "./sample.ts";

let app: FastifyInstance;
// biome-ignore lint/suspicious/noExplicitAny: a document is read here, in whatever form it is.
let document: any;
beforeAll(async () => {
  app = await sampleServer();
  document = (await app.inject("/api/openapi.json")).json();
});
afterAll(() => app.close());

test("the document names every route of the API, below the base path, and none of the door's own", () => {
  expect([document.openapi, document.servers]).toEqual(["3.1.0", [{ url: "/api/v1" }]]);
  expect(Object.keys(document.paths).sort()).toEqual([
    "/admin/money",
    "/cron/sweep",
    "/doors",
    "/keys",
    "/letters",
    "/sandbox",
    "/things",
    "/things/{id}",
    "/things/{id}/label",
    "/things/{id}/touch",
    "/webhooks/demo",
  ]);
});

test("a schema with an id is a component, wherever it stands", () => {
  expect(Object.keys(document.components.schemas)).toEqual(["Money", "Problem", "Thing"]);
  const { requestBody, responses } = document.paths["/things"].post;
  expect(requestBody.content["application/json"].schema).toEqual({ $ref: "#/components/schemas/Thing" });
  expect(responses[201].content["application/json"].schema.properties.thing).toEqual({
    $ref: "#/components/schemas/Thing",
  });
  expect(document.components.schemas.Thing.properties.price).toEqual({ $ref: "#/components/schemas/Money" });
});

test("every reference in it leads somewhere", () => {
  const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? [];
  const targets = new Set(references.map((reference) => reference.slice('"$ref":"#/components/schemas/'.length, -1)));
  expect([...targets].sort()).toEqual(["Money", "Problem", "Thing"]);
});

test("an operation lists its problems by status: those of the door and those that it declares", () => {
  const { responses } = document.paths["/things"].post;
  expect(Object.keys(responses)).toEqual(["201", "400", "401", "403", "409", "413", "415", "422", "429", "500", "503"]);
  expect(responses[503].description).toContain("CARRIER_UNAVAILABLE");
  expect(responses[409].content["application/problem+json"].schema).toEqual({ $ref: "#/components/schemas/Problem" });
});

test("a status of which a route has an answer of its own keeps it beside the door's problem, and it goes out", async () => {
  const refusal = { error: "invalid_grant" };
  const route = defineRoute({
    ...{ method: "POST", path: "/tokens", operationId: "makeToken", summary: "In words of its own", tag: "things" },
    ...{ policy: anyone(), responses: { 400: strict({ error: Type.String() }) }, problems: [] },
    handle: async () => reply(400, refusal),
  });
  const server = await sampleServer({ routes: [route] });
  const described = (await server.inject("/api/openapi.json")).json().paths["/tokens"].post.responses[400];
  expect(Object.keys(described.content)).toEqual(["application/json", "application/problem+json"]);
  const answer = await server.inject({ method: "POST", url: "/api/v1/tokens" });
  expect([answer.statusCode, answer.json()]).toEqual([400, refusal]);
  await server.close();
});

test("an operation tells who may call it, its key header, its files and its example", () => {
  const { paths } = document;
  expect(paths["/things"].post.security).toEqual([{ session: [] }]);
  expect(paths["/things"].get.security).toEqual([]);
  expect(paths["/things"].post.parameters.map(({ name }: { name: string }) => name)).toEqual(["Idempotency-Key"]);
  expect(paths["/things"].post.requestBody.content["application/json"].example).toEqual(THING);
  expect(Object.keys(paths["/things/{id}/label"].get.responses[200].content)).toEqual(["application/pdf"]);
  expect(paths["/things/{id}/touch"].post.responses[204].content).toBeUndefined();
});

test("the document is the same text each time, and names no machine", async () => {
  const other = await sampleServer();
  await other.ready();
  expect(openApiText(other)).toBe(openApiText(app));
  expect(openApiText(app)).not.toMatch(/localhost|127\.0\.0\.1|example\.test/);
  await other.close();
});

test("the readable reference brings its own script and may load nothing else", async () => {
  const page = await app.inject("/api/docs");
  expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(page.body.match(/(?:src|href|data-url)="[^"]*"/g)).toEqual([
    'data-url="/api/openapi.json"',
    'src="/api/docs/scalar.js"',
  ]);
  const script = await app.inject({ url: "/api/docs/scalar.js", headers: { "accept-encoding": "gzip" } });
  expect([script.statusCode, script.headers["content-encoding"]]).toEqual([200, "gzip"]);
  expect(script.rawPayload.length).toBeGreaterThan(500_000);
});
