import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "./harness.ts";

const MINUTE = 60_000;

describe("the simulated clock", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const clock = async () => (await world.control("GET", "/clock")).body;
  const refund = async (order: string, id: string) => {
    await world.createOrder(order);
    await world.payOrder(order);
    await world.pg("POST", `/orders/${order}/refunds`, { refund_id: id, refund_amount: 10 });
  };

  test("stands at system time until somebody moves it", async () => {
    const { now, offsetMs, nextTimerAt } = await clock();
    expect(offsetMs).toBe(0);
    expect(nextTimerAt).toBeNull();
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(10_000);
  });

  test("never goes backwards", async () => {
    await world.control("POST", "/clock", { offsetMs: 5_000 });
    const refused = await world.control("POST", "/clock", { offsetMs: 4_999 });
    expect(refused.status).toBe(409);
    expect((await clock()).offsetMs).toBe(5_000);
  });

  test("refuses an offset that is not a whole number", async () => {
    expect((await world.control("POST", "/clock", { offsetMs: "1" })).status).toBe(400);
    expect((await world.control("POST", "/clock", { offsetMs: 1.5 })).status).toBe(400);
  });

  test("runs what falls due on the way in order, each at its own time, before it answers", async () => {
    await world.control("POST", "/latency", { refundMs: 50 * MINUTE });
    await refund("ord_later", "ref_later");
    await world.control("POST", "/latency", { refundMs: 20 * MINUTE });
    await refund("ord_sooner", "ref_sooner");
    world.app.received.length = 0;

    const began = Date.parse((await clock()).now);
    await world.advance(60 * MINUTE);

    const events = world.app.received.map(({ body, headers }) => ({
      refund: JSON.parse(body).data.refund.refund_id,
      minutes: Math.round((Number(headers["x-webhook-timestamp"]) - began) / MINUTE),
    }));
    expect(events).toEqual([
      { refund: "ref_sooner", minutes: 20 },
      { refund: "ref_later", minutes: 50 },
    ]);
  });

  test("leaves alone what is not due yet", async () => {
    await refund("ord_1", "ref_1");
    await world.advance(59_000);
    expect((await world.pg("GET", "/orders/ord_1/refunds/ref_1")).body.refund_status).toBe("PENDING");
    await world.advance(2_000);
    expect((await world.pg("GET", "/orders/ord_1/refunds/ref_1")).body.refund_status).toBe("SUCCESS");
  });

  test("keeps its offset and its timers over a restart", async () => {
    await refund("ord_1", "ref_1");
    await world.advance(30_000);
    const before = await clock();
    await world.restart();
    const after = await clock();
    expect(after.offsetMs).toBe(30_000);
    expect(after.nextTimerAt).toBe(before.nextTimerAt);
    await world.advance(31_000);
    expect((await world.pg("GET", "/orders/ord_1/refunds/ref_1")).body.refund_status).toBe("SUCCESS");
  });

  test("fires by itself what falls due as real time passes", async () => {
    await world.control("POST", "/latency", { refundMs: 1 });
    const arrived = new Promise<void>((resolve) => {
      const { push } = world.app.received;
      world.app.received.push = (...events) => {
        const length = push.apply(world.app.received, events);
        if (events.some(({ type }) => type === "REFUND_STATUS_WEBHOOK")) resolve();
        return length;
      };
    });
    await refund("ord_1", "ref_1");
    await arrived;
    expect((await world.pg("GET", "/orders/ord_1/refunds/ref_1")).body.refund_status).toBe("SUCCESS");
  });
});
