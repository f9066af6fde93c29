import ts from "typescript";
import { eachNode, type FileRule, type Finding, findingAt, isScript, isTest } from "../finding.ts";

const MONEY_WORD = /amount|price|total|money|minor|major|fee|paise|rupee|commission|shipping|payout|refund/i;

/** Money is whole minor units: a float loses one sooner or later. The sandbox speaks as the providers do, in floats. */
export const wholeMoney: FileRule = (file) => {
  if (!/^(core|server|web)\//.test(file.path) || !isScript(file.path) || isTest(file.path)) return [];
  const findings: Finding[] = [];
  eachNode(file, (node) => {
    const wrong = floatIn(node);
    if (wrong)
      findings.push(
        findingAt(
          file,
          node.getStart(),
          `${wrong}: read with parseMajor, write with formatMajor, take shares with basisPoints.`,
        ),
      );
  });
  return findings;
};

function floatIn(node: ts.Node): string | null {
  if (ts.isCallExpression(node)) return floatCall(node);
  if (!ts.isBinaryExpression(node)) return null;
  const sign = node.operatorToken.kind;
  if (sign !== ts.SyntaxKind.AsteriskToken && sign !== ts.SyntaxKind.SlashToken) return null;
  const byHundred = [node.left, node.right].some(
    (side) => ts.isNumericLiteral(side) && ["100", "1000"].includes(side.text),
  );
  return byHundred && MONEY_WORD.test(node.getText()) ? node.getText() : null;
}

function floatCall(node: ts.CallExpression): string | null {
  const called = node.expression.getText();
  if (called === "parseFloat" || called === "Number.parseFloat") return `${called}()`;
  return called.endsWith(".toFixed") && MONEY_WORD.test(called) ? `${called}()` : null;
}
