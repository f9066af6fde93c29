import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_POLICY } from "../../core/escrow/index.ts";
import { days, hours, minutes } from "../../core/time/index.ts";
import { personalFiles } from "../../server/modules/files/index.ts";
import { wasSold } from "../../server/modules/library/index.ts";
import { wrongs } from "../money/books.ts";
import { createGround, type Ground } from "./ground.ts";

/** The buyer has a day to look at what was bought. */
const policy = { ...DEFAULT_POLICY, windows: { ...DEFAULT_POLICY.windows, inspectionDigital: hours(24) } };

let ground: Ground;

beforeAll(async () => {
  ground = await createGround({ policy });
});
afterAll(() => ground.close());

const buy = (product: string, more: object = {}, quantity = 1) =>
  ground.ask("buyer", "POST", "/orders", { items: [{ productId: product, quantity }], ...more });
const linkTo = (entry: string, fileId: string, who = "buyer") =>
  ground.ask(who, "POST", `/library/${entry}/link`, { fileId });
const get = (url: string) => ground.ask(null, "GET", url.replace("https://amana.example.test/api/v1", ""));
const read = async (id: string, who = "buyer") => (await ground.ask(who, "GET", `/orders/${id}`)).body;
const entryOf = async (id: string) =>
  (await ground.ask("buyer", "GET", `/library/${(await read(id)).entitlementId}`)).body;

test("files are paid for, are the buyer's at once, come bit for bit, and are released after a day", async () => {
  const { ask, world, offer, pay } = ground;
  const product = await offer({ "naskh.txt": "the letters\n", "licence.txt": "as you like\n" });
  const placed = await buy(product, {}, 2);
  expect(placed.status).toBe(201);
  expect(placed.body).toMatchObject({
    ...{ kind: "digital", status: "payment_pending", shippingAddress: null, shippingOption: null, shipment: null },
    ...{ work: null, amounts: { goods: { amount: 100_000 }, shipping: { amount: 0 }, total: { amount: 100_000 } } },
    items: [{ productId: product, quantity: 2 }],
  });
  const { id } = placed.body;
  expect(await entryOf(id)).toMatchObject({ state: "unpaid", licences: 2, orderId: id, productId: product });
  const [file] = (await entryOf(id)).files;
  const unpaid = await linkTo((await entryOf(id)).id, file.id);
  expect([unpaid.status, unpaid.body.code, unpaid.body.detail]).toEqual([
    ...[403, "NOT_ENTITLED", "It is not paid for."],
  ]);
  expect((await ask("buyer", "GET", "/library")).body.data).toEqual([]);

  await pay(id);
  expect(await read(id)).toMatchObject({
    ...{
      status: "delivered",
      escrow: { status: "held" },
      actions: expect.arrayContaining(["confirm_receipt", "dispute"]),
    },
    outlook: { turn: "buyer", next: { kind: "inspection", effect: "release" } },
  });
  const { data } = (await ask("buyer", "GET", "/library")).body;
  expect(data).toMatchObject([
    {
      ...{ orderId: id, state: "open", licences: 2, title: { en: "Demo Naskh, a typeface" } },
      files: [{ name: "naskh.txt", size: 12, downloads: 0, downloadsLeft: 40 }, { name: "licence.txt" }],
    },
  ]);
  expect(data[0].files[0].sha256).toBe(createHash("sha256").update("the letters\n").digest("hex"));

  const link = await linkTo(data[0].id, file.id);
  expect(link.status).toBe(200);
  const bytes = await get(link.body.url);
  expect([bytes.status, bytes.raw.toString()]).toEqual([200, "the letters\n"]);
  expect(bytes.headers).toMatchObject({
    ...{ "content-disposition": expect.stringContaining('filename="naskh.txt"'), "x-content-type-options": "nosniff" },
    "content-type": "text/plain; charset=utf-8",
  });
  expect((await entryOf(id)).files[0]).toMatchObject({ downloads: 1, downloadsLeft: 39 });
  for (const who of ["buyer", "seller"])
    expect((await ask(who, "GET", `/orders/${id}/downloads`)).body.data).toEqual([
      { name: "naskh.txt", sha256: file.sha256, number: 1, at: new Date(world.now()).toISOString() },
    ]);

  await world.pass(hours(24));
  expect(await read(id, "seller")).toMatchObject({ status: "completed", escrow: { status: "released" } });
  expect((await world.payout(await ground.order(id)))?.amount.minor).toBe(97_000n);
  expect((await entryOf(id)).state).toBe("open");
  const documents = (await ask("seller", "GET", `/orders/${id}/documents`)).body.data;
  expect(documents.map(({ kind }: { kind: string }) => kind).sort()).toEqual(["commission_invoice", "invoice"]);
  expect(await world.books()).toEqual([]);
});

test("what belongs to parcels is not for files, and what is for parcels needs it", async () => {
  const { ask, world, offer } = ground;
  const product = await offer({ "a.txt": "a" });
  for (const [field, value] of Object.entries({ courier: "road", quoteId: `quo_${"0".repeat(32)}` })) {
    const refused = await buy(product, { [field]: value });
    expect([refused.status, refused.body.errors]).toEqual([400, [{ field, message: "is for what travels" }]]);
  }
  const parcel = await buy(world.product);
  expect([parcel.status, parcel.body.errors]).toEqual([400, [{ field: "shippingAddress", message: "is missing" }]]);
  expect((await ask("seller", "POST", "/orders", { items: [{ productId: product, quantity: 1 }] })).body.code).toBe(
    "OWN_LISTING",
  );
  const { body } = await buy(product);
  const dispatched = await ask("seller", "POST", `/orders/${body.id}/dispatch`, {});
  expect([dispatched.status, dispatched.body.detail]).toEqual([409, "This order knows no such command."]);
  await ask("seller", "POST", `/seller/listings/${product}/deactivate`);
  expect((await buy(product)).body.code).toBe("LISTING_UNAVAILABLE");
});

test("one key places one order, however often and at once it is sent", async () => {
  const { ask, offer, database } = ground;
  const product = await offer({ "a.txt": "a" });
  const orders = async () =>
    (await database.owner.query("select from library.entitlement where product_id = $1", [product.slice(4)])).length;
  const wish = { items: [{ productId: product, quantity: 1 }] };
  const send = () => ask("buyer", "POST", "/orders", wish, { "idempotency-key": "one-typeface-only" });
  await Promise.all([send(), send(), send()]);
  expect((await send()).status).toBe(201);
  expect(await orders()).toBe(1);
});

test("variants have prices of their own, and one must be named", async () => {
  const { ask, offer } = ground;
  const variants = [
    { sku: "ONE", choices: [{ en: "One reader" }], price: { amount: 10_000, currency: "INR" } },
    { sku: "ALL", choices: [{ en: "The whole office" }], price: { amount: 90_000, currency: "INR" } },
  ];
  const product = await offer({ "book.txt": "words" }, { options: [{ en: "Readers" }], variants });
  const unnamed = await buy(product);
  expect([unnamed.status, unnamed.body.errors[0].field]).toEqual([400, "items.0.variantId"]);
  const [, whole] = (await ask(null, "GET", `/products/${product}`)).body.variants;
  const wish = { items: [{ productId: product, quantity: 1, variantId: whole.id }] };
  const { body } = await ask("buyer", "POST", "/orders", wish);
  expect(body).toMatchObject({ amounts: { total: { amount: 90_000 } }, items: [{ sku: "ALL" }] });
});

test("who has bought keeps what was bought, whatever the seller offers later", async () => {
  const { ask, offer, pay, upload } = ground;
  const product = await offer({ "v1.txt": "first\n" });
  const [before, newer] = [(await buy(product)).body.id, await upload("seller", "v2.txt", "second\n")];
  await ask("seller", "PATCH", `/products/${product}`, { files: [newer] });
  const after = (await buy(product)).body.id;
  for (const [id, name, version] of [
    [before, "v1.txt", 1],
    [after, "v2.txt", 2],
  ] as const) {
    await pay(id);
    const entry = await entryOf(id);
    expect([entry.version, entry.files.map((file: { name: string }) => file.name)]).toEqual([version, [name]]);
    const { body } = await linkTo(entry.id, entry.files[0].id);
    expect((await get(body.url)).status).toBe(200);
  }
  const [old] = (await entryOf(before)).files;
  expect((await linkTo((await entryOf(after)).id, old.id)).status).toBe(404);
});

test("a link is for one file of one purchase and ten minutes, and no stranger makes one", async () => {
  const { ask, world, offer, pay } = ground;
  const { id } = (await buy(await offer({ "a.txt": "a", "b.txt": "b" }))).body;
  await pay(id);
  const entry = await entryOf(id);
  const [a, b] = entry.files;
  for (const who of ["seller", "stranger"]) {
    expect((await linkTo(entry.id, a.id, who)).status).toBe(404);
    expect((await ask(who, "GET", `/library/${entry.id}`)).status).toBe(404);
    expect((await ask(who, "GET", "/library")).body.data).toEqual([]);
  }
  const { url } = (await linkTo(entry.id, a.id)).body;
  expect((await get(url.replace(a.id, b.id))).body.code).toBe("LINK_REFUSED");
  expect((await get(url.replace(entry.id, `ent_${"0".repeat(32)}`))).body.code).toBe("LINK_REFUSED");
  const { url: plain } = (await ask("seller", "POST", `/files/${a.id}/link`)).body;
  const signature = new URL(plain).searchParams.get("signature") ?? "";
  expect((await get(url.replace(/signature=[^&]*/, `signature=${signature}`))).body.code).toBe("LINK_REFUSED");
  world.jump(minutes(10));
  expect((await get(url)).status).toBe(200);
  world.jump(1);
  expect((await get(url)).body.code).toBe("LINK_REFUSED");
});

test("downloads are counted, at once as well, and end with their number and their time", async () => {
  const { world, offer, pay, database } = ground;
  const { id } = (await buy(await offer({ "a.txt": "a", "b.txt": "b" }))).body;
  await pay(id);
  const entry = await entryOf(id);
  const [a, b] = entry.files;
  await database.owner.query("update library.file set downloads = 17 where file_id = $1", [a.id.slice(4)]);
  const { url } = (await linkTo(entry.id, a.id)).body;
  const answers = await Promise.all(Array.from({ length: 8 }, () => get(url)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409, 409, 409, 409]);
  const used = await linkTo(entry.id, a.id);
  expect([used.status, used.body.code, used.body.detail]).toEqual([
    ...[409, "LIMIT_REACHED", "This file was downloaded as often as the purchase allows."],
  ]);
  expect((await linkTo(entry.id, b.id)).status).toBe(200);
  expect((await ground.ask("seller", "GET", `/orders/${id}/downloads`)).body.data).toHaveLength(3);
  await world.pass(days(365));
  expect((await entryOf(id)).state).toBe("expired");
  expect((await linkTo(entry.id, b.id)).body.detail).toBe("The time in which it could be downloaded is over.");
});

test("of two downloads that both saw one left, one is refused", async () => {
  const { offer, pay, database } = ground;
  const { id } = (await buy(await offer({ "a.txt": "a" }))).body;
  await pay(id);
  const entry = await entryOf(id);
  const [a] = entry.files;
  await database.owner.query("update library.file set downloads = 19 where file_id = $1", [a.id.slice(4)]);
  const { url } = (await linkTo(entry.id, a.id)).body;
  const waiting = async (): Promise<number> =>
    (
      await database.owner.query(
        `select from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()`,
      )
    ).length;
  const both: ReturnType<typeof get>[] = [];
  await database.owner.transaction(async (tx) => {
    await tx.query("select from library.file where file_id = $1 for update", [a.id.slice(4)]);
    both.push(get(url), get(url));
    await expect.poll(waiting, { timeout: 30_000 }).toBe(2);
  });
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await entryOf(id)).files[0]).toMatchObject({ downloads: 20, downloadsLeft: 0 });
});

test("what was sold stays when its seller is forgotten, and what nobody has paid for goes", async () => {
  const { ask, world, offer, pay } = ground;
  const { id } = (await buy(await offer({ "sold.txt": "sold\n" }))).body;
  const unpaid = (await buy(await offer({ "unpaid.txt": "unpaid\n" }))).body.id;
  await pay(id);
  const sold = await entryOf(id);
  const [ofUnpaid] = (await entryOf(unpaid)).files;
  await world.db.transaction((tx) => personalFiles(wasSold).erase(tx, world.seller, world.now()));
  await world.settle();
  const { url } = (await linkTo(sold.id, sold.files[0].id)).body;
  expect((await get(url)).raw.toString()).toBe("sold\n");
  expect((await ask("seller", "GET", `/files/${ofUnpaid.id}`)).status).toBe(404);
});

test("the library is read in pages, the last purchase first", async () => {
  const { ask } = ground;
  const all = (await ask("buyer", "GET", "/library?limit=100")).body.data.map(({ id }: { id: string }) => id);
  const seen: string[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await ask("buyer", "GET", `/library?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.data.map(({ id }: { id: string }) => id));
    if (body.nextCursor === null) break;
    cursor = body.nextCursor;
  }
  expect(seen).toEqual(all);
  expect(seen.length).toBeGreaterThan(3);
  expect([...seen].sort().reverse()).toEqual(seen);
});

test("nothing is wrong with the money in the end, at the gateway as well", async () => {
  const { world } = ground;
  await world.pass(days(2));
  expect(await wrongs(world.owner, { gateways: [world.gateway], rail: world.rail })).toEqual([]);
});
