import { STANDARD_TAXES } from "@amana/core/pricing";
import { expect, test } from "vitest";
import { readConfig } from "./index.ts";
import { keep } from "./production-for-test.ts";

const read = (env: Record<string, string>) => readConfig(env, { keep });

test("sales are taxed at the standard rates, at none, or as it is written", () => {
  const taxesOf = (env: Record<string, string>) => {
    const config = read(env);
    return config.ok && config.value.taxes;
  };
  expect(taxesOf({})).toEqual(STANDARD_TAXES);
  expect(taxesOf({ AMANA_TAXES: "none" })).toEqual({});
  expect(taxesOf({ AMANA_TAXES: "IN=GST,500,added;BH=VAT,1000,included" })).toEqual({
    IN: { code: "GST", basisPoints: 500, included: false },
    BH: { code: "VAT", basisPoints: 1_000, included: true },
  });
});

test("the commission is taxed where that is written", () => {
  const taxOf = (env: Record<string, string>) => {
    const config = read(env);
    return config.ok && config.value.commissionTax;
  };
  expect(taxOf({})).toBeNull();
  expect(taxOf({ AMANA_COMMISSION_TAX: "GST=1800" })).toEqual({ code: "GST", basisPoints: 1_800 });
});

test.each([
  "IN=GST,1800",
  "IN=GST,18%,included",
  "india=GST,1800,included",
  "IN=GST,10001,added",
  "IN=A,1,added;IN=B,2,added",
])("%s is no table of taxes", (text) => {
  expect(read({ AMANA_TAXES: text }).ok).toBe(false);
});

test.each(["GST", "GST=", "GST=18%", "gst=1800", "GST=10001"])("%s is no tax on the commission", (text) => {
  expect(read({ AMANA_COMMISSION_TAX: text }).ok).toBe(false);
});
