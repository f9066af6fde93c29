import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startWorld, type World } from "../harness.ts";
import { haveOfficialSchemas, officialApi } from "../official-schemas-for-test.ts";
import { DAMAGES } from "./recon-records.ts";

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const PERIOD = { start_date: "2020-01-01T00:00:00Z", end_date: "2099-12-31T23:59:59Z" };
const DAY_MS = 86_400_000;

const recon = (path = "/recon", pagination: object = { limit: 100 }, filters: object = PERIOD) =>
  world.pg("POST", path, { pagination, filters });

/** Two payments, one of them refunded and the refund taken back, and a payout. */
async function trade(): Promise<void> {
  for (const order of ["ord_1", "ord_2"]) {
    await world.createOrder(order, 1000);
    await world.payOrder(order);
  }
  await world.pg("POST", "/orders/ord_2/refunds", { refund_id: "ref_2", refund_amount: 1000, refund_note: "SUCCESS" });
  await world.control("POST", "/cashfree/refunds/ref_2", { status: "FAILED" });
  await world.payout("POST", "/beneficiary", {
    beneficiary_id: "bank_1",
    beneficiary_name: "Deccan Looms",
    beneficiary_instrument_details: { bank_account_number: "026291800001191", bank_ifsc: "YESB0000262" },
  });
  await world.payout("POST", "/transfers", {
    transfer_id: "pout_1",
    transfer_amount: 400,
    beneficiary_details: { beneficiary_id: "bank_1" },
  });
  await world.control("POST", "/cashfree/transfers/pout_1", { outcome: "reversed" });
}

const typesOf = (body: { data: { event_type: string }[] }) => body.data.map(({ event_type }) => event_type);

test("lists what moved at the gateway, without charges unless they are asked for, and leaves payouts to their own report", async () => {
  await trade();
  const { body } = await recon();
  expect(typesOf(body)).toEqual(["PAYMENT", "PAYMENT", "REFUND", "REFUND_REVERSAL"]);
  expect(body.data[0]).toMatchObject({
    order_id: "ord_1",
    event_amount: 1000,
    payment_service_charge: 0,
    sale_type: "CREDIT",
  });
  expect(body.data[2]).toMatchObject({ refund_id: "ref_2", sale_type: "DEBIT" });
  const report = await world.control("GET", "/cashfree/payouts.csv");
  expect(
    report.text
      .split("\n")
      .slice(1, 3)
      .map((row) => row.split(",").slice(0, 4)),
  ).toEqual([
    ["pout_1", expect.any(String), "TRANSFER", "400.00"],
    ["pout_1", expect.any(String), "REVERSAL", "400.00"],
  ]);
});

test("charges a fee per capture with tax on it, and pays a day out to the bank less both", async () => {
  await trade();
  await world.control("POST", "/cashfree/recon", {
    ...{ feeBasisPoints: 195, feePaise: 300, taxBasisPoints: 1800, settleAfterMs: 3_600_000 },
  });
  await world.advance(2 * DAY_MS);
  const { body } = await recon();
  expect(body.data[0]).toMatchObject({ payment_service_charge: 22.5, payment_service_tax: 4.05 });
  const settlement = body.data.find(({ event_type }: { event_type: string }) => event_type === "SETTLEMENT");
  expect(settlement).toMatchObject({ amount_settled: 1946.9, settlement_utr: body.data[0].settlement_utr });
  const details = await recon("/settlement/recon", { limit: 10 }, { settlement_utrs: [settlement.settlement_utr] });
  expect(details.body.data).toHaveLength(4);
  const paid = await recon("/settlements");
  expect(paid.body.data).toMatchObject([{ settlement_amount: 973.45 }, { settlement_amount: 973.45 }]);
});

test("a day of refunds alone is carried over until there is something to pay out", async () => {
  await world.control("POST", "/cashfree/recon", { settleAfterMs: 0 });
  await world.createOrder("ord_1", 1000);
  await world.payOrder("ord_1");
  await world.advance(2 * DAY_MS);
  await world.pg("POST", "/orders/ord_1/refunds", { refund_id: "ref_1", refund_amount: 1000, refund_note: "SUCCESS" });
  await world.advance(2 * DAY_MS);
  const settled = async () =>
    (await recon()).body.data
      .filter(({ event_type }: { event_type: string }) => event_type === "SETTLEMENT")
      .map((event: { amount_settled: number }) => event.amount_settled);
  expect(await settled()).toEqual([1000]);
  await world.createOrder("ord_2", 1500);
  await world.payOrder("ord_2");
  await world.advance(2 * DAY_MS);
  expect(await settled()).toEqual([1000, 500]);
});

test("cuts pages of 10 to 1000, and refuses other sizes, cursors and dates", async () => {
  for (let n = 0; n < 12; n++) {
    await world.createOrder(`ord_${n}`);
    await world.payOrder(`ord_${n}`);
  }
  const first = await recon("/recon", { limit: 10, cursor: null });
  const second = await recon("/recon", { limit: 10, cursor: first.body.cursor });
  expect([first.body.data.length, second.body.data.length, second.body.cursor]).toEqual([10, 2, null]);
  expect((await recon("/recon", { limit: 9 })).body.code).toBe("pagination.limit_invalid");
  expect((await recon("/recon", { limit: 1001 })).body.code).toBe("pagination.limit_invalid");
  expect((await recon("/recon", { limit: 10, cursor: "?" })).status).toBe(400);
  expect((await recon("/recon", { limit: 10 }, { start_date: "yesterday", end_date: "today" })).status).toBe(400);
  expect((await world.control("POST", "/cashfree/recon", { feePaise: -1 })).status).toBe(400);
});

test.each(DAMAGES)("case 40: a statement can be made wrong by %s, and is right again afterwards", async (kind) => {
  await trade();
  const clean = (await recon()).body;
  expect((await world.control("POST", "/cashfree/recon/damages", { kind, reference: "ord_1" })).status).toBe(200);
  const wrong = (await recon()).body;
  expect(wrong).not.toEqual(clean);
  const extra = kind === "extra_line" || kind === "duplicate_line" ? 1 : kind === "missing_line" ? -1 : 0;
  expect(wrong.data.length).toBe(clean.data.length + extra);
  await world.control("DELETE", "/cashfree/recon/damages");
  expect((await recon()).body).toEqual(clean);
});

const title = "conformance of statements to the official specs";
describe.skipIf(!haveOfficialSchemas)(haveOfficialSchemas ? title : `${title} (skipped: no OpenAPI files)`, () => {
  test("questions and answers", async () => {
    const api = officialApi("gateway");
    await trade();
    await world.control("POST", "/cashfree/recon", { feeBasisPoints: 195, taxBasisPoints: 1800, settleAfterMs: 0 });
    await world.advance(2 * DAY_MS);
    const body = { pagination: { limit: 10 }, filters: PERIOD };
    for (const [path, question, answer] of [
      ["/recon", "FetchReconRequest", "ReconEntity"],
      ["/settlement/recon", "SettlementFetchReconRequest", "SettlementReconEntity"],
    ] as const) {
      expect(api.component(question, body)).toEqual([]);
      expect(api.component(answer, (await world.pg("POST", path, body)).body)).toEqual([]);
    }
    expect(api.request("/settlements", "post", body)).toEqual([]);
    const { data } = (await world.pg("POST", "/settlements", body)).body;
    expect(api.component("SettlementEntity", data[0])).toEqual([]);
  });
});
