import type { UserId } from "../../core/ids/index.ts";
import { insertUser, type Role, startSession } from "../../server/modules/identity/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

type Body = Readonly<Record<string, unknown>>;
export type Heard = { readonly status: number; readonly body: Body; readonly code: unknown; readonly etag: unknown };

export type Stall = Awaited<ReturnType<typeof openStall>>;

/** A world with its API, its seller signed in beside staff and a stranger. */
export async function openStall(options: Parameters<typeof createWorld>[1] = {}) {
  const database: TestDatabase = await testDatabase();
  const world = await createWorld(database, options);
  const app: Application = await applicationOf(world);
  const tokens = {
    seller: await startSession(world.db, world.seller, world.now()),
    buyer: await startSession(world.db, world.buyer, world.now()),
    support: await startSession(world.db, await person(world, ["user", "support"]), world.now()),
  };
  const ask = async (
    who: keyof typeof tokens | null,
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: Body,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Heard> => {
    const answer = await app.inject({
      ...{ method, url: `/api/v1${path}` },
      headers: { ...headers, ...(who && { authorization: `Bearer ${tokens[who]}` }) },
      ...(body && { payload: body }),
    });
    const heard: Body = answer.body === "" ? {} : answer.json();
    return { status: answer.statusCode, body: heard, code: heard.code, etag: answer.headers.etag };
  };
  return {
    ...{ world, app, ask, tokens, files: world.files.kept },
    async close(): Promise<void> {
      await app.close();
      await database.drop();
    },
  };
}

async function person({ db, now }: World, roles: readonly Role[]): Promise<UserId> {
  const id = newRootId("user", now());
  await insertUser(db, {
    ...{ id, demoKey: null, name: "Sana (demo support)", email: `${id}@example.test`, phone: "9000000001", roles },
    pickupAddress: null,
  });
  return id;
}

export const inr = (amount: number) => ({ amount, currency: "INR" });

export const RUG = {
  kind: "physical",
  category: "rugs-and-carpets",
  title: { en: "Wool rug" },
  description: { ar: "سجادة صوف معقودة يدويا" },
  specifications: [{ name: { en: "Pile", ar: "الوبر" }, value: { en: "12 mm" } }],
  ...{ price: inr(749_900), stock: 6, weightGrams: 4200, dimensionsMm: { length: 900, width: 250, height: 250 } },
};

export const SIZES = {
  options: [{ en: "Size", ar: "المقاس" }],
  variants: [
    { sku: "RUG-S", choices: [{ en: "Small", ar: "صغير" }], price: inr(499_900), stock: 2 },
    { sku: "RUG-L", choices: [{ en: "Large", ar: "كبير" }], price: inr(899_900), stock: 3 },
  ],
};

export const TRANSLATION = {
  category: "translation-into-arabic",
  title: { en: "Translation into Arabic", ar: "ترجمة إلى العربية" },
  description: { en: "By a translator of twenty years." },
  packages: [
    { name: { en: "Thousand words" }, price: inr(250_000), deliveryDays: 3, revisions: 2 },
    { name: { en: "Express" }, price: inr(150_000), deliveryDays: 1, revisions: 0 },
  ],
};
