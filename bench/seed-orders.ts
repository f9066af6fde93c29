import { after, days } from "../core/time/index.ts";
import { createSealer, sealKey } from "../server/modules/seals/index.ts";
import type { Database } from "../server/runtime/database/index.ts";
import { open, type Place } from "./cluster.ts";
import { COMMISSION, HOT_DIGITS, HOT_SHARD, now, openWallets, SEEDED, TOTAL, unguarded } from "./seed.ts";

/** Whoever buys or sells has a hundred orders, however many there are in all: lists are as long in every size. */
const ORDERS_EACH = 100;
/** So many of the latest orders have their postings in real blocks. */
export const SEALED_ORDERS = 5_000;
const EVENTS = 4;
/** One follows another by a second; the wallets were opened the day before. */
export const FIRST_ORDER = after(SEEDED, -days(30));
const STARTED = new Date(FIRST_ORDER).toISOString();

export const peopleOf = (orders: number): number => Math.max(1, orders / ORDERS_EACH);
export const buyerToken = (n: number): string => `bench-session-of-buyer-${n}`;
export const sellerToken = (n: number): string => `bench-session-of-seller-${n}`;

const uuid = (digits: string): string => `lpad(${digits} || '${HOT_DIGITS}', 32, '0')::uuid`;
const buyer = (k: string): string => uuid(`(90000000 + ${k})`);
const seller = (k: string): string => uuid(`(80000000 + ${k})`);
const moment = "$2::timestamptz + n * interval '1 second'";

/** Completed sales with everything that their pages, lists and statements read, written by sets; the sellers have wallets already. */
export async function seedOrders(place: Place, orders: number): Promise<void> {
  await openWallets(place, after(FIRST_ORDER, -days(1)));
  const owner = open(place.ownerUrl, 1);
  await owner.query("set work_mem = '512MB'");
  const people = peopleOf(orders);
  const each = (sql: string) => owner.query(sql.replaceAll("PEOPLE", String(people)), [orders, STARTED]);
  await seedPeople(owner, people);
  await unguarded(owner, async () => {
    for (const sql of [...MARKETPLACE, ...LEDGER]) await each(sql);
    await owner.query(BALANCES);
  });
  await standInForSeals(owner);
  await owner.query("vacuum analyze");
  await owner.close();
  await sealTheRest(place);
}

async function seedPeople(owner: Database, people: number): Promise<void> {
  for (const [role, id] of [
    ["buyer", buyer("k")],
    ["seller", seller("k")],
  ]) {
    await owner.query(
      `insert into identity."user" (id, demo_key, name, email, phone, roles)
       select ${id}, null, 'Demo ${role} ' || k, '${role}-' || k || '@example.test', '9000000001', '{user}' from generate_series(0, $1::int - 1) k`,
      [people],
    );
    await owner.query(
      `insert into identity.session (token_hash, user_id, created_at, expires_at)
       select sha256(convert_to('bench-session-of-${role}-' || k, 'UTF8')), ${id}, now(), now() + interval '1 day' from generate_series(0, $1::int - 1) k`,
      [people],
    );
  }
}

const ALL = "from generate_series(1, $1::int) n where $2::timestamptz is not null";
const ID = uuid("n");
const [BUYER, SELLER] = [buyer("n % PEOPLE"), seller("n % PEOPLE")];

const BOOKED = JSON.stringify({ value: { amount: String(TOTAL), currency: "INR" }, items: [] });

const MARKETPLACE = [
  `insert into escrow.deal (shard, id, process, process_version, state, revision, buyer, seller, currency, total, commission, commission_tax,
     seller_receives, escrow, gateway, policy, created_at)
   select ${HOT_SHARD}, ${ID}, 'shipped_goods', 1, 'completed', 5, ${BUYER}, ${SELLER}, 'INR', ${TOTAL}, ${COMMISSION}, 0,
     ${TOTAL - COMMISSION}, 'released', 'bench', '{}', ${moment} ${ALL}`,
  `insert into escrow.event (shard, deal, seq, command, actor, from_state, to_state, happened_at, recorded_at)
   select ${HOT_SHARD}, ${ID}, s.seq, s.command, s.actor, s.from_state, s.to_state, ${moment}, ${moment}
     from generate_series(1, $1::int) n cross join (values
       (2, 'payment_captured', 'gateway', 'payment_pending', 'escrow_locked'), (3, 'dispatch', 'seller', 'escrow_locked', 'shipped'),
       (4, 'delivered', 'carrier', 'shipped', 'delivered'), (5, 'confirm_receipt', 'buyer', 'delivered', 'completed')
     ) s(seq, command, actor, from_state, to_state) order by n, s.seq`,
  `insert into orders."order" (shard, id, number, buyer_id, seller_id, deal_id, currency, goods, shipping, total, commission, seller_receives,
     shipping_address, shipping_option, parcel, placed_at, status, revision)
   select ${HOT_SHARD}, ${ID}, 'ORD-2026-' || lpad(n::text, 7, '0'), ${BUYER}, ${SELLER}, ${ID}, 'INR', ${TOTAL - 4900n}, 4900, ${TOTAL},
     ${COMMISSION}, ${TOTAL - COMMISSION},
     '{"name":"Asha (demo buyer)","phone":"9000000001","line1":"22 Residency Road","line2":null,"city":"Bengaluru","postcode":"560001"}',
     '{"carrier":"rapidshyp","courier":"6001","title":"Demo Surface","speed":"standard","price":"4900","expectedOn":null}',
     '{"grams":400,"millimetres":{"length":300,"width":220,"height":40}}', ${moment}, 'completed', 5 ${ALL}`,
  `insert into orders.item (shard, order_id, line, product_id, title, picture, sku, unit_price, quantity)
   select ${HOT_SHARD}, ${ID}, 0, ${uuid("(n % 1000)")}, '{"en":"Block-print cotton (demo product)","ar":"قطن مطبوع (منتج تجريبي)"}',
     '/pictures/block-print-fabric.svg', 'prd_demo', ${TOTAL - 4900n}, 1 ${ALL}`,
  `insert into payments.payment (shard, id, deal_id, buyer_id, gateway, currency, amount, state, return_url, reference, opened_at, expires_at)
   select ${HOT_SHARD}, ${ID}, ${ID}, ${BUYER}, 'cashfree', 'INR', ${TOTAL}, 'captured', 'https://amana.example.test/', 'demo-' || n,
     ${moment}, ${moment} + interval '30 minutes' ${ALL}`,
  `insert into shipping.shipment (shard, id, order_id, seller_id, carrier, request, state, requested_at, reference, tracking_number, courier_title,
     label_url, tracking_url, journey_over)
   select ${HOT_SHARD}, ${ID}, ${ID}, ${SELLER}, 'rapidshyp', '${BOOKED}', 'booked', ${moment}, 'S' || n, 'AWB' || n, 'Demo Surface',
     'https://carrier.example.test/label', 'https://carrier.example.test/track', true ${ALL}`,
  `insert into payouts.payout (shard, id, seller_id, deal_id, rail, currency, amount, state, requested_at, updated_at, kind, cause)
   select ${HOT_SHARD}, ${ID}, ${SELLER}, ${ID}, 'cashfree', 'INR', ${TOTAL - COMMISSION}, 'paid', ${moment}, ${moment}, 'release',
     'release:deal_' || lpad(n || '${HOT_DIGITS}', 32, '0') ${ALL}`,
];

const POSTING = { fund: uuid("(n || '1')"), release: uuid("(n || '2')") };
const entriesOf = (posting: keyof typeof POSTING, account: string, line: string, join = "") =>
  `insert into ledger.entry (shard, account, seq, posting, amount, balance_after, denomination)
   select ${HOT_SHARD}, ${account}, ${line.split("|")[0]}, ${POSTING[posting]}, ${line.split("|")[1]}, ${line.split("|")[2]}, 'INR'
     from generate_series(1, $1::int) n ${join} where $2::timestamptz is not null order by n`;
const sole = (code: string): string =>
  `cross join (select id, balance, last_seq from ledger.account where shard = ${HOT_SHARD} and code = '${code}') a`;
const wallet = `join (select id, code from ledger.account where shard = ${HOT_SHARD} and code like 'wallet:usr_%') a
     on a.code = 'wallet:usr_' || lpad((80000000 + n % PEOPLE) || '${HOT_DIGITS}', 32, '0')`;
const turn = "((n - 1) / PEOPLE)";

const LEDGER = [
  `insert into ledger.account (shard, id, code, currency, guarded, balance, last_seq)
   select ${HOT_SHARD}, ${ID}, 'escrow:deal_' || lpad(n || '${HOT_DIGITS}', 32, '0'), 'INR', true, 0, 2 ${ALL}`,
  // By turns, so that the latest numbers are all postings of the latest orders.
  `insert into ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at)
   select ${HOT_SHARD}, ${uuid("(n || p.digit)")}, p.kind || ':deal_' || lpad(n || '${HOT_DIGITS}', 32, '0'), repeat('0', 32), p.kind, ${ID}, ${moment}
     from generate_series(1, $1::int) n cross join (values ('1', 'fund'), ('2', 'release')) p(digit, kind) order by n, p.digit`,
  entriesOf("fund", "a.id", `a.last_seq + n|${-TOTAL}|a.balance - ${TOTAL}::bigint * n`, sole("clearing:bench")),
  entriesOf("fund", ID, `1|${TOTAL}|${TOTAL}`),
  entriesOf("release", ID, `2|${-TOTAL}|0`),
  entriesOf(
    "release",
    "a.id",
    `a.last_seq + n|${COMMISSION}|a.balance + ${COMMISSION}::bigint * n`,
    sole("revenue:commission"),
  ),
  entriesOf("release", "a.id", `2 + ${turn}|${TOTAL - COMMISSION}|1 + ${TOTAL - COMMISSION} * (1 + ${turn})`, wallet),
];

/** Every account says what its last entry says. */
const BALANCES = `update ledger.account a set balance = e.balance_after, last_seq = e.seq from ledger.account b
    cross join lateral (select seq, balance_after from ledger.entry where shard = b.shard and account = b.id order by seq desc limit 1) e
   where b.code !~ '^escrow:' and a.shard = b.shard and a.id = b.id`;

const STAND_IN = "0".repeat(16);

/** As many blocks as there would be, of nothing: to seal millions of rows would take minutes, and the server would begin with it at once. */
async function standInForSeals(owner: Database): Promise<void> {
  await owner.query(`insert into seals.key (id, public_key, first_used_at) values ('${STAND_IN}', $1, now())`, [
    Buffer.alloc(32),
  ]);
  for (const [chain, table, each] of [
    ["ledger", "ledger.posting", 2],
    ["deals", "escrow.event", EVENTS],
  ] as const)
    await owner.query(
      `insert into seals.block (chain, number, first, last, count, root, previous, sealed_at, key, salt_hash, hash, signature, salt, members, leaves, tags)
       select $1::text, b, (b - 1) * 1000 + 1, least(b * 1000, upto), 1000, h, h, now(), '${STAND_IN}', h, h, h || h, h, $3::bytea, $4::bytea, $5::bytea
         from (select max(number) - $2::int as upto, decode(repeat('00', 32), 'hex') as h from ${table}) t, generate_series(1, (upto + 999) / 1000) b`,
      [chain, each * SEALED_ORDERS, ...[16, 32, 4].map((bytes) => Buffer.alloc(bytes * 1000))],
    );
}

async function sealTheRest({ appUrl }: Place): Promise<void> {
  const db = open(appUrl);
  const key = sealKey(new Uint8Array(32).fill(1));
  const sealer = createSealer({ db, clock: { now }, key });
  while ((await sealer.step()) > 0);
  await db.close();
}
