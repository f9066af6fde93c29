import { createCipheriv } from "node:crypto";
import { describe, expect, test } from "vitest";
import { keyId, keyring, seal, sealMark, unseal } from "./index.ts";

const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);
const PLACE = "payouts.bank_account:account_number:bank_1";
const TEXT = "026291800001191";

describe("case 114: keys of sealed values have numbers", () => {
  test("what the old key sealed opens as long as the ring has it", () => {
    const sealed = seal(keyring(OLD), PLACE, TEXT);
    expect(unseal(keyring(NEW, [OLD]), PLACE, sealed)).toBe(TEXT);
    expect(unseal(keyring(OLD, [NEW]), PLACE, sealed)).toBe(TEXT);
  });

  test("a lost key is named, and a wrong key of the right number opens nothing", () => {
    const sealed = seal(keyring(OLD), PLACE, TEXT);
    expect(() => unseal(keyring(NEW), PLACE, sealed)).toThrow(keyId(OLD).toString("hex"));
    const renamed = Buffer.concat([sealMark(NEW), sealed.subarray(5)]);
    expect(() => unseal(keyring(NEW, [OLD]), PLACE, renamed)).toThrow();
  });

  test("a sealed value begins with the mark of its key, and keys differ in their marks", () => {
    expect(seal(keyring(NEW, [OLD]), PLACE, TEXT).subarray(0, 5)).toEqual(sealMark(NEW));
    expect(sealMark(NEW)).not.toEqual(sealMark(OLD));
  });

  test("what was sealed before keys had numbers still opens, by whichever key of the ring", () => {
    const nonce = Buffer.alloc(12, 3);
    const cipher = createCipheriv("aes-256-gcm", OLD, nonce).setAAD(Buffer.from(PLACE));
    const rest = Buffer.concat([cipher.update(TEXT, "utf8"), cipher.final()]);
    const sealed = Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), rest]);
    expect(unseal(keyring(OLD), PLACE, sealed)).toBe(TEXT);
    expect(unseal(keyring(NEW, [OLD]), PLACE, sealed)).toBe(TEXT);
    expect(() => unseal(keyring(NEW), PLACE, sealed)).toThrow();
  });
});

test("case 113: a sealed value opens in its own place only, and not when one bit of it has changed", () => {
  const sealed = seal(keyring(NEW), PLACE, TEXT);
  expect(() => unseal(keyring(NEW), PLACE.replace("bank_1", "bank_2"), sealed)).toThrow();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(keyring(NEW), PLACE, changed), `byte ${at}`).toThrow();
  }
});
