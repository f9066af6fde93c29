import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { call, startWorld, type World } from "../harness.ts";

const SELLER = {
  beneficiary_id: "seller_77",
  beneficiary_name: "Noor Demo Seller",
  beneficiary_instrument_details: { bank_account_number: "026291800001191", bank_ifsc: "YESB0000262" },
};

describe("payouts", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.payout("POST", "/beneficiary", SELLER);
  });
  afterEach(() => world.stop());

  const send = (transfer_id: string, more: object = {}) =>
    world.payout("POST", "/transfers", {
      transfer_id,
      transfer_amount: 970.5,
      beneficiary_details: { beneficiary_id: "seller_77" },
      ...more,
    });
  const read = async (id: string) => (await world.payout("GET", `/transfers?transfer_id=${id}`)).body;
  const state = async (id: string) => {
    const { status, status_code } = await read(id);
    return `${status}/${status_code}`;
  };
  const entries = async () => (await world.control("GET", "/cashfree/statement")).body.entries;
  const types = () => world.app.received.map(({ type }) => type);

  test("a transfer goes RECEIVED, PENDING, sent, credited; only the last two are announced", async () => {
    expect((await send("rel_1")).body.status).toBe("RECEIVED");
    const seen = [await state("rel_1")];
    for (let step = 0; step < 3; step += 1) {
      await world.advance(10_000);
      seen.push(await state("rel_1"));
    }
    expect(seen).toEqual(["RECEIVED/RECEIVED", "PENDING/PENDING", "SUCCESS/SENT_TO_BENEFICIARY", "SUCCESS/COMPLETED"]);
    expect(types()).toEqual(["TRANSFER_SUCCESS", "TRANSFER_ACKNOWLEDGED"]);
    expect(world.app.received[0]?.path).toBe("/api/v1/webhooks/cashfree/payout");
    expect(await entries()).toMatchObject([{ kind: "payout", reference: "rel_1", amount: -97_050, balance: -97_050 }]);
  });

  test("charges and UTR appear only once they are known", async () => {
    const received = (await send("rel_1")).body;
    expect(received).not.toHaveProperty("transfer_utr");
    expect(received).not.toHaveProperty("transfer_service_charge");
    await world.advance(30_000);
    expect(await read("rel_1")).toMatchObject({ transfer_utr: expect.any(String), transfer_service_charge: 0 });
  });

  test("it is found by Cashfree's own id too", async () => {
    const { cf_transfer_id } = (await send("rel_1")).body;
    const found = await world.payout("GET", `/transfers?cf_transfer_id=${cf_transfer_id}`);
    expect(found.body.transfer_id).toBe("rel_1");
    expect((await world.payout("GET", "/transfers?transfer_id=none")).body.code).toBe("transfer_id_not_found");
    expect((await world.payout("GET", "/transfers?cf_transfer_id=1")).body.code).toBe("cf_transfer_id_not_found");
  });

  test("a transfer id is used once", async () => {
    await send("rel_1");
    const again = await send("rel_1", { transfer_amount: 5 });
    expect([again.status, again.body.code]).toEqual([409, "transfer_id_already_exists"]);
    await world.advance(60_000);
    expect(await entries()).toHaveLength(1);
  });

  test.each([
    ["failed", "FAILED/IMPS_MODE_FAIL", ["TRANSFER_FAILED"], []],
    ["rejected", "REJECTED/INVALID_MODE_FOR_PYID", ["TRANSFER_REJECTED"], []],
    [
      "reversed",
      "REVERSED/RETURNED_FROM_BENEFICIARY",
      ["TRANSFER_SUCCESS", "TRANSFER_ACKNOWLEDGED", "TRANSFER_REVERSED"],
      [-97_050, 97_050],
    ],
  ])("case 34: the next transfer can be told to be %s", async (outcome, end, events, amounts) => {
    await world.control("POST", "/cashfree/next-transfer", { outcome });
    await send("rel_1");
    await world.advance(60_000);
    expect(await state("rel_1")).toBe(end);
    expect(types()).toEqual(events);
    expect((await entries()).map(({ amount }: { amount: number }) => amount)).toEqual(amounts);
    await send("rel_2");
    await world.advance(60_000);
    expect(await state("rel_2")).toBe("SUCCESS/COMPLETED");
  });

  test("case 34: a credited transfer can come back days later", async () => {
    await send("rel_1");
    await world.advance(3 * 86_400_000);
    await world.control("POST", "/cashfree/transfers/rel_1", { outcome: "reversed" });
    expect(await state("rel_1")).toBe("REVERSED/RETURNED_FROM_BENEFICIARY");
    const last = (await entries()).at(-1);
    expect(last).toMatchObject({ kind: "payout_reversal", reference: "rel_1", amount: 97_050, balance: 0 });
  });

  test("an outcome can be forced at once, and an ended transfer stays as it is", async () => {
    await send("rel_1");
    const forced = await world.control("POST", "/cashfree/transfers/rel_1", { outcome: "completed" });
    expect(forced.body).toMatchObject({ status_code: "COMPLETED", deliveries: [{ status: 200 }, { status: 200 }] });
    expect((await world.control("POST", "/cashfree/transfers/rel_1", { outcome: "failed" })).status).toBe(409);
    await world.control("POST", "/cashfree/transfers/rel_1", { outcome: "reversed" });
    expect((await world.control("POST", "/cashfree/transfers/rel_1", { outcome: "completed" })).status).toBe(409);
    await world.advance(60_000);
    expect(await entries()).toHaveLength(2);
  });

  test("a transfer that fails after it was sent is credited back", async () => {
    await send("rel_1");
    await world.advance(20_000);
    await world.control("POST", "/cashfree/transfers/rel_1", { outcome: "failed" });
    expect(await state("rel_1")).toBe("FAILED/IMPS_MODE_FAIL");
    expect((await entries()).at(-1)).toMatchObject({ kind: "payout_reversal", balance: 0 });
  });

  test("out of order, the news of sending comes after the news of the credit", async () => {
    await world.control("POST", "/webhooks", { cashfree: { mode: "out_of_order" } });
    await send("rel_1");
    await world.advance(60_000);
    expect(types()).toEqual(["TRANSFER_ACKNOWLEDGED", "TRANSFER_SUCCESS", "TRANSFER_ACKNOWLEDGED"]);
  });

  test.each([
    [{ transfer_id: undefined }, "transfer_id_missing"],
    [{ transfer_id: "a-b" }, "transfer_id_invalid"],
    [{ transfer_id: "x".repeat(41) }, "transfer_id_invalid"],
    [{ transfer_amount: undefined }, "transfer_amount_missing"],
    [{ transfer_amount: 0.99 }, "transfer_amount_invalid"],
    [{ transfer_mode: "pigeon" }, "transfer_mode_invalid"],
    [{ beneficiary_details: { beneficiary_name: "R2D2" } }, "beneficiary_details.beneficiary_name_invalid"],
    [
      {
        beneficiary_details: {
          beneficiary_name: "Noor",
          beneficiary_instrument_details: { bank_account_number: "12345678", bank_ifsc: "BAD" },
        },
      },
      "beneficiary_details.beneficiary_instrument_details.bank_ifsc_invalid",
    ],
    [
      {
        beneficiary_details: {
          beneficiary_id: "seller_77",
          beneficiary_instrument_details: { bank_account_number: "999999999" },
        },
      },
      "beneficiary_details.beneficiary_instrument_details.bank_account_number_invalid",
    ],
  ])("%j is refused as %s", async (change, code) => {
    const answer = await send("rel_1", change);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  test("an unknown beneficiary is 404", async () => {
    const answer = await send("rel_1", { beneficiary_details: { beneficiary_id: "nobody" } });
    expect([answer.status, answer.body.code]).toEqual([404, "beneficiary_not_found"]);
  });

  test("bad credentials answer 500 with type authentication_error, as published", async () => {
    const headers = { "x-client-id": "demo_client", "x-client-secret": "demo_secret_not_real" };
    const answer = await call(`${world.url()}/cashfree/payout/transfers?transfer_id=rel_1`, { method: "GET", headers });
    expect([answer.status, answer.body.type]).toEqual([500, "authentication_error"]);
  });
});

describe("beneficiaries", () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test("one is created, read by id or by account, and deleted", async () => {
    const created = await world.payout("POST", "/beneficiary", SELLER);
    expect([created.status, created.body.beneficiary_status]).toEqual([201, "VERIFIED"]);
    const byId = await world.payout("GET", "/beneficiary?beneficiary_id=seller_77");
    const byAccount = await world.payout(
      "GET",
      "/beneficiary?bank_account_number=026291800001191&bank_ifsc=YESB0000262",
    );
    expect(byAccount.body).toEqual(byId.body);
    const deleted = await world.payout("DELETE", "/beneficiary?beneficiary_id=seller_77");
    expect(deleted.body.beneficiary_status).toBe("DELETED");
    expect((await world.payout("GET", "/beneficiary?beneficiary_id=seller_77")).status).toBe(404);
  });

  test("neither the id nor the bank account is taken twice", async () => {
    await world.payout("POST", "/beneficiary", SELLER);
    const sameId = await world.payout("POST", "/beneficiary", SELLER);
    expect([sameId.status, sameId.body.code]).toEqual([409, "beneficiary_id_already_exists"]);
    const sameAccount = await world.payout("POST", "/beneficiary", { ...SELLER, beneficiary_id: "seller_78" });
    expect([sameAccount.status, sameAccount.body.code]).toEqual([409, "beneficiary_already_exists"]);
  });

  test.each([
    ["", "beneficiary_identifiers_missing"],
    ["?beneficiary_id=a&bank_ifsc=YESB0000262&bank_account_number=1234", "too_many_parameters_in_request"],
    ["?bank_account_number=12345", "bank_ifsc_missing"],
    ["?bank_ifsc=YESB0000262", "bank_account_number_missing"],
  ])("reading with '%s' is refused as %s", async (query, code) => {
    const answer = await world.payout("GET", `/beneficiary${query}`);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  test.each([
    [{ beneficiary_id: "x".repeat(51) }, "beneficiary_id_length_exceeded"],
    [{ beneficiary_id: "a b" }, "beneficiary_id_invalid"],
    [
      { beneficiary_instrument_details: { bank_account_number: "12", bank_ifsc: "YESB0000262" } },
      "bank_account_number_length_short",
    ],
    [
      { beneficiary_instrument_details: { bank_account_number: "12345", bank_ifsc: "YESB1000262" } },
      "bank_ifsc_invalid",
    ],
    [{ beneficiary_instrument_details: { vpa: "no at" } }, "vpa_invalid"],
  ])("%j is refused as %s", async (change, code) => {
    const answer = await world.payout("POST", "/beneficiary", { ...SELLER, ...change });
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });
});
