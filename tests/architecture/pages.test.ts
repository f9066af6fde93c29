import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { expect, test } from "vitest";
import { REPOSITORY } from "./planted-tree.ts";

/** What programs ask for, or a browser by an address that it was given; everything else is asked for by some page. */
const NOT_BY_PAGES = [
  ...["/oauth/revoke", "/auth/oidc/{provider}/callback", "/pictures/{id}/{size}", "/events/{id}", "/seals"],
  ...["/calendars/{country}", "/webhooks/cashfree/{about}", "/webhooks/rapidshyp/{about}"],
  ...["/cron/process-timeouts", "/cron/release-payments", "/cron/update-tracking"],
];

const paths = (): string[] => {
  const text = readFileSync(join(REPOSITORY, "server/openapi.json"), "utf8");
  const { paths: named } = Value.Parse(
    Type.Object({ paths: Type.Record(Type.String(), Type.Unknown()) }),
    JSON.parse(text),
  );
  return Object.keys(named);
};

const source = (): string =>
  globSync("web/{api,app,features,ui,offline}/**/*.{ts,tsx}", { cwd: REPOSITORY })
    .filter((file) => !/\.test\./.test(file))
    .map((file) => readFileSync(join(REPOSITORY, file), "utf8"))
    .join("\n");

/** The addresses that are written in a text, each as what it matches: one that begins with a value may stand below any other. */
function addressesIn(text: string): RegExp[] {
  const written = [...text.matchAll(/`([^`\n]*\/[^`\n]*)`|"([^"\n]*\/[^"\n]*)"/g)]
    .map(([, template, plain]) => (template ?? plain ?? "").replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "{}"))
    .map((address) => (address.split("?")[0] ?? "").replace(/^\/api\/v1/, ""));
  return [...new Set(written)]
    .filter((address) => /^(?:\{\}|\/)[\w{}/.-]*$/.test(address) && /[a-z]/.test(address))
    .map((address) => {
      const below = address.startsWith("{}") ? "(?:/[^/]+)+" : "";
      const rest = address.replace(/^\{\}/, "").replaceAll(".", "\\.").replaceAll("{}", "[^/]+");
      return new RegExp(`^${below}${rest}$`);
    });
}

/** A page asks for it by its address, or by the last word of it, as for what an order offers. */
function unasked(all: readonly string[], text: string): string[] {
  const addresses = addressesIn(text);
  return all.filter((path) => {
    const word = path.slice(path.lastIndexOf("/") + 1);
    return !addresses.some((address) => address.test(path)) && !new RegExp(`["'\`]${word}["'\`]`).test(text);
  });
}

test("whatever the API does for people, some page asks for", () => {
  const all = paths();
  expect(all.length).toBeGreaterThan(200);
  expect(unasked(all, source()).toSorted()).toEqual(NOT_BY_PAGES.toSorted());
});

test("an operation that no page asks for is found", () => {
  const text = `read(args, \`/orders/\${id}/timeline\`); send(\`\${path}/tracking\`); const acts = ["cancel"];`;
  const known = ["/orders/{id}/timeline", "/orders/{id}/tracking", "/orders/{id}/cancel"];
  expect(unasked([...known, "/orders/{id}/downloads", "/orders"], text)).toEqual(["/orders/{id}/downloads", "/orders"]);
});
