import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { days, hours, minutes } from "../../core/time/index.ts";
import { personalNotices } from "../../server/modules/notifications/index.ts";
import { createMarket, type Market } from "../audit/market.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import type { World } from "../money/world.ts";
import { mailbox } from "./mailbox.ts";

let database: TestDatabase;
let market: Market;
let world: World;
let mails: ReturnType<typeof mailbox>;

beforeEach(async () => {
  database = await testDatabase();
  mails = mailbox();
  market = await createMarket(database, { level: "silent" }, { bankAccount: false, parts: { mailer: mails } });
  world = market.world;
});
afterEach(async () => {
  await market.app.close();
  await database.drop();
});

const mailsTo = (user: UserId) => mails.to(`${user}@example.test`);
const subjects = (user: UserId): string[] => mailsTo(user).map(({ subject }) => subject.split(" · ")[0] ?? "");
const keysOf = async (user: UserId): Promise<string[]> =>
  (
    await world.owner.query<{ key: string }>(
      "select key from notifications.notification where user_id = $1 order by at, id",
      [uuidOf(user)],
    )
  )
    .map(({ key }) => key)
    .toSorted();
const speaks = (user: UserId, language: "en" | "ar") =>
  world.owner.query(`update identity."user" set language = $2 where id = $1`, [uuidOf(user), language]);
const listed = async (who: string) => (await market.ask(who, "GET", "/notifications")).body.data;

describe("both parties are told of every step", () => {
  test("each in their own words, in the list and by mail, and of their own doing in the list alone", async () => {
    const { order } = await world.paid();
    expectOk(await world.give(order, "accept", "seller"), "accepted");
    await world.settle();
    expect(await keysOf(order.buyer)).toEqual(["accept.buyer", "payment_captured.buyer", "place.buyer"]);
    expect(await keysOf(order.seller)).toEqual(["accept.seller", "payment_captured.seller", "place.seller"]);
    expect(subjects(order.buyer).toSorted()).toEqual(["Order accepted", "Paid: the money is in escrow"]);
    expect(subjects(order.seller).toSorted()).toEqual(["Order placed", "Paid: the money is in escrow"]);
  });

  test("in the language of each, as text and as a page, with the amount apart and a link to the order", async () => {
    await speaks(world.seller, "ar");
    const { order } = await world.paid();
    const paid = mailsTo(order.seller).find(({ subject }) => subject.startsWith("تم الدفع"));
    expect(paid).toMatchObject({ language: "ar", subject: `تم الدفع: المال في الضمان · ${order.number}` });
    expect(paid?.text).toContain("\u2066₹348\u2069");
    // Read from the right, as its month is: an isolate to the left would put the year before the day.
    expect(paid?.text).toMatch(
      /الموعد التالي: \u2068\d+ مارس 2026[^\u2069]+UTC\u2069\. الطلب \u2066[^\u2069]+\u2069\./,
    );
    expect(paid?.text).toContain(`https://amana.example.test/ar/orders/${order.id}`);
    expect(paid?.html).toContain('dir="rtl"');
    expect(paid?.html).toContain(`href="https://amana.example.test/ar/orders/${order.id}">`);
    const inList = (await listed("seller")).find(({ key }: { key: string }) => key === "payment_captured.seller");
    expect(inList).toMatchObject({ key: "payment_captured.seller", page: `/orders/${order.id}`, orderId: order.id });
    expect([inList.title, inList.text]).toEqual(["تم الدفع: المال في الضمان", expect.stringContaining("₹348")]);
  });

  test("of what the other gets no amount is told", async () => {
    const { order } = await world.paid();
    expectOk(await world.give(order, "cancel", "buyer"), "cancelled");
    await world.settle();
    const told = await listed("seller");
    const refund = told.find(({ key }: { key: string }) => key === "refund_succeeded.seller");
    expect([refund.title, refund.params.amount]).toEqual(["Refund sent", undefined]);
  });

  test("once, however often the job runs, and again while the server does not take it", async () => {
    mails.trouble = "later";
    const { order } = await world.paid();
    expect(mails.sent).toEqual([]);
    mails.trouble = null;
    await world.pass(minutes(3));
    expect(subjects(order.seller).toSorted()).toEqual(["Order placed", "Paid: the money is in escrow"]);
    await world.pass(hours(1));
    expect(mailsTo(order.seller)).toHaveLength(2);
  });

  test("an address that takes nothing holds nothing up", async () => {
    mails.trouble = "never";
    await world.paid();
    const left = await world.owner.query("select from runtime.job where kind = 'notifications.mail'");
    expect([mails.sent, left]).toEqual([[], []]);
  });
});

describe("what somebody wants to hear of", () => {
  const ON = { orders: true, payments: true, messages: true, account: true };
  const choose = (who: string, inApp: object, email: object) =>
    market.ask(who, "PUT", "/users/me/notification-preferences", {
      inApp: { ...ON, ...inApp },
      email: { ...ON, ...email },
      push: ON,
    });

  test("is everything, until they say otherwise", async () => {
    const { body } = await market.ask("seller", "GET", "/users/me/notification-preferences");
    expect(body).toEqual({ inApp: ON, email: ON, push: ON });
  });

  test("is switched by channel and group, and each switch does what it says", async () => {
    const wanted = { inApp: { ...ON, orders: false }, email: { ...ON, payments: false }, push: ON };
    expect((await choose("seller", wanted.inApp, wanted.email)).body).toEqual(wanted);
    await world.paid();
    expect((await listed("seller")).map(({ key }: { key: string }) => key)).toEqual(["payment_captured.seller"]);
    expect(subjects(world.seller)).toEqual(["Order placed"]);
    expect(subjects(world.buyer)).toEqual(["Paid: the money is in escrow"]);
    await choose("seller", {}, {});
    expect((await market.ask("seller", "GET", "/users/me/notification-preferences")).body).toEqual({
      ...{ inApp: ON, email: ON, push: ON },
    });
  });

  test("never leaves out mail about the account", async () => {
    const refused = await choose("seller", {}, { account: false });
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ field: "email.account", message: "cannot be switched off" }],
    ]);
  });
});

describe("reminders", () => {
  const reminded = async (user: UserId) => (await keysOf(user)).filter((key) => key.startsWith("remind"));

  test("whoever's turn it is is reminded at half the window and before its end, and nobody else", async () => {
    const { order } = await world.paid();
    await world.pass(hours(25));
    expect(await reminded(order.seller)).toEqual(["remind_dispatch.seller"]);
    await world.pass(hours(20));
    expect(await reminded(order.seller)).toEqual(["remind_dispatch.seller", "remind_dispatch.seller"]);
    expect(await reminded(order.buyer)).toEqual([]);
    expect(mailsTo(order.seller).at(-1)).toMatchObject({
      subject: `Send in time · ${order.number}`,
      text: expect.stringContaining("4 Mar 2026"),
    });
  });

  test("a deal that has moved on reminds nobody of what is done", async () => {
    const { order } = await world.paid();
    await world.pass(hours(23));
    await world.dispatch(order);
    await world.settle();
    await world.pass(hours(20));
    expect(await reminded(order.seller)).toEqual([]);
  });

  test("a step within the window neither repeats a reminder nor loses the next", async () => {
    const { order } = await world.paid();
    await world.pass(hours(25));
    expectOk(await world.give(order, "accept", "seller"), "accepted");
    await world.settle();
    await world.pass(hours(1));
    expect(await reminded(order.seller)).toHaveLength(1);
    await world.pass(hours(19));
    expect(await reminded(order.seller)).toHaveLength(2);
  });

  test("a buyer is reminded to pay, once, and of an order that has ended nothing waits", async () => {
    const order = await world.order();
    await world.pass(minutes(20));
    expect(await reminded(order.buyer)).toEqual(["remind_payment.buyer"]);
    await world.pass(hours(3));
    expect(await world.owner.query("select from runtime.job where kind = 'notifications.remind'")).toEqual([]);
    expect(await reminded(order.buyer)).toHaveLength(1);
  });
});

describe("messages that nobody reads", () => {
  const open = async (text: string) =>
    (
      await market.ask("buyer", "POST", "/conversations", {
        subject: { kind: "listing", id: world.product },
        message: { text },
      })
    ).body;

  test("are told by mail after ten minutes, once for all of them, and not what they say", async () => {
    const { id } = await open("canary words");
    await market.ask("buyer", "POST", `/conversations/${id}/messages`, { text: "more canary words" });
    await world.pass(minutes(9));
    expect(mailsTo(world.seller)).toEqual([]);
    await world.pass(minutes(2));
    const [told, ...others] = mailsTo(world.seller);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ subject: "New messages", text: expect.stringContaining("\u20662\u2069") });
    expect(told?.text).toMatch(/\n\n\u2068[^\u2069]+\u2069 has written to you/);
    expect(told?.text).toContain(`https://amana.example.test/en/messages/${id}`);
    expect(`${told?.text}${told?.html}`).not.toContain("canary");
    await market.ask("buyer", "POST", `/conversations/${id}/messages`, { text: "still there?" });
    await world.pass(hours(1));
    expect(mailsTo(world.seller)).toHaveLength(1);
  });

  test("that were read in time are not, and those after them are", async () => {
    const { id, lastMessage } = await open("Is it still there?");
    await market.ask("seller", "POST", `/conversations/${id}/read`, { message: lastMessage.id });
    await world.pass(minutes(11));
    expect(mailsTo(world.seller)).toEqual([]);
    await market.ask("buyer", "POST", `/conversations/${id}/messages`, { text: "Hello?" });
    await world.pass(minutes(11));
    expect(mailsTo(world.seller)).toHaveLength(1);
  });
});

test("case 116: to whoever is forgotten nothing is sent any more", async () => {
  mails.trouble = "later";
  await world.paid();
  await world.db.transaction((tx) => personalNotices.erase(tx, world.seller));
  mails.trouble = null;
  await world.pass(days(1));
  expect(subjects(world.seller).filter((subject) => subject.startsWith("Order placed"))).toEqual([]);
});
