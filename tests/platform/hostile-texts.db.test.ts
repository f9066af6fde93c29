import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { clientRoot, createWebHandler } from "../../web/handler.ts";
import { createApplication } from "./application.ts";

const PUBLIC_URL = "https://market.example.test";
/** What would run if it were not text: in an element, in an attribute, in a script's data, and as a link. */
const HOSTILE = [
  `"><script>canary()</script>`,
  `'><img src=x onerror=canary()>`,
  `</script><script>canary()</script>`,
  `<svg/onload=canary()>`,
  `javascript:canary()`,
  "</title><style>*{background:url(//canary.example)}</style>",
].join(" ");

let application: Awaited<ReturnType<typeof createApplication>>;
let order: string;

beforeAll(async () => {
  const createHandler = (api: (request: Request) => Promise<Response>) =>
    createWebHandler({ api, publicUrl: PUBLIC_URL });
  application = await createApplication({ publicUrl: PUBLIC_URL, web: { clientRoot, createHandler } });
  const { world, database } = application;
  const text = JSON.stringify({ en: HOSTILE, ar: HOSTILE });
  await database.owner.query("update catalog.listing set title = $2, description = $2 where id = $1", [
    uuidOf(world.product),
    text,
  ]);
  await database.owner.query(`update identity."user" set name = $1`, [HOSTILE]);
  const line = "</script><img src=x onerror=canary()>";
  const address = { name: line, phone: "9000000001", line1: line, line2: line, city: line, postcode: "400001" };
  const { order: placed } = await world.paid({ address });
  await world.give(placed, "cancel", "buyer");
  await world.settle();
  order = placed.id;
});
afterAll(() => application.close());

const PAGES = ["", "products/:product", "orders", "orders/:order", "notifications", "selling", "account"];

describe("case 101: what somebody wrote is text", () => {
  const all = ["en", "ar"].flatMap((language) =>
    ["buyer", "seller"].flatMap((who) => PAGES.map((page) => ({ who, page: `/${language}/${page}` }))),
  );

  test.each(all)("and nothing that runs or loads, at $page for the $who", async ({ who, page }) => {
    const url = page.replace(":product", application.world.product).replace(":order", order);
    const { body, statusCode } = await application.app.inject({ url, headers: { cookie: `amana_session=${who}` } });
    expect(statusCode).toBe(200);
    expect(body).not.toMatch(/<script>canary|<img src=x|<svg\/onload|<style>\*\{|href="javascript:|<\/title><style/i);
  });

  test("and stands on the page of the listing, so that there was something to see", async () => {
    const { body } = await application.app.inject({ url: `/en/products/${application.world.product}` });
    expect(body).toContain("&lt;script&gt;canary()");
  });
});
