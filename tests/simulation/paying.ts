import { type Currency, money } from "../../core/money/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import { type Payment, receiveWebhook } from "../../server/modules/payments/index.ts";
import type { Means } from "./means.ts";
import type { World } from "./world.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const PAYS = { exactly: 84, less: 2, more: 2, one_off: 2, other_currency: 2, never: 8 } as const;

/** What a buyer does at the gateway with a payment that was begun: pays it rightly, wrongly, twice, or not at all. Answers with when. */
export function pays(world: World, payment: Payment, later: Means<unknown>["later"]): number | null {
  const { d, time, events } = world;
  const how = d.weighed(PAYS);
  if (how === "never") return null;
  const total = payment.amount;
  const amounts: Readonly<Record<Exclude<typeof how, "never">, [bigint, Currency]>> = {
    exactly: [total.minor, "INR"],
    less: [total.minor / 2n + 1n, "INR"],
    more: [total.minor * 2n, "INR"],
    one_off: [total.minor + 1n, "INR"],
    other_currency: [total.minor, "KWD"],
  };
  const amount = money(...amounts[how]);
  const paysAt = (when: number): void =>
    events.add(when, "pay", async () => {
      const visible = !world.calm() && d.chance(0.08) ? time.now + d.between(MINUTE, 9 * HOUR) : time.now;
      if (world.gateway.pay(payment.id, amount, visible)) world.cover(`paid ${how}`);
    });
  const when = time.now + d.between(5 * SECOND, 25 * MINUTE);
  paysAt(when);
  if (d.chance(0.05)) paysAt(when + d.pick([0, SECOND, 5 * MINUTE]));
  if (d.chance(0.03)) later(world, when, "forged webhook", (again) => forged(world, again, payment.id));
  return when;
}

async function forged(world: World, parts: Parts, payment: string): Promise<void> {
  const answer = await receiveWebhook(
    parts.db,
    parts.gateways,
    world.gateway.name,
    world.gateway.forge(payment),
    world.now(),
  );
  if (answer.ok) world.wrong("a forged webhook was kept");
}
