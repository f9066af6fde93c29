import type { ProductId, UserId } from "../core/ids/index.ts";
import { money } from "../core/money/index.ts";
import { insertProduct } from "../server/modules/catalog/index.ts";
import { insertUser, startSession } from "../server/modules/identity/index.ts";
import { addBankAccount } from "../server/modules/payouts/index.ts";
import type { Database } from "../server/runtime/database/index.ts";
import { newIdBeside, newRootId } from "../server/runtime/ids/index.ts";
import { keyring } from "../server/runtime/secrets/index.ts";
import { asking } from "../tests/money/asking.ts";
import { open, type Place } from "./cluster.ts";
import { DATA_KEY } from "./market.ts";
import { now } from "./seed.ts";

export type Shop = { readonly token: string; readonly product: ProductId };
export type People = { readonly shops: readonly Shop[]; readonly buyers: readonly string[] };

const SHOPS = 16;
const BUYERS = 64;
const TITLE = { en: "Block-print cotton (demo product)", ar: "قطن مطبوع (منتج تجريبي)" };

/** Shops with stock and a bank account, and buyers, each signed in; in shards that are drawn at random. */
export async function openShops(place: Place): Promise<People> {
  const db = open(place.appUrl, 1);
  const shops: Shop[] = [];
  const buyers: string[] = [];
  for (let n = 0; n < SHOPS; n++) shops.push(await openShop(db, n));
  for (let n = 0; n < BUYERS; n++) buyers.push((await signIn(db, `bench-buyer-${n}`)).token);
  await db.close();
  return { shops, buyers };
}

async function openShop(db: Database, n: number): Promise<Shop> {
  const { id, token } = await signIn(db, `bench-seller-${n}`);
  const product = newIdBeside("product", now(), id);
  await insertProduct(db, {
    ...{ id: product, seller: id, title: TITLE, description: TITLE, price: money(29_900n, "INR") },
    ...{ pictures: [], stock: 1_000_000, listedAt: now(), active: true },
    parcel: { grams: 400, millimetres: { length: 300, width: 220, height: 40 } },
  });
  const accountNumber = String(26_291_800_002_000 + n);
  const account = { holderName: "Demo shop", accountNumber, ifsc: "YESB0000262", kind: "current" } as const;
  await addBankAccount(db, keyring(Buffer.from(DATA_KEY, "base64"), []), asking(id), account, now());
  return { token, product };
}

async function signIn(db: Database, name: string): Promise<{ id: UserId; token: string }> {
  const id = newRootId("user", now());
  await insertUser(db, {
    id,
    demoKey: null,
    name: `${name} (demo)`,
    email: `${name}@example.test`,
    phone: "9000000001",
    roles: ["user"],
    pickupAddress: { line1: "14 Weavers Lane", line2: null, city: "Pune", postcode: "411001" },
  });
  return { id, token: await startSession(db, id, now()) };
}
