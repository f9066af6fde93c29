import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PayoutId, UserId } from "../../core/ids/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { hours } from "../../core/time/index.ts";
import { outgoingOf } from "../../server/entrypoints/wiring.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { previewSendAgain, sendPayoutAgain } from "../../server/modules/payouts/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "./application.ts";
import { asking } from "./asking.ts";
import { declined } from "./faults.ts";
import { sellerOf } from "./seller.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
let staff: UserId;
let app: Application | null = null;
const { payouts, states, wallet, received, audited, sold, schedule, bankReturns } = sellerOf(() => world);

beforeEach(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
  staff = await world.person();
});
afterEach(async () => {
  await app?.close();
  app = null;
  await database.drop();
});

/** A payout that the rail refused: its money is in the wallet again. */
async function failed(): Promise<{ readonly id: PayoutId; readonly minor: bigint }> {
  world.rail.calls.order("send", declined);
  const order = await sold();
  const [payout] = await payouts();
  if (payout?.state !== "failed") throw new Error("it did not fail");
  return { id: payout.id, minor: received(order) };
}

const outgoing = () => outgoingOf(world.parts);
const preview = (id: PayoutId) => previewSendAgain(world.db, outgoing(), id, world.now());
const send = (id: PayoutId) =>
  sendPayoutAgain(world.db, outgoing(), id, { ...asking(staff), reason: "The bank was asked" }, world.now());
const refusal = (answer: { readonly ok: boolean; readonly error?: string }) => (answer.ok ? null : answer.error);

describe("a payout that came back and is sent again by staff", () => {
  test("posts what the preview has shown, at once and not after its rest, with the reason kept", async () => {
    const { id, minor } = await failed();
    const planned = expectOk(await preview(id), "preview");
    expect(planned.state).toBe("requested");
    const made = expectOk(await send(id), "sent");
    const posted = await world.owner.query<{ code: string; amount: bigint }>(
      "select a.code, e.amount from ledger.entry e join ledger.posting p on p.shard = e.shard and p.id = e.posting join ledger.account a on a.shard = e.shard and a.id = e.account where p.key = $1 order by e.amount",
      [`payout:${made.payout}`],
    );
    expect(posted.map(({ code, amount }) => [code, amount])).toEqual(
      planned.entries.map(({ account, amount }) => [account, amount.minor]),
    );
    expect(posted.map(({ amount }) => amount)).toEqual([-minor, minor]);
    await world.settle();
    expect(await states()).toEqual(["failed", "paid"]);
    expect([await wallet(), await audited("payout.sent_again")]).toEqual([0n, 1]);
    await world.pass(hours(30));
    expect(await states()).toEqual(["failed", "paid"]);
    expect(await world.books()).toEqual([]);
  });

  test("is sent once, however many click at once", async () => {
    const { id } = await failed();
    const answers = await Promise.all(Array.from({ length: 30 }, () => send(id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.map(refusal))).toEqual(new Set([null, "not_back"]));
    await world.settle();
    expect((await states()).toSorted()).toEqual(["failed", "paid"]);
    expect(await world.books()).toEqual([]);
  });

  test("waits like any other while payouts are stopped, and posts nothing then", async () => {
    const { id, minor } = await failed();
    const closed = { ...outgoing(), mayPayOut: async () => "unexplained money" };
    const by = { ...asking(staff), reason: "The bank was asked" };
    const planned = expectOk(await previewSendAgain(world.db, closed, id, world.now()), "preview");
    expect([planned.state, planned.entries]).toEqual(["withheld", []]);
    expectOk(await sendPayoutAgain(world.db, closed, id, by, world.now()), "sent");
    expect([(await states()).toSorted(), await wallet()]).toEqual([["failed", "withheld"], minor]);
    await world.pass(hours(1));
    expect((await states()).toSorted()).toEqual(["failed", "paid"]);
    expect(await world.books()).toEqual([]);
  });
});

describe("is not sent again by staff", () => {
  test("what has not come back", async () => {
    await sold();
    for (const { id } of await payouts()) expect(refusal(await send(id))).toBe("not_back");
    expect(await states()).toEqual(["paid"]);
  });

  test("what has no account to go to", async () => {
    await sold();
    await bankReturns((await payouts())[0]);
    for (const { id } of await payouts()) expect(refusal(await preview(id))).toBe("no_bank_account");
    expect(await states()).toEqual(["returned"]);
    expect(await audited("payout.sent_again")).toBe(0);
  });

  test("what its owner takes out by hand", async () => {
    const { id } = await failed();
    expectOk(await schedule({ kind: "manual" }), "manual");
    expect(refusal(await preview(id))).toBe("left_to_owner");
    expect(refusal(await send(id))).toBe("left_to_owner");
  });
});

test("over HTTP it belongs to finance staff, who find it in the group of what came back", async () => {
  app = await applicationOf(world);
  const tell = async (method: "GET" | "POST", path: string, payload?: object) => {
    const headers = { authorization: "Bearer staff" };
    const answer = await app?.inject({ method, url: `/api/v1/finance${path}`, headers, ...(payload && { payload }) });
    return { status: answer?.statusCode, body: answer?.json() };
  };
  const { id, minor } = await failed();
  await startSession(database.app, staff, world.now(), "staff");
  const path = `/payouts/${id}/send-again`;
  expect((await tell("POST", path, { reason: "mine" })).status).toBe(403);
  await database.owner.query(`update identity."user" set roles = '{user,finance}' where id = $1`, [staff.slice(4)]);

  const listed = async (group: string) =>
    (await tell("GET", `/payouts?group=${group}`)).body.data.map(
      ({ status, sendAgain }: { status: string; sendAgain: string | null }) => [status, sendAgain],
    );
  expect(await listed("came_back")).toEqual([["failed", "offered"]]);
  expect([await listed("waiting"), await listed("on_the_way")]).toEqual([[], []]);

  const planned = await tell("POST", `${path}/preview`, {});
  const { status, body } = await tell("POST", path, { reason: "The bank was asked" });
  const { payoutId, ...done } = body;
  expect([status, done]).toEqual([201, planned.body]);
  expect(done.amount).toEqual({ amount: Number(minor), currency: "INR" });
  expect([await listed("came_back"), await listed("on_the_way")]).toEqual([[], [["requested", null]]]);
  expect((await tell("POST", path, { reason: "again" })).status).toBe(409);
  expect((await tell("POST", `/payouts/${payoutId}/send-again`, { reason: "early" })).status).toBe(409);
});
