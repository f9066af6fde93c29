import { expect, test } from "vitest";
import { isSigned, keyring, sign } from "./index.ts";

const [OLD, NEW] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];

test("a signature holds for its text and its purpose, and for nothing else", () => {
  const ring = keyring(OLD);
  const signature = sign(ring, "links", "one");
  expect(isSigned(ring, "links", "one", signature)).toBe(true);
  for (const [purpose, text, given] of [
    ["links", "two", signature],
    ["other", "one", signature],
    ["links", "one", ""],
    ["links", "one", `${signature}AA`],
    ["links", "one", `A${signature.slice(1)}`],
  ] as const)
    expect(isSigned(ring, purpose, text, given), `${purpose} ${text} ${given}`).toBe(false);
});

test("what the key before has signed still holds, and what is signed by a key that is gone does not", () => {
  const signature = sign(keyring(OLD), "links", "one");
  expect(isSigned(keyring(NEW, [OLD]), "links", "one", signature)).toBe(true);
  expect(isSigned(keyring(NEW), "links", "one", signature)).toBe(false);
});
