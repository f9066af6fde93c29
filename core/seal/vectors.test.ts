import { createHash, createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createWriter } from "./encoding.ts";
import {
  type BlockHeader,
  commitmentTo,
  encode,
  type Field,
  headerBytes,
  pathOf,
  postingHasher,
  rootOf,
  type Sha256,
  saltBytes,
  TAGS,
} from "./index.ts";
import { type PostingRecord, rowLeaf, writeHidden, writePosting } from "./records.ts";

/** The vectors of the documentation, so that it and the code cannot part. */
type Vectors = {
  encodings: { tag: number; fields: Field[]; bytes: string }[];
  postings: {
    posting: PostingRecord;
    salt: string;
    hiddenBytes: string;
    hidden: string;
    leafBytes: string;
    leaf: string;
    tag: string;
  }[];
  rows: { word: "event" | "audit"; fields: Field[]; leaf: string }[];
  commitments: { text: string; salt: string; commitment: string }[];
  trees: { leaves: string[]; root: string; index: number; path: string[] }[];
  blocks: { seed: string; salt: string; header: BlockHeader; bytes: string; hash: string; signature: string }[];
};

const page = readFileSync(new URL("../../docs/reference/ledger-seal.md", import.meta.url), "utf8");
const vectors: Vectors = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? "{}");
const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

test("the documentation's encodings are the code's", () => {
  expect(vectors.encodings.length).toBeGreaterThan(0);
  for (const { tag, fields, bytes } of vectors.encodings) expect(hex(encode(tag, fields))).toBe(bytes);
});

test("the documentation's postings hash to its leaves, byte for byte", () => {
  expect(vectors.postings.length).toBeGreaterThan(1);
  const [writer, hasher] = [createWriter(), postingHasher(sha256)];
  for (const { posting, salt, ...expected } of vectors.postings) {
    writeHidden(writer, posting, salt);
    expect(hex(writer.bytes())).toBe(expected.hiddenBytes);
    expect(hasher.hidden(posting, salt)).toBe(expected.hidden);
    writePosting(writer, posting, expected.hidden);
    expect(hex(writer.bytes())).toBe(expected.leafBytes);
    expect([hasher.leaf(posting, salt), hasher.tag(posting)]).toEqual([expected.leaf, expected.tag]);
  }
});

test("the documentation's events and audit entries hash to its leaves", () => {
  expect(vectors.rows.map(({ word }) => word)).toEqual(["event", "audit", "audit"]);
  for (const { word, fields, leaf } of vectors.rows) expect(sha256(rowLeaf(createWriter(), word, fields))).toBe(leaf);
});

test("the documentation's commitments are the code's", () => {
  expect(vectors.commitments.length).toBeGreaterThan(0);
  for (const { text, salt, commitment } of vectors.commitments)
    expect(commitmentTo(text, salt, sha256)).toBe(commitment);
});

test("an audit entry from before origins has the leaf that it had, and each column added since changes it", () => {
  const leaf = (fields: Field[]): string => sha256(rowLeaf(createWriter(), "audit", fields));
  const before = vectors.rows.find(({ word }) => word === "audit");
  const fields = before?.fields ?? [];
  expect(leaf([...fields, null, null, null])).toBe(before?.leaf);
  const later = [0, 1, 2].map((at) => leaf([...fields, ...[0, 1, 2].map((column) => (column === at ? "x" : null))]));
  expect(new Set([before?.leaf, ...later]).size).toBe(4);
});

test("the documentation's trees have its roots and paths", () => {
  expect(vectors.trees.map(({ leaves }) => leaves.length)).toEqual([1, 2, 3, 5, 8]);
  for (const { leaves, root, index, path } of vectors.trees) {
    expect(rootOf(leaves, sha256)).toBe(root);
    expect(pathOf(leaves, index, sha256)).toEqual(path);
  }
});

test("the documentation's block has its hash and its signature", () => {
  expect(vectors.blocks.length).toBeGreaterThan(0);
  for (const { seed, salt, header, bytes, hash, signature } of vectors.blocks) {
    const der = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.from(seed, "hex")]);
    const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    expect(sha256(saltBytes(salt))).toBe(header.saltHash);
    expect(hex(headerBytes(header))).toBe(bytes);
    expect(sha256(headerBytes(header))).toBe(hash);
    expect(sign(null, headerBytes(header), key).toString("hex")).toBe(signature);
  }
});

test("what is encoded can be told apart: null from an empty text, one field from two, a tag from another", () => {
  const all: [number, Field[]][] = [
    [TAGS.leaf, [null]],
    [TAGS.leaf, [""]],
    [TAGS.leaf, ["", ""]],
    [TAGS.leaf, ["1:a,"]],
    [TAGS.leaf, ["a"]],
    [TAGS.block, ["a"]],
    [TAGS.leaf, ["-,"]],
  ];
  expect(new Set(all.map(([tag, fields]) => hex(encode(tag, fields)))).size).toBe(all.length);
});

test("a number that is not exact, and half a character, are refused", () => {
  expect(() => encode(TAGS.leaf, [2 ** 53])).toThrow(/exact/);
  expect(() => encode(TAGS.leaf, [1.5])).toThrow(/exact/);
  expect(() => encode(TAGS.leaf, ["\ud800"])).toThrow(/half/);
});

test("texts of any length and script are encoded as UTF-8", () => {
  for (const length of [0, 1, 9, 10, 99, 100, 4095, 4096, 5000]) {
    for (const letter of ["a", "é", "ك", "字", "🙂"]) {
      const text = letter.repeat(length);
      const size = Buffer.byteLength(text);
      expect(hex(encode(TAGS.leaf, [text, 1]))).toBe(hex(Buffer.from(`\u0000\u0001${size}:${text},1:1,`)));
    }
  }
});

test("nothing is lost where the buffer of 4,096 bytes has to grow, whatever comes next", () => {
  for (let count = 2030; count <= 2050; count++) {
    const nulls: Field[] = Array.from({ length: count }, () => null);
    const body = "-,".repeat(count);
    const grown: [Field, string][] = [
      [null, "-,"],
      [-Number.MAX_SAFE_INTEGER, "17:-9007199254740991,"],
      ["é", "2:é,"],
    ];
    for (const [field, text] of grown)
      expect(hex(encode(TAGS.leaf, [...nulls, field]))).toBe(hex(Buffer.from(`\u0000\u0001${body}${text}`)));
  }
});
