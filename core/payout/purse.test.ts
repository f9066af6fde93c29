import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { basisPoints, money } from "../money/index.ts";
import { available, decideWithdrawal, divideRelease, dueReserve, type Purse, recoverable } from "./index.ts";

const inr = (minor: bigint) => money(minor, "INR");
const purse = (wallet: bigint, owed = 0n, promised = 0n, reserve = 0n): Purse => ({
  currency: "INR",
  wallet,
  owed,
  promised,
  reserve,
});
const NO_LIMITS = { smallest: 1n, perDay: null };
const minor = fc.bigInt({ min: 0n, max: 10_000_000n });
const purses = fc.record({
  currency: fc.constant("INR" as const),
  wallet: minor,
  owed: minor,
  promised: minor,
  reserve: minor,
});

describe("a release is divided", () => {
  test("all of it is payable where nothing is owed, held back or promised", () => {
    expect(divideRelease(inr(400n), purse(400n), 0)).toEqual({
      recovered: inr(0n),
      reserved: inr(0n),
      payable: inr(400n),
    });
  });

  test("what is owed comes first, then the reserve on the whole release, then the bank", () => {
    expect(divideRelease(inr(400n), purse(400n, 150n), 1000)).toEqual({
      recovered: inr(150n),
      reserved: inr(40n),
      payable: inr(210n),
    });
    expect(divideRelease(inr(400n), purse(400n, 380n), 1000)).toEqual({
      recovered: inr(380n),
      reserved: inr(20n),
      payable: inr(0n),
    });
    expect(divideRelease(inr(400n), purse(400n, 500n), 1000)).toEqual({
      recovered: inr(400n),
      reserved: inr(0n),
      payable: inr(0n),
    });
  });

  test("older money in the wallet pays the debt too, and is not paid out with this release", () => {
    expect(divideRelease(inr(400n), purse(1000n, 150n), 0)).toMatchObject({ recovered: inr(150n), payable: inr(400n) });
  });

  test("what is promised to payouts that wait is not paid out twice", () => {
    expect(divideRelease(inr(400n), purse(500n, 0n, 300n), 0)).toMatchObject({ payable: inr(200n) });
    expect(divideRelease(inr(400n), purse(100n, 0n, 300n), 0)).toMatchObject({ payable: inr(0n) });
  });

  test("whatever there is, no part is below zero and together they are no more than the wallet", () => {
    fc.assert(
      fc.property(minor, purses, fc.integer({ min: 0, max: 10_000 }), (received, held, points) => {
        const parts = divideRelease(inr(received), held, points);
        const all = [parts.recovered.minor, parts.reserved.minor, parts.payable.minor];
        expect(all.every((part) => part >= 0n)).toBe(true);
        expect(all.reduce((sum, part) => sum + part, 0n)).toBeLessThanOrEqual(held.wallet);
        expect(parts.recovered.minor).toBeLessThanOrEqual(held.owed);
        expect(parts.reserved.minor).toBeLessThanOrEqual(basisPoints(inr(received), points).minor);
        expect(parts.payable.minor + parts.reserved.minor).toBeLessThanOrEqual(received);
        // Nothing is paid out while a debt is left.
        if (parts.recovered.minor < held.owed) expect(parts.payable.minor).toBe(0n);
      }),
    );
  });

  test("case 38: money of one currency is never divided by a wallet of another", () => {
    expect(() => divideRelease(money(1n, "KWD"), purse(1n), 0)).toThrow("KWD is not INR");
    expect(() => decideWithdrawal(money(1n, "KWD"), purse(1n), NO_LIMITS, 0n)).toThrow("KWD is not INR");
  });
});

describe("a reserve that has reached its day", () => {
  test("comes to the wallet as it was held", () => expect(dueReserve(inr(40n), 100n, 60n)).toEqual(inr(40n)));
  test("less what a chargeback has taken, so that later days keep theirs", () => {
    expect(dueReserve(inr(40n), 80n, 60n)).toEqual(inr(20n));
    expect(dueReserve(inr(40n), 50n, 60n)).toEqual(inr(0n));
  });
  test("never more than was held", () => expect(dueReserve(inr(40n), 500n, 60n)).toEqual(inr(40n)));
});

describe("a withdrawal", () => {
  const limits = { smallest: 100n, perDay: 1000n };
  const decide = (amount: bigint, held: Purse, withdrawn = 0n) =>
    decideWithdrawal(inr(amount), held, limits, withdrawn);

  test("takes the debt first and leaves the rest", () => {
    expect(decide(300n, purse(500n, 50n, 100n))).toEqual({
      ok: true,
      value: { amount: inr(300n), recovered: inr(50n), after: purse(150n, 0n, 100n) },
    });
  });
  test.each([
    ["not_an_amount", 0n, purse(500n), 0n],
    ["not_an_amount", -5n, purse(500n), 0n],
    ["short_of_money", 351n, purse(500n, 50n, 100n), 0n],
    ["short_of_money", 1n, purse(0n), 0n],
    ["below_the_smallest", 99n, purse(500n), 0n],
    ["above_the_daily_limit", 1001n, purse(5000n), 0n],
    ["above_the_daily_limit", 200n, purse(5000n), 801n],
  ] as const)("is refused: %s", (error, amount, held, withdrawn) => {
    expect(decide(amount, held, withdrawn)).toEqual({ ok: false, error });
  });
  test("is allowed up to each limit exactly", () => {
    expect(decide(350n, purse(500n, 50n, 100n)).ok).toBe(true);
    expect(decide(100n, purse(500n)).ok).toBe(true);
    expect(decide(200n, purse(5000n), 800n).ok).toBe(true);
  });

  test("whatever there is: nothing comes about or is lost, and promises are kept", () => {
    fc.assert(
      fc.property(minor, purses, (amount, held) => {
        const decided = decideWithdrawal(inr(amount), held, NO_LIMITS, 0n);
        expect(decided.ok).toBe(amount > 0n && amount <= available(held).minor);
        if (!decided.ok) return;
        const { recovered, after } = decided.value;
        expect(recovered).toEqual(recoverable(held));
        expect(after.wallet + amount + recovered.minor).toBe(held.wallet);
        expect(after.wallet).toBeGreaterThanOrEqual(held.promised);
        expect(after.owed).toBe(0n);
      }),
    );
  });
});
