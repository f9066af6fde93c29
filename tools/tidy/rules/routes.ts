import ts from "typescript";
import { eachNode, type FileRule, type Finding, findingAt, isTest } from "../finding.ts";

/** A route without a rule is open to everybody by accident. */
export const routesHaveAPolicy: FileRule = (file) => {
  if (!file.path.startsWith("server/") || !file.path.endsWith(".ts") || isTest(file.path)) return [];
  const findings: Finding[] = [];
  eachNode(file, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "defineRoute") return;
    const [route] = node.arguments;
    const names =
      route && ts.isObjectLiteralExpression(route) ? route.properties.map((property) => property.name?.getText()) : [];
    if (names.includes("policy")) return;
    findings.push(
      findingAt(
        file,
        node.getStart(),
        "This route has no `policy`: say in the route itself who may call it, `everybody` included.",
      ),
    );
  });
  return findings;
};
