import { commitmentTo } from "@amana/core/seal";
import type { TableReader } from "./ledger-copy-text.ts";
import { sha256 } from "./ledger-crypto.ts";
import { byName, hexOf, textOf } from "./ledger-rows.ts";

/** Holds the texts beside audit entries against what the entries commit to. A text that is gone was forgotten, which is no fault. */
export function keptReader() {
  const committed = new Map<string, string>();
  const kept: { readonly entry: string; readonly what: string; readonly commitment: string }[] = [];
  const entry = byName((row) => {
    for (const what of ["origin", "personal"]) {
      const commitment = row.get(what);
      if (commitment) committed.set(`${textOf(row, "id")} ${what}`, commitment);
    }
  });
  const text = byName((row) => {
    const commitment = commitmentTo(textOf(row, "text"), hexOf(row, "salt"), sha256);
    kept.push({ entry: textOf(row, "entry"), what: textOf(row, "what"), commitment });
  });
  const faults = (): string[] =>
    kept
      .filter((one) => committed.get(`${one.entry} ${one.what}`) !== one.commitment)
      .map(({ entry: id, what }) => `audit.kept: the ${what} of ${id} is not what its entry commits to`);
  return { entry, text, faults };
}

/** Reads a row of one table twice. */
export const both =
  (first: TableReader, second: TableReader): TableReader =>
  (columns) => {
    const [one, other] = [first(columns), second(columns)];
    return (buffer, start, end) => {
      one(buffer, start, end);
      other(buffer, start, end);
    };
  };
