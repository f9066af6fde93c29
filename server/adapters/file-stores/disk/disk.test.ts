import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { diskFiles } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "amana-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => Buffer.from(text);
const names = (): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => one.name);

test("what is put is got, replaced and deleted, and leaves nothing unfinished behind", async () => {
  const files = diskFiles(join(folder, "made", "when", "needed"));
  expect(await files.get("0199aa")).toBeNull();
  await files.put("0199aa", bytes("one"));
  await files.put("0199aa", bytes("two"));
  expect(Buffer.from((await files.get("0199aa")) ?? []).toString()).toBe("two");
  expect(names()).toEqual(expect.arrayContaining(["aa", "0199aa"]));
  expect(names().filter((name) => name.includes("."))).toEqual([]);
  await files.delete("0199aa");
  await files.delete("0199aa");
  expect(await files.get("0199aa")).toBeNull();
});

describe("case 103: no key leads out of the folder", () => {
  const outside = ["../secret", "..", "/etc/passwd", "a/../../b", "a\\b", "a\u0000b", "", "C:evil", "A".repeat(10)];

  test.each(outside)("%j", async (key) => {
    writeFileSync(join(folder, "secret"), "not yours");
    const files = diskFiles(join(folder, "files"));
    await expect(files.put(key, bytes("x"))).rejects.toThrow("not a key of a file");
    await expect(files.get(key)).rejects.toThrow("not a key of a file");
    await expect(files.delete(key)).rejects.toThrow("not a key of a file");
  });
});

test("a disk that does not take the bytes is an error, and what lay there before stays", async () => {
  const files = diskFiles(folder);
  writeFileSync(join(folder, "aa"), "a file where a folder should be");
  await expect(files.put("0199aa", bytes("x"))).rejects.toThrow();
});
