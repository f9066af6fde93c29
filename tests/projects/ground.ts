import {
  type ContractId,
  type OrderId,
  type ProjectId,
  type ProposalId,
  parseId,
  type UserId,
} from "../../core/ids/index.ts";
import { days, seconds } from "../../core/time/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { createGround as createOrders, payFor } from "../orders/ground.ts";

export type Ground = Awaited<ReturnType<typeof createGround>>;

const inr = (amount: number) => ({ amount, currency: "INR" });
export const BRIEF = {
  ...{ title: "A logo for a tea shop", description: "Two colours.\nEnglish and Arabic.", category: "logo-design" },
  ...{ skills: ["Illustration", "Arabic type"], budget: { min: inr(50_000), max: inr(150_000) } },
};
export const part = (title: string, amount: number, more: { days?: number; revisions?: number } = {}) => ({
  ...{ title, amount: inr(amount), days: 5, revisions: 1, ...more },
});
export const OFFER = {
  ...{ price: inr(100_000), message: "Drafts first, then the files." },
  milestones: [part("Drafts", 40_000), part("Final files", 60_000)],
};

/** A client (`buyer`), a freelancer (`seller`), another one and a stranger, asking the API of one market. */
export async function createGround() {
  const ground = await createOrders();
  const { world, ask } = ground;
  const others = { rival: await world.person(true), stranger: await world.person() };
  for (const [who, id] of Object.entries(others)) await startSession(world.db, id, world.now(), who);
  const must = async (...asked: Parameters<typeof ask>) => {
    // What is done later is later, so that lists have one order.
    world.jump(seconds(1));
    const answer = await ask(...asked);
    if (answer.status >= 300) throw new Error(`${asked[1]} ${asked[2]}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const brief = (more: object = {}) => ({
    ...{ ...BRIEF, closesAt: new Date(world.now() + days(30)).toISOString() },
    ...more,
  });
  const draft = async (more: object = {}): Promise<ProjectId> =>
    idIn("project", (await must("buyer", "POST", "/projects", brief(more))).id);
  const open = async (more: object = {}): Promise<ProjectId> => {
    const id = await draft(more);
    await must("buyer", "POST", `/projects/${id}/publish`, {});
    return id;
  };
  const offer = async (project: ProjectId, who = "seller", more: object = {}): Promise<ProposalId> =>
    idIn("proposal", (await must(who, "POST", `/projects/${project}/proposals`, { ...OFFER, ...more })).id);
  const agreed = async (milestones: readonly ReturnType<typeof part>[] = OFFER.milestones): Promise<ContractId> => {
    const price = inr(milestones.reduce((sum, { amount }) => sum + amount.amount, 0));
    const proposal = await offer(await open(), "seller", { price, milestones });
    return idIn("contract", (await must("buyer", "POST", `/proposals/${proposal}/accept`, {})).id);
  };
  const contract = (id: ContractId, who = "buyer") => must(who, "GET", `/contracts/${id}`);
  const fund = async (id: ContractId, number: number): Promise<Order> => {
    const body = await must("buyer", "POST", `/contracts/${id}/milestones/${number}/fund`, {});
    const order = await world.reread(idIn("order", body.milestones[number - 1].orderId));
    if (!order) throw new Error("no order");
    return order;
  };
  const paid = async (id: ContractId, number: number): Promise<Order> => {
    const order = await fund(id, number);
    await payFor(world, order);
    return order;
  };
  return {
    ...{ ...ground, others: others as Readonly<Record<string, UserId>>, must, brief, draft, open, offer, agreed },
    ...{ contract, fund, paid },
    stages: async (id: ContractId): Promise<string[]> =>
      (await contract(id)).milestones.map(({ stage }: { readonly stage: string }) => stage),
    deliver: async ({ id }: { readonly id: OrderId }) => {
      await must("seller", "POST", `/orders/${id}/deliver`, { message: "Here it is" });
    },
    confirm: async ({ id }: { readonly id: OrderId }) => {
      await must("buyer", "POST", `/orders/${id}/confirm-delivery`, {});
      await world.settle();
    },
  };
}

function idIn<K extends "project" | "proposal" | "contract" | "order">(kind: K, value: unknown) {
  const id = parseId(kind, String(value));
  if (!id) throw new Error(`no ${kind}: ${value}`);
  return id;
}
