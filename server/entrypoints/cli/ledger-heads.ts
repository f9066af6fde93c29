import { readFileSync } from "node:fs";
import { CHAINS, type OutsideHead, TAG_DIGITS } from "@amana/core/seal";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { keyName } from "./ledger-crypto.ts";

const Hex = (digits: number) => Type.String({ pattern: `^[0-9a-f]{${digits}}$` });
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const HeadLine = Type.Object({
  head: Type.Object({
    chain: Type.Union(CHAINS.map((chain) => Type.Literal(chain))),
    ...{ number: Count, first: Count, last: Count, count: Count, sealedAt: Count },
    ...{ root: Hex(64), previous: Hex(64), saltHash: Hex(64), hash: Hex(64), key: Hex(16), signature: Hex(128) },
  }),
  tags: Type.String({ pattern: `^([0-9a-f]{${TAG_DIGITS}})*$` }),
});
const KeyLine = Type.Object({ key: Hex(16), publicKey: Hex(64) });

export type HeadsFile = { readonly heads: readonly OutsideHead[]; readonly keys: ReadonlyMap<string, string> };

/** Reads the file of heads. A line that a crash cut off is left out; any other line that is none is an error. */
export function readHeads(file: string): HeadsFile {
  const heads: OutsideHead[] = [];
  const keys = new Map<string, string>();
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (!line.endsWith("}")) continue;
    const read: unknown = JSON.parse(line);
    if (Value.Check(HeadLine, read)) heads.push({ ...read.head, tags: read.tags.match(/.{8}/g) ?? [] });
    else if (Value.Check(KeyLine, read) && keyName(read.publicKey) === read.key) keys.set(read.key, read.publicKey);
    else throw new Error(`${file}, line ${index + 1}: neither a head nor a key`);
  }
  return { heads, keys };
}
