import { ENDS } from "../../core/escrow/table-for-test.ts";
import { type Market, STOCK } from "./people.ts";
import { checkPurses } from "./purses.ts";
import type { Row } from "./store/evaluation.ts";
import type { World } from "./world.ts";

/** With nothing left to happen: what the providers know is what the ledger says, and nothing is stuck. */
export function checkAtRest(world: World, market: Market): void {
  const { wrong, watcher, store } = world;
  for (const [id, { state }] of watcher.deals) if (!ENDS.includes(state)) wrong(`deal ${id} rests in ${state}`);
  for (const sentence of watcher.nonZero((code) =>
    /^(escrow|reserve|suspense|refunds_in_flight|payouts_in_flight):/.test(code),
  ))
    wrong(`at rest ${sentence}`);
  for (const { topic, last_error: why } of store.rows("runtime.outbox"))
    wrong(`untold: ${String(topic)} ${String(why)}`);
  for (const { key, dead_at, last_error: why } of store.rows("runtime.job"))
    wrong(`${dead_at === null ? "left over" : "given up"}: ${String(key)} ${String(why)}`);
  intershard(world);
  truth(world);
  notices(world);
  world.downloads.atRest();
  world.work.atRest();
  world.purchases.atRest();
  projections(world);
  stock(world);
  strangers(world, market);
  wallets(world);
  parcels(world);
  prices(world);
  payouts(world, market);
  checkPurses(world, market);
  reserves(world, market);
}

const CURRENCIES = ["INR", "KWD"] as const;

function intershard({ watcher, wrong }: World): void {
  for (const currency of CURRENCIES) {
    const sum = watcher.balanceOf((code) => code === "intershard", currency);
    if (sum !== 0n) wrong(`intershard of ${currency} is ${sum}`);
    const all = watcher.balanceOf(() => true, currency);
    if (all !== 0n) wrong(`the books of ${currency} are out by ${all}`);
  }
}

function truth({ watcher, gateway, rail, wrong }: World): void {
  for (const currency of CURRENCIES) {
    const booked = -watcher.balanceOf((code) => code === `clearing:${gateway.name}`, currency);
    if (booked !== gateway.holds(currency))
      wrong(`the gateway holds ${gateway.holds(currency)} ${currency}, the ledger says ${booked}`);
  }
  const paid = watcher.balanceOf((code) => code === `clearing:${rail.name}`, "INR");
  if (paid !== rail.hasSent("INR")) wrong(`the bank has sent ${rail.hasSent("INR")}, the ledger says ${paid}`);
}

/** What sellers and buyers own with us: their sales less what has left, and refunds that could not be made. */
function wallets({ store, watcher, rail, gateway, wrong }: World): void {
  let earned = 0n;
  let commission = 0n;
  for (const deal of store.rows("escrow.deal"))
    if (deal.escrow === "released") {
      earned += deal.seller_receives as bigint;
      commission += deal.commission as bigint;
    }
  // Divided and disputed money is counted by what the gateway and the bank hold.
  for (const { escrow } of store.rows("escrow.deal")) if (escrow === "settled") return;
  if (gateway.disputes.length > 0) return;
  const failed = gateway.sent
    .filter(({ status, amount }) => status === "failed" && amount.currency === "INR")
    .reduce((sum, { amount }) => sum + amount.minor, gateway.refusedForGood("INR"));
  const booked = watcher.balanceOf((code) => /^(wallet|reserve|receivable):/.test(code), "INR");
  const owed = earned - rail.hasSent("INR") + failed;
  if (booked !== owed) wrong(`wallets hold ${booked} and should hold ${owed}`);
  const taken = watcher.balanceOf((code) => code === "revenue:commission", "INR");
  if (taken !== commission) wrong(`commission is ${taken} and not ${commission}`);
}

/** One notice per event and reader, no more and no less, and only to the two of the deal; what is bought and paid at once is told its buyer once. */
function notices({ store, purchases, wrong }: World): void {
  const deals = new Map([...store.rows("escrow.deal")].map((deal) => [deal.id, deal]));
  const people = new Set([...deals.values()].flatMap(({ buyer, seller }) => [String(buyer), String(seller)]));
  const told = toldTo(store);
  for (const [key, { user }] of told) if (!people.has(user)) wrong(`a stranger was told of ${key}`);
  for (const { deal, seq, command } of store.rows("escrow.event")) {
    const own = `deal_${String(deal)}:${String(seq)}`;
    const { buyer, seller } = deals.get(deal) ?? {};
    const keys = [
      [seller, own] as const,
      [buyer, purchases.toldTogether(String(deal), String(command)) ?? own] as const,
    ];
    for (const [reader, key] of keys) {
      const count = told.get(`${key} ${String(reader)}`)?.count ?? 0;
      if (count !== 1) wrong(`${String(command)} of ${String(deal)} was told ${count} times to ${String(reader)}`);
    }
  }
  refundEnds({ store, wrong }, told);
}

function refundEnds({ store, wrong }: Pick<World, "store" | "wrong">, told: ReadonlyMap<string, unknown>): void {
  // What the bank has given back already was never ours to refund.
  for (const { id, state, buyer_id: buyer, reason } of store.rows("payments.refund"))
    if (reason !== "chargeback" && !told.has(`ref_${String(id)}:${String(state)} ${String(buyer)}`))
      wrong(`the end of refund ${String(id)} was not told`);
}

function toldTo(store: World["store"]): Map<string, { readonly user: string; count: number }> {
  const told = new Map<string, { readonly user: string; count: number }>();
  for (const { user_id: user, event_key: event } of store.rows("notifications.notification")) {
    const key = `${String(event)} ${String(user)}`;
    told.set(key, { user: String(user), count: (told.get(key)?.count ?? 0) + 1 });
  }
  return told;
}

function projections({ store, wrong }: World): void {
  const deals = new Map<unknown, Row>([...store.rows("escrow.deal")].map((deal) => [deal.id, deal]));
  for (const order of store.rows("orders.order")) {
    const deal = deals.get(order.deal_id);
    if (deal?.revision !== order.revision || deal?.deadline_due_at !== order.due_at)
      wrong(`order ${String(order.number)} lags behind its deal`);
  }
}

/** Stock that was taken is with orders that were not called off. */
function stock({ store, wrong }: World): void {
  const states = new Map([...store.rows("escrow.deal")].map(({ id, state }) => [id, String(state)]));
  const orders = new Map([...store.rows("orders.order")].map(({ id, deal_id: deal }) => [id, states.get(deal) ?? ""]));
  const kept = [...store.rows("catalog.reservation")].filter(({ given_back_at: back }) => back === null);
  for (const { order_id: order } of kept)
    if (["cancelled", "failed"].includes(orders.get(order) ?? ""))
      wrong(`stock of order ${String(order)} is not given back`);
  for (const { id, kind, stock: left } of store.rows("catalog.listing")) {
    const out = kept.filter(({ product_id: of }) => of === id).reduce((sum, { quantity }) => sum + Number(quantity), 0);
    if (kind === "physical" && Number(left) + out !== STOCK)
      wrong(`stock is ${String(left)} with ${out} taken of ${STOCK}`);
  }
}

function strangers({ told, wrong }: World, market: Market): void {
  for (const { user, what } of told)
    if (!market.people.some((one) => one === user)) wrong(`a stranger's screen was told ${what}`);
}

/** A parcel that was called off is not on its way, no order has two, and we know each that the carrier has. */
function parcels({ store, carrier, wrong }: World): void {
  const shipments = [...store.rows("shipping.shipment")];
  const live = shipments.filter(({ id }) => carrier.bookings.get(`shp_${String(id)}`)?.cancelled === false);
  for (const { id, state } of live)
    if (state === "cancelled" && !carrier.bookings.get(`shp_${String(id)}`)?.keptOnAsking)
      wrong(`parcel ${String(id)} was called off and still goes`);
  for (const { id, state } of shipments) if (state === "cancelling") wrong(`parcel ${String(id)} is never called off`);
  if (new Set(live.map(({ order_id: order }) => order)).size < live.length)
    wrong("an order has two parcels on the way");
  const known = new Set(shipments.map(({ id }) => `shp_${String(id)}`));
  for (const shipment of carrier.bookings.keys())
    if (!known.has(shipment)) wrong(`the carrier has a parcel that we do not know: ${shipment}`);
}

const SHIPPING = 4_900n;

/** What was charged is what was listed, or agreed. */
function prices({ store, wrong, agreedOn }: World): void {
  const listed = new Map([...store.rows("catalog.listing")].map(({ id, price }) => [id, price as bigint]));
  const goods = new Map<unknown, bigint>();
  for (const { order_id: order, product_id: product, quantity } of store.rows("orders.item"))
    goods.set(order, (goods.get(order) ?? 0n) + (listed.get(product) ?? 0n) * BigInt(quantity as number));
  for (const { id, total, kind, deal_id: deal } of store.rows("orders.order")) {
    const listedFor = (goods.get(id) ?? 0n) + (kind === "physical" ? SHIPPING : 0n);
    if (total !== (agreedOn(String(deal))?.price ?? listedFor)) wrong(`order ${String(id)} costs ${String(total)}`);
  }
}

/**
 * What was released is paid out, or waits in a payout of its own for a bank account that can take it, unless the seller has chosen
 * another way; or all of it has paid what he owed us, which is no more than chargebacks have taken from him.
 */
function payouts({ store, wrong }: World, { purses, seller: owner }: Market): void {
  const made = new Set([...store.rows("payouts.payout")].map(({ deal_id: deal }) => deal));
  const kept = new Map([...store.rows("payouts.release")].map(({ deal_id: deal, recovered }) => [deal, recovered]));
  for (const { id, escrow, seller, seller_receives: part } of store.rows("escrow.deal"))
    if (
      (purses.schedule === "automatic" || seller !== owner.slice(-32)) &&
      escrow === "released" &&
      (part as bigint) > 0n &&
      !made.has(id) &&
      kept.get(id) !== part
    )
      wrong(`what deal ${String(id)} released is not paid out`);
  const recovered = [...kept.values()].reduce<bigint>((sum, amount) => sum + (amount as bigint), 0n);
  const taken = [...store.rows("payments.chargeback")]
    .filter(({ effect }) => effect === "clawed_back")
    .reduce((sum, { from_seller: amount }) => sum + (amount as bigint), 0n);
  if (recovered > taken) wrong(`${recovered} was kept for debts and only ${taken} was owed`);
}

/** Held back of a release is the agreed part, or less where debts or withdrawals left less; until its day and not a moment less. */
function reserves({ store, policy, wrong, met }: World, { purses }: Market): void {
  const { basisPoints = 0, hold = 0 } = policy.reserve ?? {};
  const untouched = purses.schedule === "automatic" && purses.taken.size === 0;
  for (const row of store.rows("payouts.release")) {
    if (!isAgreedPart(row, basisPoints, untouched)) wrong(`${row.reserved} of ${row.received} is held back`);
    if (row.reserved === 0n) continue;
    met("reserve_held");
    if (!isHeldLongEnough(row, hold)) wrong(`a reserve was not held for ${hold} ms and then given back`);
  }
}

function isAgreedPart(row: Row, basisPoints: number, untouched: boolean): boolean {
  const [received, recovered, reserved] = [row.received, row.recovered, row.reserved] as [bigint, bigint, bigint];
  const off = reserved * 10_000n - received * BigInt(basisPoints);
  return off < 10_000n && (off > -10_000n || !untouched || recovered > 0n);
}

const isHeldLongEnough = ({ released_at: from, reserve_released_at: until }: Row, hold: number): boolean =>
  until !== null && Number(until) - Number(from) >= hold;
