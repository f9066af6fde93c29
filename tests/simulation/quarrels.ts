import type { Actor } from "../../core/escrow/index.ts";
import { ENDS, FIXED } from "../../core/escrow/table-for-test.ts";
import { uuidOf } from "../../core/ids/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import type { World } from "./world.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

type Give = (world: World, order: Order, by: Actor, name: string, when: number) => void;
type Plan = { readonly by: Actor; readonly name: string; readonly chance: number; readonly within: number };

const plan = (by: Actor, name: string, chance: number, within: number): Plan => ({ by, name, chance, within });

const agreements: readonly Plan[] = [
  plan("parties", "agree_split", 0.05, 3 * DAY),
  plan("parties", "agree_refund", 0.03, 3 * DAY),
  plan("parties", "agree_release", 0.03, 3 * DAY),
];
const unhappy = (chance: number, within: number): readonly Plan[] => [
  plan("buyer", "dispute", chance, within),
  plan("seller", "dispute", chance / 3, within),
];
const raised: readonly Plan[] = [
  ...agreements,
  plan("seller", "respond", 0.5, 80 * HOUR),
  plan("buyer", "respond", 0.3, 80 * HOUR),
  plan("buyer", "withdraw", 0.15, 5 * DAY),
  plan("seller", "withdraw", 0.15, 5 * DAY),
  plan("seller", "concede", 0.1, 4 * DAY),
  plan("buyer", "confirm_receipt", 0.05, 4 * DAY),
  plan("parties", "reship", 0.1, 4 * DAY),
  plan("parties", "send_back", 0.15, 4 * DAY),
];
/** An arbiter decides, or too late, or never. */
const decided = (chance: number): readonly Plan[] =>
  ["decide_release", "decide_refund", "decide_split"].map((name) => plan("arbiter", name, chance, 34 * DAY));
const studied: readonly Plan[] = [...raised, ...decided(0.3)];
const ruled: readonly Plan[] = [
  ...agreements,
  plan("buyer", "appeal", 0.25, 4 * DAY),
  plan("seller", "appeal", 0.25, 4 * DAY),
  plan("parties", "accept_ruling", 0.2, 3 * DAY),
];

const appealed: readonly Plan[] = [...agreements, ...decided(0.3)];

/** What people who are not content do in each state, and how soon. */
const PLANS: Readonly<Record<string, readonly Plan[]>> = {
  escrow_locked: [...unhappy(0.03, 2 * DAY), ...agreements],
  shipped: unhappy(0.06, 7 * DAY),
  in_transit: unhappy(0.06, 6 * DAY),
  out_for_delivery: unhappy(0.04, DAY),
  shipped_untracked: unhappy(0.1, 7 * DAY),
  delivered: unhappy(0.2, 25 * HOUR),
  declared_delivered: unhappy(0.2, 8 * DAY),
  returning: [
    plan("buyer", "return_shipped", 0.6, 8 * DAY),
    plan("buyer", "confirm_receipt", 0.1, 5 * DAY),
    ...agreements,
  ],
  return_shipped: [plan("seller", "return_received", 0.4, 8 * DAY), ...unhappy(0.15, 7 * DAY)],
  disputed: raised,
  delivered_disputed: raised,
  investigating: studied,
  delivered_investigating: studied,
  ...Object.fromEntries(["ruled_release", "ruled_refund", "ruled_split"].map((state) => [state, ruled])),
  ...Object.fromEntries(["appealed_release", "appealed_refund", "appealed_split"].map((state) => [state, appealed])),
};

/** People quarrel, give in, agree, and give each other time; most of it comes too late or is not theirs to do. */
export function quarrels(world: World, give: Give): (order: Order, to: string) => void {
  const { d, time } = world;
  return (order, to) => {
    if (/disputed|investigating|ruled/.test(to) && d.chance(0.06)) asksTheBank(world, order);
    for (const { by, name, chance, within } of PLANS[to] ?? [])
      if (d.chance(chance)) give(world, order, by, name, time.now + d.between(SECOND, within));
    if (ENDS.includes(to) || FIXED.includes(to) || !d.chance(0.04)) return;
    give(
      world,
      order,
      d.pick(["parties", "parties", "buyer"] as const),
      "extend",
      time.now + d.between(SECOND, 2 * DAY),
    );
    world.met("more_time");
  };
}

/** The buyer of an order asks the bank for the money back, behind everybody's back. */
export function asksTheBank({ d, time, store, gateway }: World, order: Order): void {
  const when = time.now + d.between(SECOND, 2 * DAY);
  const isFor = (payment: unknown): boolean =>
    [...store.rows("payments.part")].some(
      ({ payment_id: id, deal_id: of }) => id === payment && of === uuidOf(order.deal),
    );
  for (const { id, deal_id: deal } of store.rows("payments.payment"))
    if (deal === uuidOf(order.deal) || isFor(id)) gateway.askBack(`pay_${String(id)}`, when);
}
