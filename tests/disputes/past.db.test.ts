import { afterAll, beforeAll, expect, test } from "vitest";
import { hours } from "../../core/time/index.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;

beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const inr = (amount: number) => ({ amount, currency: "INR" });

/** A case that is decided, and whose decision nobody appeals against. */
async function decided(wish: object, raised: object = {}): Promise<string> {
  const id = await room.dispute(await room.delivered(), "buyer", raised);
  await room.heard(id);
  expect((await room.decide(id, wish)).status).toBe(200);
  await room.world.pass(hours(73));
  return id;
}

const outcomes = async () => {
  const { data } = await room.must("stranger", "GET", "/disputes/outcomes");
  return data.find(({ problem }: { problem: string }) => problem === "damaged").decided;
};

test("past decisions are shown to whoever decides, without names, and to everybody once they are enough to say something", async () => {
  await decided({ outcome: "split", refund: inr(8_700) });
  for (let more = 0; more < 3; more += 1) await decided({ outcome: "refund" });
  await decided({ outcome: "release" }, { problem: "not_as_agreed" });
  const agreed = await room.dispute(await room.delivered());
  await room.heard(agreed);
  await room.must("buyer", "POST", `/disputes/${agreed}/withdraw`, {});
  expect(await outcomes()).toBe(null);

  const open = await room.dispute(await room.delivered());
  const { data } = await room.must("support", "GET", `/admin/disputes/${open}/similar`);
  expect(data.map(({ toBuyerPercent }: { toBuyerPercent: number }) => toBuyerPercent)).toEqual([100, 100, 100, 25]);
  expect(data[3]).toEqual({
    ...{ claims: ["refund"], outcome: "split", toBuyerPercent: 25, appealed: false },
    decidedAt: expect.any(String),
  });
  for (const who of ["buyer", "stranger"])
    expect((await room.ask(who, "GET", `/admin/disputes/${open}/similar`)).status).toBe(403);
  expect((await room.ask("support", "GET", `/admin/disputes/dsp_${"0".repeat(32)}/similar`)).status).toBe(404);

  await decided({ outcome: "release" });
  expect(await outcomes()).toEqual({ refund: 3, split: 1, release: 1 });
});

test("what the two agreed upon after a decision was decided by nobody", async () => {
  const id = await room.dispute(await room.delivered());
  await room.heard(id);
  await room.decide(id, { outcome: "refund" });
  await room.office.database.owner.query(
    "update disputes.dispute set closed_at = opened_at, closed_by = 'agree_split' where id = $1",
    [id.slice(4)],
  );
  expect(await outcomes()).toEqual({ refund: 3, split: 1, release: 1 });
});
