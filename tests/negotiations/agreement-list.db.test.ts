import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { hours } from "../../core/time/index.ts";
import { type Ground, inr, openGround } from "./ground.ts";

let ground: Ground;
let buyer: UserId;
let seller: UserId;

beforeAll(async () => {
  ground = await openGround();
  ({ buyer, seller } = ground);
});
afterAll(() => ground.close());
beforeEach(async () => {
  ground.product.id = await ground.world.listing(1000);
});

type Summary = { id: string; status: string };
const list = async (who: UserId, query = "") => (await ground.ask(who, "GET", `/agreements${query}`)).body;
const stageOf = async (who: UserId, id: string): Promise<string | undefined> => {
  await ground.world.settle();
  const { data }: { data: Summary[] } = await list(who);
  return data.find((one) => one.id === id)?.status;
};

describe("the list of agreements", () => {
  test("each stands where its deal stands, and says whose turn it is", async () => {
    const id = await ground.agreed();
    expect((await list(buyer)).data[0]).toMatchObject({
      ...{ id, status: "to_be_ordered", role: "buyer", version: 1, orderId: null, quantity: 4, total: inr(109_000) },
      ...{ signedBy: [], amendmentBy: null, actions: ["order", "amend"], seller: { id: seller } },
    });
    expect((await list(seller)).data[0]).toMatchObject({
      id,
      role: "seller",
      actions: ["amend"],
      buyer: { id: buyer },
    });
    const order = await ground.placed(id);
    expect((await list(buyer)).data[0]).toMatchObject({ id, status: "to_be_paid", orderId: order.id });
    await ground.pay(order);
    expect(await stageOf(buyer, id)).toBe("to_be_signed");
    await ground.sign(seller, id);
    expect((await list(buyer)).data[0]).toMatchObject({ signedBy: ["seller"], actions: ["sign", "amend"] });
    expect((await list(seller)).data[0]).toMatchObject({ signedBy: ["seller"], actions: ["amend"] });
    await ground.sign(buyer, id);
    expect(await stageOf(seller, id)).toBe("in_force");
    await ground.ask(seller, "POST", `/agreements/${id}/amendments`, { freeTerms: "Folded (demo)" });
    expect((await list(buyer)).data[0]).toMatchObject({ amendmentBy: "seller", signedBy: ["buyer", "seller"] });
  });

  test("an unpaid order that an amendment takes back is to be placed again, and what is not placed lapses", async () => {
    const id = await ground.agreed();
    const order = await ground.placed(id);
    await ground.ask(buyer, "POST", `/agreements/${id}/amendments`, { quantity: 5 });
    const { amendments } = await ground.agreement(seller, id);
    await ground.ask(seller, "POST", `/agreements/${id}/amendments/${amendments[0].id}/accept`, {});
    expect(await ground.world.stateOf(order)).toBe("cancelled");
    expect(await stageOf(buyer, id)).toBe("to_be_ordered");
    ground.world.jump(hours(24));
    expect(await stageOf(buyer, id)).toBe("lapsed");
    expect((await list(buyer, "?status=lapsed&limit=1")).data[0]).toMatchObject({ id, version: 2, actions: [] });
  });

  test("an order that is cancelled ends it", async () => {
    const id = await ground.agreed();
    const order = await ground.placed(id);
    expect((await ground.ask(buyer, "POST", `/orders/${order.id}/cancel`, {})).status).toBe(200);
    expect(await stageOf(buyer, id)).toBe("ended");
  });

  test("by status, by side and in pages; nobody else's, and no status that there is not", async () => {
    const made: string[] = [];
    for (const _ of [1, 2, 3]) {
      ground.world.jump(1_000);
      made.push(await ground.agreed());
    }
    const newest = [...made].reverse();
    const ids = ({ data }: { data: Summary[] }) => data.map(({ id }) => id);
    const first = await list(buyer, "?status=to_be_ordered&limit=2");
    expect(ids(first)).toEqual(newest.slice(0, 2));
    const second = await list(buyer, `?status=to_be_ordered&limit=2&cursor=${first.nextCursor}`);
    expect(ids(second)[0]).toBe(newest[2]);
    expect(ids(await list(seller, "?role=buyer"))).toEqual([]);
    expect(ids(await list(seller, "?role=seller&status=to_be_ordered,to_be_paid")).slice(0, 3)).toEqual(newest);
    const stranger = await ground.office.person("stranger");
    expect(ids(await list(stranger))).toEqual([]);
    expect(await list(buyer, "?status=done")).toMatchObject({ code: "VALIDATION_FAILED" });
  });
});
