import { type OrderId, type PaymentId, parseId, type UserId } from "../../core/ids/index.ts";
import { insertUser, type Role, startSession } from "../../server/modules/identity/index.ts";
import { type Order, readOrder } from "../../server/modules/orders/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

export type Ground = Awaited<ReturnType<typeof createGround>>;
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Headers = Readonly<Record<string, string>>;

/** A market that is asked through its API by a buyer, a seller and a stranger. */
export async function createGround(options: Parameters<typeof createWorld>[1] = {}) {
  const database: TestDatabase = await testDatabase();
  const { parts, ...others } = options;
  const world = await createWorld(database, { ...others, parts: { listingReview: "off", ...parts } });
  const people: Record<string, UserId> = {
    ...{ buyer: world.buyer, seller: world.seller, stranger: await world.person() },
    ...{ arbiter: await staff(world, "arbiter"), finance: await staff(world, "finance") },
  };
  for (const [token, id] of Object.entries(people)) await startSession(world.db, id, world.now(), token);
  const app = await applicationOf(world);
  const ask = askerOf(app);
  return {
    ...{ database, world, app, ask, ...goodsOf(app, ask) },
    /** Signs in anew: some things are for fresh sessions alone. */
    async fresh(who: string): Promise<string> {
      const [id, token] = [people[who] ?? world.buyer, `${who}-${await sessions(database)}`];
      await startSession(world.db, id, world.now(), token);
      return token;
    },
    /** Pays through the gateway, and everything that follows has happened. */
    async pay(id: string): Promise<PaymentId> {
      const payment = await world.openPayment(await orderOf(world, id));
      world.gateway.pay(payment);
      await world.look(payment);
      return payment;
    },
    order: (id: string) => orderOf(world, id),
    async close(): Promise<void> {
      await app.close();
      await database.drop();
    },
  };
}

const sessions = async ({ owner }: TestDatabase) => (await owner.query("select from identity.session")).length;

async function staff({ db, now }: World, role: Role): Promise<UserId> {
  const id = newRootId("user", now());
  const reached = { email: `${id}@example.test`, phone: "9000000001", pickupAddress: null };
  await insertUser(db, { ...reached, id, demoKey: null, name: `${role} (demo staff)`, roles: ["user", role] });
  return id;
}

async function orderOf({ owner }: World, id: string): Promise<Order> {
  const parsed: OrderId | null = parseId("order", id);
  const order = parsed && (await readOrder(owner, parsed));
  if (!order) throw new Error(`no order ${id}`);
  return order;
}

const askerOf =
  (app: Application) =>
  async (who: string | null, method: Method, path: string, body?: object, more: Headers = {}) => {
    const headers = { ...(who && { authorization: `Bearer ${who}` }), ...more };
    const url = path.startsWith("/") ? `/api/v1${path}` : path;
    const answer = await app.inject({ method, url, headers, ...(body && { payload: body }) });
    const isJson = String(answer.headers["content-type"]).includes("json");
    return {
      status: answer.statusCode,
      headers: answer.headers,
      raw: answer.rawPayload,
      body: isJson ? answer.json() : null,
    };
  };

export const PRICE = { amount: 50_000, currency: "INR" };

export const FONT = {
  ...{ kind: "digital", category: "arabic-fonts", price: PRICE },
  title: { en: "Demo Naskh, a typeface", ar: "نسخ تجريبي، خط" },
  description: { en: "Two weights (demo)" },
};

/** What a seller brings and offers. */
function goodsOf(app: Application, ask: ReturnType<typeof askerOf>) {
  let keys = 0;
  const upload = async (who: string, name: string, text: string, purpose = "asset"): Promise<string> => {
    keys += 1;
    const query = new URLSearchParams({ name, purpose });
    const headers = { "content-type": "application/octet-stream", "idempotency-key": `upload-of-${keys}` };
    const answer = await app.inject({
      ...{ method: "POST", url: `/api/v1/files?${query}`, payload: Buffer.from(text) },
      headers: { ...headers, authorization: `Bearer ${who}` },
    });
    return String(answer.json().id);
  };
  /** A digital product that is for sale, of files with these words in them. */
  const offer = async (texts: Readonly<Record<string, string>>, more: object = {}): Promise<string> => {
    const files: string[] = [];
    for (const [name, text] of Object.entries(texts)) files.push(await upload("seller", name, text));
    const made = await ask("seller", "POST", "/products", { ...FONT, ...more, files });
    const shown = await ask("seller", "POST", `/seller/listings/${made.body.id}/submit`);
    if (shown.body.state !== "active") throw new Error(JSON.stringify([made.body, shown.body]));
    return made.body.id;
  };
  return { upload, offer };
}
