import type { StaffOrder } from "../../api/operations.ts";
import { major } from "../../ui/money.tsx";

const COLUMNS = [
  ...["number", "placed_at_utc", "kind", "status", "escrow", "total", "currency", "title", "buyer", "seller"],
  ...["next_deadline", "due_at_utc"],
];

const written = (lines: readonly string[][]): string => lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");

/** For spreadsheets (RFC 4180, with a mark for Excel). */
export const ORDERS_HEAD = `\uFEFF${written([COLUMNS])}`;

/** A line for each order, in major units with a point. */
export function ordersCsv(orders: readonly StaffOrder[]): string {
  const lines = orders.map(({ number, createdAt, kind, status, escrow, total, title, buyer, seller, nextDeadline }) => [
    ...[number, createdAt, kind, status, escrow, major(total), total.currency, title.en || title.ar],
    ...[buyer.name, seller.name, nextDeadline?.kind ?? "", nextDeadline?.dueAt ?? ""],
  ]);
  return written(lines);
}

/** What people have written is text there too, and no formula. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
