import { describe, expect, test } from "vitest";
import { isKept, placeOf } from "./kept-pages.ts";

describe("what can be read without a connection", () => {
  test.each([
    ...["/en/orders", "/ar/orders/ord_1", "/en/orders/ord_1/dispatch", "/ar/messages/cnv_1", "/en/disputes/dsp_1"],
    ...["/en/library", "/ar/wallet", "/en/selling", "/en/waiting", "/en/orders.data", "/en/purchases/pur_1"],
  ])("%s is kept", (path) => expect(isKept(path)).toBe(true));

  test.each([
    ...["/", "/en", "/en/browse", "/en/orders/ord_1/pay", "/en/orders/ord_1/offers", "/en/orders/ord_1/problem"],
    ...["/en/cart/checkout", "/en/purchases/pur_1/pay", "/en/finance", "/en/account", "/en/settings/security"],
    ...["/en/wallet/statement", "/en/selling/bank-account", "/en/sign-in", "/api/v1/orders", "/fr/orders"],
  ])("%s is not", (path) => expect(isKept(path)).toBe(false));

  test("a page's place is told apart from its language, with or without its data's ending", () => {
    expect(placeOf("/ar/orders/ord_1.data")).toEqual({ lang: "ar", path: "/orders/ord_1" });
    expect(placeOf("/en/")).toEqual({ lang: "en", path: "" });
    expect(placeOf("/assets/en/x.js")).toBe(null);
  });
});
