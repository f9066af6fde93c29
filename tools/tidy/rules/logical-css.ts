import ts from "typescript";
import { eachNode, type FileRule, type Finding, findingAt, isTest, type SourceText } from "../finding.ts";

const PHYSICAL =
  /^(?:-webkit-)?(?:left|right|(?:(?:scroll-)?(?:margin|padding)|inset)-(?:left|right)|border-(?:left|right)(?:-(?:width|style|color))?|border-(?:top|bottom)-(?:left|right)-radius)$/;
const SIDED = /^(?:text-align|float|clear|caption-side)$/;
const FOUR_SIDES = /^(?:(?:scroll-)?(?:margin|padding)|inset|border-(?:width|style|color))$/;
/** Mantine's short style properties for the left and the right side. */
const SHORT: Readonly<Record<string, string>> = { ml: "ms", mr: "me", pl: "ps", pr: "pe" };

/** Arabic reads from the right: a style that says left or right is wrong in one of the two languages. */
export const logicalCss: FileRule = (file) => {
  if (!file.path.startsWith("web/") || !file.path.endsWith(".css")) return [];
  const css = file.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  return [...css.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)/gi)].flatMap((match): Finding[] => {
    const complaint = physical(match[1]?.toLowerCase() ?? "", match[2]?.trim() ?? "");
    return complaint ? [findingAt(file, match.index, complaint)] : [];
  });
};

/** The same for styles written in a component. */
export const logicalStyleProps: FileRule = (file) => {
  if (!file.path.startsWith("web/") || !/\.tsx?$/.test(file.path) || isTest(file.path)) return [];
  const findings: Finding[] = [];
  eachNode(file, (node) => {
    const complaint = ts.isJsxAttribute(node)
      ? inAttribute(node)
      : ts.isPropertyAssignment(node)
        ? inObject(node, file)
        : null;
    if (complaint) findings.push(findingAt(file, node.getStart(), complaint));
  });
  return findings;
};

function physical(property: string, value: string): string | null {
  if (PHYSICAL.test(property)) return `${property}: write ${logical(property)}.`;
  if (SIDED.test(property) && /\b(?:left|right)\b/.test(value))
    return `${property}: ${value}: write ${logical(value)}.`;
  if (!FOUR_SIDES.test(property)) return null;
  const sides = value.replace(/\s*!important$/, "").split(/\s+(?![^(]*\))/);
  return sides.length === 4 && sides[1] !== sides[3]
    ? `${property} with four sides tells left from right: write ${property}-block and ${property}-inline.`
    : null;
}

const logical = (physicalName: string): string => {
  const corner = /^border-(top|bottom)-(left|right)-radius$/.exec(physicalName);
  if (corner) return `border-${corner[1] === "top" ? "start" : "end"}-${corner[2] === "left" ? "start" : "end"}-radius`;
  if (physicalName === "left" || physicalName === "right")
    return `inset-inline-${physicalName === "left" ? "start" : "end"} (or start and end as a value)`;
  return physicalName
    .replace("left", "inline-start")
    .replace("right", "inline-end")
    .replace("inset-inline", "inset-inline");
};

function inAttribute(node: ts.JsxAttribute): string | null {
  const name = node.name.getText();
  if (Object.hasOwn(SHORT, name)) return `${name}: write ${SHORT[name]}.`;
  const value = node.initializer && ts.isStringLiteral(node.initializer) ? node.initializer.text : "";
  if (name === "ta" && /^(?:left|right)$/.test(value))
    return `ta="${value}": write ${value === "left" ? "start" : "end"}.`;
  return name === "left" || name === "right"
    ? `${name}: write a style with inset-inline-start or inset-inline-end.`
    : null;
}

function inObject(node: ts.PropertyAssignment, file: SourceText): string | null {
  const key = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : "";
  const property = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const value = ts.isStringLiteral(node.initializer) ? node.initializer.text : "";
  if ((property === "left" || property === "right") && !isInStyle(node, file)) return null;
  return physical(property, value);
}

function isInStyle(node: ts.Node, file: SourceText): boolean {
  for (let at = node.parent; at !== file.tree(); at = at.parent) {
    if (ts.isJsxAttribute(at)) return /^styles?$/.test(at.name.getText());
  }
  return false;
}
