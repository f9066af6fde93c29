import { encode, type Field, type Sha256, TAGS } from "./encoding.ts";
import type { Digest } from "./merkle.ts";
import type { Chain } from "./records.ts";

/** What a block signs. Everything in it is public. */
export type BlockHeader = {
  readonly chain: Chain;
  /** From 1, without gaps, in each chain. */
  readonly number: number;
  /** The numbers of its first and last row; the block before ends below `first`. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly root: Digest;
  /** The hash of the block before; `GENESIS` for the first. */
  readonly previous: Digest;
  /** Microseconds since 1970-01-01T00:00:00Z. */
  readonly sealedAt: number;
  readonly key: string;
  /** The hash of the block's salt, which itself stays in the database. */
  readonly saltHash: Digest;
};

/** A header with its hash and its Ed25519 signature (RFC 8032) over the header's bytes, both in hex. */
export type Head = BlockHeader & { readonly hash: Digest; readonly signature: string };

export const GENESIS: Digest = "0".repeat(64);
export const MOST_IN_A_BLOCK = 1000;

/** The bytes that are signed. */
export const headerBytes = (header: BlockHeader): Uint8Array => encode(TAGS.block, fieldsOf(header));

export const headerHash = (header: BlockHeader, sha256: Sha256): Digest => sha256(headerBytes(header));

const fieldsOf = (header: BlockHeader): Field[] => [
  "block",
  header.chain,
  header.number,
  header.first,
  header.last,
  header.count,
  header.root,
  header.previous,
  header.sealedAt,
  header.key,
  header.saltHash,
];

/** The bytes of a salt as its hash is taken. */
export const saltBytes = (salt: string): Uint8Array => encode(TAGS.hidden, ["salt", salt]);
