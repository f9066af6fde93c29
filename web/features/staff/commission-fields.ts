import type { CommissionRule } from "../../api/staff.ts";
import type { Money } from "../../api/types.ts";
import { amountIn } from "../../ui/amount-in.ts";
import { plainDigits } from "../../ui/digits.ts";
import { major } from "../../ui/money.tsx";

/** What a form of rules holds, by the name of the field: `0.name`, `0.rate`, … */
export type Fields = Readonly<Record<string, string>>;

export const AMOUNTS = ["fixed", "floor", "cap", "atLeast", "atMost"] as const;
const RULE_FIELDS = [
  ...["name", "rate", "base", "buyerShare", "categories", "category", "sellerLevels", "from", "until"],
  ...AMOUNTS,
] as const;
/** As many as the API takes. */
export const MOST_RULES = 100;

const EMPTY: Fields = { base: "total", buyerShare: "0" };

const countIn = (fields: Fields): number => Math.min(Number(fields.rules ?? "0") || 0, MOST_RULES);
const rowOf = (fields: Fields, row: number): Fields =>
  Object.fromEntries(RULE_FIELDS.map((name) => [name, fields[`${row}.${name}`] ?? ""]));

/** The rules of a form, one set of fields for each. */
export const rowsIn = (fields: Fields): Fields[] =>
  Array.from({ length: countIn(fields) }, (_, row) => rowOf(fields, row));

const withRows = (fields: Fields, rows: readonly Fields[]): Fields => ({
  ...Object.fromEntries(Object.entries(fields).filter(([name]) => !/^\d+\./.test(name))),
  ...Object.fromEntries(rows.flatMap((row, at) => Object.entries(row).map(([name, text]) => [`${at}.${name}`, text]))),
  rules: `${rows.length}`,
});

/** Adds a rule, takes one away, moves one before the one above it, or takes a category out of one. */
export function afterRowAct(fields: Fields, act: string): Fields {
  const rows = rowsIn(fields);
  const [verb, place = "", category] = act.split(":");
  const at = Number(place);
  if (verb === "add" && rows.length < MOST_RULES) return withRows(fields, [...rows, EMPTY]);
  if (verb === "remove") return withRows(fields, rows.toSpliced(at, 1));
  if (verb === "unfile")
    return withRows(
      fields,
      rows.map((row, each) => (each === at ? without(row, category) : row)),
    );
  const [above, moved] = [rows[at - 1], rows[at]];
  if (verb !== "up" || !above || !moved) return fields;
  return withRows(fields, rows.toSpliced(at - 1, 2, moved, above));
}

export const isRowAct = (act: string): boolean => /^(add|remove:\d+|up:\d+|file:\d+|unfile:\d+:[a-z0-9-]+)$/.test(act);

/** The ids of the categories that a rule is for. */
export const filedUnder = (row: Fields): string[] => slugs(row.categories ?? "");

const without = (row: Fields, category: string | undefined): Fields => ({
  ...row,
  categories: filedUnder(row)
    .filter((id) => id !== category)
    .join(", "),
});

/** Categories that were typed by their names go to those of their rules; a name that is none's stays where it was typed. */
export function withCategories(fields: Fields, idOf: (name: string) => string | null): Fields {
  const rows = rowsIn(fields).map((row) => {
    const id = row.category ? idOf(row.category) : null;
    return id ? { ...row, category: "", categories: [...new Set([...filedUnder(row), id])].join(", ") } : row;
  });
  return withRows(fields, rows);
}

/** The first rule in which a category still waits to be understood. */
export function strayCategory(fields: Fields): string | null {
  const at = rowsIn(fields).findIndex(({ category }) => Boolean(category));
  return at < 0 ? null : `${at}.category`;
}

const amounts = (all: readonly Money[] = []): string => all.map((one) => `${one.currency} ${major(one)}`).join(", ");
/** Basis points as people say them: 250 are 2.5 per cent. */
export const percent = (basisPoints: number): string => `${basisPoints / 100}`;
const moment = (at: string | undefined): string => at?.slice(0, 19) ?? "";

/** The form of rules as they are. */
export function fieldsOf(rules: readonly CommissionRule[]): Fields {
  const rows = rules.map(({ name, when, basisPoints, base, fixed, floor, cap, buyerShare }) => ({
    ...{ name, base, rate: percent(basisPoints), buyerShare: percent(buyerShare) },
    ...{ fixed: amounts(fixed), floor: amounts(floor), cap: amounts(cap) },
    ...{ atLeast: amounts(when.atLeast), atMost: amounts(when.atMost) },
    ...{ categories: (when.categories ?? []).join(", "), sellerLevels: (when.sellerLevels ?? []).join(", ") },
    ...{ from: moment(when.from), until: moment(when.until) },
  }));
  return withRows({}, rows);
}

/** Basis points of what was typed as per cent, with two decimals at most; null for what is none. */
export function basisPointsIn(text: string): number | null {
  const plain = plainDigits(text).trim();
  if (!/^\d{1,3}([.,]\d{1,2})?$/.test(plain)) return null;
  const points = Math.round(Number(plain.replace(",", ".")) * 100);
  return points <= 10_000 ? points : null;
}

/** `INR 5, SAR 1.50`; null where one of them is no amount. */
export function amountsIn(text: string): Money[] | null {
  const parts = text.split(/[,،]/).map((part) => part.trim());
  const read = parts.filter(Boolean).map((part) => {
    const [, currency = "", amount = ""] = /^([A-Za-z]{3,4})\s*(\S+)$/.exec(part) ?? [];
    return amountIn(amount, currency.toUpperCase());
  });
  const found = read.flatMap((one) => (one ? [one] : []));
  return found.length === read.length ? found : null;
}

const slugs = (text: string): string[] => text.split(/[\s,،]+/).filter(Boolean);
const momentIn = (text: string): string | null => {
  const at = Date.parse(`${text}Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};

/** The rules that a form says, or the first field that cannot be read. */
export function rulesIn(fields: Fields): { rules: CommissionRule[] } | { wrong: string } {
  const stray = strayCategory(fields);
  if (stray !== null) return { wrong: stray };
  const rules: CommissionRule[] = [];
  for (const [at, row] of rowsIn(fields).entries()) {
    const rule = ruleIn(row);
    if (typeof rule === "string") return { wrong: `${at}.${rule}` };
    rules.push(rule);
  }
  return { rules };
}

function ruleIn(row: Fields): CommissionRule | string {
  const { name = "", rate = "", base, buyerShare = "", categories = "", sellerLevels = "" } = row;
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/.test(name)) return "name";
  const [basisPoints, share] = [basisPointsIn(rate), basisPointsIn(buyerShare || "0")];
  if (basisPoints === null) return "rate";
  if (share === null) return "buyerShare";
  const read = new Map(AMOUNTS.map((field) => [field, amountsIn(row[field] ?? "")]));
  const unread = AMOUNTS.find((field) => read.get(field) === null);
  if (unread) return unread;
  const times = (["from", "until"] as const).filter((field) => row[field]);
  const untimely = times.find((field) => momentIn(row[field] ?? "") === null);
  if (untimely) return untimely;
  const of = (field: (typeof AMOUNTS)[number]): Money[] => read.get(field) ?? [];
  const said = <T>(key: string, list: readonly T[]) => (list.length > 0 ? { [key]: [...list] } : {});
  const when = {
    ...{ ...said("categories", slugs(categories)), ...said("sellerLevels", slugs(sellerLevels)) },
    ...{ ...said("atLeast", of("atLeast")), ...said("atMost", of("atMost")) },
    ...Object.fromEntries(times.map((field) => [field, momentIn(row[field] ?? "") ?? ""])),
  };
  const [fixed, floor, cap] = [of("fixed"), of("floor"), of("cap")];
  return { name, when, basisPoints, base: base === "goods" ? "goods" : "total", fixed, floor, cap, buyerShare: share };
}
