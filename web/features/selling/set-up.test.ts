import { expect, test } from "vitest";
import type { BankAccount } from "../../api/types.ts";
import { itemsOf } from "./set-up.tsx";

const account = (status: BankAccount["status"], primary = false): BankAccount => ({
  ...{ id: "bnk_1", holderName: "Asha", last4: "0001", ifsc: "YESB0000262", kind: "savings", status, primary },
});
const states = (accounts: BankAccount[], listings = 0, pickup = false): string[] =>
  itemsOf({ listings, pickup, accounts }).map(({ state }) => state);

test("each part of what a seller needs says how far it is", () => {
  expect(states([])).toEqual(["missing", "missing", "missing"]);
  expect(states([account("pending")], 1, true)).toEqual(["done", "done", "waiting"]);
  expect(states([account("failed"), account("verified", true)])).toEqual(["missing", "missing", "done"]);
  expect(states([account("blocked")])).toEqual(["missing", "missing", "failed"]);
});
