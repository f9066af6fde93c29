import { type OrderId, type ProductId, parseId, shardOf, type UserId, uuidOf } from "../../../core/ids/index.ts";
import { accounts, move } from "../../../core/ledger/index.ts";
import { money } from "../../../core/money/index.ts";
import { expectOk, ok, refuse } from "../../../core/result/index.ts";
import type { Parts } from "../../../server/entrypoints/wiring.ts";
import { propose } from "../../../server/modules/approvals/index.ts";
import { insertProduct } from "../../../server/modules/catalog/index.ts";
import { advance } from "../../../server/modules/escrow/index.ts";
import { insertUser, type Role } from "../../../server/modules/identity/index.ts";
import { post } from "../../../server/modules/ledger/index.ts";
import { handOver, type Order } from "../../../server/modules/orders/index.ts";
import { inFlight, receiveWebhook } from "../../../server/modules/payments/index.ts";
import { addBankAccount, debtWriteOff } from "../../../server/modules/payouts/index.ts";
import { newIdBeside, newRootId } from "../../../server/runtime/ids/index.ts";
import type { TestDatabase } from "../../database/index.ts";
import { asking } from "../../money/asking.ts";
import { declined } from "../../money/faults.ts";
import { webhook } from "../../money/gateway.ts";
import { ADDRESS, createWorld, DATA_KEY, type World } from "../../money/world.ts";
import { payFor, placeWork } from "../../orders/ground.ts";
import { NOWHERE, PUSH } from "../belongings.ts";
import { disputesOf } from "./disputes.ts";
import { undoable } from "./undo.ts";

export const SIDES = ["A", "B"] as const;
export type Side = (typeof SIDES)[number];

/** Words that stand in secret and private fields, and who alone may read them: names of people, or `staff` for all of the staff. */
export type Canary = { readonly word: string; readonly seenBy: readonly string[]; readonly contact?: true };

export type Market = Awaited<ReturnType<typeof createMarket>>;

/** Two buyers and two sellers who deal in pairs, and everybody who looks after them; what each pair has is alike. */
export async function createMarket(database: TestDatabase) {
  const { db, undo } = undoable(database.app);
  const world = await createWorld({ ...database, app: db }, { parts: OUTSIDE });
  const canaries: Canary[] = [];
  const hide = (word: string, ...seenBy: string[]): string => {
    canaries.push({ word, seenBy });
    return word;
  };
  const contact = (word: string, ...seenBy: string[]): string => {
    canaries.push({ word, seenBy, contact: true });
    return word;
  };
  const people = await peopleOf(world, hide, contact);
  const sides = { A: await sideOf(world, people, "A", hide), B: await sideOf(world, people, "B", hide) };
  return { world, undo, people, sides, canaries, hide };
}

/** The outside world as far as routes ask it themselves. Passwords are weighed without the work of it. */
const OUTSIDE: Partial<Parts> = {
  outbound: NOWHERE,
  push: PUSH,
  passwords: { hash: async (password) => `as it is: ${password}`, check: async () => ({ right: false, weak: false }) },
  signInProviders: [
    {
      ...{ name: "elsewhere", label: "Elsewhere (demo)" },
      begin: async () => ok("https://elsewhere.example.test/sign-in"),
      finish: async () => refuse({ kind: "not_found" }),
    },
  ],
};

const PEOPLE = {
  "buyer A": ["user"],
  "buyer B": ["user"],
  "seller A": ["user"],
  "seller B": ["user"],
  "colleague A": ["user"],
  "colleague B": ["user"],
  visitor: ["user"],
  support: ["user", "support"],
  arbiter: ["user", "arbiter"],
  finance: ["user", "finance"],
  "second finance": ["user", "finance"],
  admin: ["user", "admin"],
  suspended: ["user", "support", "arbiter", "finance", "admin"],
} as const satisfies Record<string, readonly Role[]>;
export type PersonName = keyof typeof PEOPLE;
export const isPerson = (name: string): name is PersonName => Object.hasOwn(PEOPLE, name);
export const rolesOf = (name: PersonName): readonly Role[] => PEOPLE[name];

type Hide = (word: string, ...seenBy: string[]) => string;
export type People = Readonly<Record<PersonName, UserId>>;

async function peopleOf({ db, owner, now }: World, hide: Hide, contact: Hide): Promise<People> {
  const made: Partial<Record<PersonName, UserId>> = {};
  for (const [index, name] of Object.keys(PEOPLE).filter(isPerson).entries()) {
    const id = newRootId("user", now());
    made[name] = id;
    const word = name.replace(" ", ".");
    const pickup = { line1: hide(`canary-pickup-${word}`, name), line2: null, city: "Pune", postcode: "411001" };
    await insertUser(db, {
      id,
      demoKey: null,
      name: `${name} (demo)`,
      email: contact(`canary.mail.${word}@example.test`, name),
      phone: contact(`91234567${String(index).padStart(2, "0")}`, name),
      roles: PEOPLE[name],
      pickupAddress: name.startsWith("seller") ? pickup : null,
    });
  }
  const { suspended } = made;
  if (suspended)
    await owner.query(`update identity."user" set suspended_at = now() where id = $1`, [uuidOf(suspended)]);
  return everyone(made);
}

function everyone(made: Partial<Record<PersonName, UserId>>): People {
  const of = (name: PersonName): UserId => made[name] ?? fail(name);
  return {
    ...{ "buyer A": of("buyer A"), "buyer B": of("buyer B"), "seller A": of("seller A"), "seller B": of("seller B") },
    ...{ "colleague A": of("colleague A"), "colleague B": of("colleague B") },
    ...{ visitor: of("visitor"), support: of("support"), arbiter: of("arbiter"), finance: of("finance") },
    ...{ "second finance": of("second finance"), admin: of("admin"), suspended: of("suspended") },
  };
}

const fail = (name: string): never => {
  throw new Error(`nobody is ${name}`);
};

export type SideThings = Awaited<ReturnType<typeof sideOf>>;

/** What one pair has: orders at every station, money that went out and came back, a debt, unmatched money. */
async function sideOf(world: World, people: People, side: Side, hide: Hide) {
  const [buyer, seller] = [people[`buyer ${side}`], people[`seller ${side}`]];
  const product = await listing(world, seller);
  const bankAccount = await bankAccountOf(world, seller, side, hide);
  const failedAccount = await refusedAccountOf(world, seller, side);
  await world.settle();
  const at = stations(world, { buyer, seller, product, side, hide });
  const awaiting = await at.placed();
  const payment = await world.openPayment(awaiting);
  hide(`https://pay.example.test/${payment}`, `buyer ${side}`);
  const orders = {
    awaiting,
    paid: await at.paid(),
    large: await at.paid(ABOVE_THE_LIMIT),
    accepted: await at.accepted(),
    shipped: await at.shipped(),
    cancelled: await at.cancelled(),
    decided: await at.decided(people.finance),
    done: await at.done(),
    unpaidOut: await at.unpaidOut(),
    working: await at.working(),
    handedOver: await at.handedOver(),
  };
  await world.settle();
  const disputes = await disputesOf(world, at, people.arbiter, side, hide);
  const debtor = await debtOf(world, buyer);
  const writeOff = expectOk(
    await propose(
      world.db,
      debtWriteOff,
      {
        subject: debtor,
        content: { amount: { amount: 100, currency: "INR" } },
        reason: hide(`canary-debt-${side}`, "finance", "second finance", "admin"),
      },
      { ...asking(people["second finance"]), key: `write-off ${side}` },
      world.now(),
    ),
    "write-off",
  );
  return {
    ...{ side, buyer, seller, product, bankAccount, failedAccount, orders, payment, approval: writeOff.proposal.id },
    ...disputes,
    ...(await moneyOf(world, orders)),
    capture: await unmatched(world, side),
    secrets: await idsOf(world, orders, buyer),
  };
}

/** So many come to more than one person of the staff decides about. */
const ABOVE_THE_LIMIT = 4;

async function listing({ db, now }: World, seller: UserId): Promise<ProductId> {
  const id = newIdBeside("product", now(), seller);
  const text = { en: "Handwoven scarf", ar: "وشاح منسوج" };
  await insertProduct(db, {
    ...{ id, seller, title: text, description: text, pictures: [], price: money(29_900n, "INR"), stock: 1000 },
    parcel: { grams: 400, millimetres: { length: 300, width: 220, height: 40 } },
    ...{ listedAt: now(), active: true },
  });
  return id;
}

const BANK = { holderName: "Deccan Looms", ifsc: "YESB0000262", kind: "current" } as const;

async function bankAccountOf({ db, now }: World, seller: UserId, side: Side, hide: Hide) {
  const accountNumber = hide(side === "A" ? "000111222333444" : "000555666777888");
  const holderName = hide(`Canary Holder ${side}`, `seller ${side}`, "finance", "second finance", "admin");
  const account = { ...BANK, holderName, accountNumber };
  return expectOk(await addBankAccount(db, DATA_KEY, asking(seller), account, now()), "bank account").id;
}

/** One that the rail has refused, which its owner may have verified again. */
async function refusedAccountOf({ db, owner, settle, now }: World, seller: UserId, side: Side) {
  const account = { ...BANK, accountNumber: `00099988877766${side}` };
  const made = expectOk(await addBankAccount(db, DATA_KEY, asking(seller), account, now()), "bank account");
  await settle();
  await owner.query("update payouts.bank_account set status = 'failed', is_primary = false where id = $1", [
    uuidOf(made.id),
  ]);
  await owner.query(
    "update payouts.bank_account set is_primary = true, usable_from = $3 where user_id = $1 and id <> $2",
    [uuidOf(seller), uuidOf(made.id), new Date(now()).toISOString()],
  );
  return made.id;
}

type Pair = {
  readonly buyer: UserId;
  readonly seller: UserId;
  readonly product: ProductId;
  readonly side: Side;
  readonly hide: Hide;
};

/** Orders brought so far and no further. */
function stations(world: World, { buyer, seller, product, side, hide }: Pair) {
  const parties = [`buyer ${side}`, `seller ${side}`, "staff"];
  const address = {
    ...ADDRESS,
    name: hide(`Canary Reader ${side}`, ...parties),
    phone: hide(side === "A" ? "9222200001" : "9222200002", ...parties),
    line1: hide(`canary-street-${side}`, ...parties),
  };
  const wanted = { buyer, product, address };
  const paid = async (quantity = 1): Promise<Order> => (await world.paid({ ...wanted, quantity })).order;
  const shipped = async (): Promise<Order> => {
    const order = await paid();
    const shipment = await world.dispatch(order);
    hide(`https://labels.example.test/${shipment.id}.pdf`, `seller ${side}`);
    await world.settle();
    return order;
  };
  const done = async (): Promise<Order> => {
    const order = await shipped();
    expectOk(await world.give(order, "confirm_receipt", "buyer"), "receipt");
    await world.settle();
    return order;
  };
  const noted = async (order: Order, name: string, by: "buyer" | "finance", note: string, actorId: UserId) => {
    expectOk(await advance(world.db, order.deal, { name, by, at: world.now() }, world.now(), { actorId, note }), name);
    await world.settle();
    return order;
  };
  const working = async (): Promise<Order> => {
    const order = await placeWork(world, { buyer, seller });
    await payFor(world, order);
    expectOk(
      await advance(world.db, order.deal, { name: "begin", by: "contract", at: world.now() }, world.now()),
      "begin",
    );
    return order;
  };
  return {
    ...{ paid, shipped, done, working },
    async handedOver(): Promise<Order> {
      const order = await working();
      const message = hide(`canary-delivery-${side}`, ...parties);
      const said = { by: "seller", user: seller, key: "first", expected: null, message, links: [], files: [] } as const;
      expectOk(await handOver(world.db, order, said, world.now()), "delivery");
      return order;
    },
    placed: (): Promise<Order> => world.order(wanted),
    async accepted(): Promise<Order> {
      const order = await paid();
      expectOk(await world.give(order, "accept", "seller"), `accepted by ${seller}`);
      return order;
    },
    cancelled: async () => noted(await paid(), "cancel", "buyer", hide(`canary-note-${side}`), buyer),
    decided: async (by: UserId) => noted(await paid(), "admin_refund", "finance", hide(`canary-reason-${side}`), by),
    async unpaidOut(): Promise<Order> {
      const order = await shipped();
      world.rail.calls.order("send", declined);
      expectOk(await world.give(order, "confirm_receipt", "buyer"), "receipt");
      await world.settle();
      return order;
    },
  };
}

async function debtOf({ db, now }: World, user: UserId): Promise<UserId> {
  const entries = move(accounts.receivable(user), accounts.clearing("testpay"), money(900n, "INR"));
  await post(db, [{ shard: shardOf(user), key: `debt:${user}`, kind: "chargeback", deal: null, entries }], now());
  return user;
}

async function moneyOf(world: World, orders: { readonly cancelled: Order; readonly unpaidOut: Order }) {
  const payout = await world.payout(orders.unpaidOut);
  const [refund] = await world.refunds(orders.cancelled);
  if (payout?.state !== "failed" || !refund) throw new Error(`the money went otherwise: ${payout?.state}`);
  return { failedPayout: payout.id, refund: refund.id };
}

/** Money at our gateway account for a payment that we know nothing of. */
async function unmatched(world: World, side: Side) {
  const name = `order_of_the_dashboard_${side}`;
  await world.gateway.open({
    ...{ payment: name, amount: money(5_000n, "INR"), returnUrl: "", notifyUrl: "", expiresAt: world.now() },
    buyer: { id: "x", name: "Demo", email: "x@example.test", phone: "9000000009" },
  });
  world.gateway.pay(name);
  const hook = webhook({ payment: name }, `${name} one`);
  await receiveWebhook(world.db, world.parts.gateways, "testpay", hook, world.now());
  await world.settle();
  const known = await inFlight(world.db, [], 1000);
  const found = known.filter(({ kind }) => kind === "suspense").at(side === "A" ? 0 : -1);
  const id = found && parseId("capture", found.id);
  if (!id) throw new Error("no money is unmatched");
  return id;
}

/** The ids of what belongs to one pair alone: in no answer to the other pair. */
async function idsOf(
  { owner, payments, shipment, payout }: World,
  orders: Readonly<Record<string, Order>>,
  buyer: UserId,
) {
  const found: (string | undefined)[] = [buyer];
  for (const order of Object.values(orders)) {
    found.push(order.id, order.deal, order.number);
    found.push(...(await payments(order)).map(({ id }) => id), (await shipment(order))?.id, (await payout(order))?.id);
  }
  const rows = await owner.query<{ id: string }>(
    `select 'ntf_' || replace(n.id::text, '-', '') as id from notifications.notification n where n.order_id = any ($1)`,
    [Object.values(orders).map(({ id }: { id: OrderId }) => id)],
  );
  return [...found, ...rows.map(({ id }) => id)].filter((id) => id !== undefined);
}
