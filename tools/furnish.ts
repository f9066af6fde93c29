/**
 * Makes the history that a sandbox begins with, by playing six months of it through the API on a clock that is moved:
 * `npm run furnish -- --seed 7`. It takes about a quarter of an hour and writes the folder `furnished`.
 */
import { parseArgs } from "node:util";
import type { Api } from "./demo/api.ts";
import { pack } from "./furnish/archive.ts";
import { PEOPLE } from "./furnish/cast.ts";
import { openGround } from "./furnish/ground.ts";
import { DAYS, type Plan, planAll } from "./furnish/plan.ts";
import { agendaOn } from "./play/agenda.ts";
import { diceOf } from "./play/dice.ts";
import { type Article, DAY } from "./play/sales.ts";

type Shown = { readonly id: string; readonly price: Article["price"]; readonly seller: { readonly name: string } };

/** What the sandbox's own shops sell from the beginning. */
async function articlesAtFirst(api: Api): Promise<Article[]> {
  const users = await api.get<{ data: { key: string; name: string }[] }>("admin", "/sandbox/users");
  const keys = new Map(users.data.map(({ key, name }) => [name, key]));
  const { data } = await api.get<{ data: Shown[] }>("admin", "/products?limit=100");
  return data.map(({ id, price, seller }) => ({ id, price, variant: null, seller: keys.get(seller.name) ?? "seller" }));
}

const { values } = parseArgs({ options: { seed: { type: "string", default: "7" } } });
const failures: string[] = [];
const ground = await openGround(Date.now() - DAYS * DAY, PEOPLE);
try {
  const { api, now } = ground;
  const begin = now();
  const agenda = agendaOn(ground, (name, error) => {
    failures.push(name);
    console.error(`${name}: ${String(error)}`);
  });
  const articles = await articlesAtFirst(api);
  const orders: string[] = [];
  const stage = { api, dice: diceOf(Number(values.seed)), placed: (order: string) => void orders.push(order) };
  const shelves = { physical: articles, digital: [], service: [] };
  const plan: Plan = { agenda, stage, begin, now, shelves };
  planAll(plan);
  for (let day = 1; day <= DAYS; day++) {
    await agenda.until(begin + day * DAY);
    if (day % 10 === 0)
      console.log(`day ${day}: ${orders.length} orders, ${articles.length} articles, ${failures.length} failures`);
  }
  await ground.rest();
  await pack(ground, now());
} finally {
  await ground.rest();
  await ground.remove();
}
process.exitCode = failures.length > 0 ? 1 : 0;
