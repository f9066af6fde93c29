/**
 * Makes the history that a sandbox begins with, by playing six months of it through the API on a clock that is moved:
 * `npm run furnish -- [--seed 7] [--days 183]`. It takes about a quarter of an hour and writes the folder `furnished`.
 */
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { pack } from "./furnish/archive.ts";
import { PEOPLE } from "./furnish/cast.ts";
import { MIGRATIONS, openGround } from "./furnish/ground.ts";
import { DAYS, type Plan, planAll } from "./furnish/plan.ts";
import { agendaOn } from "./play/agenda.ts";
import { diceOf } from "./play/dice.ts";
import { type Article, DAY } from "./play/sales.ts";

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
  const { data } = await api.get<{ data: { id: string; price: Article["price"]; seller: { name: string } }[] }>(
    ...(["buyer", "/products?limit=100"] as const),
  );
  const articles = data.map(({ id, price, seller }) => ({
    ...{ id, price, variant: null, seller: seller.name.startsWith("Deccan") ? "seller" : "seller-b" },
  }));
  const orders: string[] = [];
  const stage = { api, dice: diceOf(Number(values.seed)), placed: (order: string) => void orders.push(order) };
  const plan: Plan = { agenda, stage, begin, now, articles };
  planAll(plan);
  for (let day = 1; day <= DAYS; day++) {
    await agenda.until(begin + day * DAY);
    if (day % 10 === 0)
      console.log(`day ${day}: ${orders.length} orders, ${articles.length} articles, ${failures.length} failures`);
  }
  await ground.rest();
  const migration = readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql")).length;
  await pack(ground, now(), migration);
} finally {
  await ground.rest();
  await ground.remove();
}
process.exitCode = failures.length > 0 ? 1 : 0;
