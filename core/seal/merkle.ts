import { type Sha256, TAGS, writeHex } from "./encoding.ts";
import { valueAt } from "./lists.ts";

/** A hash as 64 lower-case hex digits. */
export type Digest = string;

const NODE_BYTES = 65;

/** Hashes of nodes, as in RFC 9162 section 2.1: SHA-256 over 0x01, left, right. */
export function nodeBytes(left: Digest, right: Digest, into: Uint8Array = new Uint8Array(NODE_BYTES)): Uint8Array {
  into[0] = TAGS.node;
  writeHex(into, 1, left);
  writeHex(into, 33, right);
  return into;
}

/** The Merkle tree hash of leaf hashes (RFC 9162, 2.1.1). Pairing level by level gives that tree. Throws without leaves. */
export function rootOf(leaves: readonly Digest[], sha256: Sha256): Digest {
  const scratch = new Uint8Array(NODE_BYTES);
  let level = leaves;
  while (level.length > 1) level = levelAbove(level, sha256, scratch);
  const [root] = level;
  if (root === undefined) throw new Error("a tree needs a leaf");
  return root;
}

function levelAbove(level: readonly Digest[], sha256: Sha256, scratch: Uint8Array): Digest[] {
  const above: Digest[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [valueAt(level, at), level[at + 1]];
    above.push(right === undefined ? left : sha256(nodeBytes(left, right, scratch)));
  }
  return above;
}

/** The inclusion path of a leaf, from its neighbour upwards (RFC 9162, 2.1.3.1). */
export function pathOf(leaves: readonly Digest[], index: number, sha256: Sha256): Digest[] {
  if (!(index >= 0 && index < leaves.length)) throw new RangeError(`no leaf ${index} of ${leaves.length}`);
  const scratch = new Uint8Array(NODE_BYTES);
  const path: Digest[] = [];
  let at = index;
  for (let level = leaves; level.length > 1; level = levelAbove(level, sha256, scratch)) {
    const beside = level[at ^ 1];
    if (beside !== undefined) path.push(beside);
    at >>= 1;
  }
  return path;
}

/** What is hashed with what on the way from a leaf to the root; null when the path does not fit place and size (RFC 9162, 2.1.3.2). */
export function sidesOf(index: number, size: number, path: readonly Digest[]): ("left" | "right")[] | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  const sides: ("left" | "right")[] = [];
  let at = index;
  for (let last = size - 1; last > 0; last = (last - (last % 2)) / 2) {
    const odd = at % 2 === 1;
    // The last node of a level with an odd count goes up alone.
    if (odd) sides.push("left");
    else if (at < last) sides.push("right");
    at = (at - (at % 2)) / 2;
  }
  return sides.length === path.length ? sides : null;
}
