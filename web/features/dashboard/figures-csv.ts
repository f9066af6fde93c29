import type { WeekFigures } from "../../api/figures.ts";
import { major } from "../../ui/money.tsx";

const COLUMNS = [
  ...["week_from_utc", "week_until_utc", "currency", "orders_placed", "orders_disputed", "orders_released"],
  ...["seconds_to_release", "paid_in", "released", "refunded", "held_at_end"],
];

/** A line for each week and currency, in major units with a point; for spreadsheets (RFC 4180, with a mark for Excel). */
export function figuresCsv(weeks: readonly WeekFigures[]): string {
  const lines = weeks.flatMap(({ from, until, placed, disputed, released, secondsToRelease, money }) =>
    money.map((one) => [
      ...[from, until, one.currency, placed, disputed, released, secondsToRelease ?? ""],
      ...[one.paidIn, one.released, one.refunded, one.held].map(major),
    ]),
  );
  return `\uFEFF${[COLUMNS, ...lines].map((line) => line.join(",")).join("\r\n")}\r\n`;
}
