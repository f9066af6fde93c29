import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./security.ts";

const directive = (policy: string, name: string) => policy.split("; ").find((part) => part.startsWith(`${name} `));

test("an ordinary page runs its own scripts only, is framed by nobody and frames nobody", () => {
  const policy = contentSecurityPolicy("n0nce", "http://127.0.0.1:8080", []);
  expect(directive(policy, "script-src")).toBe("script-src 'self' 'nonce-n0nce'");
  expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(directive(policy, "frame-src")).toBe("frame-src 'none'");
  expect(directive(policy, "form-action")).toBe("form-action 'self'");
});

test("styles in elements need the nonce; only style attributes may be inline", () => {
  const policy = contentSecurityPolicy("n0nce", "https://shop.example.test", []);
  expect(directive(policy, "style-src")).toBe("style-src 'self' 'nonce-n0nce'");
  expect(directive(policy, "style-src-attr")).toBe("style-src-attr 'unsafe-inline'");
  expect(directive(policy, "connect-src")).toBe("connect-src 'self' wss://shop.example.test");
});

test("the pay page also admits the gateway's script and its provider's sibling hosts", () => {
  const policy = contentSecurityPolicy("n", "https://shop.example.test", ["https://sdk.gateway.example"]);
  expect(directive(policy, "script-src")).toBe(
    "script-src 'self' 'nonce-n' https://sdk.gateway.example https://*.gateway.example",
  );
});

test("a gateway on an address without a name is admitted as it is, never as a wildcard", () => {
  const policy = contentSecurityPolicy("n", "http://127.0.0.1:1", ["http://127.0.0.1:2"]);
  expect(directive(policy, "script-src")).toBe("script-src 'self' 'nonce-n' http://127.0.0.1:2");
});
