import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { at, hours, type Instant } from "@amana/core/time";
import { afterEach, expect, test } from "vitest";
import type { Clock } from "../../../ports/clock.ts";
import { openId } from "./index.ts";

const ATTEMPT = { state: "s", nonce: "n", verifier: "v".repeat(43), returnTo: "https://amana.example.test/callback" };
const ANSWER = { code: "c", state: "s" };

type Provider = { readonly url: string; readonly asked: IncomingMessage[] };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A provider that says this of itself, and this to whoever brings a code. */
async function provider(
  about: Readonly<Record<string, unknown>>,
  answer: (response: ServerResponse) => unknown = (response) => json(response, 400, { error: "invalid_grant" }),
): Promise<Provider> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    if (!request.url?.includes("openid-configuration")) return answer(response);
    json(response, 200, {
      ...{ issuer: url, authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token` },
      ...{ jwks_uri: `${url}/jwks`, ...about },
    });
  });
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked };
}

const json = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const adapter = (issuer: string, clock = { now: () => at(0) }) =>
  openId({ name: "x", label: "X", issuer, clientId: "our id", clientSecret: "s:cret", allowPlainHttp: true }, clock);

test.each([
  ["by the header, where it names nothing else", {}, true],
  ["by the header", { token_endpoint_auth_methods_supported: ["client_secret_basic"] }, true],
  ["in the form", { token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"] }, false],
])("the secret is shown as the provider takes it: %s", async (_, about, byHeader) => {
  const { url, asked } = await provider(about);
  expect(await adapter(url).finish(ATTEMPT, ANSWER)).toMatchObject({ ok: false, error: { kind: "declined" } });
  const { authorization } = asked.at(-1)?.headers ?? {};
  const basic = `Basic ${Buffer.from("our+id:s%3Acret").toString("base64")}`;
  expect(authorization).toBe(byHeader ? basic : undefined);
});

test.each([
  ["breaks", (response: ServerResponse): unknown => json(response, 500, { error: "server_error" }), "try_later"],
  [
    "is in repair",
    (response: ServerResponse): unknown => void response.writeHead(503).end("<h1>later</h1>"),
    "try_later",
  ],
  ["hangs up", (response: ServerResponse): unknown => void response.destroy(), "try_later"],
  [
    "does not know us",
    (response: ServerResponse): unknown => json(response, 401, { error: "invalid_client" }),
    "misconfigured",
  ],
  [
    "refuses the code",
    (response: ServerResponse): unknown => json(response, 400, { error: "invalid_grant" }),
    "declined",
  ],
  [
    "sends no ID token",
    (response: ServerResponse): unknown => json(response, 200, { access_token: "a", token_type: "bearer" }),
    "declined",
  ],
] as const)("a provider that %s", async (_, answer, kind) => {
  const { url } = await provider({}, answer);
  expect(await adapter(url).finish(ATTEMPT, ANSWER)).toMatchObject({ ok: false, error: { kind } });
});

test("a provider that calls itself by another name is not believed", async () => {
  const { url } = await provider({ issuer: "https://elsewhere.example.test" });
  expect((await adapter(url).begin(ATTEMPT)).ok).toBe(false);
});

test("what a provider says of itself is kept for an hour, and a failure not at all", async () => {
  let now: Instant = at(0);
  const clock: Clock = { now: () => now };
  const { url, asked } = await provider({});
  const one = adapter(url, clock);
  await Promise.all([one.begin(ATTEMPT), one.begin(ATTEMPT)]);
  now = at(hours(1) - 1);
  await one.begin(ATTEMPT);
  expect(asked).toHaveLength(1);
  now = at(hours(1));
  await one.begin(ATTEMPT);
  expect(asked).toHaveLength(2);
  const closed = await provider({}, (response) => void response.destroy());
  const two = adapter(`${closed.url}/nothing-here`, clock);
  expect((await two.begin(ATTEMPT)).ok).toBe(false);
  expect((await two.begin(ATTEMPT)).ok).toBe(false);
  expect(closed.asked).toHaveLength(2);
});
