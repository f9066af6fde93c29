import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { after, days, hours, minutes, seconds } from "../../core/time/index.ts";
import { sendDue, startSender } from "../../server/modules/webhooks/index.ts";
import { answering, type Received, type Receiver, startReceiver } from "./receiver.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;
let receiver: Receiver;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  receiver = await startReceiver();
  await shop.tidyUp();
});
afterEach(async () => {
  await receiver.stop();
  expect(shop.errors).toEqual([]);
});

/** Deadlines of orders of the tests before fall due as the clock goes on: no endpoint hears of them. */
const NOTHING_BUT_TESTS = { events: ["webhook.test"] };

const sendTest = (id: string) => shop.ask("seller", "POST", `/webhook-endpoints/${id}/test`);

/** The package looks at the machine's clock, which in a test is not the market's. */
function verified(secret: string, got: Received | undefined, now = shop.world.now()): unknown {
  if (!got) throw new Error("nothing was received");
  const { headers, body } = got;
  vi.useFakeTimers({ now, toFake: ["Date"] });
  try {
    return new Webhook(secret).verify(body, {
      "webhook-id": String(headers["webhook-id"]),
      "webhook-timestamp": String(headers["webhook-timestamp"]),
      "webhook-signature": String(headers["webhook-signature"]),
    });
  } finally {
    vi.useRealTimers();
  }
}

describe("a receiver with the package `standardwebhooks` alone", () => {
  test("accepts what happens to an order, and finds it again under its id", async () => {
    const { id, secret } = await shop.endpoint(receiver.url, { events: ["order.placed", "order.paid"] });
    const { order } = await shop.world.paid();
    expect(await shop.send()).toBe(2);
    // Both happened in one millisecond of the test's clock, so either may come first.
    expect(receiver.received.map((got) => verified(secret, got))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: "order.placed",
          data: expect.objectContaining({ orderId: order.id, version: 1 }),
        }),
        expect.objectContaining({ type: "order.paid", data: expect.objectContaining({ status: "escrow_locked" }) }),
      ]),
    );
    const [first] = receiver.received;
    const { id: eventId, ...event } = (await shop.ask("seller", "GET", `/events/${receiver.ids()[0]}`)).body;
    expect(JSON.parse(first?.body ?? "")).toEqual(event);
    expect(eventId).toBe(receiver.ids()[0]);
    expect(first?.headers["content-type"]).toBe("application/json");
    const deliveries = await shop.deliveries(id);
    expect(deliveries.map(({ eventType }) => eventType).sort()).toEqual(["order.paid", "order.placed"]);
    for (const { state, attempts } of deliveries)
      expect([state, attempts]).toMatchObject(["delivered", [{ outcome: "delivered", status: 204 }]]);
  });

  test("case 107: accepts by the old secret and by the new one for a day after a rotation, then by the new one alone", async () => {
    const { id, secret } = await shop.endpoint(receiver.url, NOTHING_BUT_TESTS);
    const rotated = await shop.ask("seller", "POST", `/webhook-endpoints/${id}/rotate-secret`);
    await sendTest(id);
    await shop.send();
    expect(verified(secret, receiver.received[0])).toBeDefined();
    expect(verified(rotated.body.secret, receiver.received[0])).toBeDefined();
    shop.world.jump(hours(24));
    await sendTest(id);
    await shop.send();
    expect(verified(rotated.body.secret, receiver.received[1])).toBeDefined();
    expect(() => verified(secret, receiver.received[1])).toThrow("No matching signature");
  });
});

describe("case 74: whatever is sent twice carries one id and the same bytes", () => {
  test("after failures, and when it is sent again by hand", async () => {
    const { id } = await shop.endpoint(receiver.url, NOTHING_BUT_TESTS);
    receiver.answerWith(answering(500, {}, "out of order"));
    await sendTest(id);
    await shop.send();
    shop.world.jump(seconds(6));
    receiver.answerWith(answering(200));
    await shop.send();
    const [delivery] = await shop.deliveries(id);
    expect(delivery).toMatchObject({
      state: "delivered",
      attempts: [
        { number: 1, outcome: "refused", status: 500, answer: "out of order" },
        { number: 2, status: 200 },
      ],
    });
    const again = await shop.ask("seller", "POST", `/webhook-endpoints/${id}/deliveries/${delivery?.id}/resend`);
    expect(again.body).toMatchObject({ state: "waiting" });
    await shop.send();
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.ids()).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(2);
  });

  test("when its sender died between the receiver's answer and our note of it", async () => {
    const { id } = await shop.endpoint(receiver.url, NOTHING_BUT_TESTS);
    await sendTest(id);
    await shop.send();
    await shop.database.owner.query(
      `update webhooks.delivery set state = 'waiting', next_at = $1, lease = gen_random_uuid(), leased_until = now() + interval '1 minute'`,
      [new Date(shop.world.now()).toISOString()],
    );
    expect(await shop.send()).toBe(0);
    await shop.database.owner.query("update webhooks.delivery set leased_until = now() - interval '1 second'");
    expect(await shop.send()).toBe(1);
    expect(new Set(receiver.ids()).size).toBe(1);
  });

  test("and an announcement that is heard again makes no second event", async () => {
    await shop.endpoint(receiver.url, { events: ["order.paid"] });
    const { order } = await shop.world.paid();
    const { owner } = shop.database;
    const [paid] = await owner.query<{ cause: string }>(
      "select cause from webhooks.event where type = 'order.paid' order by id desc limit 1",
    );
    expect(paid?.cause).toBe(`${order.deal}:2`);
    await expect(
      owner.query(
        "insert into webhooks.event (id, user_id, type, happened_at, cause, data) select gen_random_uuid(), user_id, type, happened_at, cause, data from webhooks.event",
      ),
    ).rejects.toThrow("event_user_id_cause_key");
  });

  test("and twenty senders at once send each of a hundred once, four at a time to one endpoint", async () => {
    const { id } = await shop.endpoint(receiver.url, NOTHING_BUT_TESTS);
    const running = { now: 0, most: 0 };
    receiver.answerWith((response) => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      setImmediate(() => {
        running.now -= 1;
        response.writeHead(204).end();
      });
    });
    for (let n = 0; n < 100; n++) await sendTest(id);
    const sent = await Promise.all(Array.from({ length: 20 }, () => shop.send()));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(new Set(receiver.ids()).size).toBe(100);
    expect(running.most).toBeLessThanOrEqual(4);
  });
});

describe("an endpoint that does not take what is sent", () => {
  test("is tried ten times over some three days, then the delivery has failed", async () => {
    const { id } = await shop.endpoint(receiver.url, NOTHING_BUT_TESTS);
    receiver.answerWith(answering(503));
    await sendTest(id);
    const start = shop.world.now();
    for (let attempts = 1; attempts <= 10; attempts++) {
      expect(await shop.send()).toBe(1);
      const [delivery] = await shop.deliveries(id);
      expect(delivery?.state).toBe(attempts === 10 ? "failed" : "waiting");
      if (delivery?.nextAttemptAt) shop.world.setClock(Date.parse(delivery.nextAttemptAt));
    }
    expect(shop.world.now() - start).toBeGreaterThan(days(3));
    expect(shop.world.now() - start).toBeLessThan(days(4));
    shop.world.jump(days(30));
    expect(await shop.send()).toBe(0);
    expect(new Set(receiver.ids()).size).toBe(1);
  });

  test("and says 410 is switched off at once, what waits ends, and its owner is told once", async () => {
    const { id } = await shop.endpoint(receiver.url);
    receiver.answerWith(answering(410));
    await sendTest(id);
    await shop.send();
    await shop.world.settle();
    const { body } = await shop.ask("seller", "GET", `/webhook-endpoints/${id}`);
    expect(body).toMatchObject({ enabled: false, disabledBecause: "gone" });
    const notices = (await shop.ask("seller", "GET", "/notifications")).body.data;
    expect(notices.filter(({ key }: { key: string }) => key === "webhook_endpoint_gone")).toHaveLength(1);
    await shop.world.paid();
    expect(await shop.send()).toBe(0);
    expect((await shop.deliveries(id)).map(({ state }) => state)).toEqual(["failed"]);
  });

  test("for five days is switched off, and goes on when its owner has switched it on", async () => {
    const { id } = await shop.endpoint(receiver.url, NOTHING_BUT_TESTS);
    receiver.answerWith(answering(500));
    await sendTest(id);
    await shop.send();
    shop.world.jump(days(5) - seconds(1));
    await sendTest(id);
    await shop.send();
    expect((await shop.ask("seller", "GET", `/webhook-endpoints/${id}`)).body.enabled).toBe(true);
    shop.world.jump(seconds(1));
    await sendTest(id);
    await shop.send();
    await shop.world.settle();
    expect((await shop.ask("seller", "GET", `/webhook-endpoints/${id}`)).body.disabledBecause).toBe("failing");
    expect((await shop.deliveries(id)).map(({ state }) => state)).toEqual(["failed", "failed", "failed"]);
    receiver.answerWith(answering(204));
    await shop.ask("seller", "PATCH", `/webhook-endpoints/${id}`, { enabled: true });
    await sendTest(id);
    expect(await shop.send()).toBe(1);
    const states = (await shop.deliveries(id)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(["delivered", "failed", "failed", "failed"]);
  });

  test("and asks for a pause gets it", async () => {
    const { id } = await shop.endpoint(receiver.url, NOTHING_BUT_TESTS);
    receiver.answerWith(answering(429, { "retry-after": "600" }));
    await sendTest(id);
    await shop.send();
    const [delivery] = await shop.deliveries(id);
    expect(Date.parse(delivery?.nextAttemptAt ?? "")).toBe(shop.world.now() + minutes(10));
  });
});

test("a sandbox whose clock has been moved signs by the real time, and tells its own in the body", async () => {
  const { secret } = await shop.endpoint(receiver.url, { events: ["order.paid"] });
  const wallClock = { now: () => after(shop.world.now(), -days(40)) };
  await shop.world.paid();
  await sendDue({ ...shop.sending, wallClock });
  const [got] = receiver.received;
  expect(() => verified(secret, got)).toThrow("too old");
  expect(verified(secret, got, wallClock.now())).toMatchObject({ type: "order.paid" });
  expect(Date.parse(JSON.parse(got?.body ?? "").timestamp)).toBe(shop.world.now());
});

test("what an endpoint does not want is not sent to it, and each user's endpoints get that user's events", async () => {
  const wanted = await shop.endpoint(`${receiver.url}/paid`, { events: ["order.paid"] });
  await shop.endpoint(`${receiver.url}/buyer`, { events: ["order.paid"] }, "buyer");
  await shop.world.paid();
  await shop.send();
  const seen = receiver.received.map(({ path, body }) => [path, JSON.parse(body).data.role]);
  expect(seen.sort()).toEqual([
    ["/amana/buyer", "buyer"],
    ["/amana/paid", "seller"],
  ]);
  await sendTest(wanted.id);
  await shop.send();
  expect(receiver.types().at(-1)).toBe("webhook.test");
});

test("the background sender sends what comes to be, and what it is stopped at waits for the next one", async () => {
  const { id } = await shop.endpoint(receiver.url, NOTHING_BUT_TESTS);
  const sender = startSender(shop.sending, { tickMilliseconds: 5 });
  await sendTest(id);
  await receiver.until(1);
  receiver.answerWith(() => {});
  await sendTest(id);
  await receiver.until(2);
  await sender.stop();
  receiver.answerWith(answering(204));
  expect(await shop.send()).toBe(1);
  expect(receiver.ids()[2]).toBe(receiver.ids()[1]);
  expect((await shop.deliveries(id)).map(({ state, attempts }) => [state, attempts.length])).toEqual([
    ["delivered", 1],
    ["delivered", 1],
  ]);
});

test("a secret that does not open is reported, and holds up nobody else", async () => {
  const [broken, sound] = [
    await shop.endpoint(`${receiver.url}/broken`, NOTHING_BUT_TESTS),
    await shop.endpoint(`${receiver.url}/sound`, NOTHING_BUT_TESTS),
  ];
  await shop.database.owner.query(
    "update webhooks.secret set sealed = (select sealed from webhooks.secret where id <> s.id limit 1) from webhooks.secret s where secret.id = s.id and s.endpoint_id = (select id from webhooks.endpoint where url like '%broken')",
  );
  await sendTest(broken.id);
  await sendTest(sound.id);
  await shop.send();
  expect(receiver.received.map(({ path }) => path)).toEqual(["/amana/sound"]);
  expect((await shop.deliveries(broken.id))[0]?.attempts).toMatchObject([{ outcome: "not_sent", answer: null }]);
  expect(shop.errors.splice(0)).toHaveLength(1);
});
