import ts from "typescript";
import { eachNode, type FileRule, type Finding, findingAt, isScript, isTest } from "../finding.ts";

/** Where the real clock and the real dice may be read. */
const ALLOWED = /^(server\/runtime\/clock|web\/app\/clock\.ts$|sandbox\/|tools\/)/;
const FROM_CLOCK_OR_DICE = /\b(?:now|random|randomUUID|randomBytes|hrtime)\s*\(/;
const KEY_NAME = /idempotency|reference|(?:^|_)(?:transfer|refund|order|payout|shipment|beneficiary)_?id$/i;

/** One clock that the sandbox can move, and dice that a test can load. */
export const oneClock: FileRule = (file) => {
  if (!/^(core|server|web)\//.test(file.path) || !isScript(file.path) || isTest(file.path) || ALLOWED.test(file.path))
    return [];
  const findings: Finding[] = [];
  eachNode(file, (node) => {
    const cure = cureFor(node);
    if (cure) findings.push(findingAt(file, node.getStart(), cure));
  });
  return findings;
};

/** A key made from the clock or from dice is another key after a crash, and then the money moves twice. */
export const lastingKeys: FileRule = (file) => {
  if (!/^server\/(adapters|modules)\//.test(file.path) || !isScript(file.path) || isTest(file.path)) return [];
  const findings: Finding[] = [];
  eachNode(file, (node) => {
    if (!ts.isPropertyAssignment(node) || !FROM_CLOCK_OR_DICE.test(node.initializer.getText())) return;
    const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
    if (!KEY_NAME.test(name)) return;
    findings.push(
      findingAt(file, node.getStart(), `${name} must survive a crash: use our own stored id, never a fresh one.`),
    );
  });
  return findings;
};

function cureFor(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length)
    return insteadOf("new Date()");
  if (!ts.isCallExpression(node)) return null;
  const called = node.expression.getText();
  if (called === "Date.now" || called === "Date") return insteadOf(`${called}()`);
  if (called === "Math.random")
    return "Math.random(): take the dice as an argument, or use randomBytes of node:crypto for ids.";
  return null;
}

const insteadOf = (what: string): string =>
  `${what}: take a Clock (server/ports/clock.ts) and ask it; screens count from the answer's \`now\`.`;
