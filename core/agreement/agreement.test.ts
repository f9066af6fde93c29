import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { money } from "../money/index.ts";
import { encode, type Sha256, TAGS } from "../seal/index.ts";
import { at } from "../time/index.ts";
import {
  type AGREEMENT_STAGES,
  type AgreementTerms,
  agreementFields,
  agreementHash,
  agreementText,
  amountsOf,
  differences,
  LANGUAGES,
  mayAmend,
  momentText,
  stageOf,
  type TermField,
  textsOf,
} from "./index.ts";
import { TERMS } from "./sample.ts";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const page = readFileSync(new URL("../../docs/reference/agreement-hash.md", import.meta.url), "utf8");
const vector = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? "{}");
const hashOf = (terms: AgreementTerms): string => agreementHash(sha256, terms, textsOf(terms));

describe("the documentation's vector", () => {
  test("its fields, both texts among them, are the code's", () => {
    expect(agreementFields(TERMS, textsOf(TERMS))).toEqual(vector.fields);
  });

  test("its hash is what the page says of them, computed from the page alone", () => {
    const parts = vector.fields.map((field: string | number | null) => {
      const bytes = Buffer.from(String(field));
      return field === null
        ? Buffer.from("-,")
        : Buffer.concat([Buffer.from(`${bytes.length}:`), bytes, Buffer.from(",")]);
    });
    const whole = Buffer.concat([Buffer.from([5, 1]), ...parts]);
    expect(sha256(whole)).toBe(vector.hash);
    expect(Buffer.from(encode(TAGS.agreement, vector.fields)).equals(whole)).toBe(true);
    expect(hashOf(TERMS)).toBe(vector.hash);
  });
});

const COLOUR = { name: { en: "Colour", ar: "اللون" }, value: { en: "Red", ar: "أحمر" } };
const VARIANT = { id: "var_0199aa00c0de7000a000000000000005", choices: [COLOUR] };

test("a variant that was chosen is said beside the item, in either language", () => {
  const texts = textsOf({ ...TERMS, item: { ...TERMS.item, variant: VARIANT } });
  expect(texts.en).toContain("\n\u2068Colour\u2069: \u2068Red\u2069\nListing:");
  expect(texts.ar).toContain("\n\u2068اللون\u2069: \u2068أحمر\u2069\nالإعلان:");
});

/** Every term, changed by as little as can be. */
const CHANGED: Readonly<Record<string, AgreementTerms>> = {
  agreement: { ...TERMS, agreement: "agr_0199aa00c0de7000a000000000000043" },
  version: { ...TERMS, version: 2 },
  "the moment": { ...TERMS, agreedAt: at(TERMS.agreedAt + 1) },
  "the buyer": { ...TERMS, buyer: { ...TERMS.buyer, user: TERMS.seller.user } },
  "the buyer's name": { ...TERMS, buyer: { ...TERMS.buyer, name: "Asha (demo)" } },
  "the buyer's company": { ...TERMS, buyer: { ...TERMS.buyer, company: null } },
  "an empty company": { ...TERMS, seller: { ...TERMS.seller, company: "" } },
  "the buyer's country": { ...TERMS, buyer: { ...TERMS.buyer, country: "SA" } },
  "the buyer's tax number": { ...TERMS, buyer: { ...TERMS.buyer, taxNumber: null } },
  "the seller's tax number": { ...TERMS, seller: { ...TERMS.seller, taxNumber: "300000000000003" } },
  "the listing": { ...TERMS, item: { ...TERMS.item, product: "prd_0199aa00c0de7000a000000000000004" } },
  "the title": { ...TERMS, item: { ...TERMS.item, title: { ...TERMS.item.title, ar: "قطن" } } },
  "the variant": { ...TERMS, item: { ...TERMS.item, variant: VARIANT } },
  "what the variant is called": {
    ...TERMS,
    item: { ...TERMS.item, variant: { ...VARIANT, choices: [{ ...COLOUR, value: { en: "Indigo", ar: "نيلي" } }] } },
  },
  "the price": { ...TERMS, unitPrice: money(25_001n, "INR") },
  "the currency": {
    ...TERMS,
    unitPrice: money(25_000n, "SAR"),
    shipping: { bearer: "buyer", amount: money(90_000n, "SAR") },
  },
  "the quantity": { ...TERMS, quantity: 41 },
  "the shipping": { ...TERMS, shipping: { bearer: "buyer", amount: money(90_001n, "INR") } },
  "who bears it": { ...TERMS, shipping: { bearer: "seller", amount: money(0n, "INR") } },
  "hours to pay": { ...TERMS, paymentHours: 25 },
  "hours to sign": { ...TERMS, signatureHours: 73 },
  "days to dispatch": { ...TERMS, dispatchDays: 6 },
  "days to deliver": { ...TERMS, deliveryDays: 11 },
  "days to inspect": { ...TERMS, inspectionDays: 4 },
  "further terms": { ...TERMS, freeTerms: "" },
};

test.each(Object.entries(CHANGED))("another hash for %s", (_, terms) => {
  expect(hashOf(terms)).not.toBe(hashOf(TERMS));
});

test("no two of these changes share a hash, and the same terms always have the same one", () => {
  expect(new Set(Object.values(CHANGED).map(hashOf)).size).toBe(Object.keys(CHANGED).length);
  expect(hashOf({ ...TERMS })).toBe(hashOf(TERMS));
});

describe.each(LANGUAGES)("the text in %s", (language) => {
  const text = agreementText(TERMS, language);
  const lines = text.split("\n");

  test("has nine numbered clauses, and says every number of the terms", () => {
    expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(9);
    for (const value of ["INR 250.00", "INR 10000.00", "INR 900.00", "INR 10900.00", "40", "24", "72", "5", "10", "3"])
      expect(text).toContain(`\u2068${value}\u2069`);
  });

  test("no words of the parties can look like a clause", () => {
    const forged = agreementText({ ...TERMS, freeTerms: "3. Price\nTotal that the buyer pays: INR 1.00" }, language);
    expect(forged.split("\n").filter((line) => /^\d+\. /.test(line))).toHaveLength(9);
  });

  test("says who pays for sending, and that nothing else was agreed", () => {
    const bare = agreementText(
      { ...TERMS, freeTerms: "", shipping: { bearer: "seller", amount: money(0n, "INR") } },
      language,
    );
    expect(bare).toContain(language === "en" ? "Shipping is paid by the seller." : "يدفع البائع تكلفة الشحن.");
    expect(bare).toContain(language === "en" ? "\nNone.\n" : "\nلا توجد.\n");
  });
});

test("amounts are those of every other sale", () => {
  const inr = (minor: bigint) => money(minor, "INR");
  expect(amountsOf(TERMS)).toEqual({ goods: inr(1_000_000n), shipping: inr(90_000n), total: inr(1_090_000n) });
});

test.each([
  [0, "1970-01-01 00:00 UTC"],
  [951_782_399_999, "2000-02-28 23:59 UTC"],
  [951_782_400_000, "2000-02-29 00:00 UTC"],
  [1_772_442_000_000, "2026-03-02 09:00 UTC"],
  [1_798_761_599_999, "2026-12-31 23:59 UTC"],
  [4_107_542_399_000, "2100-02-28 23:59 UTC"],
  [4_107_542_400_000, "2100-03-01 00:00 UTC"],
])("the moment %d is %s", (instant, text) => {
  expect(momentText(at(instant))).toBe(text);
});

describe("where an agreement stands", () => {
  const orderBy = at(TERMS.agreedAt + 1000);
  const stage = (state: string, isFinal = false) => stageOf({ state, isFinal }, orderBy, at(orderBy + 1));

  test("before an order time alone decides, afterwards the deal", () => {
    expect(stageOf(null, orderBy, at(orderBy - 1))).toBe("to_be_ordered");
    expect(stageOf(null, orderBy, orderBy)).toBe("lapsed");
    expect(stage("agreed_payment_pending")).toBe("to_be_paid");
    for (const state of ["signatures_pending", "buyer_signature_pending", "seller_signature_pending"])
      expect(stage(state)).toBe("to_be_signed");
    expect([stage("shipped"), stage("completed", true)]).toEqual(["in_force", "ended"]);
  });
});

describe("what may be amended", () => {
  const text = { ...TERMS, freeTerms: "Rolls of 20 metres." };
  const price = { ...TERMS, unitPrice: money(24_000n, "INR") };
  const windows = { ...TERMS, deliveryDays: 12 };
  const said = (stage: (typeof AGREEMENT_STAGES)[number], after: AgreementTerms, signatures = 0): string => {
    const answer = mayAmend(stage, differences(TERMS, after), signatures);
    return answer.ok ? "may" : answer.error;
  };

  test.each([
    ["to_be_ordered", "may", "may", "may"],
    ["to_be_paid", "may", "may", "may"],
    ["to_be_signed", "amounts_are_held", "deadlines_are_running", "may"],
    ["in_force", "amounts_are_held", "deadlines_are_running", "may"],
    ["lapsed", "agreement_over", "agreement_over", "agreement_over"],
    ["ended", "agreement_over", "agreement_over", "agreement_over"],
  ] as const)("%s: price %s, window %s, words %s", (stage, forPrice, forWindow, forWords) => {
    expect([said(stage, price), said(stage, windows), said(stage, text)]).toEqual([forPrice, forWindow, forWords]);
  });

  test("nothing is no amendment, and what one side has signed is not changed under it", () => {
    expect(said("to_be_ordered", TERMS)).toBe("nothing_changed");
    expect(said("to_be_signed", text, 1)).toBe("half_signed");
    expect(said("in_force", text, 2)).toBe("may");
  });

  test("a difference shows both sides of it", () => {
    const everything: AgreementTerms = {
      ...TERMS,
      ...{ unitPrice: money(1n, "INR"), quantity: 1, shipping: { bearer: "seller", amount: money(0n, "INR") } },
      ...{ paymentHours: 1, dispatchDays: 1, deliveryDays: 1, inspectionDays: 1, freeTerms: "" },
    };
    const found = differences(TERMS, everything);
    const fields: TermField[] = [
      ...(["unitPrice", "quantity", "shipping", "paymentHours", "dispatchDays"] as const),
      ...(["deliveryDays", "inspectionDays", "freeTerms"] as const),
    ];
    expect(found.map(({ field }) => field)).toEqual(fields);
    expect(found.slice(0, 3)).toEqual([
      { field: "unitPrice", before: "INR 250.00", after: "INR 0.01" },
      { field: "quantity", before: "40", after: "1" },
      { field: "shipping", before: "buyer: INR 900.00", after: "seller: INR 0.00" },
    ]);
    expect(differences(TERMS, TERMS)).toEqual([]);
  });
});
