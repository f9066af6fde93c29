import { idOf } from "@amana/core/ids";
import { describe, expect, test } from "vitest";
import { keyring } from "#runtime/secrets";
import { codeOf, isCodeOf } from "./code.ts";

const hex = (digit: string): string => `0199aa00c0de7000a0000000000000${digit}`;
const CHALLENGE = { id: idOf("stepUp", hex("11")), user: idOf("user", hex("22")) };
const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);

describe("the code of a challenge", () => {
  test("has six digits, and is another one for another challenge, user or key", () => {
    const code = codeOf(keyring(OLD), CHALLENGE);
    expect(code).toMatch(/^\d{6}$/);
    const others = [
      codeOf(keyring(NEW), CHALLENGE),
      codeOf(keyring(OLD), { ...CHALLENGE, id: idOf("stepUp", hex("12")) }),
      codeOf(keyring(OLD), { ...CHALLENGE, user: idOf("user", hex("23")) }),
    ];
    expect(others).not.toContain(code);
  });

  test("case 115: sent before the data key was renewed, it still confirms; without the old key it does not", () => {
    const code = codeOf(keyring(OLD), CHALLENGE);
    expect(isCodeOf(keyring(NEW, [OLD]), CHALLENGE, code)).toBe(true);
    expect(isCodeOf(keyring(NEW), CHALLENGE, code)).toBe(false);
  });

  test.each(["", "0", "1234567", "١٢٣٤٥٦"])("is not %j", (given) => {
    expect(isCodeOf(keyring(OLD), CHALLENGE, given)).toBe(false);
  });
});
