import { describe, expect, test } from "vitest";
import { maskContacts, PLACEHOLDER } from "./index.ts";

const hidden = (text: string): string => text.replaceAll("_", PLACEHOLDER);

describe("case 111: what people could meet by is taken out", () => {
  test.each([
    ["Write to asha.k+shop@example.co.in please", "Write to _ please"],
    ["ASHA@EXAMPLE.COM", "_"],
    ["asha @ example . com", "_"],
    ["it is asha (at) example (dot) com", "it is _"],
    ["it is asha[at]example.com now", "it is _ now"],
    ["me: asha at example dot com", "me: _"],
    ["asha at example.com", "_"],
    ["راسلني على asha@example.com", "راسلني على _"],
    ["بريدي asha آت example دوت com", "بريدي _"],
    ["بريدي آشا (آت) مثال (نقطة) كوم", "بريدي _"],
    ["see https://example.com/x?y=1 there", "see _ there"],
    ["HTTP://EXAMPLE.COM", "_"],
    ["www.example.in/shop", "_"],
    ["my page example.com/asha is better", "my page _ is better"],
    ["wa.me/919876543210", "_"],
    ["t.me/asha_looms", "_"],
    ["example dot com", "_"],
    ["موقعي مثال دوت كوم", "موقعي _"],
    ["find me as @asha_looms.", "find me as _"],
    ["انستقرام @asha", "انستقرام _"],
    ["to SA03 8000 0000 6080 1016 7519", "to _"],
    ["GB82WEST12345698765432", "_"],
    ["الآيبان SA٠٣٨٠٠٠٠٠٠٠٦٠٨٠١٠١٦٧٥١٩", "الآيبان _"],
    ["account 026291800001191", "account _"],
    ["call 9876543210", "call _"],
    ["call +91 98765 43210 today", "call _ today"],
    ["(080) 2345-6789", "_"],
    ["00966-50-123-4567", "_"],
    ["9.8.7.6.5.4.3.2.1.0", "_"],
    ["9 8 7 6 5 4 3 2 1 0", "_"],
    ["9-8-7--6-5*4*3 2 1 0", "_"],
    ["رقمي ٠٥٠١٢٣٤٥٦٧", "رقمي _"],
    ["رقمي ٠٥٠ ١٢٣ ٤٥٦٧ للتواصل", "رقمي _ للتواصل"],
    ["شماره ۰۹۱۲۳۴۵۶۷۸۹", "شماره _"],
    ["9\u200c8\u200c7\u200c6\u200c5\u200c4\u200c3\u200c2\u200c1\u200c0", "_"],
    ["₹9876543210", "₹_"],
    ["on 2026-11-22 9876543210", "on 2026-11-22 _"],
    ["two: 9876543210 9876543211", "two: _"],
    ["call9876543210", "call_"],
  ])("%s", (text, expected) => {
    expect(maskContacts(text)).toEqual({ text: hidden(expected), masked: true });
  });
});

describe("what a sale is about stays", () => {
  test.each([
    "Order ORD-2026-000123 and ORD-2026-000124",
    "الطلب ORD-2026-000123",
    "ord_0199aa00c0de7000a000000000000042",
    "by 2026-11-22 or 22/11/2026 or 22.11.2026 at 09:30",
    "قبل ٢٢/١١/٢٠٢٦",
    "₹1,23,45,678.00 or INR 123456789 or 123456789 SAR",
    "السعر ١٬٢٣٤٬٥٦٧٫٥٠ ريال أو 250000000 روبية",
    "1,234,567,890",
    "We meet at 5.30, at Pune. Then we go",
    "30 x 40 x 50 cm, 1.5 kg, 12 pieces, size 38",
    "postcode 400001",
    "look at photo.jpg, sent.in two days",
    "one @ 50 each",
    "A short line.\nAnother line. 100% cotton; 50/50",
    "مرحبا، هل لديك اللون الأزرق؟ أريد ٣ قطع",
    "",
  ])("%s", (text) => {
    expect(maskContacts(text)).toEqual({ text, masked: false });
  });
});

test("what has been masked is not masked again", () => {
  const once = maskContacts("call 9876543210 or asha@example.com").text;
  expect(maskContacts(once)).toEqual({ text: once, masked: false });
});

test("the longest text of a message takes no time, however it is made", () => {
  for (const piece of ["a.", "a ", "9 ", "a@", "at ", "dot ", "1.", "SA0", "(at) ", "www", "a-", "₹1,", "9-", "٩."])
    expect(maskContacts(piece.repeat(4000 / piece.length)).text.length).toBeGreaterThan(0);
});
