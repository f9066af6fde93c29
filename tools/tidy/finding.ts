import ts from "typescript";
import { testSupport } from "../../architecture.cjs";

/** Something that a rule of the house refuses; the message names the cure. */
export type Finding = { readonly path: string; readonly line: number; readonly message: string };

/** A file as the rules see it. `tree` is parsed on first use, once for all rules. */
export type SourceText = { readonly path: string; readonly text: string; readonly tree: () => ts.SourceFile };

/** Looks at one file; a file that the rule is not about gives no findings. */
export type FileRule = (file: SourceText) => Finding[];

/** Looks at all files at once, where a rule needs to know what is missing. */
export type TreeRule = (files: readonly SourceText[]) => Finding[];

export function sourceText(path: string, text: string): SourceText {
  let tree: ts.SourceFile | undefined;
  return {
    path,
    text,
    tree: () => {
      tree ??= ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      return tree;
    },
  };
}

/** A finding at an offset of the text. */
export const findingAt = (file: SourceText, offset: number, message: string): Finding => ({
  path: file.path,
  line: file.text.slice(0, offset).split("\n").length,
  message,
});

export const isScript = (path: string): boolean => /\.(ts|tsx|mts|cts|mjs|cjs)$/.test(path);
/** Tests, and what they share. */
export const isTest = (path: string): boolean =>
  path.startsWith("tests/") || /\.test\.tsx?$/.test(path) || new RegExp(testSupport).test(path);

/** Visits every node of the file, parents first. */
export function eachNode(file: SourceText, visit: (node: ts.Node) => void): void {
  const go = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, go);
  };
  go(file.tree());
}
