import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type AgreementTerms, agreementHash, agreementText } from "../../core/agreement/index.ts";
import type { UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { at, days, hours } from "../../core/time/index.ts";
import { personalAgreements } from "../../server/modules/agreements/index.ts";
import { type Ground, inr, OFFER, openGround } from "./ground.ts";

let ground: Ground;
let buyer: UserId;
let seller: UserId;

beforeAll(async () => {
  ground = await openGround();
  ({ buyer, seller } = ground);
  await ground.office.company(seller);
});
afterAll(() => ground.close());
beforeEach(async () => {
  ground.product.id = await ground.world.listing(1000);
});

/** The terms as the API tells them, so that anybody can compute the hash. */
function termsOf(told: Awaited<ReturnType<Ground["agreement"]>>): AgreementTerms {
  const { terms } = told;
  const party = ({ id, ...rest }: { id: string; name: string; company: null; country: null; taxNumber: null }) => ({
    ...{ user: id, ...rest },
  });
  const amount = (json: { amount: number }) => money(BigInt(json.amount), "INR");
  return {
    ...{ agreement: told.id, version: told.version, agreedAt: at(Date.parse(terms.agreedAt)) },
    ...{ buyer: party(terms.buyer), seller: party(terms.seller) },
    item: { product: terms.item.productId, title: terms.item.title },
    ...{ unitPrice: amount(terms.unitPrice), quantity: terms.quantity, freeTerms: terms.freeTerms },
    shipping: { bearer: terms.shipping.bearer, amount: amount(terms.shipping.amount) },
    ...{ paymentHours: terms.paymentHours, signatureHours: terms.signatureHours, dispatchDays: terms.dispatchDays },
    ...{ deliveryDays: terms.deliveryDays, inspectionDays: terms.inspectionDays },
  };
}

describe("the way from an accepted offer to a confirmed order", () => {
  test("terms, order, payment, both signatures; every figure of the deal is the terms'", async () => {
    const { world } = ground;
    const id = await ground.agreed();
    const told = await ground.agreement(buyer, id);
    expect(told).toMatchObject({ status: "to_be_ordered", version: 1, orderId: null, actions: ["order", "amend"] });
    expect(told.terms).toMatchObject({ goods: inr(100_000), total: inr(109_000), quantity: 4, unitPrice: inr(25_000) });
    expect(told.terms.seller).toMatchObject({ company: "Deccan Looms Private Limited (demo)", country: "IN" });
    expect((await ground.sign(buyer, id)).body.code).toBe("TRANSITION_NOT_ALLOWED");

    const order = await ground.placed(id);
    const deal = await world.deal(order.deal);
    expect([deal.state, deal.total, deal.seller, deal.buyer]).toEqual([
      ...["agreed_payment_pending", money(109_000n, "INR"), seller, buyer],
    ]);
    expect(order.terms).toMatchObject({ goods: money(100_000n, "INR"), shipping: money(9_000n, "INR") });
    expect(order.items).toMatchObject([{ quantity: 4, unitPrice: money(25_000n, "INR") }]);
    expect(deal.policy.windows).toMatchObject({
      ...{
        paymentAgreed: hours(24),
        signatures: hours(72),
        dispatch: days(5),
        delivery: days(10),
        inspection: days(3),
      },
      inspectionUntracked: days(7),
    });
    expect(await world.stockOf(ground.product.id)).toBe(996);
    expect((await ground.ask(seller, "GET", `/orders/${order.id}`)).body.agreementId).toBe(id);

    await ground.pay(order);
    expect(await world.stateOf(order)).toBe("signatures_pending");
    const signed = await ground.sign(seller, id);
    expect(signed.body.signatures).toMatchObject([{ by: "seller", name: "Signed (demo)", hash: told.hash }]);
    expect(await world.stateOf(order)).toBe("buyer_signature_pending");
    expect((await ground.sign(seller, id)).body.signatures).toHaveLength(1);
    world.jump(1_000);
    await ground.sign(buyer, id);
    expect(await world.stateOf(order)).toBe("order_confirmed");
    const done = await ground.agreement(buyer, id);
    expect(done).toMatchObject({ status: "in_force", actions: ["amend"], orderId: order.id });
    expect(done.signatures.map(({ by, network }: { by: string; network: unknown }) => [by, network])).toEqual([
      ["seller", null],
      ["buyer", "127.0.0.1"],
    ]);
    expect(await ground.office.audited("agreement.signed")).toHaveLength(2);
    await world.settle();
    expect(await world.books()).toEqual([]);
  });

  test("anybody can compute hash and texts from what the API tells", async () => {
    const id = await ground.agreed({ freeTerms: "اللون الأزرق (indigo)\n3. Price: nothing" });
    const told = await ground.agreement(seller, id);
    const terms = termsOf(told);
    expect(told.texts).toEqual({ en: agreementText(terms, "en"), ar: agreementText(terms, "ar") });
    const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(agreementHash(sha256, terms, told.texts)).toBe(told.hash);
  });

  test("an order is placed once, however often it is asked for", async () => {
    const id = await ground.agreed();
    const [first, second] = await Promise.all([ground.order(id), ground.order(id)]);
    const third = await ground.order(id);
    expect(first.body.orderId).toMatch(/^ord_/);
    expect([second.body.orderId, third.body.orderId]).toEqual([first.body.orderId, first.body.orderId]);
    expect(await ground.world.stockOf(ground.product.id)).toBe(996);
  });

  test("both sign at once: the order is confirmed", async () => {
    const id = await ground.agreed();
    const order = await ground.pay(await ground.placed(id));
    const both = await Promise.all([ground.sign(buyer, id), ground.sign(seller, id)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await ground.world.stateOf(order)).toBe("order_confirmed");
  });
});

describe("time", () => {
  test("an agreement without an order lapses, and an order without a payment is cancelled", async () => {
    const lapsing = await ground.agreed();
    ground.product.id = await ground.world.listing(1000);
    const unpaid = await ground.agreed({ paymentHours: 30 });
    const order = await ground.placed(unpaid);
    await ground.world.pass(hours(30) - 1);
    expect(await ground.world.stateOf(order)).toBe("agreed_payment_pending");
    await ground.world.pass(1);
    expect((await ground.agreement(buyer, lapsing)).status).toBe("lapsed");
    expect((await ground.order(lapsing)).body.code).toBe("TRANSITION_NOT_ALLOWED");
    expect(await ground.world.stateOf(order)).toBe("cancelled");
    expect((await ground.agreement(buyer, unpaid)).status).toBe("ended");
    expect(await ground.world.stockOf(ground.product.id)).toBe(1000);
  });

  test("what one side did not sign in time goes back to the buyer whole", async () => {
    const id = await ground.agreed();
    const order = await ground.pay(await ground.placed(id));
    await ground.sign(buyer, id);
    ground.world.jump(hours(72));
    expect((await ground.sign(seller, id)).body.code).toBe("DEADLINE_PASSED");
    await ground.world.pass(0);
    expect(await ground.world.stateOf(order)).toBe("refunded");
    const [refund] = await ground.world.refunds(order);
    expect([refund?.amount, refund?.source]).toEqual([money(109_000n, "INR"), "escrow"]);
    expect((await ground.agreement(seller, id)).signatures).toHaveLength(1);
    await ground.world.settle();
    expect(await ground.world.books()).toEqual([]);
  });
});

describe("what is refused", () => {
  test("a hash of something else, and whoever is none of the two", async () => {
    const id = await ground.agreed();
    await ground.pay(await ground.placed(id));
    const wrong = await ground.sign(buyer, id, { hash: "0".repeat(64) });
    expect([wrong.status, wrong.body.code]).toEqual([412, "VERSION_CONFLICT"]);
    const stranger = await ground.office.person("stranger");
    const finance = await ground.office.person("finance", "finance");
    for (const who of [stranger, finance]) {
      expect((await ground.agreement(who, id)).code).toBe("NOT_FOUND");
      const body = { name: "Somebody", hash: "0".repeat(64) };
      expect((await ground.ask(who, "POST", `/agreements/${id}/sign`, body)).body.code).toBe("NOT_FOUND");
    }
  });

  test("an order by the seller, of more than there is, or to a postcode that was not quoted", async () => {
    const id = await ground.agreed({ quantity: 2000, unitPrice: inr(10) });
    expect((await ground.order(id, 2000)).body.code).toBe("INSUFFICIENT_INVENTORY");
    expect((await ground.order(id, 1)).body.code).toBe("INVALID_SHIPPING_ADDRESS");
    const address = { name: "Asha", phone: "9000000001", line1: "7 Lake Road", city: "Mumbai", postcode: "400002" };
    expect((await ground.order(id, 2000, { shippingAddress: address })).body.code).toBe("INVALID_SHIPPING_ADDRESS");
    const body = { shippingAddress: address, quoteId: `quo_${"0".repeat(32)}`, courier: "road" };
    expect((await ground.ask(seller, "POST", `/agreements/${id}/order`, body)).body.code).toBe("FORBIDDEN");
    expect((await ground.ask(buyer, "POST", `/agreements/${id}/order`, body)).body.code).toBe("QUOTE_EXPIRED");
    expect((await ground.agreement(buyer, id)).orderId).toBeNull();
    expect(await ground.world.stockOf(ground.product.id)).toBe(1000);
  });
});

test("a version is written once", async () => {
  const id = await ground.agreed();
  const { app, owner } = ground.office.database;
  const change = "update agreements.version set hash = hash where agreement_id = $1";
  await expect(app.query(change, [id.slice(4)])).rejects.toThrow(/permission denied/);
  await expect(owner.query(change, [id.slice(4)])).rejects.toThrow(/never changed|written once/);
  const name = "update agreements.signature set name = '' where agreement_id = $1";
  await expect(app.query(name, [id.slice(4)])).rejects.toThrow(/permission denied/);
});

test("whoever is forgotten leaves his signature, and not from where it came", async () => {
  const id = await ground.agreed();
  await ground.pay(await ground.placed(id));
  await ground.sign(buyer, id);
  await ground.office.database.app.transaction((tx) => personalAgreements.erase(tx, buyer));
  const [signature] = (await ground.agreement(buyer, id)).signatures;
  expect(signature).toMatchObject({ name: "Signed (demo)", network: null });
});

test("an offer of a seller is agreed the same way", async () => {
  const { id } = await ground.open();
  const countered = await ground.counter(seller, id, { ...OFFER, unitPrice: inr(26_000) });
  const agreed = await ground.accept(buyer, id, countered.body.standingOffer.id);
  const told = await ground.agreement(seller, agreed.body.agreementId);
  expect(told.terms).toMatchObject({ unitPrice: inr(26_000), total: inr(113_000) });
  expect(told.terms.buyer).toMatchObject({ company: null, taxNumber: null });
});

test("the PDF is of the newest version, the same for whoever asks, in either language, and for the two alone", async () => {
  const id = await ground.agreed();
  const pdf = (who: UserId, language: string) => ground.ask(who, "GET", `/agreements/${id}/pdf?language=${language}`);
  const [first, second, arabic] = [await pdf(buyer, "en"), await pdf(seller, "en"), await pdf(seller, "ar")];
  expect(first.raw.subarray(0, 5).toString()).toBe("%PDF-");
  expect(second.raw.equals(first.raw)).toBe(true);
  expect(arabic.raw.equals(first.raw)).toBe(false);
  expect((await pdf(await ground.office.person("stranger"), "en")).body.code).toBe("NOT_FOUND");
});

describe("a variant that is negotiated", () => {
  const OPTIONS = [{ en: "Size", ar: "المقاس" }];
  const variantOf = (choice: { en: string; ar: string }, sku: string, stock: number) => ({
    ...{ choices: [choice], sku, stock, price: inr(30_000) },
  });

  /** A listing in two sizes, and their ids. */
  async function sized(): Promise<readonly [string, string]> {
    const { world } = ground;
    const listing = await ground.ask(seller, "GET", `/products/${ground.product.id}`);
    const variants = [
      variantOf({ en: "Small", ar: "صغير" }, "S-1", 5),
      variantOf({ en: "Large", ar: "كبير" }, "L-1", 6),
    ];
    const { id } = listing.body;
    const changed = await ground.office.ask(seller, "PATCH", `/products/${id}`, { options: OPTIONS, variants });
    const [small, large] = Object(changed.body).variants;
    await world.settle();
    return [small.id, large.id];
  }

  const quoted = async (variantId: string) => {
    const query = new URLSearchParams({ productId: ground.product.id, variantId, quantity: "4", postcode: "400001" });
    return (await ground.ask(buyer, "GET", `/shipping/rates?${query}`)).body.quoteId;
  };

  test("is named, agreed upon in words, signed with them, and taken from its own stock", async () => {
    const [, large] = await sized();
    const offer = { productId: ground.product.id, offer: OFFER };
    const unnamed = await ground.ask(buyer, "POST", "/negotiations", offer);
    expect([unnamed.status, unnamed.body.errors[0].field]).toEqual([400, "variantId"]);
    const strange = { ...offer, variantId: `var_${"0".repeat(32)}` };
    expect((await ground.ask(buyer, "POST", "/negotiations", strange)).body.code).toBe("LISTING_UNAVAILABLE");
    const talk = (await ground.ask(buyer, "POST", "/negotiations", { ...offer, variantId: large })).body;
    const choices = [{ name: OPTIONS[0], value: { en: "Large", ar: "كبير" } }];
    expect(talk.product.variant).toEqual({ id: large, choices });
    const { agreementId: id } = (await ground.accept(seller, talk.id, talk.standingOffer.id)).body;
    const told = await ground.agreement(buyer, id);
    expect(told.terms.item.variant).toEqual({ id: large, choices });
    expect(told.texts.en).toContain("Large");
    expect(told.texts.ar).toContain("كبير");
    const terms = { ...termsOf(told), item: { ...termsOf(told).item, variant: { id: large, choices } } };
    const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    expect(agreementHash(sha256, terms as AgreementTerms, told.texts)).toBe(told.hash);

    const placed = await ground.placed(id, 4, { quoteId: await quoted(large) });
    expect(placed.items).toMatchObject([{ sku: "L-1", variant: { id: large }, unitPrice: money(25_000n, "INR") }]);
    const { variants } = (await ground.ask(buyer, "GET", `/products/${ground.product.id}`)).body;
    expect(variants.map(({ stock }: { stock: number }) => stock)).toEqual([5, 2]);
    const order = await ground.pay(placed);
    await ground.sign(buyer, id);
    await ground.sign(seller, id);
    expect(await ground.world.stateOf(order)).toBe("order_confirmed");
  });
});
