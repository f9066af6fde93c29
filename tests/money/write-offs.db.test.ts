import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shardOf, type UserId } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { type Money, money } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { approveWriteOff, askWriteOff, previewWriteOff } from "../../server/modules/payouts/index.ts";
import { constraintOf } from "../../server/runtime/database/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { applicationOf } from "./application.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
let app: Awaited<ReturnType<typeof applicationOf>>;
let debtor: UserId;
let asker: UserId;
let approver: UserId;
let debts = 0;

beforeAll(async () => {
  database = await testDatabase({ connections: 20 });
  world = await createWorld(database);
  app = await applicationOf(world);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});
beforeEach(async () => {
  debtor = await world.person();
  asker = await world.person();
  approver = await world.person();
  const entries = move(accounts.receivable(debtor), accounts.clearing("testpay"), money(900n, "INR"));
  const posting = { shard: shardOf(debtor), key: `debt:${debts++}`, kind: "chargeback" as const, deal: null, entries };
  await post(world.db, [posting], world.now());
});

const inr = (minor: bigint): Money => money(minor, "INR");
const owed = async () => -(await world.balance(`receivable:${debtor}`));
const ask = (amount = inr(400n), by = asker) =>
  askWriteOff(world.db, { user: debtor, amount, reason: "The shop has closed", askedBy: by }, world.now());
const refusal = (answer: { readonly ok: boolean; readonly error?: string }) => (answer.ok ? null : answer.error);

describe("case 41: a debt that is given up", () => {
  test("is asked for by one and posted when another approves, as the preview has shown", async () => {
    const { id } = expectOk(await ask(), "asked");
    expect(await owed()).toBe(900n);
    const preview = expectOk(await previewWriteOff(world.db, id, approver), "preview");
    expectOk(await approveWriteOff(world.db, id, approver, world.now()), "approved");
    const posted = await world.owner.query<{ code: string; amount: bigint }>(
      "select a.code, e.amount from ledger.entry e join ledger.posting p on p.shard = e.shard and p.id = e.posting join ledger.account a on a.shard = e.shard and a.id = e.account where p.key = $1 order by e.amount",
      [`written_off:${id}`],
    );
    expect(posted.map(({ code, amount }) => [code, amount])).toEqual(
      preview.map(({ account, amount }) => [account, amount.minor]),
    );
    expect(await owed()).toBe(500n);
  });

  test("is not approved by whoever asked, nor by the debtor, nor asked for by him", async () => {
    expect(refusal(await ask(inr(400n), debtor))).toBe("of_ones_own_debt");
    const { id } = expectOk(await ask(), "asked");
    expect(refusal(await approveWriteOff(world.db, id, asker, world.now()))).toBe("approved_by_who_asked");
    expect(refusal(await approveWriteOff(world.db, id, debtor, world.now()))).toBe("of_ones_own_debt");
    expect(refusal(await previewWriteOff(world.db, id, asker))).toBe("approved_by_who_asked");
    expect(await owed()).toBe(900n);
  });

  test("the database itself refuses one person in both roles", async () => {
    const { id } = expectOk(await ask(), "asked");
    const both = world.db.query(
      "update payouts.write_off set approved_by = asked_by, approved_at = now() where id = $1",
      [id.slice(4)],
    );
    const error: unknown = await both.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(constraintOf(error)).toBe("four_eyes");
  });

  test("is no more than what is owed, when it is asked for and when it is approved", async () => {
    expect(refusal(await ask(inr(901n)))).toBe("more_than_is_owed");
    expect(refusal(await ask(inr(0n)))).toBe("not_an_amount");
    const [first, second] = [expectOk(await ask(inr(600n)), "first"), expectOk(await ask(inr(600n)), "second")];
    expectOk(await approveWriteOff(world.db, first.id, approver, world.now()), "approved");
    expect(refusal(await approveWriteOff(world.db, second.id, approver, world.now()))).toBe("more_than_is_owed");
    expect(await owed()).toBe(300n);
  });

  test("is posted once, however often it is approved at once", async () => {
    const { id } = expectOk(await ask(), "asked");
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => approveWriteOff(world.db, id, approver, world.now())),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.error])))).toEqual(
      new Set(["approved_before"]),
    );
    expect(await owed()).toBe(500n);
  });

  test("over HTTP belongs to finance staff, two of them", async () => {
    const tell = async (user: UserId, path: string, body: object = {}) => {
      const answer = await app.inject({
        method: "POST",
        url: `/api/v1/finance/write-offs${path}`,
        headers: { authorization: `Bearer ${user}` },
        payload: body,
      });
      return { status: answer.statusCode, body: answer.json() };
    };
    const look = async (user: UserId, path: string): Promise<{ userId: string }[]> => {
      const headers = { authorization: `Bearer ${user}` };
      return (await app.inject({ method: "GET", url: `/api/v1/finance/${path}`, headers })).json().data;
    };
    for (const user of [debtor, asker, approver]) await startSession(database.app, user, world.now(), user);
    const wanted = { userId: debtor, amount: { amount: 400, currency: "INR" }, reason: "The shop has closed" };
    expect((await tell(asker, "", wanted)).status).toBe(403);
    await database.owner.query(`update identity."user" set roles = '{user,finance}' where id = any ($1)`, [
      [asker.slice(4), approver.slice(4)],
    ]);
    const { reason: _, ...previewed } = wanted;
    const expected = [
      { account: "expense:chargebacks", amount: { amount: -400, currency: "INR" } },
      { account: `receivable:${debtor}`, amount: { amount: 400, currency: "INR" } },
    ];
    expect((await tell(asker, "/preview", previewed)).body.entries).toEqual(expected);
    const { status, body } = await tell(asker, "", wanted);
    expect([status, body.approvedBy]).toEqual([201, null]);
    const debts = await look(asker, "debts");
    expect(debts.find(({ userId }) => userId === debtor)).toMatchObject({ owed: { amount: 900, currency: "INR" } });
    const open = async () => (await look(approver, "write-offs")).filter(({ userId }) => userId === debtor);
    expect(await open()).toMatchObject([{ id: body.id, askedBy: asker, reason: "The shop has closed" }]);
    expect((await tell(asker, `/${body.id}/approval`)).status).toBe(403);
    expect((await tell(debtor, `/${body.id}/approval`)).status).toBe(403);
    expect((await tell(approver, `/${body.id}/approval/preview`)).body.entries).toEqual(expected);
    const approved = await tell(approver, `/${body.id}/approval`);
    expect([approved.body.approvedBy, approved.body.entries]).toEqual([approver, expected]);
    expect((await tell(approver, `/${body.id}/approval`)).status).toBe(409);
    expect((await tell(approver, `/wof_${"0".repeat(32)}/approval`)).status).toBe(404);
    expect([await owed(), await open()]).toEqual([500n, []]);
  });
});
