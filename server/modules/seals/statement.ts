import { type DealId, shardOf, uuidOf } from "@amana/core/ids";
import {
  type DealStatement,
  inOrder,
  type PostingRecord,
  pathOf,
  postingHasher,
  type SealedPosting,
  VERSION,
} from "@amana/core/seal";
import type { Database, Queryable } from "#runtime/database";
import { sha256 } from "./keys.ts";
import { blocksHolding, dashed, type KeptBlock, keysKnown, membersOf, postingsOfDeal } from "./store.ts";

/** A deal's postings with the proofs that they stand in signed blocks; `mayKnow` says which of them the reader is shown. */
export async function statementOfDeal(
  db: Database,
  deal: DealId,
  mayKnow: (posting: { readonly kind: string }) => boolean = () => true,
): Promise<DealStatement> {
  return await db.transaction(
    async (tx) => {
      const uuid = dashed(uuidOf(deal));
      const postings = (await postingsOfDeal(tx, shardOf(deal), uuid)).filter(mayKnow);
      const blocks = await blocksHolding(
        tx,
        postings.map(({ number }) => number),
      );
      const sealed: SealedPosting[] = [];
      for (const posting of postings) sealed.push(await withProof(tx, posting, blocks));
      const used = new Set(blocks.map(({ head }) => head.key));
      const keys = Object.entries(await keysKnown(tx)).filter(([id]) => used.has(id));
      return {
        version: VERSION,
        deal: uuid,
        postings: sealed,
        blocks: blocks.map(({ head }) => head),
        keys: Object.fromEntries(keys),
      };
    },
    { isolation: "repeatable read" },
  );
}

async function withProof(tx: Queryable, posting: PostingRecord, blocks: readonly KeptBlock[]): Promise<SealedPosting> {
  const entries = inOrder(posting.entries);
  const block = blocks.find(({ head }) => posting.number >= head.first && posting.number <= head.last);
  // Before it is sealed nothing hides the balances, and so nothing is said of them.
  const hidden = block ? postingHasher(sha256).hidden({ ...posting, entries }, block.salt) : "";
  const index = block ? (await membersOf(tx, block.head.number)).indexOf(posting.id) : -1;
  return {
    ...posting,
    hidden,
    entries: entries.map(({ code, currency, amount }) => ({ code, currency, amount })),
    inclusion:
      block && index >= 0 ? { block: block.head.number, index, path: pathOf(block.leaves, index, sha256) } : null,
  };
}
