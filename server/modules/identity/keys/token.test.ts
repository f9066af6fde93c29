import { describe, expect, test } from "vitest";
import { hashOfToken, isToken, newToken, TOKEN_PREFIXES, type TokenKind } from "./token.ts";

const KINDS = Object.keys(TOKEN_PREFIXES) as TokenKind[];

describe("a secret that is shown once", () => {
  test.each(KINDS)("a new %s is one of its kind and of no other", (kind) => {
    const token = newToken(kind);
    expect(KINDS.filter((other) => isToken(other, token))).toEqual([kind]);
    expect(token).toMatch(new RegExp(`^${TOKEN_PREFIXES[kind]}_[0-9A-Za-z]{49}$`));
  });

  test("every character counts: one that is changed, lost, added or swapped is seen without the database", () => {
    const token = newToken("key");
    for (let at = 4; at < token.length; at += 1) {
      const other = token[at] === "A" ? "B" : "A";
      expect(isToken("key", token.slice(0, at) + other + token.slice(at + 1)), `character ${at}`).toBe(false);
    }
    for (const wrong of [token.slice(0, -1), `${token}A`, token.toLowerCase(), ` ${token}`, `${token}\n`, ""])
      expect(isToken("key", wrong)).toBe(false);
  });

  test("case 96: the rest of one kind behind the prefix of another is nothing", () => {
    const access = newToken("access");
    expect(isToken("key", access.replace("amt_", "amk_"))).toBe(false);
  });

  test("holds 256 bits: none of a thousand looks like another in its first twelve digits", () => {
    const beginnings = Array.from({ length: 1000 }, () => newToken("key").slice(4, 16));
    expect(new Set(beginnings).size).toBe(1000);
  });

  test("what is kept of it is 32 bytes that hold nothing of it", () => {
    const token = newToken("key");
    expect(hashOfToken(token)).toHaveLength(32);
    expect(hashOfToken(token).toString("latin1")).not.toContain(token.slice(4, 8));
  });
});
