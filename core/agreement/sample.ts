import { money } from "../money/index.ts";
import { at } from "../time/index.ts";
import type { AgreementTerms } from "./terms.ts";

/** An agreement of people who are plainly made up; the documentation's vectors are of it. */
export const TERMS: AgreementTerms = {
  agreement: "agr_0199aa00c0de7000a000000000000042",
  version: 1,
  agreedAt: at(1_772_442_000_000),
  buyer: {
    user: "usr_0199aa00c0de7000a000000000000001",
    name: "Asha (demo buyer)",
    company: "Lakeside Tailors (demo)",
    country: "IN",
    taxNumber: "27AAPFU0939F1ZV",
  },
  seller: {
    user: "usr_0199aa00c0de7000a000000000000002",
    name: "نسيج الدكن (تجريبي)",
    company: null,
    country: null,
    taxNumber: null,
  },
  item: {
    product: "prd_0199aa00c0de7000a000000000000003",
    title: { en: "Block-print cotton", ar: "قطن مطبوع" },
  },
  unitPrice: money(25_000n, "INR"),
  quantity: 40,
  shipping: { bearer: "buyer", amount: money(90_000n, "INR") },
  paymentHours: 24,
  signatureHours: 72,
  dispatchDays: 5,
  deliveryDays: 10,
  inspectionDays: 3,
  freeTerms: "Rolls of 25 metres.\n\nاللون الأزرق فقط (indigo).",
};
