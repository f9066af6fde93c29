import { at } from "@amana/core/time";
import { expect, test } from "vitest";
import { newTotpSecret, stepOfCode, totpAddress } from "./totp.ts";

/** The secret of appendix B of RFC 6238, and the last six digits of its codes. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
])("at second %d the code is %s, as RFC 6238 has it", (second, code) => {
  expect(stepOfCode(SECRET, code, at(second * 1000))).toBe(Math.floor(second / 30));
});

test("a code is taken one step early and one step late, and no more", () => {
  const step = Math.floor(1111111111 / 30);
  const tried = [-2, -1, 0, 1, 2].map((steps) => stepOfCode(SECRET, "050471", at((1111111111 + steps * 30) * 1000)));
  expect(tried).toEqual([null, step, step, step, null]);
});

test("what is no code of six digits is wrong, and no error", () => {
  for (const code of ["", "50471", "0050471", "05047a", "٠٥٠٤٧١", " 050471"])
    expect(stepOfCode(SECRET, code, at(1111111111_000))).toBeNull();
});

test("a secret has 160 bits, and its address is what authenticator apps read", () => {
  expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newTotpSecret()).not.toBe(newTotpSecret());
  const address = new URL(totpAddress(SECRET, "market.example", "asha@example.test"));
  expect([address.protocol, address.host]).toEqual(["otpauth:", "totp"]);
  expect(address.searchParams.get("secret")).toBe(SECRET);
  expect(address.searchParams.get("issuer")).toBe("market.example");
});
