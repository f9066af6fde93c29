import type { WalletStatement } from "../../api/wallet.ts";
import { major } from "../../ui/money.tsx";

const COLUMNS = ["account", "time_utc", "entry", "kind", "description", "deal", "amount", "balance", "currency"];

/**
 * A statement as a table for spreadsheets (RFC 4180, UTF-8 with a mark so that Excel reads Arabic): of each account a line with the
 * opening balance, its entries, and a line with the closing balance. Amounts are major units with a point.
 */
export function csvOf({ accounts, from, to, currency }: WalletStatement, describe: (kind: string) => string): string {
  const lines = accounts.flatMap(({ account, opening, entries, closing }) => [
    [account, from, "", "opening", describe("opening"), "", "", major(opening), currency],
    ...entries.map(({ id, at, kind, dealId, amount, balanceAfter }) => [
      ...[account, at, id, kind, describe(kind), dealId ?? "", major(amount), major(balanceAfter), currency],
    ]),
    [account, to, "", "closing", describe("closing"), "", "", major(closing), currency],
  ]);
  return `\uFEFF${[COLUMNS, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
