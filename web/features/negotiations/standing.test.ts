import { expect, test } from "vitest";
import type { NegotiationSummary, Offer } from "../../api/negotiations.ts";
import { standingOf } from "./standing.ts";

const inr = (amount: number) => ({ amount, currency: "INR" });
const OFFER: Offer = {
  ...{ id: "off_1", number: 1, by: "buyer", status: "standing", total: inr(100), madeAt: "", expiresAt: "" },
  ...{ unitPrice: inr(100), quantity: 1, shipping: { bearer: "seller", amount: inr(0) }, freeTerms: null },
  ...{ paymentHours: 24, dispatchDays: 1, deliveryDays: 1, inspectionDays: 1 },
};
const of = (changes: Partial<NegotiationSummary>) =>
  standingOf({ status: "open", role: "buyer", standingOffer: OFFER, ...changes });

test("whose turn it is hangs on who made the offer that stands", () => {
  expect(of({})).toBe("wait");
  expect(of({ role: "seller" })).toBe("answer");
  expect(of({ standingOffer: null })).toBe("bare");
  expect(of({ standingOffer: { ...OFFER, status: "expired" } })).toBe("bare");
});

test("what is over is nobody's turn", () => {
  expect(of({ status: "agreement_reached" })).toBe("agreed");
  expect(of({ status: "closed", standingOffer: null })).toBe("closed");
  expect(of({ status: "expired", standingOffer: null })).toBe("expired");
});
