import type { Doing } from "../play/agenda.ts";
import { type Brief, type Course, commission } from "../play/contracts.ts";
import { diceOf } from "../play/dice.ts";
import { type Outcome, quarrel } from "../play/quarrels.ts";
import type { Address, Article, Stage } from "../play/sales.ts";
import { negotiate } from "../play/talks.ts";
import { buyFiles, buyService, type Pair } from "../play/unsent.ts";
import type { Api, Money } from "./api.ts";
import { balancesText, resultOf, type StoryResult, statementOf } from "./play.ts";

/** A story that is told by itself, one step after the other, with what each step left in the books. */
type ToldStory = {
  readonly name: string;
  readonly doing: (stage: Stage, article: Article, now: () => number) => Doing;
};

const ADDRESS: Address = {
  ...{ name: "Asha Demo", phone: "9000000001", line1: "22 Residency Road", city: "Bengaluru", postcode: "560001" },
};

const disputed = (name: string, outcome: Outcome): ToldStory => ({
  name: `dispute ${name}`,
  doing: (stage, article) => quarrel(stage, { buyer: "buyer", address: ADDRESS, article, quantity: 1 }, outcome),
});

const BRIEF: Brief = {
  ...{ title: "A sign for a tea shop (demo)", description: "Two scripts on one board, and the files for the painter." },
  ...{ category: "logo-design", skills: ["Lettering", "Arabic type"] },
  parts: [
    { title: "Drafts", amount: 400_000, days: 5 },
    { title: "The board", amount: 600_000, days: 10 },
  ],
};

const contracted = (name: string, course: Course): ToldStory => ({
  name,
  doing: (stage, _, now) => commission(stage, { client: "buyer", freelancers: ["seller"] }, BRIEF, course, now),
});

const PAIR: Pair = { buyer: "buyer", seller: "seller", staff: "support" };

export const TOLD: readonly ToldStory[] = [
  { name: "files bought and downloaded", doing: (stage) => buyFiles(stage, PAIR, "kept") },
  { name: "files refunded and withdrawn", doing: (stage) => buyFiles(stage, PAIR, "given_back") },
  { name: "service delivered, changed once and taken", doing: (stage) => buyService(stage, PAIR) },
  disputed("won by the buyer", "won"),
  disputed("lost by the buyer", "lost"),
  disputed("divided", "split"),
  disputed("settled by the parties", "settled"),
  disputed("appealed", "appealed"),
  disputed("withdrawn", "withdrawn"),
  contracted("milestone contract, paid part by part", "finished"),
  contracted("milestone contract ended early", "ended_early"),
  {
    name: "negotiated, signed by both and bought",
    doing: (stage, article) => negotiate(stage, { buyer: "buyer", address: ADDRESS, article, quantity: 12 }, "bought"),
  },
];

/** Whatever is still under way then has its deadline behind it. */
const REST = "P20D";

export async function tellStory(api: Api, story: ToldStory, print: (line: string) => void): Promise<StoryResult> {
  print(`\n${story.name}`);
  const orders: string[] = [];
  const stage: Stage = { api, dice: diceOf(1), placed: (order) => void orders.push(order) };
  let now = await read(api, "PT1S");
  for await (const wait of story.doing(stage, await articleOf(api), () => now)) {
    await tell(api, orders, print);
    now = await read(api, `PT${Math.ceil(wait / 1000)}S`);
  }
  await read(api, REST);
  await tell(api, orders, print);
  return await resultOf(api, story.name, orders);
}

async function read(api: Api, duration: string): Promise<number> {
  const { now } = await api.advance(duration);
  return Date.parse(now);
}

async function tell(api: Api, orders: readonly string[], print: (line: string) => void): Promise<void> {
  for (const id of orders) {
    const { number, status } = await api.order("seller", id);
    const { data } = await statementOf(api, id);
    print(`  ${number}  ${status.padEnd(18)} ${balancesText(data)}`);
  }
}

async function articleOf(api: Api): Promise<Article> {
  const { data } = await api.get<{ data: { id: string; price: Money }[] }>("buyer", "/products?limit=100");
  const found = data.find(({ price }) => price.amount === 29_900);
  if (!found) throw new Error("the sandbox has no product at 299.00");
  return { ...found, seller: "seller", variant: null };
}
