import { hash, randomBytes } from "node:crypto";
import { makeId, uuidOf } from "@amana/core/ids";
import { type AccountCode, checkPosting, isGuarded, type Posting } from "@amana/core/ledger";
import type { Currency } from "@amana/core/money";
import { expectOk } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { plainArray, textArray } from "#runtime/database";
import { accountId } from "./account-id.ts";

const RANDOM_OF_ID = 9;

/** A posting with the id that it will have: made once, so that it can be sent again when nobody knows whether it was posted. */
export type Prepared = { readonly posting: Posting; readonly id: string; readonly at: Instant };

/** Throws when one of them is no posting. */
export function prepare(postings: readonly Posting[], now: Instant): Prepared[] {
  const random = randomBytes(RANDOM_OF_ID * postings.length);
  return postings.map((posting, n) => {
    const bytes = random.subarray(n * RANDOM_OF_ID, (n + 1) * RANDOM_OF_ID);
    return {
      posting: expectOk(checkPosting(posting), posting.key),
      id: uuidOf(makeId("posting", now, bytes, posting.shard)),
      at: now,
    };
  });
}

/** Postings, accounts and entries as the fifteen arrays that `ledger.post` and `escrow.apply` take last, in their order. */
export function postingArrays(prepared: readonly Prepared[], time: (instant: Instant) => string): string[] {
  const { accounts, entries } = numbered(prepared.map(({ posting }) => posting));
  return [
    plainArray(prepared.map(({ posting }) => posting.shard)),
    plainArray(prepared.map(({ id }) => id)),
    textArray(prepared.map(({ posting }) => posting.key)),
    plainArray(prepared.map(({ posting }) => fingerprint(posting))),
    plainArray(prepared.map(({ posting }) => posting.kind)),
    plainArray(prepared.map(({ posting }) => (posting.deal ? uuidOf(posting.deal) : null))),
    textArray(prepared.map(({ at }) => time(at))),
    plainArray(accounts.map(({ shard }) => shard)),
    plainArray(accounts.map(({ id }) => id)),
    textArray(accounts.map(({ code }) => code)),
    plainArray(accounts.map(({ currency }) => currency)),
    plainArray(accounts.map(({ code }) => isGuarded(code))),
    plainArray(entries.map(({ posting }) => posting)),
    plainArray(entries.map(({ account }) => account)),
    plainArray(entries.map(({ minor }) => minor)),
  ];
}

type Account = { readonly shard: number; readonly id: string; readonly code: AccountCode; readonly currency: Currency };
type NumberedEntry = { readonly posting: number; readonly account: number; readonly minor: bigint };

/** Every account once, by its place from 1: a hot account is then named once for the whole batch. */
function numbered(postings: readonly Posting[]): { accounts: Account[]; entries: NumberedEntry[] } {
  const accounts: Account[] = [];
  const entries: NumberedEntry[] = [];
  const placeOfName = new Map<string, number>();
  const placeOfId = new Map<string, number>();
  for (const [index, { shard, entries: lines }] of postings.entries()) {
    for (const { account: code, amount } of lines) {
      const name = `${shard} ${amount.currency} ${code}`;
      let place = placeOfName.get(name);
      if (place === undefined) {
        const id = accountId(shard, code, amount.currency);
        place = placeOfId.get(`${shard} ${id}`) ?? accounts.push({ shard, id, code, currency: amount.currency });
        placeOfId.set(`${shard} ${id}`, place);
        placeOfName.set(name, place);
      }
      entries.push({ posting: index + 1, account: place, minor: amount.minor });
    }
  }
  return { accounts, entries };
}

/** Tells a posting that is repeated from another one under the same key: what it moves, between whom, in any order. */
function fingerprint(posting: Posting): string {
  const entries = posting.entries
    .map(({ account, amount }) => [account, amount.currency, amount.minor.toString()])
    .sort();
  return hash("sha256", JSON.stringify([posting.kind, posting.deal, entries])).slice(0, 32);
}
