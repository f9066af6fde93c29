import type { DealStatement } from "@amana/core/seal";
import { type Static, Type } from "typebox";

const Hex = (digits: number) => Type.String({ pattern: `^[0-9a-f]{${digits}}$` });
const Uuid = Type.String({ pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" });
const Whole = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const closed = { additionalProperties: false };

const ChainName = Type.Union([Type.Literal("ledger"), Type.Literal("deals"), Type.Literal("audit")]);

export const HeadJson = Type.Object(
  {
    chain: ChainName,
    number: Count,
    first: Count,
    last: Count,
    count: Count,
    root: Hex(64),
    previous: Hex(64),
    sealedAt: Type.Integer({ minimum: 0, description: "Microseconds since 1970." }),
    key: Hex(16),
    saltHash: Hex(64),
    hash: Hex(64),
    signature: Hex(128),
  },
  {
    ...closed,
    $id: "SealedBlock",
    description: "The signed head of a block of the ledger: docs/reference/ledger-seal.md.",
  },
);

export const SealKeyJson = Type.Object(
  {
    id: Hex(16),
    algorithm: Type.Literal("Ed25519"),
    publicKey: Hex(64),
    pem: Type.String({ description: "The same key as openssl and `ledger verify --public-key` read it." }),
    blocks: Type.Array(Type.Object({ chain: ChainName, first: Count, last: Count }, closed), {
      description: "The first and the last block of each chain that it has signed.",
    }),
  },
  { ...closed, $id: "SealKey", description: "A public key that blocks of the ledger are signed with." },
);

const PostingJson = Type.Object(
  {
    shard: Type.Integer({ minimum: 0, maximum: 255 }),
    id: Uuid,
    number: Count,
    key: Type.String(),
    fingerprint: Type.String(),
    kind: Type.String(),
    deal: Type.Union([Uuid, Type.Null()]),
    at: Type.Integer({ minimum: 0, description: "Microseconds since 1970." }),
    hidden: Type.String({
      pattern: "^([0-9a-f]{64})?$",
      description: "A hash over running balances, which are nobody else's business.",
    }),
    entries: Type.Array(Type.Object({ code: Type.String(), currency: Type.String(), amount: Whole }, closed)),
    inclusion: Type.Union([
      Type.Object({ block: Count, index: Count, path: Type.Array(Hex(64), { maxItems: 10 }) }, closed),
      Type.Null(),
    ]),
  },
  closed,
);

const Shape = Type.Object(
  {
    version: Type.Integer(),
    deal: Uuid,
    postings: Type.Array(PostingJson),
    blocks: Type.Array(HeadJson),
    keys: Type.Record(Type.String({ pattern: "^[0-9a-f]{16}$" }), Hex(64), closed),
  },
  {
    ...closed,
    $id: "DealStatement",
    description:
      "The deal's postings with proofs that they stand in signed blocks; anybody can check it without the marketplace.",
  },
);

/** Does not compile when the schema and the type part. */
const same = (json: Static<typeof Shape>): DealStatement => json;

/** A statement with its proofs, as the API gives it and as `ledger check-statement` reads it. */
export const DealStatementJson = Type.Unsafe<ReturnType<typeof same>>(Shape);
