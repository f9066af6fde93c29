export { type BlockHeader, GENESIS, type Head, headerBytes, headerHash, MOST_IN_A_BLOCK, saltBytes } from "./block.ts";
export { type AccountRow, type Books, type EntryColumns, ledgerRows } from "./books.ts";
export type {
  ChainMeans,
  Fault,
  FaultKind,
  OutsideHead,
  Rows,
  StoredBlock,
} from "./chain.ts";
export { commitmentTo } from "./commitment.ts";
export { bytesOfHex, createWriter, encode, type Field, type Sha256, TAGS, VERSION, type Writer } from "./encoding.ts";
export { type Digest, pathOf, rootOf } from "./merkle.ts";
export { type PostingColumns, postingColumns, withPlaces } from "./postings.ts";
export {
  CHAINS,
  type Chain,
  type EntryRecord,
  inOrder,
  POSTING_FIELDS,
  type PostingRecord,
  type PublicPosting,
  postingHasher,
  rowLeaf,
  TAG_DIGITS,
  writeHidden,
  writePosting,
} from "./records.ts";
export {
  checkStatement,
  type DealStatement,
  type Inclusion,
  rootAbove,
  type SealedPosting,
  type StatementFault,
  type StatementMeans,
  type StatementReport,
} from "./statement.ts";
export { type Sealed, type VerifyReport, verifySealed } from "./verify.ts";
