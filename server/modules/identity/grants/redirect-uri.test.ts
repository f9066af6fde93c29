import { expect, test } from "vitest";
import { answerAt, isRedirectUri } from "./redirect-uri.ts";

test.each([
  "https://shop.example.test/back",
  "https://shop.example.test:8443/back?tenant=7",
  "http://127.0.0.1:4711/back",
  "http://[::1]:4711/back",
  "http://localhost/back",
])("%s may be registered", (address) => expect(isRedirectUri(address)).toBe(true));

test.each([
  ["plain HTTP elsewhere", "http://shop.example.test/back"],
  ["a host that only begins like this machine", "http://127.0.0.1.evil.example.test/back"],
  ["a user name that looks like a host", "http://localhost@evil.example.test/back"],
  ["a user name", "https://me@shop.example.test/back"],
  ["a password", "https://me:pw@shop.example.test/back"],
  ["a fragment", "https://shop.example.test/back#here"],
  ["an empty fragment", "https://shop.example.test/back#"],
  ["a script", "javascript:alert(1)"],
  ["data", "data:text/html,hello"],
  ["a file", "file:///etc/passwd"],
  ["a path alone", "/back"],
  ["an address without its scheme", "//shop.example.test/back"],
  ["a way up, which browsers write otherwise", "https://shop.example.test/a/../back"],
  ["capitals in the host, which browsers write otherwise", "https://Shop.example.test/back"],
  ["a backslash, which browsers write otherwise", "https://shop.example.test\\back"],
  ["a line end", "https://shop.example.test/back\n"],
  ["a star", "https://*"],
  ["one too long", `https://shop.example.test/${"a".repeat(500)}`],
])("case 108: %s may not", (_, address) => expect(isRedirectUri(address)).toBe(false));

test("case 108: an answer keeps the query that was registered and cannot leave its parameters", () => {
  expect(answerAt("https://shop.example.test/back?tenant=7", { code: "a&b=c#d", state: "x y", error: undefined })).toBe(
    "https://shop.example.test/back?tenant=7&code=a%26b%3Dc%23d&state=x+y",
  );
});
