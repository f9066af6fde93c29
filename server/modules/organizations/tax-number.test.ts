import { expect, test } from "vitest";
import { checkCharacter, taxNumberIn } from "./tax-number.ts";

test.each([
  ["IN", "27AAPFU0939F1ZV"],
  ["IN", "29AAGCB7383J1Z4"],
  ["SA", "300000000000003"],
  ["AE", "100123456789012"],
  ["DE", "DE123456789"],
])("%s: %s is a tax number", (country, number) => {
  expect(taxNumberIn(country, number)).toEqual({ ok: true, value: number });
});

test("it is kept in capitals and without spaces", () => {
  expect(taxNumberIn("IN", "27 aapfu0939f 1zv")).toEqual({ ok: true, value: "27AAPFU0939F1ZV" });
});

test.each([
  ["IN", "27AAPFU0939F1ZW", "its check character is another"],
  ["IN", "27AAPFU0399F1ZV", "two digits are swapped"],
  ["IN", "00AAPFU0939F1ZV", "there is no such state"],
  ["IN", "27AAPFU0939F0ZV", "registrations are counted from one"],
  ["SA", "200000000000003", "it must begin with 3"],
  ["SA", "300000000000001", "it must end with 3"],
  ["AE", "300000000000003", "it is of another country"],
  ["AE", "10012345678901", "a digit is missing"],
  ["DE", "x", "it is too short"],
])("%s: %s is none: %s", (country, number) => {
  expect(taxNumberIn(country, number).ok).toBe(false);
});

test("every single wrong sign of a GSTIN is seen by its check character", () => {
  const first14 = "27AAPFU0939F1Z";
  const right = checkCharacter(first14);
  for (let place = 0; place < first14.length; place++)
    for (const sign of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
      if (sign === first14[place]) continue;
      expect(checkCharacter(first14.slice(0, place) + sign + first14.slice(place + 1))).not.toBe(right);
    }
});
