import type { ProductId, UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { expectOk } from "../../core/result/index.ts";
import { days, hours } from "../../core/time/index.ts";
import { outgoingOf } from "../../server/entrypoints/wiring.ts";
import { insertProduct } from "../../server/modules/catalog/index.ts";
import { raise, respond, take } from "../../server/modules/disputes/index.ts";
import { receiveWebhook } from "../../server/modules/payments/index.ts";
import { addBankAccount, changeSchedule } from "../../server/modules/payouts/index.ts";
import { newIdBeside } from "../../server/runtime/ids/index.ts";
import { asking } from "../money/asking.ts";
import { buyersBankOf } from "../money/buyers-bank.ts";
import { declined } from "../money/faults.ts";
import { webhook } from "../money/gateway.ts";
import { type ADDRESS, DATA_KEY, type World } from "../money/world.ts";
import { accountNumber, addressOf, emailOf, peopleOf, phoneOf, STAFF, tokensOf } from "./people.ts";
import type { Canary, Market } from "./target.ts";

export type Furnished = {
  /** By person; null for somebody who shows nothing. */
  readonly tokens: ReadonlyMap<string, string | null>;
  readonly users: ReadonlyMap<string, UserId>;
  readonly canaries: readonly Canary[];
  readonly pairs: Market["pairs"];
  readonly strangers: readonly string[];
};

/** People with orders in many states, each with private texts that nobody else may be shown. */
export async function furnish(world: World): Promise<Furnished> {
  const users = await peopleOf(world);
  const of = (who: string): UserId => {
    const user = users.get(who);
    if (!user) throw new Error(`nobody is ${who}`);
    return user;
  };
  const tokens = await tokensOf(world, users);
  const [productA, productB] = [world.product, await listingOf(world, of("seller B"))];
  for (const seller of ["seller A", "seller B"]) await accountOf(world, of(seller), accountNumber(seller), seller);
  await world.settle();
  await keepsMoney(world, of("seller B"));
  await tradeBetween(world, of("buyer A"), productA, addressOf("buyer A"));
  await tradeBetween(world, of("buyer B"), productB, addressOf("buyer B"));
  for (const [who, product] of [
    ["buyer A", productA],
    ["buyer B", productB],
  ] as const)
    await quarrel(world, { buyer: of(who), product, address: addressOf(who) }, of("arbiter"), complaintOf(who));
  await trouble(world);
  return {
    ...{ tokens, users, canaries: canariesOf(users, tokens) },
    pairs: [
      { buyer: "buyer A", seller: "seller A", product: productA },
      { buyer: "buyer B", seller: "seller B", product: productB },
      { buyer: "buyer A", seller: "seller B", product: productB },
      { buyer: "browser", seller: "seller A", product: productA },
    ],
    strangers: ["anonymous", "wrong token", "stranger", "suspended", "second factor missing", "session over"],
  };
}

/** An e-mail address and a telephone number are of oneself and of staff; an address of the two who trade; the rest of nobody. */
function canariesOf(users: ReadonlyMap<string, UserId>, tokens: ReadonlyMap<string, string | null>): Canary[] {
  const seen = (...people: string[]): ReadonlySet<string> => new Set([...people, ...STAFF]);
  const nobody: ReadonlySet<string> = new Set();
  const own = [...users.keys()].flatMap((who) => [
    { text: emailOf(who), what: `the e-mail address of ${who}`, seenBy: seen(who) },
    { text: phoneOf(who), what: `the telephone number of ${who}`, seenBy: seen(who, ...tradesWith(who)) },
  ]);
  const addresses = ["buyer A", "buyer B"].flatMap((who) => {
    const { name, phone, line1 } = addressOf(who);
    return [name, phone, line1].map((text) => ({
      text,
      what: `the address of ${who}`,
      seenBy: seen(who, ...tradesWith(who)),
    }));
  });
  const complaints = Object.entries(QUARRELS).map(([who, seller]) => ({
    ...{ text: complaintOf(who), what: `the complaint of ${who}`, seenBy: seen(who, seller) },
  }));
  const accounts = ["seller A", "seller B"].map((who) => ({
    ...{ text: accountNumber(who), what: `the account number of ${who}`, seenBy: nobody },
  }));
  const held = [...tokens.values()].filter((token) => token !== null);
  return [
    ...own,
    ...addresses,
    ...complaints,
    ...accounts,
    ...held.map((text) => ({ text, what: "a token", seenBy: nobody })),
  ];
}

/** Who has a dispute with whom. */
const QUARRELS: Readonly<Record<string, string>> = { "buyer A": "seller A", "buyer B": "seller B" };
const complaintOf = (who: string): string => `Kanari complaint of ${who}`;

function tradesWith(who: string): string[] {
  if (who === "buyer A") return ["seller A", "seller B"];
  return who === "buyer B" ? ["seller B"] : [];
}

async function listingOf(world: World, seller: UserId): Promise<ProductId> {
  const id = newIdBeside("product", world.now(), seller);
  const text = { en: "Brass lamp", ar: "مصباح نحاسي" };
  await insertProduct(world.db, {
    ...{ id, seller, title: text, description: text, pictures: [], price: money(125_000n, "INR"), stock: 1_000_000 },
    parcel: { grams: 900, millimetres: { length: 300, width: 220, height: 140 } },
    ...{ listedAt: world.now(), active: true },
  });
  return id;
}

const accountOf = (world: World, user: UserId, number: string, who: string) =>
  addBankAccount(
    ...([world.db, DATA_KEY, asking(user)] as const),
    { holderName: `Kanari ${who}`, accountNumber: number, ifsc: "YESB0000262", kind: "current" },
    world.now(),
  );

/** What he is paid stays in his wallet until he withdraws it. */
async function keepsMoney(world: World, user: UserId): Promise<void> {
  const wanted = { schedule: { kind: "manual" }, shares: null } as const;
  expectOk(await changeSchedule(world.db, outgoingOf(world.parts), asking(user), wanted, world.now()), "schedule");
}

/** One order in each of many states. */
async function tradeBetween(world: World, buyer: UserId, product: ProductId, address: typeof ADDRESS): Promise<void> {
  const wanted = { buyer, product, address };
  await world.openPayment(await world.order(wanted));
  const { order: cancelled } = await world.paid(wanted);
  await world.give(cancelled, "cancel", "buyer");
  const { order: lapsed } = await world.paid(wanted);
  const { order: sold } = await shipped(world, wanted);
  await world.give(sold, "confirm_receipt", "buyer");
  await world.settle();
  await world.pass(days(2));
  await world.deal(lapsed.deal);
  const { order: delivered } = await shipped(world, wanted);
  const shipment = await world.shipment(delivered);
  if (shipment) world.carrier.scan(shipment.id, "delivered", world.now());
  await world.pass(hours(3));
  await shipped(world, wanted);
  await world.paid(wanted);
  await world.order(wanted);
  await world.order(wanted);
}

/** Three disputes: one that waits for its answer, one that was answered, and one that an arbiter has taken. */
async function quarrel(
  world: World,
  wanted: { readonly buyer: UserId; readonly product: ProductId; readonly address: typeof ADDRESS },
  arbiter: UserId,
  text: string,
): Promise<void> {
  const { db, now } = world;
  const claims = [{ kind: "refund" as const, amount: null, text }];
  for (const reached of ["raised", "answered", "taken"]) {
    const { order } = await shipped(world, wanted);
    const said = { text, files: [], key: `${reached} ${order.id}` };
    const asked = { ...said, side: "buyer" as const, by: order.buyer, problem: "not_arrived" as const, claims };
    const { id } = expectOk(await raise(db, order, asked, now()), "dispute");
    if (reached === "raised") continue;
    expectOk(await respond(db, id, { ...said, side: "seller", by: order.seller }, now()), "answer");
    if (reached === "taken") expectOk(await take(db, id, asking(arbiter), now()), "taken");
  }
  await world.settle();
}

async function shipped(world: World, wanted: Parameters<World["paid"]>[0]) {
  const done = await world.paid(wanted);
  await world.dispatch(done.order);
  await world.settle();
  return done;
}

/** What finance staff have to look after: money of nobody, a debt, refunds and payouts that failed. */
async function trouble(world: World): Promise<void> {
  const bank = buyersBankOf(() => world);
  await world.gateway.open({
    ...{ payment: "paid_in_the_dashboard", amount: money(7_500n, "INR"), returnUrl: "", notifyUrl: "" },
    buyer: { id: "x", name: "Demo", email: "x@example.test", phone: "9000000009" },
    expiresAt: world.now(),
  });
  world.gateway.pay("paid_in_the_dashboard");
  const raw = webhook({ payment: "paid_in_the_dashboard" }, "event");
  await receiveWebhook(world.db, world.parts.gateways, world.gateway.name, raw, world.now());
  const { payment } = await bank.soldOrder();
  await bank.decided(payment, await bank.disputed(payment), "lost");
  const { payment: open } = await world.paid();
  await bank.disputed(open);
  world.rail.calls.order("send", declined);
  await bank.soldOrder();
  world.gateway.calls.order("refund", declined);
  const { order } = await world.paid();
  await world.give(order, "cancel", "buyer");
  await world.settle();
}
