import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { hours } from "../../core/time/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { webhook } from "../money/gateway.ts";
import { type Answered, type Office, openOffice } from "./office.ts";

/** Above 300.00 a second person must approve; a sale here comes to more, another product to less. */
const LIMIT = 30_000n;
const RELEASE = { decision: "release", reason: "The parcel was handed over in person" };

let office: Office;
let first: UserId;
let second: UserId;
let admin: UserId;

beforeAll(async () => {
  office = await openOffice({ approvalLimit: () => LIMIT });
  first = await office.person("first", "finance");
  second = await office.person("second", "finance");
  admin = await office.person("admin", "finance", "admin");
  for (const party of [office.world.buyer, office.world.seller]) await office.signIn(party);
});
afterAll(() => office.close());

let order: Order;
beforeEach(async () => {
  ({ order } = await office.world.paid());
});

const decide = (who: UserId, body: object = RELEASE, key?: string) =>
  office.ask(who, "POST", `/finance/orders/${order.id}/decisions`, body, key);
const proposed = async (who = first, body: object = RELEASE): Promise<string> => {
  const answer = await decide(who, body);
  expect([answer.status, answer.body.status]).toEqual([202, "waiting"]);
  return String(answer.body.id);
};
const approve = (who: UserId, id: string, version = 1) =>
  office.ask(who, "POST", `/admin/approvals/${id}/approve`, { version });
const told = ({ status, body }: Answered) => [status, body.code];
const state = () => office.world.stateOf(order);

describe("case 41: above the limit, what moves the money of an order", () => {
  test("is not done but proposed, and done when another approves, as was shown", async () => {
    const waiting = await decide(first);
    expect(waiting.status).toBe(202);
    expect(waiting.body).toMatchObject({
      ...{ kind: "order_decision", status: "waiting", subject: order.id, dealId: order.deal, mayApprove: false },
      content: { decision: "release" },
    });
    expect(await state()).toBe("escrow_locked");
    const id = String(waiting.body.id);
    expect((await office.ask(second, "GET", `/admin/approvals/${id}`)).body).toMatchObject({
      ...{ mayApprove: true, obstacle: null, entries: waiting.body.entries },
    });
    const done = await approve(second, id);
    expect([done.status, done.body.status, done.body.entries]).toEqual([200, "approved", waiting.body.entries]);
    expect(await state()).toBe("completed");
    const [event] = (await office.world.eventsOf(order)).slice(-1);
    expect([event?.command, event?.reason]).toEqual(["admin_release", "BY_STAFF"]);
    const [audited] = await office.audited("order.release");
    expect(audited).toMatchObject({ subject: order.id, reason: RELEASE.reason, detail: { proposedBy: first } });
    await office.world.settle();
    expect(await office.world.books()).toEqual([]);
  });

  test("at or below the limit one person decides at once", async () => {
    const cheap = await office.world.paid({ product: await office.world.listing(10, money(10_000n, "INR")) });
    order = cheap.order;
    expect((await decide(first)).status).toBe(200);
    expect(await state()).toBe("completed");
  });

  test("the same request proposes once, also after it was approved", async () => {
    const id = String((await decide(first, RELEASE, "one-key-of-first-0001")).body.id);
    await office.database.owner.query("delete from http.idempotency");
    expect((await decide(first, RELEASE, "one-key-of-first-0001")).body.id).toBe(id);
    await approve(second, id);
    await office.database.owner.query("delete from http.idempotency");
    expect((await decide(first, RELEASE, "one-key-of-first-0001")).body).toMatchObject({ id, status: "approved" });
  });

  test("money of an unknown payment is sent back when a second person wants it too", async () => {
    await office.world.gateway.open({
      ...{ payment: "paid_in_the_dashboard", amount: money(75_000n, "INR"), returnUrl: "", notifyUrl: "" },
      buyer: { id: "x", name: "Demo", email: "x@example.test", phone: "9000000009" },
      expiresAt: office.world.now(),
    });
    office.world.gateway.pay("paid_in_the_dashboard");
    const raw = webhook({ payment: "paid_in_the_dashboard" }, "event");
    await receiveWebhook(office.world.db, office.world.parts.gateways, "testpay", raw, office.world.now());
    await office.world.settle();
    const flights = (await office.ask(first, "GET", "/finance/in-flight")).body.data as { id: string; kind: string }[];
    const id = flights.find(({ kind }) => kind === "suspense")?.id;
    const path = `/finance/suspense/${id}/refund`;
    const waiting = await office.ask(first, "POST", path, { reason: "the payer asked for it" });
    expect([waiting.status, waiting.body.kind]).toEqual([202, "suspense_refund"]);
    await office.world.settle();
    expect(office.world.gateway.refunds).toHaveLength(0);
    expect(told(await approve(first, String(waiting.body.id)))).toEqual([403, "FORBIDDEN"]);
    const done = await approve(second, String(waiting.body.id));
    expect([done.status, done.body.entries]).toEqual([200, waiting.body.entries]);
    await office.world.settle();
    expect(office.world.gateway.refunds).toHaveLength(1);
    expect(await office.world.books()).toEqual([]);
  });
});

describe("case 41: whoever wrote any of it does not approve it", () => {
  test("not under another role that he holds as well", async () => {
    const id = await proposed(admin);
    expect(told(await approve(admin, id))).toEqual([403, "FORBIDDEN"]);
    await office.database.owner.query(`update identity."user" set roles = '{user,admin}' where id = $1`, [
      admin.slice(4),
    ]);
    expect(told(await approve(admin, id))).toEqual([403, "FORBIDDEN"]);
    await office.database.owner.query(`update identity."user" set roles = '{user,finance,admin}' where id = $1`, [
      admin.slice(4),
    ]);
    expect((await approve(first, id)).status).toBe(200);
  });

  test("not after an edit by somebody else, and neither does the editor", async () => {
    const id = await proposed();
    const content = { decision: "settle", refund: { amount: 10_000, currency: "INR" } };
    const edited = await office.ask(second, "PATCH", `/admin/approvals/${id}`, {
      ...{ version: 1, content, reason: "One of five was torn" },
    });
    expect([edited.status, edited.body.version, edited.body.content]).toEqual([200, 2, content]);
    expect(told(await approve(second, id, 2))).toEqual([403, "FORBIDDEN"]);
    expect(told(await approve(first, id, 2))).toEqual([403, "FORBIDDEN"]);
    expect(told(await approve(admin, id, 1))).toEqual([412, "VERSION_CONFLICT"]);
    expect((await approve(admin, id, 2)).status).toBe(200);
    const versions = await office.database.owner.query<{ version: number; author: string }>(
      "select version, replace(author::text, '-', '') as author from approvals.version where proposal_id = $1 order by version",
      [id.slice(4)],
    );
    expect(versions).toEqual([
      { version: 1, author: first.slice(4) },
      { version: 2, author: second.slice(4) },
    ]);
  });

  test("an edit says what it is an edit of, and what it may be is checked anew", async () => {
    const id = await proposed();
    const edit = (version: number, content: object) =>
      office.ask(second, "PATCH", `/admin/approvals/${id}`, { version, content, reason: "Looked at again" });
    expect(told(await edit(2, { decision: "refund" }))).toEqual([412, "VERSION_CONFLICT"]);
    expect(told(await edit(1, { decision: "settle" }))).toEqual([400, "VALIDATION_FAILED"]);
    expect(told(await edit(1, { decision: "release", amount: { amount: 1, currency: "INR" } }))).toEqual([
      ...[400, "VALIDATION_FAILED"],
    ]);
    expect((await approve(second, id)).status).toBe(200);
  });

  test("of many approvals at once one does it", async () => {
    const id = await proposed();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => approve(n % 2 ? second : admin, id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    await office.world.settle();
    expect(await office.world.books()).toEqual([]);
  });

  test("of an approval and an edit at once the second is refused", async () => {
    const id = await proposed();
    const change = { version: 1, content: { decision: "refund" }, reason: "Both sides agree" };
    const [approved, edited] = await Promise.all([
      approve(second, id),
      office.ask(admin, "PATCH", `/admin/approvals/${id}`, change),
    ]);
    expect([approved?.status, edited?.status].sort()).not.toEqual([200, 200]);
    expect([approved?.status, edited?.status]).toContain(200);
  });
});

describe("case 41: what was proposed is what is done, or nothing", () => {
  test("not when the order has moved since, until it was looked at again", async () => {
    const id = await proposed();
    await office.world.give(order, "accept", "seller");
    expect(told(await approve(second, id))).toEqual([412, "VERSION_CONFLICT"]);
    expect((await office.ask(second, "GET", `/admin/approvals/${id}`)).body.obstacle).toMatch(/changed since/);
    const again = { version: 1, content: { decision: "release" }, reason: "Looked at again" };
    expect((await office.ask(first, "PATCH", `/admin/approvals/${id}`, again)).status).toBe(200);
    expect((await approve(second, id, 2)).status).toBe(200);
    expect(await state()).toBe("completed");
  });

  test("not when the order moves while it is being approved, and the approval is not kept either", async () => {
    const id = await proposed();
    const now = office.world.now();
    const waiting = async (): Promise<number> => {
      const { found } = await office.database.owner.one<{ found: bigint }>(
        "select count(*) as found from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()",
      );
      return Number(found);
    };
    const acts: { approved?: Promise<Answered> } = {};
    await office.world.db.transaction(async (tx) => {
      expectOk(await advance(tx, order.deal, { name: "accept", by: "seller", at: now }, now), "accepted");
      acts.approved = approve(second, id);
      await expect.poll(waiting, { timeout: 30_000 }).toBeGreaterThan(0);
    });
    expect((await acts.approved)?.status).toBe(412);
    expect(await state()).not.toBe("completed");
    expect((await office.ask(second, "GET", `/admin/approvals/${id}`)).body).toMatchObject({ status: "waiting" });
  });

  test("not when the order has ended otherwise, and the approval is not kept either", async () => {
    const id = await proposed();
    await office.world.give(order, "cancel", "buyer");
    expect((await approve(second, id)).status).toBe(409);
    expect((await office.ask(second, "GET", `/admin/approvals/${id}`)).body.status).toBe("waiting");
  });

  test("not after it was declined, and the reason is kept", async () => {
    const id = await proposed();
    const declined = await office.ask(second, "POST", `/admin/approvals/${id}/decline`, {
      ...{ version: 1, reason: "The courier still looks for it" },
    });
    expect(declined.body).toMatchObject({ status: "declined", decisionReason: "The courier still looks for it" });
    expect(told(await approve(admin, id))).toEqual([409, "TRANSITION_NOT_ALLOWED"]);
    expect(await state()).toBe("escrow_locked");
    expect((await office.audited("approval.declined"))[0]).toMatchObject({ subject: id });
  });

  test("whoever proposed it may take it back", async () => {
    const id = await proposed();
    const body = { version: 1, reason: "A mistake of mine" };
    expect((await office.ask(first, "POST", `/admin/approvals/${id}/decline`, body)).status).toBe(200);
  });

  test("not after 72 hours", async () => {
    const id = await proposed();
    const began = office.world.now();
    office.world.jump(hours(72));
    expect(told(await approve(second, id))).toEqual([409, "TRANSITION_NOT_ALLOWED"]);
    const listed = await office.ask(second, "GET", `/admin/approvals?status=expired&subject=${order.id}`);
    expect(listed.body.data).toMatchObject([{ id, status: "expired", mayApprove: false }]);
    office.world.setClock(began);
    expect((await approve(second, id)).status).toBe(200);
  });
});

describe("case 83: nobody comes to approve by having asked for it", () => {
  test("neither parties nor other staff list, read, approve, edit or decline", async () => {
    const id = await proposed();
    const support = await office.person("support", "support");
    const arbiter = await office.person("arbiter", "arbiter");
    for (const who of [order.buyer, order.seller, support, arbiter]) {
      expect(told(await office.ask(who, "GET", "/admin/approvals"))).toEqual([403, "FORBIDDEN"]);
      expect(told(await office.ask(who, "GET", `/admin/approvals/${id}`))).toEqual([403, "FORBIDDEN"]);
      expect(told(await approve(who, id))).toEqual([403, "FORBIDDEN"]);
      expect(told(await decide(who))).toEqual([403, "FORBIDDEN"]);
    }
  });

  test("case 86: a right that was taken away does not approve from the next request on", async () => {
    const gone = await office.person("gone", "finance");
    const id = await proposed();
    await office.database.owner.query(`update identity."user" set roles = '{user}' where id = $1`, [gone.slice(4)]);
    expect(told(await approve(gone, id))).toEqual([403, "FORBIDDEN"]);
  });
});
