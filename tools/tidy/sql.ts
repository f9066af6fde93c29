/** A table as a statement names it. `schema` is null when the statement leaves it out. */
export type NamedTable = { readonly schema: string | null; readonly table: string };

/** Stands where the text of a template is computed. */
export const COMPUTED = "__computed__";

const STATEMENTS: readonly RegExp[] = [
  /^\s*select\b[\s\S]*\bfrom\b/i,
  /^\s*select\s+[\w.]+\s*\(/i,
  /^\s*insert\s+into\b/i,
  /^\s*update\s+\S+[\s\S]*\bset\b/i,
  /^\s*delete\s+from\b/i,
  /^\s*with\s+[\s\S]*\bas\s+(?:not\s+)?(?:materialized\s+)?\(/i,
  /^\s*(?:truncate|lock\s+table|merge\s+into)\s/i,
];
const TABLE = /\b(from|join|into|update|truncate|using|table)\s+(?:only\s+)?("?\w+"?)(?:\s*\.\s*("?\w+"?))?(\s*\()?/gi;
const NOT_AN_UPDATE = /\b(?:for|do|on|key)\s+$/i;
const FROM_INSIDE_A_CALL = /\b(?:extract|substring|trim|overlay)\s*\((?:[^()]|\([^()]*\))*\)/gi;
const WITH_NAME =
  /(?:\bwith\b(?:\s+recursive)?|,)\s*(\w+)\s*(?:\([^()]*\))?\s+as\s+(?:not\s+)?(?:materialized\s+)?\(/gi;

/** Whether a string of a program is a statement of SQL and not a sentence. */
export const isStatement = (text: string): boolean => STATEMENTS.some((form) => form.test(text));

/** The tables that a statement reads or writes; its own `with` names, functions and the catalogue of PostgreSQL left out. */
export function tablesIn(statement: string): NamedTable[] {
  const sql = withoutLiterals(statement);
  const own = new Set([...sql.matchAll(WITH_NAME)].map((match) => bare(match[1])));
  return [...sql.matchAll(TABLE)].flatMap((match): NamedTable[] => {
    const [, word = "", first, second, call] = match;
    const keyword = word.toLowerCase();
    if (keyword === "update" && NOT_AN_UPDATE.test(sql.slice(0, match.index))) return [];
    if (second) return [{ schema: bare(first), table: bare(second) }];
    const name = bare(first);
    const function_ = call !== undefined && ["from", "join", "using"].includes(keyword);
    if (function_ || own.has(name) || name.startsWith("pg_") || name === "table" || name === "set") return [];
    return [{ schema: null, table: name }];
  });
}

/** Every `schema.name` in the text whose schema is one of those given, functions and columns included. */
export function mentionsOf(schemas: readonly string[], text: string): string[] {
  const named = new RegExp(`(?<![\\w.])"?(?:${schemas.join("|")})"?\\.\\w+`, "gi");
  return schemas.length === 0 ? [] : [...withoutLiterals(text).matchAll(named)].map((match) => bare(match[0]));
}

const bare = (name: string | undefined): string => (name ?? "").replaceAll('"', "").toLowerCase();

function withoutLiterals(sql: string): string {
  return sql
    .replace(/--[^\n]*/g, " ")
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/'(?:[^']|'')*'/g, "''")
    .replace(/\bis\s+(?:not\s+)?distinct\s+from\b/gi, "=")
    .replace(FROM_INSIDE_A_CALL, (call) => call.replace(/\bfrom\b/gi, ","));
}
