import { DEFAULT_POLICY, type Deal, type Policy } from "../../core/escrow/index.ts";
import {
  type DealId,
  type OrderId,
  type PaymentId,
  type ProductId,
  parseId,
  type UserId,
} from "../../core/ids/index.ts";
import { type Money, money } from "../../core/money/index.ts";
import { expectOk, type Result } from "../../core/result/index.ts";
import { at, type Duration, type Instant, seconds } from "../../core/time/index.ts";
import { type Parts, workOf } from "../../server/entrypoints/wiring.ts";
import { insertProduct, readProduct } from "../../server/modules/catalog/index.ts";
import {
  type AdvanceRefusal,
  advance,
  type DealEvent,
  eventsOf,
  nextWake,
  readDeal,
} from "../../server/modules/escrow/index.ts";
import { insertUser } from "../../server/modules/identity/index.ts";
import { balances } from "../../server/modules/ledger/index.ts";
import {
  type Order,
  type PlaceOrder,
  type PlaceRefusal,
  placeOrder,
  readOrder,
  requestDispatch,
} from "../../server/modules/orders/index.ts";
import { addLook, paymentsOfDeal, refundsOfDeal, startPayment } from "../../server/modules/payments/index.ts";
import { addBankAccount, payoutOfDeal } from "../../server/modules/payouts/index.ts";
import { quoteRates, type Shipment, shipmentOfOrder } from "../../server/modules/shipping/index.ts";
import type { VirusScanner } from "../../server/ports/virus-scanner.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import { newIdBeside, newRootId } from "../../server/runtime/ids/index.ts";
import { createHub } from "../../server/runtime/push/index.ts";
import { keyring } from "../../server/runtime/secrets/index.ts";
import { drain, nextDue, type Work } from "../../server/runtime/work/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { asking } from "./asking.ts";
import { wrongs } from "./books.ts";
import { fakeCarrier } from "./carrier.ts";
import { memoryFiles } from "./files.ts";
import { fakeGateway } from "./gateway.ts";
import { fakeRail } from "./rail.ts";

export const START = at(Date.UTC(2026, 2, 2, 9));
export const ADDRESS = {
  name: "Asha (demo buyer)",
  phone: "9000000001",
  line1: "7 Lake Road",
  line2: null,
  city: "Mumbai",
  postcode: "400001",
};
export const PRICE = money(29_900n, "INR");
/** Bytes that one user may have. */
export const FILE_QUOTA = 4 * 1024 * 1024;
export const DATA_KEY = keyring(new Uint8Array(32).fill(7));

export type World = Awaited<ReturnType<typeof createWorld>>;

/** A small marketplace on a real database: one seller, one product, and providers that can be made to fail. */
export async function createWorld(
  test: TestDatabase,
  options: {
    stock?: number;
    policy?: Policy;
    bankAccount?: boolean;
    parts?: Partial<Parts>;
    scanner?: VirusScanner;
  } = {},
) {
  const time = { now: START };
  const clock = { now: () => time.now };
  const gateway = fakeGateway(clock);
  const rail = fakeRail();
  const carrier = fakeCarrier();
  const files = memoryFiles();
  const errors: unknown[] = [];
  const parts: Parts = {
    db: test.app,
    clock,
    hub: createHub(),
    policy: options.policy ?? DEFAULT_POLICY,
    gateways: [gateway],
    rail,
    carriers: [carrier],
    files: { store: files, quotaBytes: FILE_QUOTA, scanner: options.scanner ?? null },
    dataKey: DATA_KEY,
    publicUrl: "https://amana.example.test",
    onError: (error) => errors.push(error),
    ...options.parts,
  };
  const work = workOf(parts);
  const { app: db, owner } = test;
  const settle = (): Promise<void> => drain(work);
  const seller = await person(db, true);
  const buyer = await person(db, false);
  const product = await listing(db, seller, options.stock ?? 1000);
  let accounts = 0;
  const account = async (user: UserId) => {
    const accountNumber = String(26_291_800_001_191 + accounts++).padStart(15, "0");
    const details = { holderName: "Deccan Looms", accountNumber, ifsc: "YESB0000262", kind: "current" } as const;
    return expectOk(await addBankAccount(db, DATA_KEY, asking(user), details, time.now), accountNumber);
  };
  if (options.bankAccount !== false) await account(seller);
  await settle();

  const state = async (deal: DealId): Promise<Deal> => expectOk(present(await readDeal(owner, deal)), deal);
  return {
    ...{ db, owner, test, clock, parts, work, gateway, rail, carrier, files, errors, seller, buyer, product, settle },
    addBankAccount: account,
    person: (sells = false) => person(db, sells),
    listing: (stock: number, price?: Money) => listing(db, seller, stock, price),

    ...clockHands(time, db, settle),
    ...actions({ db, parts, time, settle, gateway, buyer, product }),

    deal: state,
    stateOf: async (order: Order) => (await state(order.deal)).state,
    eventsOf: (order: Order): Promise<DealEvent[]> => eventsOf(owner, order.deal),
    stockOf: async (id: ProductId = product) => (await readProduct(owner, id))?.stock,
    refunds: (order: Order) => refundsOfDeal(owner, order.deal),
    payments: (order: Order) => paymentsOfDeal(owner, order.deal),
    payout: (order: Order) => payoutOfDeal(owner, order.deal),
    shipment: (order: Order) => shipmentOfOrder(owner, order.id),
    balance: async (code: string) =>
      (await balances(owner, code))
        .filter(({ account }) => account === code)
        .reduce((sum, { balance }) => sum + balance.minor, 0n),
    notices: (order: Order) =>
      owner.query<{ key: string; event_key: string }>(
        "select key, event_key from notifications.notification where order_id = $1",
        [order.id],
      ),
    /** Sentences about money that is not right; the test expects none. */
    books: () => wrongs(owner, { gateways: [gateway], rail }),
  };
}

type Inside = {
  readonly db: Database;
  readonly parts: Parts;
  readonly time: { now: Instant };
  readonly settle: () => Promise<void>;
  readonly gateway: ReturnType<typeof fakeGateway>;
  readonly buyer: UserId;
  readonly product: ProductId;
};

/** What people do, through the doors of the modules. */
function actions({ db, parts, time, settle, gateway, buyer, product }: Inside) {
  const draft = async (wanted: Partial<PlaceOrder> = {}): Promise<PlaceOrder> => {
    const asked = { product: wanted.product ?? product, quantity: wanted.quantity ?? 1, postcode: ADDRESS.postcode };
    const listed = expectOk(present(await readProduct(db, asked.product)), asked.product);
    const [carrier] = parts.carriers;
    if (!carrier) throw new Error("no carrier");
    const question = { fromPostcode: "411001", toPostcode: asked.postcode, parcel: listed.parcel, value: listed.price };
    const quote = expectOk(await quoteRates(db, carrier, asked, question, time.now), "quote");
    return { buyer, ...asked, address: ADDRESS, quote: quote.id, courier: "road", key: `key-${quote.id}`, ...wanted };
  };
  const place = (request: PlaceOrder): Promise<Result<Order, PlaceRefusal>> =>
    placeOrder(db, parts.policy, request, time.now);
  const order = async (wanted: Partial<PlaceOrder> = {}): Promise<Order> =>
    expectOk(await place(await draft(wanted)), "order");
  const openPayment = async (placed: Order): Promise<PaymentId> => {
    const deal = expectOk(present(await readDeal(db, placed.deal)), placed.deal);
    const payment = expectOk(
      await startPayment(db, parts.gateways, deal, "https://amana.example.test/paid", time.now),
      "payment",
    );
    await settle();
    return payment.id;
  };
  const look = async (payment: PaymentId): Promise<void> => {
    await addLook(db, payment, time.now, time.now);
    await settle();
  };
  const paid = async (wanted: Partial<PlaceOrder> = {}): Promise<{ order: Order; payment: PaymentId }> => {
    const placed = await order(wanted);
    const payment = await openPayment(placed);
    gateway.pay(payment);
    await look(payment);
    return { order: placed, payment };
  };
  /** Many orders, paid: the work is done once for all of them. */
  const manyPaid = async (count: number): Promise<Order[]> => {
    const orders: Order[] = [];
    for (let n = 0; n < count; n++) orders.push(await order());
    const payments: PaymentId[] = [];
    for (const placed of orders) {
      const deal = expectOk(present(await readDeal(db, placed.deal)), placed.deal);
      payments.push(
        expectOk(await startPayment(db, parts.gateways, deal, "https://amana.example.test/paid", time.now), "payment")
          .id,
      );
    }
    await settle();
    for (const payment of payments) {
      gateway.pay(payment);
      await addLook(db, payment, time.now, time.now);
    }
    await settle();
    return orders;
  };
  const give = (
    placed: Order,
    name: string,
    by: "buyer" | "seller" | "carrier",
    when = time.now,
  ): Promise<Result<Deal, AdvanceRefusal>> =>
    advance(db, placed.deal, { name, by, at: when }, time.now, {
      actorId: by === "seller" ? placed.seller : placed.buyer,
    });
  const dispatch = async (placed: Order): Promise<Shipment> =>
    expectOk(await requestDispatch(db, placed, null, time.now), "dispatch");
  const shipped = async (): Promise<{ order: Order; payment: PaymentId; shipment: Shipment }> => {
    const done = await paid();
    const shipment = await dispatch(done.order);
    await settle();
    return { ...done, shipment };
  };
  return {
    draft,
    place,
    order,
    openPayment,
    look,
    paid,
    manyPaid,
    give,
    dispatch,
    shipped,
    reread: (id: OrderId) => readOrder(db, id),
  };
}

/** The world's clock: jumps, or passes through every moment at which something falls due. */
function clockHands(time: { now: Instant }, db: Database, settle: () => Promise<void>) {
  return {
    now: (): Instant => time.now,
    setClock(instant: number): void {
      time.now = at(instant);
    },
    jump(length: Duration): void {
      time.now = at(time.now + length);
    },
    /** Time goes by and everything that falls due is done at its moment, or so much later as workers are late. */
    async pass(length: Duration, late: Duration = seconds(0)): Promise<void> {
      const end = time.now + length;
      await settle();
      for (;;) {
        const moments = [await nextWake(db), await nextDue(db)].filter((moment) => moment !== null && moment <= end);
        if (moments.length === 0) break;
        time.now = at(Math.min(end, Math.max(time.now, Math.min(...moments.map(Number))) + late));
        await settle();
      }
      time.now = at(end);
      await settle();
    },
  };
}

/** As one worker does it; a second worker of the same world has its own database connections or its own providers. */
export const workerOf = (world: World, changed: Partial<Parts>): Work => workOf({ ...world.parts, ...changed });

const present = <T>(value: T | null): Result<T, "missing"> =>
  value === null ? { ok: false, error: "missing" } : { ok: true, value };

export const paymentIdOf = (text: string): PaymentId => expectOk(present(parseId("payment", text)), text);

let people = 0;

async function person(db: Database, sells: boolean): Promise<UserId> {
  people += 1;
  const id = newRootId("user", START);
  const pickupAddress = sells ? { line1: "14 Weavers Lane", line2: null, city: "Pune", postcode: "411001" } : null;
  const name = sells ? `Shop ${people} (demo shop)` : `Buyer ${people} (demo buyer)`;
  await insertUser(db, {
    id,
    demoKey: null,
    name,
    email: `${id}@example.test`,
    phone: "9000000001",
    roles: ["user"],
    pickupAddress,
  });
  return id;
}

async function listing(db: Database, seller: UserId, stock: number, price: Money = PRICE): Promise<ProductId> {
  const id = newIdBeside("product", START, seller);
  const text = { en: "Block-print cotton", ar: "قطن مطبوع" };
  const parcel = { grams: 400, millimetres: { length: 300, width: 220, height: 40 } };
  await insertProduct(db, {
    id,
    seller,
    title: text,
    description: text,
    pictures: [],
    price,
    stock,
    parcel,
    listedAt: START,
    active: true,
  });
  return id;
}
