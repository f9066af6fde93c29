import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { hours, minutes } from "../../core/time/index.ts";
import { addBankAccount, bankAccountsOf, verifyAgain } from "../../server/modules/payouts/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { asking } from "./asking.ts";
import { declined, gate, misconfigured, noAnswerAfter, noAnswerBefore, tryLater } from "./faults.ts";
import { createWorld, DATA_KEY, type World } from "./world.ts";

let database: TestDatabase;
let world: World;

beforeEach(async () => {
  database = await testDatabase();
  world = await createWorld(database, { bankAccount: false });
});
afterEach(() => database.drop());

const add = async (accountNumber = "026291800001191", user: UserId = world.seller) =>
  expectOk(
    await addBankAccount(
      world.db,
      DATA_KEY,
      asking(user),
      { holderName: "Deccan Looms", accountNumber, ifsc: "YESB0000262", kind: "current" },
      world.now(),
    ),
    accountNumber,
  );
const calls = (): string[] => world.rail.calls.log.map(({ name }) => name);
const statuses = async (): Promise<string[]> =>
  (await bankAccountsOf(world.owner, world.seller)).map(({ status }) => status);

describe("a bank account is made known to the payout rail", () => {
  test("case 24: which is written down before the rail is called, so that a death in the middle leaves a trace", async () => {
    const call = gate();
    world.rail.calls.order("registerPayee", { kind: "held", done: false, gate: call });
    await add();
    const working = world.settle();
    await call.reached;
    expect(await bankAccountsOf(world.owner, world.seller)).toMatchObject([
      { status: "pending", registeringSince: world.now() },
    ]);
    call.open();
    await working;
    expect(await statuses()).toEqual(["verified"]);
  });

  test("case 22: unanswered after the rail took it, it is asked for and not told again", async () => {
    world.rail.calls.order("registerPayee", noAnswerAfter);
    await add();
    await world.pass(minutes(1));
    expect([calls(), await statuses()]).toEqual([["registerPayee", "lookPayee"], ["verified"]]);
  });

  test("case 23: unanswered before the rail heard of it, it is asked for and then told again", async () => {
    world.rail.calls.order("registerPayee", noAnswerBefore);
    await add();
    await world.pass(minutes(1));
    expect([calls(), await statuses()]).toEqual([["registerPayee", "lookPayee", "registerPayee"], ["verified"]]);
  });

  test("while nobody says what became of it, it waits; it is never told twice for that", async () => {
    world.rail.calls.order("registerPayee", noAnswerAfter);
    world.rail.calls.order("lookPayee", noAnswerBefore, misconfigured, tryLater);
    await add();
    await world.settle();
    expect(await statuses()).toEqual(["pending"]);
    await world.pass(hours(1));
    expect([world.rail.calls.count("registerPayee"), await statuses()]).toEqual([1, ["verified"]]);
  });

  test("while the bank checks it, the rail is asked and not told", async () => {
    world.rail.payeesAre("pending");
    await add();
    await world.pass(minutes(11));
    world.rail.payeesAre("verified");
    await world.pass(minutes(5));
    expect(calls()).toEqual(["registerPayee", "lookPayee", "lookPayee", "lookPayee"]);
    expect(await statuses()).toEqual(["verified"]);
  });

  test("a rail that refuses to say is asked again; one that says another account stands there is believed", async () => {
    world.rail.calls.order("registerPayee", noAnswerBefore);
    world.rail.calls.order("lookPayee", declined);
    const { id } = await add();
    await world.settle();
    (world.rail.payees as Map<string, string>).set(id, "999999999999");
    await world.pass(hours(1));
    expect(await statuses()).toEqual(["failed"]);
  });

  test("one that the rail refused is told again at its owner's wish", async () => {
    world.rail.calls.order("registerPayee", declined);
    const { id } = await add();
    await world.settle();
    expect(await statuses()).toEqual(["failed"]);
    await verifyAgain(world.db, asking(world.seller), id, world.now());
    await world.settle();
    expect(await statuses()).toEqual(["verified"]);
  });
});

describe("the owner of a bank account is told", () => {
  const told = () =>
    world.owner.query(
      "select key, params, order_id from notifications.notification where user_id = $1 and key like 'bank_account%' order by at, key",
      [uuidOf(world.seller)],
    );

  test("nothing of the first one", async () => {
    await add();
    await world.settle();
    expect(await told()).toEqual([]);
  });

  test("case 37: of one that is added beside it at once, and from when it is paid to once it is verified, both masked", async () => {
    await add("026291800001191");
    await world.settle();
    world.rail.payeesAre("pending");
    await add("999999994242");
    await world.settle();
    const accounts = { oldAccount: "•••• 1191", newAccount: "•••• 4242" };
    const added = { key: "bank_account_added", params: accounts, order_id: null };
    expect(await told()).toEqual([added]);
    world.rail.payeesAre("verified");
    await world.pass(minutes(5));
    const payoutsFrom = new Date(world.now() + hours(24)).toISOString();
    expect(await told()).toEqual([
      added,
      { key: "bank_account_replaced", params: { ...accounts, payoutsFrom }, order_id: null },
    ]);
  });

  test("not of one that the bank does not know: nothing changes", async () => {
    await add();
    await world.settle();
    world.rail.payeesAre("failed");
    await add("999999994242");
    await world.settle();
    expect((await told()).map(({ key }) => key)).toEqual(["bank_account_added"]);
  });
});
