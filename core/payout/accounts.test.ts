import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { money } from "../money/index.ts";
import { at, days, hours } from "../time/index.ts";
import { type AccountStatus, allotShares, checkShares, destinationOf, isUsable, usableFrom } from "./index.ts";

const NOW = at(days(20_000));
const LATER = at(NOW + hours(24));
const account = (name: string, status: AccountStatus, primary: boolean, from: typeof NOW | null) => ({
  name,
  status,
  primary,
  usableFrom: from,
});

describe("money goes", () => {
  const old = account("old", "verified", false, at(NOW - hours(5)));
  const older = account("older", "verified", false, at(NOW - hours(9)));

  test("to the primary account", () => {
    const primary = account("primary", "verified", true, NOW);
    expect(destinationOf([old, primary], NOW)).toEqual({ kind: "account", account: primary });
  });
  test("case 37: to the account before, until the hold of a changed one is over", () => {
    const changed = account("changed", "verified", true, LATER);
    expect(destinationOf([changed, old, older], NOW)).toEqual({ kind: "account", account: old });
    expect(destinationOf([changed, old, older], LATER)).toEqual({ kind: "account", account: changed });
  });
  test("case 37: nowhere, where there is only the changed one, until its hold is over", () => {
    const blocked = account("blocked", "blocked", false, at(NOW - hours(5)));
    const changed = account("changed", "verified", true, LATER);
    expect(destinationOf([changed, blocked], NOW)).toEqual({ kind: "on_hold", until: LATER });
  });
  test("on hold until the first of several days", () => {
    const [first, second] = [account("a", "verified", true, at(LATER + 1)), account("b", "verified", false, LATER)];
    expect(destinationOf([first, second], NOW)).toEqual({ kind: "on_hold", until: LATER });
  });
  test.each(["pending", "failed", "blocked"] as const)("never to one that is %s", (status) => {
    expect(destinationOf([account("x", status, true, NOW)], NOW)).toEqual({ kind: "none" });
    expect(isUsable(account("x", status, true, NOW), NOW)).toBe(false);
  });
  test("never to one of which nobody knows from when it may be used", () => {
    expect(destinationOf([account("x", "verified", true, null)], NOW)).toEqual({ kind: "none" });
    expect(isUsable(account("x", "verified", true, null), NOW)).toBe(false);
  });
  test("nowhere without an account", () => expect(destinationOf([], NOW)).toEqual({ kind: "none" }));
});

test("the first account may be used at once, a changed one after the hold", () => {
  expect(usableFrom(true, NOW, hours(24))).toBe(NOW);
  expect(usableFrom(false, NOW, hours(24))).toBe(LATER);
});

describe("shares", () => {
  const share = (name: string, points: number) => ({ account: name, basisPoints: points });

  test("name each account once and make the whole", () => {
    expect(checkShares([share("a", 6000), share("b", 4000)]).ok).toBe(true);
    const refusals = [
      [[], "no_shares"],
      [[share("a", 9999)], "not_the_whole"],
      [[share("a", 9999), share("b", 2)], "not_the_whole"],
      [[share("a", 5000), share("a", 5000)], "account_twice"],
      [[share("a", 10_000), share("b", 0)], "not_a_share"],
      [[share("a", 10_500), share("b", -500)], "not_a_share"],
      [[share("a", 5000.5), share("b", 4999.5)], "not_a_share"],
    ] as const;
    for (const [shares, error] of refusals) expect(checkShares(shares)).toEqual({ ok: false, error });
  });

  test("hand out every minor unit, and leave out what comes to nothing", () => {
    expect(allotShares(money(101n, "INR"), [share("a", 5000), share("b", 5000)])).toEqual([
      { account: "a", amount: money(51n, "INR") },
      { account: "b", amount: money(50n, "INR") },
    ]);
    expect(allotShares(money(1n, "INR"), [share("a", 1), share("b", 9999)])).toEqual([
      { account: "b", amount: money(1n, "INR") },
    ]);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 10 }),
        (amount, points) => {
          const shares = points.map((basis, index) => share(String(index), basis));
          const parts = allotShares(money(amount, "INR"), shares);
          expect(parts.reduce((sum, part) => sum + part.amount.minor, 0n)).toBe(amount);
          expect(parts.every((part) => part.amount.minor > 0n)).toBe(true);
        },
      ),
    );
  });
});
