import ts from "typescript";
import { listeners, modules } from "../../../architecture.cjs";
import { eachNode, type FileRule, type Finding, findingAt, isTest, type SourceText } from "../finding.ts";
import { COMPUTED, isStatement, mentionsOf, tablesIn } from "../sql.ts";

const SCHEMAS: readonly string[] = [...Object.keys(modules), ...listeners];
const JOINED_FRAGMENT = /\b(?:from|join|into|update)\s+"?\w+"?\./i;
const WITHOUT_ZONE = /\btimestamp\b(?!\s*(?:\(\s*\d\s*\)\s*)?with\s+time\s+zone)/gi;

/** A module's SQL names only tables of the schema that bears the module's name; nobody else's SQL names any of them. */
export const schemaOwnership: FileRule = (file) => {
  if (!file.path.startsWith("server/") || !file.path.endsWith(".ts") || isTest(file.path)) return [];
  const owner = /^server\/modules\/([^/]+)\//.exec(file.path)?.[1] ?? null;
  return stringsOf(file).flatMap(({ text, offset }) =>
    [...new Set(complaints(text, owner))].map((message): Finding => findingAt(file, offset, message)),
  );
};

/** A time without its zone is another moment on another machine. */
export const zonedTimestamps: FileRule = (file) => {
  if (!file.path.endsWith(".sql")) return [];
  const sql = file.text.replace(/--[^\n]*/g, (comment) => " ".repeat(comment.length));
  return [...sql.matchAll(WITHOUT_ZONE)].map((match) =>
    findingAt(file, match.index, "`timestamp` has no zone: write `timestamptz`."),
  );
};

function complaints(text: string, owner: string | null): string[] {
  const statement = isStatement(text);
  if (!statement && !JOINED_FRAGMENT.test(text)) return [];
  const others = SCHEMAS.filter((schema) => schema !== owner);
  const foreign = mentionsOf(others, text).map((name) =>
    owner
      ? `${name} is not ${owner}'s: call the other module's door, or listen to its events.`
      : `${name} is a module's table: call the module's door.`,
  );
  if (!owner || !statement) return foreign;
  const tables = tablesIn(text);
  return [
    ...foreign,
    ...tables
      .filter(({ schema }) => schema !== null && schema !== owner && !others.includes(schema))
      .map(foreignSchema(owner)),
    ...tables.filter(({ schema }) => schema === null).map(unqualified(owner)),
  ];
}

const foreignSchema =
  (owner: string) =>
  ({ schema, table }: { schema: string | null; table: string }): string =>
    schema === COMPUTED
      ? `The schema of ${table} is computed: write ${owner}.${table}, so that its owner can be seen.`
      : `${schema}.${table} is not ${owner}'s: call whoever owns it.`;

const unqualified =
  (owner: string) =>
  ({ table }: { table: string }): string =>
    table === COMPUTED
      ? "A table's name is computed: write it out, so that its owner can be seen."
      : `${table} has no schema: write ${owner}.${table}.`;

function stringsOf(file: SourceText): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = [];
  eachNode(file, (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
      found.push({ text: node.text, offset: node.getStart() });
    if (!ts.isTemplateExpression(node)) return;
    const text = node.head.text + node.templateSpans.map((span) => COMPUTED + span.literal.text).join("");
    found.push({ text, offset: node.getStart() });
  });
  return found;
}
