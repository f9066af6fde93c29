import { expect, test } from "vitest";
import type { WalletStatement } from "../../api/wallet.ts";
import { csvOf } from "./statement-csv.ts";
import { addsUp, isSilent, sumsOf } from "./statement-sums.ts";

const inr = (amount: number) => ({ amount, currency: "INR" });
const entry = (id: string, amount: number, after: number) => ({
  ...{ id, kind: "release", at: "2026-03-02T10:00:00.000Z", dealId: "deal_1" },
  ...{ amount: inr(amount), balanceAfter: inr(after) },
});
const wallet = {
  account: "wallet" as const,
  opening: inr(100_00),
  entries: [entry("post_1", 250_50, 350_50), entry("post_2", -50, 350_00)],
  closing: inr(350_00),
};
const statement: WalletStatement = {
  from: "2026-03-01T00:00:00.000Z",
  to: "2026-04-01T00:00:00.000Z",
  currency: "INR",
  accounts: [wallet],
};

test("a statement is a table from the opening balance to the closing one", () => {
  const lines = csvOf(statement, (kind) => `the "${kind}"`).split("\r\n");
  expect(lines).toEqual([
    "\uFEFFaccount,time_utc,entry,kind,description,deal,amount,balance,currency",
    'wallet,2026-03-01T00:00:00.000Z,,opening,"the ""opening""",,,100.00,INR',
    'wallet,2026-03-02T10:00:00.000Z,post_1,release,"the ""release""",deal_1,250.50,350.50,INR',
    'wallet,2026-03-02T10:00:00.000Z,post_2,release,"the ""release""",deal_1,-0.50,350.00,INR',
    'wallet,2026-04-01T00:00:00.000Z,,closing,"the ""closing""",,,350.00,INR',
    "",
  ]);
});

test("what came and what went lead from the one balance to the other, or the page does not say so", () => {
  expect(sumsOf(wallet)).toMatchObject({ came: inr(250_50), went: inr(-50) });
  expect(addsUp(wallet)).toBe(true);
  expect(addsUp({ ...wallet, closing: inr(350_01) })).toBe(false);
});

test("an account is left out only where there was nothing and nothing moved", () => {
  const empty = { ...wallet, opening: inr(0), entries: [], closing: inr(0) };
  expect(isSilent(empty)).toBe(true);
  expect(isSilent({ ...empty, opening: inr(1), closing: inr(1) })).toBe(false);
  expect(isSilent({ ...empty, entries: wallet.entries })).toBe(false);
});
