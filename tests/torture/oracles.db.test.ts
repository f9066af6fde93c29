import { beforeEach, describe, expect, test } from "vitest";
import { shardOf, uuidOf } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { days } from "../../core/time/index.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import { post } from "../../server/modules/ledger/index.ts";
import { newIdBeside } from "../../server/runtime/ids/index.ts";
import { drain } from "../../server/runtime/work/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { createWorld, type World, workerOf } from "../money/world.ts";
import { commandsFor, expectKept } from "./acknowledged.ts";
import { type Findings, noFindings } from "./findings.ts";
import { tracesOf } from "./operations.ts";
import { bring, type Stage, type Target } from "./stages.ts";
import { closeBooks, judge } from "./verdict.ts";

let database: TestDatabase;
let world: World;
let findings: Findings;
beforeEach(async () => {
  database = await testDatabase();
  world = await createWorld(database);
  findings = noFindings();
  return () => database.drop();
});

const one = async (stage: Stage): Promise<Target> => {
  const [target] = await bring(world, stage, 1);
  if (!target) throw new Error("no order");
  return target;
};
const close = () => closeBooks(world, "planted", findings, days(40));

test("a world in which nothing was planted is found clean", async () => {
  for (const stage of ["locked", "refunding", "releasing"] as const) await one(stage);
  await close();
  expect(findings).toEqual(noFindings());
});

describe("case 24: what is planted is found", () => {
  test("a pair of entries that is written again is doubled", async () => {
    const { order, ...target } = await one("locked");
    const before = await tracesOf(world.owner, { order, ...target });
    const { total, gateway } = await world.owner.one<{ total: bigint; gateway: string }>(
      "select d.total, p.gateway from escrow.deal d join payments.payment p on p.deal_id = d.id where d.id = $1",
      [uuidOf(order.deal)],
    );
    const entries = move(accounts.clearing(gateway), accounts.escrow(order.deal), { minor: total, currency: "INR" });
    const shard = shardOf(order.deal);
    await post(database.app, [{ shard, key: "again", kind: "fund", deal: order.deal, entries }], world.now());
    const meeting = { stage: "locked", a: "staff_release", b: "staff_refund" } as const;
    await judge(world, meeting, { order, ...target }, [1, 1], { a: 0, b: 0, before }, findings);
    expect(findings.doubled.join()).toContain("posting fund 2 times");
  });

  test("a command that was acknowledged and rolled back is lost", async () => {
    const { commands } = await commandsFor(world, 1);
    const told: { key: string; done: boolean }[] = [];
    const rolledBack = database.app.transaction(async (tx) => {
      for (const { deal, name, by, key } of commands)
        told.push({ key, done: (await advance(tx, deal, { name, by, at: world.now() }, world.now(), { key })).ok });
      throw new Error("the disk is full");
    });
    await rolledBack.catch(() => null);
    await expectKept(world, commands, told, "planted", findings);
    expect(findings.lost).toEqual([expect.stringContaining("was acknowledged and is not written")]);
  });

  test("a payout that is sent under two keys is doubled", async () => {
    await one("releasing");
    const rail: World["rail"] = {
      ...world.rail,
      async send(request) {
        await world.rail.send({ ...request, payout: newIdBeside("payout", world.now(), request.payout) });
        return await world.rail.send(request);
      },
    };
    await drain(workerOf(world, { rail }));
    await close();
    expect(findings.doubled).toEqual([expect.stringContaining("was sent and is nobody's key")]);
  });

  test("a refund that left the gateway and is in no book is lost", async () => {
    const { order } = await one("refunding");
    const [row] = await world.refunds(order);
    if (!row?.payment) throw new Error("no refund");
    await world.gateway.refund({ refund: row.id, payment: row.payment, amount: row.amount, note: "planted" });
    await world.owner.query("delete from runtime.job where kind = 'refund.follow'");
    await world.owner.query("update payments.refund set state = 'succeeded' where id = $1", [uuidOf(row.id)]);
    await close();
    expect(findings.lost).toEqual([expect.stringMatching(/testpay holds \d+, the ledger says/)]);
  });

  test("a payout that is on its way and that nobody follows is lost", async () => {
    await one("releasing");
    await world.owner.query("delete from runtime.job where kind = 'payout.follow'");
    await close();
    expect(findings.lost).toEqual([expect.stringContaining("nobody follows payout")]);
  });

  test("two winners of one race are doubled", async () => {
    const target = await one("locked");
    const before = await tracesOf(world.owner, target);
    await world.give(target.order, "cancel", "buyer");
    await world.owner.query(
      `insert into escrow.event (shard, deal, seq, command, actor, from_state, to_state, happened_at, recorded_at)
       select shard, deal, seq + 1, command, actor, to_state, to_state, happened_at, recorded_at
         from escrow.event where deal = $1 and command = 'cancel'`,
      [uuidOf(target.order.deal)],
    );
    const meeting = { stage: "locked", a: "cancel_by_buyer", b: "cancel_by_buyer" } as const;
    await judge(world, meeting, target, [1, 1], { a: 1, b: 1, before }, findings);
    expect(findings.doubled.length).toBeGreaterThan(0);
  });
});
