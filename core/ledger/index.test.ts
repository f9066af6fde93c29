import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeId } from "../ids/index.ts";
import { type Currency, type Money, money } from "../money/index.ts";
import {
  type AccountCode,
  accounts,
  checkPosting,
  type Entry,
  isGuarded,
  move,
  netted,
  type Posting,
} from "./index.ts";

const deal = makeId("deal", 1_800_000_000_000, new Uint8Array(9), 7);
const user = makeId("user", 1_800_000_000_000, new Uint8Array(9), 9);
const inr = (minor: bigint): Money => money(minor, "INR");
const entry = (account: AccountCode, minor: bigint, currency: Currency = "INR"): Entry => ({
  account,
  amount: money(minor, currency),
});
const posting = (entries: readonly Entry[]): Posting => ({ shard: 7, key: "k", kind: "fund", deal, entries });
const [escrow, wallet, clearing] = [accounts.escrow(deal), accounts.wallet(user), accounts.clearing("demo")];

describe("the chart of accounts", () => {
  test.each([
    [escrow, `escrow:${deal}`, true],
    [wallet, `wallet:${user}`, true],
    [accounts.refundsInFlight("demo"), "refunds_in_flight:demo", true],
    [accounts.payoutsInFlight("demo"), "payouts_in_flight:demo", true],
    [accounts.suspense("demo"), "suspense:demo", true],
    [clearing, "clearing:demo", false],
    [accounts.reserve(user), `reserve:${user}`, true],
    [accounts.receivable(user), `receivable:${user}`, false],
    [accounts.bank("own"), "bank:own", false],
    [accounts.commission(), "revenue:commission", false],
    [accounts.fees(), "revenue:fees", false],
    [accounts.tax("GST"), "tax:GST", false],
    [accounts.gatewayFees(), "expense:gateway_fees", false],
    [accounts.chargebacks(), "expense:chargebacks", false],
    [accounts.intershard(), "intershard", false],
  ] as const)("%s", (account, code, neverBelowZero) => {
    expect(account).toBe(code);
    expect(isGuarded(account)).toBe(neverBelowZero);
  });

  test("a gateway's name does not make its account a guarded one", () => {
    expect(isGuarded(accounts.clearing("escrow:demo"))).toBe(false);
  });
});

describe("a posting", () => {
  test("that sums to zero in each currency is taken as it is", () => {
    const two = posting([...move(clearing, escrow, inr(5n)), ...move(clearing, escrow, money(7n, "SAR"))]);
    expect(checkPosting(two)).toEqual({ ok: true, value: two });
  });

  test.each([
    ["without entries", [], "no_entries"],
    ["with an entry of zero", [entry(clearing, -1n), entry(escrow, 1n), entry(wallet, 0n)], "entry_of_zero"],
    ["of one entry", [entry(escrow, 1n)], "does_not_sum_to_zero"],
    ["that only takes", [entry(escrow, -1n)], "does_not_sum_to_zero"],
    ["off by one minor unit", [entry(clearing, -100n), entry(escrow, 101n)], "does_not_sum_to_zero"],
    [
      "whose currencies make up for each other",
      [entry(clearing, -1n), entry(escrow, 1n, "SAR")],
      "does_not_sum_to_zero",
    ],
    [
      "with one currency right and one wrong",
      [entry(clearing, -1n), entry(escrow, 1n), entry(clearing, -1n, "SAR"), entry(escrow, 2n, "SAR")],
      "does_not_sum_to_zero",
    ],
  ] as const)("%s is refused", (_, entries, error) => {
    expect(checkPosting(posting(entries))).toEqual({ ok: false, error });
  });

  test("case 54: is summed exactly, beyond 2^63 too", () => {
    const huge = 2n ** 70n;
    expect(checkPosting(posting([entry(clearing, -huge), entry(escrow, huge)])).ok).toBe(true);
    expect(checkPosting(posting([entry(clearing, -huge), entry(escrow, huge + 1n)])).ok).toBe(false);
  });
});

describe("netted", () => {
  test("adds up what is of the same account and currency, and leaves out what comes to nothing", () => {
    const entries = [
      ...move(escrow, wallet, inr(97n)),
      ...move(escrow, accounts.commission(), inr(3n)),
      ...move(clearing, accounts.suspense("demo"), inr(5n)),
      ...move(accounts.suspense("demo"), clearing, inr(5n)),
      entry(wallet, 4n, "SAR"),
    ];
    expect(netted(entries)).toEqual([
      entry(escrow, -100n),
      entry(wallet, 97n),
      entry(accounts.commission(), 3n),
      entry(wallet, 4n, "SAR"),
    ]);
    expect(netted([])).toEqual([]);
  });

  test("never changes a balance, and any list of movements of more than zero nets to a posting that is taken", () => {
    const anyAccount = fc.constantFrom<AccountCode>(escrow, wallet, clearing, accounts.commission());
    const anyMovement = fc.tuple(
      anyAccount,
      anyAccount,
      fc.bigInt({ min: 1n, max: 2n ** 64n }),
      fc.constantFrom<Currency>("INR", "KWD"),
    );
    const balance = (entries: readonly Entry[], account: AccountCode, currency: Currency) =>
      entries
        .filter((one) => one.account === account && one.amount.currency === currency)
        .reduce((sum, { amount }) => sum + amount.minor, 0n);
    fc.assert(
      fc.property(
        fc.array(anyMovement),
        anyAccount,
        fc.constantFrom<Currency>("INR", "KWD"),
        (movements, account, currency) => {
          const entries = movements.flatMap(([from, to, minor, code]) => move(from, to, money(minor, code)));
          const net = netted(entries);
          expect(balance(net, account, currency)).toBe(balance(entries, account, currency));
          expect(checkPosting(posting(net)).ok).toBe(net.length > 0);
          expect(new Set(net.map((one) => `${one.account} ${one.amount.currency}`)).size).toBe(net.length);
        },
      ),
    );
  });
});

test("a movement takes from one account what it gives to the other", () => {
  expect(move(clearing, escrow, inr(34_800n))).toEqual([entry(clearing, -34_800n), entry(escrow, 34_800n)]);
});
