import { afterAll, beforeAll, expect, test } from "vitest";
import { BODY_LIMIT } from "../../server/runtime/http/index.ts";
import { clientRoot, createWebHandler } from "../../web/handler.ts";
import { createApplication } from "./application.ts";

const PUBLIC_URL = "https://market.example.test";

let application: Awaited<ReturnType<typeof createApplication>>;
beforeAll(async () => {
  const createHandler = (api: (request: Request) => Promise<Response>) =>
    createWebHandler({ api, publicUrl: PUBLIC_URL });
  application = await createApplication({ publicUrl: PUBLIC_URL, web: { clientRoot, createHandler } });
});
afterAll(() => application.close());

const LARGE = Buffer.alloc(BODY_LIMIT + 1, "a");
const send = (url: string, cookie: string) =>
  application.app.inject({
    method: "POST",
    url,
    headers: { cookie, origin: PUBLIC_URL, "content-type": "application/x-www-form-urlencoded" },
    payload: LARGE,
  });

test.each(["", "amana_session=nobody"])(
  "case 121: a large form of somebody who is not signed in (%j) is not read, and leads to the sign-in",
  async (cookie) => {
    const { statusCode, headers } = await send("/en/orders/ord_1", cookie);
    expect([statusCode, headers.location]).toEqual([303, "/en/sign-in?next=%2Fen%2Forders%2Ford_1"]);
  },
);

test("case 121: one of somebody who is, is read where files may be in it, and nowhere else", async () => {
  expect((await send("/en/orders/ord_1", "amana_session=buyer")).statusCode).not.toBe(413);
  expect((await send("/en/products/prd_1", "amana_session=buyer")).statusCode).toBe(413);
});
