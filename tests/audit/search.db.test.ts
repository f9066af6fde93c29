import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hours } from "../../core/time/index.ts";
import { doneBy, record } from "../../server/modules/audit/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { asking } from "../money/asking.ts";
import { BANK_ACCOUNT, createMarket, type Market } from "./market.ts";

let database: TestDatabase;
let market: Market;
beforeAll(async () => {
  database = await testDatabase();
  market = await createMarket(database);
  const { world, ask } = market;
  await world.settle();
  expect((await ask("seller", "POST", "/seller/bank-accounts", BANK_ACCOUNT)).status).toBe(201);
  world.jump(hours(2));
  const note = { ...doneBy("user", asking(world.buyer)), reason: null, detail: {} };
  await record(database.app, world.now(), { ...note, action: "user.changed", subject: world.buyer });
});
afterAll(async () => {
  await market.app.close();
  await database.drop();
});

const search = async (who: string | null, query = ""): Promise<{ action: string; id: string }[]> => {
  const answer = await market.ask(who, "GET", `/admin/audit${query}`);
  expect(answer.status).toBe(200);
  return answer.body.data;
};
const actions = async (who: string, query?: string) => (await search(who, query)).map(({ action }) => action);
const added = async () => {
  const [entry] = await search("admin", "?action=bank_account.added");
  if (!entry) throw new Error("no entry");
  return entry;
};

describe("the audit log is searched", () => {
  test("by kind and by action, the newest first", async () => {
    expect(await actions("admin")).toEqual([
      "user.changed",
      "bank_account.added",
      "bank_account.verified",
      "bank_account.added",
    ]);
    expect(await actions("admin", "?action=bank_account")).toHaveLength(3);
    expect(await actions("admin", "?action=bank_account.added")).toHaveLength(2);
    expect(await actions("admin", "?action=bank")).toEqual([]);
  });

  test("by who did it, by what it was done to, and by when", async () => {
    const { world } = market;
    expect(await actions("admin", `?actor=${world.buyer}`)).toEqual(["user.changed"]);
    expect(await actions("admin", `?subject=${world.buyer}`)).toEqual(["user.changed"]);
    const then = new Date(world.now() - 60_000).toISOString();
    expect(await actions("admin", `?from=${then}`)).toEqual(["user.changed"]);
    expect(await actions("admin", `?to=${then}`)).toHaveLength(3);
    expect(await actions("admin", "?to=1970-01-01T00:00:00Z")).toEqual([]);
  });

  test("page by page, each entry once", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const { body } = await market.ask("admin", "GET", `/admin/audit?limit=1${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    expect(new Set(seen).size).toBe(4);
    expect(seen).toHaveLength(4);
  });

  test("by finance staff for what is about money alone, one entry at a time too", async () => {
    expect(await actions("finance")).not.toContain("user.changed");
    const [profile] = await search("admin", "?action=user.changed");
    expect((await market.ask("finance", "GET", `/admin/audit/${profile?.id}`)).status).toBe(404);
    expect((await market.ask("finance", "GET", `/admin/audit/${(await added()).id}`)).status).toBe(200);
  });

  test("by nobody else", async () => {
    for (const [who, status] of [
      [null, 401],
      ["buyer", 403],
      ["support", 403],
    ] as const)
      expect((await market.ask(who, "GET", "/admin/audit")).status).toBe(status);
  });
});

describe("case 90: what an entry keeps about a person", () => {
  test("is in no search and no entry, only in a disclosure by an admin with a reason", async () => {
    const { id } = await added();
    const entry = await market.ask("admin", "GET", `/admin/audit/${id}`);
    expect(entry.body).toMatchObject({ commitsTo: ["origin", "personal"], detail: "{}" });
    expect(entry.body.via).toMatch(/^ses_/);
    expect(entry.text).not.toMatch(/5678|127\.0\.0\.1|browser/);
    for (const who of ["finance", "support", "buyer", "seller"])
      expect((await market.ask(who, "POST", `/admin/audit/${id}/disclosures`, { reason: "Curious" })).status).toBe(403);
    expect((await market.ask("admin", "POST", `/admin/audit/${id}/disclosures`, {})).status).toBe(400);
    const { body } = await market.ask("admin", "POST", `/admin/audit/${id}/disclosures`, { reason: "Complaint 12" });
    const person = market.world.seller;
    expect(body.kept).toEqual([
      { what: "origin", personId: person, text: '{"network":"127.0.0.1","agent":"a demo browser"}' },
      { what: "personal", personId: person, text: '{"last4":"5678","ifsc":"YESB0000262"}' },
    ]);
  });

  test("was read: that is an entry of its own, and the person sees when and why, and nobody else does", async () => {
    const { data } = (await market.ask("seller", "GET", "/users/me/disclosures")).body;
    expect(data).toMatchObject([{ reason: "Complaint 12" }]);
    expect((await market.ask("buyer", "GET", "/users/me/disclosures")).body.data).toEqual([]);
    const [entry] = await search("admin", "?action=personal_data.disclosed");
    expect(entry).toMatchObject({ actorId: market.staff.admin, subject: market.world.seller, reason: "Complaint 12" });
  });
});
