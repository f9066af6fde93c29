import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { documentsOf, hashOf } from "../../server/modules/documents/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { type Ground, inr, openGround } from "./ground.ts";

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
  await ground.office.company(ground.seller);
});
afterAll(() => ground.close());

const listed = async (who: UserId, { id }: Order) =>
  (await ground.ask(who, "GET", `/orders/${id}/documents`)).body.data;
const kinds = async (order: Order, who = ground.seller): Promise<string[]> =>
  (await listed(who, order)).map(({ kind }: { kind: string }) => kind);
const sold = async (): Promise<Order> => {
  const { order } = await ground.world.shipped();
  await ground.world.give(order, "confirm_receipt", "buyer");
  await ground.world.settle();
  return order;
};
const decided = async ({ id }: Order, decision: object) => {
  const finance = await ground.office.person("finance", "finance");
  const body = { reason: "As agreed with both sides", ...decision };
  const answer = await ground.ask(finance, "POST", `/finance/orders/${id}/decisions`, body);
  await ground.world.settle();
  return answer;
};

describe("what is issued, and when", () => {
  test("goods are invoiced when they leave, and the commission when it is earned", async () => {
    const { order } = await ground.world.paid();
    expect(await kinds(order)).toEqual([]);
    expect((await ground.ask(ground.buyer, "GET", `/orders/${order.id}/invoice`)).body.code).toBe("NOT_FOUND");
    await ground.world.dispatch(order);
    await ground.world.settle();
    const [invoice] = await listed(ground.buyer, order);
    expect(invoice).toMatchObject({ kind: "invoice", total: inr(34_800), about: null });
    expect(invoice.number).toMatch(/^INV-2026-\d{6}$/);
    await ground.world.give(order, "confirm_receipt", "buyer");
    await ground.world.settle();
    expect(await kinds(order)).toEqual(["invoice", "commission_invoice"]);
    expect(await kinds(order, ground.buyer)).toEqual(["invoice"]);
    expect((await listed(ground.seller, order))[1]).toMatchObject({ total: inr(1_044), number: "COM-2026-000001" });
  });

  test("what went back before the dispatch was never invoiced", async () => {
    const { order } = await ground.world.paid();
    await ground.world.give(order, "cancel", "buyer");
    await ground.world.settle();
    expect(await kinds(order)).toEqual([]);
  });

  test("a refund of what was sent is a credit note of the whole, a division one of the buyer's part", async () => {
    const { order: refunded } = await ground.world.shipped();
    expect((await decided(refunded, { decision: "refund" })).status).toBe(200);
    const [invoice, note] = await listed(ground.buyer, refunded);
    expect(note).toMatchObject({ kind: "credit_note", total: invoice.total, about: invoice.number });
    expect(note.number).toMatch(/^CRN-2026-\d{6}$/);

    const { order: divided } = await ground.world.shipped();
    expect((await decided(divided, { decision: "settle", refund: inr(10_000) })).status).toBe(200);
    const documents = await listed(ground.seller, divided);
    expect(documents.map(({ kind, total }: { kind: string; total: unknown }) => [kind, total])).toEqual([
      ["invoice", inr(34_800)],
      ["credit_note", inr(10_000)],
      ["commission_invoice", inr(744)],
    ]);
  });
});

test("numbers of one seller have no gap, also when many are issued at once", async () => {
  await Promise.all((await ground.world.manyPaid(4)).map((order) => ground.world.dispatch(order)));
  await ground.world.settle();
  const rows = await ground.office.database.owner.query<{ number: string }>(
    "select number from documents.document where kind = 'invoice' order by number",
  );
  expect(rows.length).toBeGreaterThan(5);
  const expected = rows.map((_, index) => `INV-2026-${String(index + 1).padStart(6, "0")}`);
  expect(rows.map(({ number }) => number)).toEqual(expected);
});

test("a document is frozen: its data by its hash, its page to the byte, in both languages", async () => {
  const order = await sold();
  const { owner, app } = ground.office.database;
  const [stored] = await documentsOf(app, order.id);
  const { content } = await owner.one<{ content: string }>("select content from documents.document where id = $1", [
    stored?.id.slice(4),
  ]);
  expect(hashOf(content)).toBe(stored?.hash);
  expect(stored?.content).toMatchObject({
    ...{ orderNumber: order.number, total: { minor: "34800", currency: "INR" } },
    issuer: { company: "Deccan Looms Private Limited (demo)", taxNumber: "27AAPFU0939F1ZV", country: "IN" },
    lines: [{ quantity: 1 }, { title: { en: "Shipping" } }],
    taxes: [{ code: "GST", basisPoints: 1800, amount: { minor: "5308" } }],
  });
  const page = async (who: UserId, language: string) =>
    (await ground.ask(who, "GET", `/orders/${order.id}/invoice?language=${language}`)).raw;
  const first = await page(ground.buyer, "ar");
  ground.world.jump(86_400_000);
  expect(first.subarray(0, 5).toString()).toBe("%PDF-");
  expect((await page(ground.seller, "ar")).equals(first)).toBe(true);
  expect((await page(ground.seller, "en")).equals(first)).toBe(false);
  await expect(owner.query("update documents.document set total = total")).rejects.toThrow(
    /never changed|written once/,
  );
});

test("what the marketplace charges is shown to its seller and not to the buyer, and nothing to a stranger", async () => {
  const order = await sold();
  const charged = (await listed(ground.seller, order)).at(-1);
  const pdf = (who: UserId) => ground.ask(who, "GET", `/documents/${charged.id}/pdf`);
  expect((await pdf(ground.seller)).status).toBe(200);
  const stranger = await ground.office.person("stranger");
  for (const who of [ground.buyer, stranger]) expect((await pdf(who)).body.code).toBe("NOT_FOUND");
  expect((await ground.ask(stranger, "GET", `/orders/${order.id}/documents`)).body.code).toBe("NOT_FOUND");
});
