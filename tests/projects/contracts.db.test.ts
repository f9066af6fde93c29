import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { days, minutes } from "../../core/time/index.ts";
import { personalProjects } from "../../server/modules/projects/index.ts";
import { payFor } from "../orders/ground.ts";
import { createGround, type Ground, part } from "./ground.ts";

let ground: Ground;

beforeAll(async () => {
  ground = await createGround();
});
afterAll(async () => {
  expect(ground.world.errors).toEqual([]);
  await ground.close();
});

const post = (who: string, path: string, body: object = {}) => ground.ask(who, "POST", path, body);
const end = (who: string, contract: string) =>
  post(who, `/contracts/${contract}/end`, { reason: "The shop has closed" });
const THREE = [part("Drafts", 20_000), part("Choice", 30_000), part("Files", 50_000)];

describe("a proposal that is taken", () => {
  test("makes one contract, however often and with whatever else it is taken at once", async () => {
    const project = await ground.open();
    const [mine, theirs] = [await ground.offer(project), await ground.offer(project, "rival")];
    const taken = await Promise.all([mine, theirs, mine, theirs].map((id) => post("buyer", `/proposals/${id}/accept`)));
    const made = taken.filter(({ status }) => status === 200).map(({ body }) => body.id);
    expect([made.length, new Set(made).size]).toEqual([2, 1]);
    expect(taken.filter(({ status }) => status === 409)).toHaveLength(2);
    const states = await Promise.all([mine, theirs].map((id) => ground.must("buyer", "GET", `/proposals/${id}`)));
    expect(states.map(({ state }) => state).sort()).toEqual(["accepted", "lapsed"]);
    expect((await ground.must("buyer", "GET", `/projects/${project}`)).contractId).toBe(made[0]);
  });

  test("makes a contract of its milestones that both see, and staff, and nobody else", async () => {
    const id = await ground.agreed(THREE);
    const seen = await ground.contract(id, "seller");
    expect(seen).toMatchObject({ state: "active", role: "freelancer", price: { amount: 100_000 }, actions: ["end"] });
    expect(
      seen.milestones.map(({ number, stage, actions }: Record<string, unknown>) => [number, stage, actions]),
    ).toEqual([
      ...[
        [1, "planned", []],
        [2, "planned", []],
        [3, "planned", []],
      ],
    ]);
    expect((await ground.contract(id)).milestones.map(({ actions }: { actions: string[] }) => actions)).toEqual([
      ["fund"],
      [],
      [],
    ]);
    expect((await ground.ask("stranger", "GET", `/contracts/${id}`)).status).toBe(404);
    expect((await ground.ask("stranger", "GET", `/contracts/${id}/milestones`)).status).toBe(404);
    expect((await ground.must("seller", "GET", "/contracts?role=freelancer&status=active")).data[0]).toMatchObject({
      id,
    });
    expect((await ground.must("seller", "GET", "/contracts?role=client")).data).toEqual([]);
  });
});

describe("milestones", () => {
  test("one after the other: paid, begun, delivered, accepted, and the contract is complete", async () => {
    const id = await ground.agreed();
    const first = await ground.paid(id, 1);
    expect(await ground.stages(id)).toEqual(["working", "planned"]);
    await ground.deliver(first);
    await ground.must("buyer", "POST", `/orders/${first.id}/request-revision`, { message: "Warmer" });
    await ground.deliver(first);
    await ground.confirm(first);
    expect(await ground.stages(id)).toEqual(["done", "planned"]);
    const second = await ground.paid(id, 2);
    await ground.deliver(second);
    await ground.world.pass(days(7));
    expect(await ground.stages(id)).toEqual(["done", "done"]);
    expect(await ground.contract(id)).toMatchObject({ state: "completed", actions: [] });
    expect((await end("buyer", id)).status).toBe(409);
    expect((await ground.world.payout(first))?.amount.minor).toBe(38_800n);
    expect(await ground.world.books()).toEqual([]);
  });

  test("paid for ahead wait for their turn, in their sequence", async () => {
    const id = await ground.agreed(THREE);
    expect((await post("buyer", `/contracts/${id}/milestones/2/fund`)).body.code).toBe("TRANSITION_NOT_ALLOWED");
    const first = await ground.paid(id, 1);
    const second = await ground.paid(id, 2);
    const third = await ground.paid(id, 3);
    expect(await ground.stages(id)).toEqual(["working", "waiting", "waiting"]);
    expect((await post("seller", `/orders/${second.id}/deliver`, { message: "Too early" })).status).toBe(409);
    await ground.deliver(first);
    await ground.confirm(first);
    expect(await ground.stages(id)).toEqual(["done", "working", "waiting"]);
    await ground.deliver(second);
    await ground.confirm(second);
    await ground.deliver(third);
    await ground.confirm(third);
    expect((await ground.contract(id)).state).toBe("completed");
    expect(await ground.world.books()).toEqual([]);
  });

  test("that are funded twice at once have one order, and that of another have none", async () => {
    const id = await ground.agreed();
    const fund = (who: string, number = 1) => post(who, `/contracts/${id}/milestones/${number}/fund`);
    const answers = await Promise.all([1, 2, 3, 4].map(() => fund("buyer")));
    expect(new Set(answers.map(({ body }) => body.milestones[0].orderId)).size).toBe(1);
    expect((await fund("seller")).body.code).toBe("FORBIDDEN");
    expect((await fund("stranger")).status).toBe(404);
    expect((await fund("buyer", 3)).status).toBe(404);
    expect((await fund("buyer", 0)).status).toBe(400);
  });

  test("whose order lapses unpaid are paid for by another one", async () => {
    const id = await ground.agreed();
    const lapsed = await ground.fund(id, 1);
    await ground.world.pass(minutes(31));
    expect(await ground.stages(id)).toEqual(["planned", "planned"]);
    const next = await ground.paid(id, 1);
    expect(next.id).not.toBe(lapsed.id);
    expect(await ground.stages(id)).toEqual(["working", "planned"]);
  });

  test("that are late may be given up, and paid for again", async () => {
    const id = await ground.agreed([part("Drafts", 40_000, { days: 2 }), part("Files", 60_000)]);
    const first = await ground.paid(id, 1);
    const ahead = await ground.paid(id, 2);
    await ground.world.pass(days(2));
    await ground.must("buyer", "POST", `/orders/${first.id}/cancel`, { reason: "Late" });
    await ground.world.settle();
    expect(await ground.stages(id)).toEqual(["planned", "waiting"]);
    expect(await ground.world.stateOf(ahead)).toBe("escrow_locked");
    const again = await ground.paid(id, 1);
    await ground.deliver(again);
    await ground.confirm(again);
    expect(await ground.stages(id)).toEqual(["done", "working"]);
    expect(await ground.world.books()).toEqual([]);
  });
});

describe("a contract is ended", () => {
  test("between milestones by either: what was paid ahead goes back, what was not is cancelled", async () => {
    const id = await ground.agreed(THREE);
    const first = await ground.paid(id, 1);
    const second = await ground.paid(id, 2);
    expect((await end("buyer", id)).body.code).toBe("TRANSITION_NOT_ALLOWED");
    await ground.world.pass(days(5));
    await ground.must("buyer", "POST", `/orders/${first.id}/cancel`, { reason: "Late" });
    await ground.world.settle();
    const ended = await end("seller", id);
    expect([ended.status, ended.body.state, ended.body.ended.reason]).toEqual([200, "ended", "The shop has closed"]);
    expect((await end("buyer", id)).body.ended).toEqual(ended.body.ended);
    await ground.world.settle();
    expect(await ground.world.stateOf(second)).toBe("refunded");
    expect((await ground.world.refunds(second)).map(({ state }) => state)).toEqual(["succeeded"]);
    expect((await post("buyer", `/contracts/${id}/milestones/1/fund`)).status).toBe(409);
    expect(await ground.world.books()).toEqual([]);
  });

  test("with an order that nobody has paid, which then takes no money any more", async () => {
    const id = await ground.agreed();
    const order = await ground.fund(id, 1);
    const payment = await ground.world.openPayment(order);
    expect((await end("buyer", id)).status).toBe(200);
    ground.world.gateway.pay(payment);
    await ground.world.look(payment);
    await ground.world.settle();
    expect(await ground.world.stateOf(order)).toBe("cancelled");
    expect(await ground.world.balance(`escrow:${order.deal}`)).toBe(0n);
    await ground.world.pass(days(1));
    expect(await ground.world.books()).toEqual([]);
  });

  test("at the moment at which the first milestone is begun, by one of the two alone", async () => {
    for (let round = 0; round < 5; round++) {
      const id = await ground.agreed();
      const order = await ground.fund(id, 1);
      const payment = await ground.world.openPayment(order);
      ground.world.gateway.pay(payment);
      const [ended] = await Promise.all([end("buyer", id), ground.world.look(payment)]);
      await ground.world.settle();
      const state = await ground.world.stateOf(order);
      const contract = (await ground.contract(id)).state;
      expect([
        [200, "ended"],
        [409, "active"],
      ]).toContainEqual([ended.status, contract]);
      expect(contract === "ended" ? ["cancelled", "refunded"] : ["processing"]).toContain(state);
    }
    await ground.world.pass(minutes(5));
    expect(await ground.world.books()).toEqual([]);
  });

  test("not by a stranger, and not by staff", async () => {
    const id = await ground.agreed();
    expect((await end("stranger", id)).status).toBe(404);
  });
});

test("each side is told of what the other has said, and both of the end", async () => {
  const project = await ground.open();
  const [mine, theirs] = [await ground.offer(project), await ground.offer(project, "rival")];
  const contract = (await ground.must("buyer", "POST", `/proposals/${mine}/accept`, {})).id;
  await end("buyer", contract);
  await ground.world.settle();
  const told = await ground.world.owner.query<{ user_id: string; key: string; params: object }>(
    "select user_id, key, params from notifications.notification where event_key like any ($1)",
    [[mine, theirs, contract].map((id) => `${id}%`)],
  );
  const keysOf = (user: string | undefined) =>
    told
      .filter(({ user_id: id }) => id.replaceAll("-", "") === user?.slice(4))
      .map(({ key }) => key)
      .sort();
  expect(keysOf(ground.world.buyer)).toEqual(["contract_ended", "proposal_made", "proposal_made"]);
  expect(keysOf(ground.world.seller)).toEqual(["contract_ended", "proposal_accepted"]);
  expect(keysOf(ground.others.rival)).toEqual(["proposal_lapsed"]);
  // Each leads to what it is about.
  const about = (key: string) => told.filter((one) => one.key === key).map(({ params }) => params);
  expect(about("contract_ended")).toEqual([{ contractId: contract }, { contractId: contract }]);
  expect(about("proposal_lapsed")).toEqual([{ proposalId: theirs }]);
});

test("whoever is forgotten leaves no words of theirs, and is not forgotten while a contract runs", async () => {
  const id = await ground.agreed();
  const { projectId, proposalId } = await ground.contract(id);
  const { db, seller } = ground.world;
  const forgetting = () => db.transaction((tx) => personalProjects.objection(tx, seller));
  expect(await forgetting()).toBe("open_contracts");
  await db.transaction((tx) => personalProjects.erase(tx, seller));
  expect((await ground.must("buyer", "GET", `/proposals/${proposalId}`)).message).toBe("Erased");
  await db.transaction((tx) => personalProjects.erase(tx, ground.world.buyer));
  const project = await ground.must("buyer", "GET", `/projects/${projectId}`);
  expect([project.title, project.description, project.skills]).toEqual(["Erased", "Erased", []]);
  expect((await ground.contract(id)).title).toBe("Erased");
});

test("a milestone that both agree to divide is done, and the next has its turn", async () => {
  const id = await ground.agreed();
  const first = await ground.paid(id, 1);
  const second = await ground.fund(id, 2);
  await payFor(ground.world, second);
  const split = { what: "settle", refund: { amount: 10_000, currency: "INR" } };
  const asked = await ground.must("buyer", "POST", `/orders/${first.id}/consents`, split);
  await ground.must("seller", "POST", `/orders/${first.id}/consents/${asked.id}/accept`, {});
  await ground.world.settle();
  expect(await ground.world.stateOf(first)).toBe("settled");
  expect(await ground.stages(id)).toEqual(["done", "working"]);
  expect(await ground.world.books()).toEqual([]);
});
