import { expect, test } from "vitest";
import { covers, methodIn } from "./payment-choice.tsx";

const inr = (amount: number) => ({ amount, currency: "INR" });

test("a balance pays what it covers to the unit, in its own currency, and nothing else", () => {
  expect(covers(inr(34_800), inr(34_800))).toBe(true);
  expect(covers(inr(34_799), inr(34_800))).toBe(false);
  expect(covers({ amount: 99_999, currency: "SAR" }, inr(34_800))).toBe(false);
  expect(covers(null, inr(0))).toBe(false);
});

test("an order is paid at the gateway unless the wallet is asked for by its name", () => {
  const form = new FormData();
  expect(methodIn(form)).toBe("gateway");
  form.set("method", "anything");
  expect(methodIn(form)).toBe("gateway");
  form.set("method", "wallet");
  expect(methodIn(form)).toBe("wallet");
});
