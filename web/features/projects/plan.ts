import type { PlannedMilestone } from "../../api/projects.ts";
import type { Money } from "../../api/types.ts";
import { amountIn } from "../../ui/amount-in.ts";
import { plainDigits } from "../../ui/digits.ts";

/** A milestone as it is typed. */
export type Row = { title: string; amount: string; days: string; revisions: string };

const FIELDS = ["title", "amount", "days", "revisions"] as const;
export const MOST_ROWS = 20;
export const emptyRow = (): Row => ({ title: "", amount: "", days: "", revisions: "1" });
export const fieldName = (field: keyof Row): string => `milestone.${field}`;

/** The milestones that a form carries, in their sequence. */
export function rowsIn(form: FormData): Row[] {
  const columns = FIELDS.map((field) => form.getAll(fieldName(field)).map(String));
  const count = Math.min(MOST_ROWS, columns[0]?.length ?? 0);
  return Array.from({ length: count }, (_, at) => {
    const [title = "", amount = "", days = "", revisions = ""] = columns.map((column) => (column[at] ?? "").trim());
    return { title, amount, days, revisions };
  });
}

/** One more row, or one fewer: `add`, `remove.2`. The last one stays. */
export function edited<Kept extends Row>(rows: readonly Kept[], edit: string, fresh: () => Kept): Kept[] {
  if (edit === "add") return rows.length < MOST_ROWS ? [...rows, fresh()] : [...rows];
  const gone = Number(/^remove\.(\d+)$/.exec(edit)?.[1] ?? -1);
  return rows.length > 1 ? rows.filter((_, at) => at !== gone) : [...rows];
}

/** What the amounts that can be read come to. */
export const sumOf = (rows: readonly Row[], currency: string): Money => ({
  amount: rows.reduce((sum, row) => sum + (amountIn(row.amount, currency)?.amount ?? 0), 0),
  currency,
});

/** The days that can be read, one milestone after the other. */
export const daysOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + (wholeIn(row.days, 365) ?? 0), 0);

type Plan = { price: Money; milestones: PlannedMilestone[] };

/** The rows as the API takes them; null where one of them cannot be read. */
export function planOf(rows: readonly Row[], currency: string): Plan | null {
  const milestones = rows.map((row) => milestoneOf(row, currency));
  if (milestones.length === 0 || milestones.includes(null)) return null;
  return { price: sumOf(rows, currency), milestones: milestones.flatMap((one) => one ?? []) };
}

/** What is wrong in a row, field by field. */
export function faultsOf(row: Row, currency: string): Set<keyof Row> {
  const { amount, days, revisions } = partsOf(row, currency);
  const faults: [keyof Row, boolean][] = [
    ["title", row.title.trim() === "" || row.title.length > 120],
    ["amount", amount === null || amount.amount === 0],
    ["days", days === null || days === 0],
    ["revisions", revisions === null],
  ];
  return new Set(faults.flatMap(([field, wrong]) => (wrong ? [field] : [])));
}

function milestoneOf(row: Row, currency: string): PlannedMilestone | null {
  const { amount, days, revisions } = partsOf(row, currency);
  if (amount === null || days === null || revisions === null || faultsOf(row, currency).size > 0) return null;
  return { title: row.title.trim(), amount, days, revisions };
}

const partsOf = (row: Row, currency: string) => ({
  amount: amountIn(row.amount, currency),
  days: wholeIn(row.days, 365),
  revisions: wholeIn(row.revisions, 20),
});

function wholeIn(text: string, most: number): number | null {
  const digits = plainDigits(text.trim());
  return /^\d{1,3}$/.test(digits) && Number(digits) <= most ? Number(digits) : null;
}
