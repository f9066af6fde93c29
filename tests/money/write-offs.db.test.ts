import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shardOf, type UserId } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { type Money, money } from "../../core/money/index.ts";
import { expectOk, ok } from "../../core/result/index.ts";
import { type ApprovalId, approve, propose } from "../../server/modules/approvals/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { debtWriteOff } from "../../server/modules/payouts/index.ts";
import { constraintOf } from "../../server/runtime/database/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "./application.ts";
import { asking } from "./asking.ts";
import { createWorld, type World } from "./world.ts";

let database: TestDatabase;
let world: World;
let app: Application;
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

let asks = 0;
const inr = (minor: bigint): Money => money(minor, "INR");
const owed = async () => -(await world.balance(`receivable:${debtor}`));
const asked = (amount: Money) => ({
  subject: debtor,
  content: { amount: { amount: Number(amount.minor), currency: amount.currency } },
  reason: "The shop has closed",
});
const ask = async (amount = inr(400n), by = asker) => {
  const made = await propose(
    world.db,
    debtWriteOff,
    asked(amount),
    { ...asking(by), key: `ask-${asks++}` },
    world.now(),
  );
  return made.ok ? ok(made.value.proposal) : made;
};
const approveIt = (id: ApprovalId, user = approver) =>
  approve(world.db, [debtWriteOff], id, { ...asking(user), expected: 1 }, world.now());
const look = (amount: Money) => debtWriteOff.look(world.db, asked(amount), world.now());
type Refusal = { readonly code: string; readonly detail?: string };
const refusal = (answer: { readonly ok: boolean; readonly error?: Refusal }) =>
  answer.ok ? null : `${answer.error?.code}: ${answer.error?.detail}`;
const SECOND = "FORBIDDEN: A second person must approve this: whoever wrote any of it may not.";
const OWN = "FORBIDDEN: Nobody decides about a deal of their own or of their company.";
const TOO_MUCH = "VALIDATION_FAILED: amount is more than is owed";

describe("case 41: a debt that is given up", () => {
  test("is asked for by one and posted when another approves, as the preview has shown", async () => {
    const { id } = expectOk(await ask(), "asked");
    expect(await owed()).toBe(900n);
    const { entries } = expectOk(await look(inr(400n)), "preview");
    expect(expectOk(await approveIt(id), "approved").entries).toEqual(entries);
    const posted = await world.owner.query<{ code: string; amount: bigint }>(
      "select a.code, e.amount from ledger.entry e join ledger.posting p on p.shard = e.shard and p.id = e.posting join ledger.account a on a.shard = e.shard and a.id = e.account where p.key = $1 order by e.amount",
      [`written_off:wof_${id.slice(4)}`],
    );
    expect(posted.map(({ code, amount }) => [code, amount])).toEqual(
      entries.map(({ account, amount }) => [account, amount.minor]),
    );
    expect(await owed()).toBe(500n);
  });

  test("is not approved by whoever asked, nor by the debtor, nor asked for by him", async () => {
    expect(refusal(await ask(inr(400n), debtor))).toBe(OWN);
    const { id } = expectOk(await ask(), "asked");
    expect(refusal(await approveIt(id, asker))).toBe(SECOND);
    expect(refusal(await approveIt(id, debtor))).toBe(OWN);
    expect(await owed()).toBe(900n);
  });

  test.each(["authors", "concerned"])("the database itself refuses an approval by one of the %s", async (whose) => {
    const { id } = expectOk(await ask(), "asked");
    const both = world.db.query(
      `update approvals.proposal set state = 'approved', decided_by = ${whose}[1], decided_at = now() where id = $1`,
      [id.slice(4)],
    );
    const error: unknown = await both.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(constraintOf(error)).toBe("four_eyes");
  });

  test("is no more than what is owed, when it is asked for and when it is approved", async () => {
    expect(refusal(await ask(inr(901n)))).toBe(TOO_MUCH);
    expect(refusal(await ask(inr(0n)))).toBe("VALIDATION_FAILED: amount must be above zero");
    const [first, second] = [expectOk(await ask(inr(600n)), "first"), expectOk(await ask(inr(600n)), "second")];
    expectOk(await approveIt(first.id), "approved");
    expect(refusal(await approveIt(second.id))).toBe(TOO_MUCH);
    expect(await owed()).toBe(300n);
  });

  test("is posted once, however often it is approved at once", async () => {
    const { id } = expectOk(await ask(), "asked");
    const answers = await Promise.all(Array.from({ length: 50 }, () => approveIt(id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => refusal(answer) ?? []))).toEqual(
      new Set(["TRANSITION_NOT_ALLOWED: This was approved before."]),
    );
    expect(await owed()).toBe(500n);
  });

  test("over HTTP belongs to finance staff, two of them", async () => {
    const tell = async (user: UserId, path: string, body: object = {}) => {
      const answer = await app.inject({
        method: "POST",
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${user}` },
        payload: body,
      });
      return { status: answer.statusCode, body: answer.json() };
    };
    const read = async (user: UserId, path: string): Promise<{ id: string; userId?: string; subject?: string }[]> => {
      const headers = { authorization: `Bearer ${user}` };
      return (await app.inject({ method: "GET", url: `/api/v1${path}`, headers })).json().data;
    };
    for (const user of [debtor, asker, approver]) await startSession(database.app, user, world.now(), user);
    const wanted = { userId: debtor, amount: { amount: 400, currency: "INR" }, reason: "The shop has closed" };
    expect((await tell(asker, "/finance/write-offs", wanted)).status).toBe(403);
    await database.owner.query(`update identity."user" set roles = '{user,finance}' where id = any ($1)`, [
      [asker.slice(4), approver.slice(4)],
    ]);
    const { reason: _, ...previewed } = wanted;
    const expected = [
      { account: "expense:chargebacks", amount: { amount: -400, currency: "INR" } },
      { account: `receivable:${debtor}`, amount: { amount: 400, currency: "INR" } },
    ];
    expect((await tell(asker, "/finance/write-offs/preview", previewed)).body.entries).toEqual(expected);
    const { status, body } = await tell(asker, "/finance/write-offs", wanted);
    expect([status, body.status, body.mayApprove, body.entries]).toEqual([202, "waiting", false, expected]);
    const debts = await read(asker, "/finance/debts");
    expect(debts.find(({ userId }) => userId === debtor)).toMatchObject({ owed: { amount: 900, currency: "INR" } });
    const open = () => read(approver, `/admin/approvals?status=waiting&subject=${debtor}`);
    expect(await open()).toMatchObject([{ id: body.id, reason: "The shop has closed", mayApprove: true }]);
    const path = `/admin/approvals/${body.id}/approve`;
    expect((await tell(asker, path, { version: 1 })).status).toBe(403);
    expect((await tell(debtor, path, { version: 1 })).status).toBe(403);
    expect((await tell(approver, `${path}/preview`, { version: 1 })).body.entries).toEqual(expected);
    const approved = await tell(approver, path, { version: 1 });
    expect([approved.body.decidedBy.id, approved.body.entries]).toEqual([approver, expected]);
    expect((await tell(approver, path, { version: 1 })).status).toBe(409);
    expect((await tell(approver, `/admin/approvals/apr_${"0".repeat(32)}/approve`, { version: 1 })).status).toBe(404);
    expect([await owed(), await open()]).toEqual([500n, []]);
  });
});
