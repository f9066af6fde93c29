import fc from "fast-check";
import { expect, test } from "vitest";
import { sourcesOf } from "./clawback.ts";

test.each([
  [100n, 0n, 0n, { reserve: 0n, wallet: 0n, owed: 100n }],
  [100n, 30n, 50n, { reserve: 30n, wallet: 50n, owed: 20n }],
  [100n, 100n, 50n, { reserve: 100n, wallet: 0n, owed: 0n }],
  [100n, 40n, 500n, { reserve: 40n, wallet: 60n, owed: 0n }],
])("of %d with %d in reserve and %d in the wallet", (amount, reserve, wallet, sources) => {
  expect(sourcesOf(amount, reserve, wallet)).toEqual(sources);
});

test("the parts are the whole, none is below zero, and none is more than there is", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
  fc.assert(
    fc.property(amount, amount, amount, (asked, reserve, wallet) => {
      const sources = sourcesOf(asked, reserve, wallet);
      expect(sources.reserve + sources.wallet + sources.owed).toBe(asked);
      expect(sources.reserve >= 0n && sources.wallet >= 0n && sources.owed >= 0n).toBe(true);
      expect(sources.reserve <= reserve && sources.wallet <= wallet).toBe(true);
      expect(sources.owed === 0n || sources.reserve + sources.wallet === reserve + wallet).toBe(true);
    }),
  );
});
