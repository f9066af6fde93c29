import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { filesIn } from "./files.ts";

export type Found = { readonly place: string; readonly source: string; readonly flags: string };

const ROOT = join(import.meta.dirname, "../..");

/** Every pattern of the program: literals, `new RegExp("…")` and the `pattern` of schemas. */
export function patternsOf(folders: readonly string[]): Found[] {
  const files = folders.flatMap((folder) => filesIn(join(ROOT, folder)));
  return files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const found: Found[] = [];
    const visit = (node: ts.Node): void => {
      const pattern = patternIn(node);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      if (pattern) found.push({ place: `${file.slice(ROOT.length + 1)}:${line}`, ...pattern });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

function patternIn(node: ts.Node): Omit<Found, "place"> | null {
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf("/");
    return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
  }
  const [first] = ts.isNewExpression(node) && node.expression.getText() === "RegExp" ? (node.arguments ?? []) : [];
  if (first && ts.isStringLiteralLike(first)) return { source: first.text, flags: "" };
  const isPattern = ts.isPropertyAssignment(node) && node.name.getText() === "pattern";
  return isPattern && ts.isStringLiteralLike(node.initializer) ? { source: node.initializer.text, flags: "u" } : null;
}

const COMMON = [
  "a",
  "Z",
  "0",
  " ",
  "\t",
  "\n",
  "\r\n",
  '"',
  "'",
  "\\",
  "/",
  "-",
  ".",
  "_",
  ":",
  ",",
  "{",
  "<",
  "%",
  "+",
  "=",
  ";",
  "é",
  "\u0000",
];
const ENDS = ["", "!", "\n\n!"];

/** Texts on which a bad pattern tries again and again: what it repeats, many times, and an end that does not fit. */
function* attacks({ source }: Found, length: number): Generator<string> {
  const literal = [...new Set(source.replaceAll(/\\[a-zA-Z]|[()[\]{}*+?|^$\\]/g, ""))];
  const words = source.match(/[A-Za-z0-9_:/@. -]{2,}/g) ?? [];
  const starts = ["", ...words.slice(0, 1), ...literal.slice(0, 1)];
  for (const unit of new Set([...COMMON, ...literal, ...words]))
    for (const start of starts)
      for (const end of ENDS) yield start + unit.repeat(Math.ceil(length / unit.length)) + end;
}

/** From short to long in small steps at first, so that what grows fast is seen to be slow before it never ends. */
const LENGTHS = [22, 28, 34, 42, 54, 70, 100, 150, 240, 400, 800, 3_000, 20_000];

/** Null when every attack of 20,000 characters is answered within the limit, else the first that is not. */
export function slowest(found: Found, limitMs: number): { readonly length: number; readonly text: string } | null {
  const pattern = new RegExp(found.source, found.flags.replace("y", ""));
  for (const length of LENGTHS)
    for (const text of attacks(found, length))
      if (isSlow(pattern, text, limitMs)) return { length, text: `${JSON.stringify(text.slice(0, 20))}…` };
  return null;
}

/** CPU, not time, and three times: the machine may be busy with something else. */
function isSlow(pattern: RegExp, text: string, limitMs: number): boolean {
  for (let tries = 0; tries < 3; tries += 1) {
    const before = process.threadCpuUsage();
    pattern.lastIndex = 0;
    pattern.test(text);
    const { user, system } = process.threadCpuUsage(before);
    if ((user + system) / 1_000 <= limitMs) return false;
  }
  return true;
}
