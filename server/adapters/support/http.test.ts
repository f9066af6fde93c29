import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, expect, test } from "vitest";
import { rawDecimal } from "./decimal.ts";
import { fetchHttp } from "./http.ts";

const running: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return address !== null && typeof address === "object" ? `http://127.0.0.1:${address.port}` : "";
}

afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const http = fetchHttp({ timeoutMs: 2_000, maxBytes: 1_000 });
const get = (url: string) => http({ method: "GET", url, headers: {} });

test("JSON comes back with its status, and header names in lower case", async () => {
  const url = await serve((_, response) => response.writeHead(409, { "X-RateLimit-Retry": "5" }).end('{"a":[1]}'));
  expect(await get(url)).toMatchObject({ status: 409, json: { a: [1] }, headers: { "x-ratelimit-retry": "5" } });
});

test("case 53: a decimal literal goes over the line as it was written", async () => {
  const url = await serve((request, response) => {
    request
      .setEncoding("utf8")
      .on("data", (body) => response.end(JSON.stringify([request.headers["content-type"], body])));
  });
  const { json } = await http({
    method: "POST",
    url,
    headers: { "x-client-id": "demo" },
    body: { amount: rawDecimal("1499.00") },
  });
  expect(json).toEqual(["application/json", '{"amount":1499.00}']);
});

test("what is not JSON, and what is too long, has a status and no content", async () => {
  const page = await serve((_, response) => response.writeHead(502).end("<html>"));
  expect(await get(page)).toMatchObject({ status: 502, json: undefined });
  const long = await serve((_, response) => response.end(`"${"x".repeat(1_000)}"`));
  expect(await get(long)).toMatchObject({ status: 200, json: undefined });
  const fits = await serve((_, response) => response.end(`"${"x".repeat(998)}"`));
  expect(await get(fits)).toMatchObject({ status: 200, json: "x".repeat(998) });
});

test("a redirect is handed back and not followed", async () => {
  let visits = 0;
  const url = await serve((_, response) => {
    visits += 1;
    response.writeHead(302, { location: "/elsewhere" }).end();
  });
  expect(await get(url)).toMatchObject({ status: 302 });
  expect(visits).toBe(1);
});

test("silence, a broken line, half a body and a wrong address are no answer, and nothing is thrown", async () => {
  const short = fetchHttp({ timeoutMs: 50, maxBytes: 1_000 });
  const none = { status: 0, headers: {}, json: undefined };
  const silent = await serve(() => {});
  expect(await short({ method: "GET", url: silent, headers: {} })).toEqual(none);
  const half = await serve((_, response) => response.writeHead(200).write('{"a":'));
  expect(await short({ method: "GET", url: half, headers: {} })).toEqual(none);
  const broken = await serve((request) => request.socket.destroy());
  expect(await get(broken)).toEqual(none);
  expect(await get("http://127.0.0.1:1")).toEqual(none);
  expect(await get("not an address")).toEqual(none);
  expect(await http({ method: "GET", url: broken, headers: { "x-token": "line\nbreak" } })).toEqual(none);
});
