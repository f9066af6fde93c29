import { afterAll, beforeAll, expect, test } from "vitest";
import { createApplication } from "./application.ts";

let application: Awaited<ReturnType<typeof createApplication>>;
let operations: { method: string; url: string }[];
beforeAll(async () => {
  application = await createApplication();
  const { order } = await application.world.paid();
  const { paths } = (await application.app.inject("/api/openapi.json")).json();
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(Object(methods)).map((method) => ({
      method: method.toUpperCase(),
      url: `/api/v1${path.replace("/orders/{id}", `/orders/${order.id}`).replaceAll(/\{\w+\}/g, "0")}`,
    })),
  );
}, 300_000);
afterAll(() => application.close());

/** Where frameworks and their users have looked for who asks. */
const FIELDS = ["userId", "user_id", "user", "buyerId", "sellerId", "actorId", "accountId", "session", "sub", "email"];
const HEADERS = ["x-user-id", "x-user", "x-forwarded-user", "x-remote-user", "remote-user", "x-auth-request-user"];

/** What is said, without what differs from request to request. */
async function said(method: string, url: string, headers: Record<string, string>, payload?: object) {
  const answer = await application.app.inject({
    ...{ method: method as "GET", url, headers },
    ...(payload && method !== "GET" && { payload }),
  });
  const text = answer.body.replaceAll(/"requestId":"[^"]*"/g, "");
  return { status: answer.statusCode, text, cookie: answer.headers["set-cookie"] };
}

test("case 98: whoever shows nothing is nobody on every route, whatever body, query or headers say of a user", async () => {
  expect(operations.length).toBeGreaterThan(60);
  const { buyer } = application.world;
  const claims = Object.fromEntries(FIELDS.map((field) => [field, buyer]));
  const query = new URLSearchParams(claims).toString();
  const named = Object.fromEntries(HEADERS.map((header) => [header, buyer]));
  for (const { method, url } of operations) {
    const where = `${method} ${url}`;
    const plain = await said(method, url, {}, {});
    // Headers that nobody reads change nothing at all.
    expect(await said(method, url, named, {}), where).toEqual(plain);
    for (const answer of [await said(method, url, named, claims), await said(method, `${url}?${query}`, named, {})]) {
      // What providers send is not looked at for a session at all.
      if (plain.text.includes("UNAUTHENTICATED")) expect(answer, where).toEqual(plain);
      else if (answer.status !== plain.status) expect(answer.status, where).toBe(400);
      expect([answer.cookie, answer.text.includes(buyer) && answer.status < 400], where).toEqual([undefined, false]);
    }
  }
}, 300_000);
