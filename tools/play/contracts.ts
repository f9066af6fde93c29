import type { Api } from "../demo/api.ts";
import type { Doing } from "./agenda.ts";
import { DAY, HOUR, MINUTE, pay, type Stage } from "./sales.ts";

/** How far a project goes. */
export type Course = "open" | "proposals" | "working" | "revising" | "finished" | "ended_early";

export type Brief = {
  readonly title: string;
  readonly description: string;
  readonly category: string | null;
  readonly skills: readonly string[];
  /** In minor units, by milestone. */
  readonly parts: readonly { readonly title: string; readonly amount: number; readonly days: number }[];
};

type Contract = {
  readonly id: string;
  readonly milestones: readonly { readonly number: number; readonly orderId: string | null }[];
};

const inr = (amount: number) => ({ amount, currency: "INR" });

export type Parties = { readonly client: string; readonly freelancers: readonly [string, ...string[]] };

/** From the brief to the end of the contract. */
export async function* commission(
  stage: Stage,
  { client, freelancers }: Parties,
  brief: Brief,
  course: Course,
  now: () => number,
): Doing {
  const { api, dice } = stage;
  const total = brief.parts.reduce((sum, { amount }) => sum + amount, 0);
  const { title, description, category, skills } = brief;
  const project = await api.post<{ id: string }>(client, "/projects", {
    ...{
      title,
      description,
      category,
      skills,
      budget: { min: inr(Math.round(total * 0.7)), max: inr(Math.round(total * 1.3)) },
    },
    closesAt: new Date(now() + 20 * DAY).toISOString(),
  });
  await api.post(client, `/projects/${project.id}/publish`);
  if (course === "open") return;
  const proposals: { id: string }[] = [];
  for (const [index, who] of freelancers.entries()) {
    yield dice.between(5, 30) * HOUR;
    const share = 1 + index * 0.08;
    const milestones = brief.parts.map((part) => ({
      ...{ title: part.title, amount: inr(Math.round(part.amount * share)), days: part.days, revisions: 1 },
    }));
    const price = inr(milestones.reduce((sum, { amount }) => sum + amount.amount, 0));
    const message = dice.one(LETTERS);
    proposals.push(
      await api.post<{ id: string }>(who, `/projects/${project.id}/proposals`, { price, message, milestones }),
    );
  }
  if (course === "proposals") return;
  yield dice.between(10, 40) * HOUR;
  const contract = await api.post<Contract>(client, `/proposals/${proposals[0]?.id}/accept`);
  yield* work(stage, { client, freelancer: freelancers[0], contract, course, parts: brief.parts.length });
}

const LETTERS = [
  "I have done four of these and can show them. Drafts come first, and nothing is built before you have said yes.",
  "My plan is in the milestones: each is small enough to be looked at in one sitting.",
  "I write and design in both languages, so nothing has to be translated afterwards.",
];

type Work = {
  readonly client: string;
  readonly freelancer: string;
  readonly contract: Contract;
  readonly course: Course;
  readonly parts: number;
};

async function* work(stage: Stage, { client, freelancer, contract, course, parts }: Work): Doing {
  const { api, dice } = stage;
  for (let number = 1; number <= parts; number++) {
    const last = number === parts;
    yield dice.between(2, 20) * HOUR;
    if (course === "ended_early" && last) {
      await api.post(client, `/contracts/${contract.id}/end`, { reason: "The shop's plans have changed; thank you." });
      return;
    }
    const order = await fund(api, client, contract.id, number);
    stage.placed(order);
    yield dice.between(1, 25) * MINUTE;
    await pay(stage, client, order);
    if (course === "working" && last) return;
    yield* deliver(stage, { client, freelancer, order }, course === "revising");
    if (course === "revising") return;
    yield dice.between(2, 20) * HOUR;
    await api.post(client, `/orders/${order}/confirm-delivery`);
  }
}

/** One delivery, and in two of five cases a second one after changes were asked for. */
async function* deliver(
  { api, dice }: Stage,
  { client, freelancer, order }: { readonly client: string; readonly freelancer: string; readonly order: string },
  stopsAtChanges: boolean,
): Doing {
  yield dice.between(20, 70) * HOUR;
  await api.post(freelancer, `/orders/${order}/deliver`, { message: "Here it is, with the sources." });
  if (dice.throw() >= 0.4 && !stopsAtChanges) return;
  yield dice.between(2, 20) * HOUR;
  await api.post(client, `/orders/${order}/request-revision`, { message: "The lettering is a little too heavy." });
  if (stopsAtChanges) return;
  yield dice.between(10, 40) * HOUR;
  await api.post(freelancer, `/orders/${order}/deliver`, { message: "Lighter lettering, the rest as it was." });
}

async function fund(api: Api, client: string, contract: string, number: number): Promise<string> {
  const { milestones } = await api.post<Contract>(client, `/contracts/${contract}/milestones/${number}/fund`);
  const order = milestones[number - 1]?.orderId;
  if (!order) throw new Error(`milestone ${number} has no order`);
  return order;
}
