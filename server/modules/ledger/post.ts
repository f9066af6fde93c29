import { createHash, randomBytes } from "node:crypto";
import { makeId, uuidOf } from "@amana/core/ids";
import { checkPosting, isGuarded, type Posting } from "@amana/core/ledger";
import { expectOk } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { accountId } from "./account-id.ts";

/** Postings as the parallel arrays that `ledger.post` and `escrow.apply` take. `item` says which posting an entry is of, from 1. */
export type PostingArrays = {
  readonly shards: number[];
  readonly ids: string[];
  readonly keys: string[];
  readonly fingerprints: string[];
  readonly kinds: string[];
  readonly deals: (string | null)[];
  readonly entries: {
    readonly item: number[];
    readonly accounts: string[];
    readonly codes: string[];
    readonly currencies: string[];
    readonly guarded: boolean[];
    readonly amounts: string[];
  };
};

export function postingArrays(postings: readonly Posting[], now: Instant): PostingArrays {
  const checked = postings.map((posting) => expectOk(checkPosting(posting), posting.key));
  const entries = checked.flatMap((posting, index) =>
    posting.entries.map((entry) => ({ item: index + 1, shard: posting.shard, ...entry })),
  );
  return {
    shards: checked.map(({ shard }) => shard),
    ids: checked.map(({ shard }) => uuidOf(makeId("posting", now, randomBytes(9), shard))),
    keys: checked.map(({ key }) => key),
    fingerprints: checked.map(fingerprint),
    kinds: checked.map(({ kind }) => kind),
    deals: checked.map(({ deal }) => (deal ? uuidOf(deal) : null)),
    entries: {
      item: entries.map(({ item }) => item),
      accounts: entries.map(({ shard, account, amount }) => accountId(shard, account, amount.currency)),
      codes: entries.map(({ account }) => account),
      currencies: entries.map(({ amount }) => amount.currency),
      guarded: entries.map(({ account }) => isGuarded(account)),
      amounts: entries.map(({ amount }) => amount.minor.toString()),
    },
  };
}

/** Tells a posting that is repeated from another one under the same key: what it moves, between whom, in any order. */
function fingerprint(posting: Posting): string {
  const entries = posting.entries
    .map(({ account, amount }) => [account, amount.currency, amount.minor.toString()])
    .sort();
  return createHash("sha256")
    .update(JSON.stringify([posting.kind, posting.deal, entries]))
    .digest("hex")
    .slice(0, 32);
}
