import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SEALED_COLUMNS } from "../../server/entrypoints/sealed-columns.ts";
import { ACCOUNT_NUMBERS } from "../../server/modules/payouts/index.ts";
import { blindIndex, blindIndexes, keyring, placeIn, seal, unseal } from "../../server/runtime/secrets/index.ts";

const [KEY, NEXT] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const RING = keyring(KEY);
const ROW = "0199aa00-c0de-7000-a000-000000000042";

describe("case 113: a sealed value that was copied to another column", () => {
  const pairs = SEALED_COLUMNS.flatMap((from) => SEALED_COLUMNS.map((to) => ({ from, to })));

  test.each(pairs.filter(({ from, to }) => from !== to).map(({ from, to }) => [from.name, to.name, from, to] as const))(
    "does not open from %s in %s, though the row has the same uuid",
    (_from, _to, from, to) => {
      const sealed = seal(RING, placeIn(from, from.rowId(ROW)), "026291800001191");
      expect(unseal(RING, placeIn(from, from.rowId(ROW)), sealed)).toBe("026291800001191");
      expect(() => unseal(RING, placeIn(to, to.rowId(ROW)), sealed)).toThrow();
    },
  );
});

describe("case 115: the index of an account number", () => {
  const number = fc.stringMatching(/^[0-9A-Z]{9,18}$/);
  const ifsc = fc.stringMatching(/^[A-Z]{4}0[A-Z0-9]{6}$/);
  const textOf = (account: string, branch: string): string => ACCOUNT_NUMBERS.index?.textOf(account, branch) ?? "";
  const indexOf = (account: string, branch: string, key = KEY): string =>
    blindIndex(keyring(key), ACCOUNT_NUMBERS.name, textOf(account, branch)).toString("hex");

  test("is the same exactly when bank and number are", () => {
    fc.assert(
      fc.property(number, ifsc, number, ifsc, (one, oneBranch, other, otherBranch) => {
        const alike = one === other && oneBranch.slice(0, 4) === otherBranch.slice(0, 4);
        expect(indexOf(one, oneBranch) === indexOf(other, otherBranch)).toBe(alike);
        expect(indexOf(one, oneBranch)).toBe(indexOf(one, `${oneBranch.slice(0, 4)}0999999`));
      }),
    );
  });

  test("says nothing without the key, is another in every column, and is found under each key of a ring", () => {
    fc.assert(
      fc.property(number, ifsc, (account, branch) => {
        const index = indexOf(account, branch);
        expect(index).not.toContain(Buffer.from(account).toString("hex"));
        expect(indexOf(account, branch, NEXT)).not.toBe(index);
        expect(blindIndex(RING, "payouts.other:column", textOf(account, branch)).toString("hex")).not.toBe(index);
        const under = blindIndexes(keyring(NEXT, [KEY]), ACCOUNT_NUMBERS.name, textOf(account, branch));
        expect(under.map((bytes) => bytes.toString("hex"))).toContain(index);
      }),
    );
  });
});
