import type { Fault, Rows } from "./chain.ts";
import type { Sha256 } from "./encoding.ts";
import { integerAt, numberAt, valueAt } from "./lists.ts";
import { accountTexts, columnHasher, type Own, type PostingColumns } from "./postings.ts";

export type AccountRow = {
  readonly shard: number;
  readonly id: string;
  readonly code: string;
  readonly currency: string;
  readonly balance: number;
  readonly lastSeq: number;
};

/** Entries as columns: there are millions. `posting` and `account` are places in the lists of `Books`. */
export type EntryColumns = {
  readonly length: number;
  readonly shard: Int32Array;
  readonly posting: Int32Array;
  readonly account: Int32Array;
  readonly seq: Float64Array;
  readonly amount: Float64Array;
  readonly balanceAfter: Float64Array;
  /** The currency that the entry itself names, as a place in `currencies`; -1 where the dump has no such column. */
  readonly denomination: Int32Array;
  readonly currencies: readonly string[];
};

/** The three tables of the ledger, as they were read. A place without a row is one that only entries name. */
export type Books = {
  readonly postings: PostingColumns;
  /** The uuids of postings by their places: made when one is to be named, and compared without being made. */
  readonly postingIds: {
    readonly at: (place: number) => string;
    readonly is: (place: number, id: string) => boolean;
  };
  readonly accountIds: readonly string[];
  readonly accounts: readonly (AccountRow | undefined)[];
  readonly entries: EntryColumns;
};

/** The entries of each posting, or of each account: `order[start[i]] … order[start[i + 1] - 1]`. */
type Groups = { readonly start: Int32Array; readonly order: Int32Array };

/** The books as rows to be sealed or checked: leaves by the number of their postings. */
export function ledgerRows(books: Books, sha256: Sha256): Rows {
  const { postings, postingIds, accountIds, accounts, entries } = books;
  const groups = grouped(entries.posting, entries.length, postings.length);
  const ordered = inOrderOfNumber(postings);
  const placeOf = (at: number): number => integerAt(ordered, at);
  const texts = accountTexts(accountIds.map((id, at) => [id, accounts[at]?.code ?? "", accounts[at]?.currency ?? ""]));
  const hasher = columnHasher(postings, texts, entries, sha256);
  const own: Own = { places: new Int32Array(16), length: 0 };
  const ownOf = (place: number): Own => {
    takeMembers(groups, place, own);
    sortByAccount(own, entries, accountIds);
    return own;
  };
  return {
    length: ordered.length,
    number: (at) => numberAt(postings.number, placeOf(at)),
    id: (at) => postingIds.at(placeOf(at)),
    is: (at, id) => postingIds.is(placeOf(at), id),
    tag: (at) => hasher.tag(placeOf(at), ownOf(placeOf(at))),
    leaf: (at, salt) => hasher.leaf(placeOf(at), ownOf(placeOf(at)), salt),
  };
}

/** The places that have a row, by number. They mostly come so. */
function inOrderOfNumber({ length, number }: PostingColumns): Int32Array {
  const places = new Int32Array(length);
  let count = 0;
  let isInOrder = true;
  let last = 0;
  for (let place = 0; place < length; place++) {
    const own = numberAt(number, place);
    if (Number.isNaN(own)) continue;
    places[count++] = place;
    isInOrder &&= last <= own;
    last = own;
  }
  const ordered = places.subarray(0, count);
  return isInOrder ? ordered : ordered.sort((a, b) => numberAt(number, a) - numberAt(number, b));
}

const FEW = 16;

/** By account, then by number, where they stand. A posting mostly has two or three entries: each moves up past those that come after it. */
function sortByAccount({ places, length }: Own, entries: EntryColumns, accountIds: readonly string[]): void {
  const order = (a: number, b: number): number => orderOf(entries, accountIds, a, b);
  if (length > FEW) places.subarray(0, length).sort(order);
  for (let end = 1; end < length; end++) {
    for (let at = end; at > 0; at--) {
      const before = integerAt(places, at - 1);
      const after = integerAt(places, at);
      if (order(before, after) <= 0) break;
      places[at - 1] = after;
      places[at] = before;
    }
  }
}

function orderOf({ account, seq }: EntryColumns, accountIds: readonly string[], a: number, b: number): number {
  const ofA = integerAt(account, a);
  const ofB = integerAt(account, b);
  if (ofA === ofB) return numberAt(seq, a) - numberAt(seq, b);
  return valueAt(accountIds, ofA) < valueAt(accountIds, ofB) ? -1 : 1;
}

function grouped(keys: Int32Array, length: number, kinds: number): Groups {
  const start = new Int32Array(kinds + 1);
  for (let at = 0; at < length; at++) bump(start, integerAt(keys, at) + 1);
  for (let kind = 0; kind < kinds; kind++) start[kind + 1] = integerAt(start, kind + 1) + integerAt(start, kind);
  const next = start.slice();
  const order = new Int32Array(length);
  for (let at = 0; at < length; at++) order[bump(next, integerAt(keys, at))] = at;
  return { start, order };
}

/** The places of the entries of one account. */
const membersOf = ({ start, order }: Groups, kind: number): Int32Array =>
  order.subarray(integerAt(start, kind), integerAt(start, kind + 1));

/** The same, copied into a list that is used again: no view is made for each posting. */
function takeMembers({ start, order }: Groups, kind: number, into: Own): void {
  const from = integerAt(start, kind);
  into.length = integerAt(start, kind + 1) - from;
  if (into.length > into.places.length) into.places = new Int32Array(into.length * 2);
  for (let step = 0; step < into.length; step++) into.places[step] = integerAt(order, from + step);
}

/** Counts one more and answers what it was before. */
function bump(counts: Int32Array, at: number): number {
  const before = integerAt(counts, at);
  counts[at] = before + 1;
  return before;
}

type Accuse = (kind: Fault["kind"], posting: number | null, account: number | null, detail: string) => void;

/** Double entry by itself, whatever was sealed: sums, running balances, gapless numbers, nothing without its owner. */
export function checkBooks(books: Books, faults: Fault[]): void {
  const { postings, postingIds, accounts, accountIds, entries } = books;
  const numberOf = (posting: number): number | null => {
    const number = numberAt(postings.number, posting);
    return Number.isNaN(number) ? null : number;
  };
  const accuse: Accuse = (kind, posting, account, detail) =>
    faults.push({
      kind,
      chain: "ledger",
      block: null,
      number: posting === null ? null : numberOf(posting),
      row: posting === null ? null : postingIds.at(posting),
      account: (account === null ? null : (accounts[account]?.code ?? accountIds[account])) ?? null,
      detail,
    });
  checkOwners(books, accuse);
  checkSums(books, grouped(entries.posting, entries.length, postings.length), accuse);
  checkAccounts(books, grouped(entries.account, entries.length, accounts.length), accuse);
}

function checkOwners({ postings, accounts, entries }: Books, accuse: Accuse): void {
  for (let at = 0; at < entries.length; at++) {
    const posting = integerAt(entries.posting, at);
    const account = integerAt(entries.account, at);
    const shard = integerAt(entries.shard, at);
    if (integerAt(postings.shard, posting) !== shard || Number.isNaN(numberAt(postings.number, posting)))
      accuse(
        "entry_without_posting",
        posting,
        account,
        `entry ${entries.seq[at]} of the account belongs to no posting`,
      );
    const owner = accounts[account];
    if (owner?.shard !== shard) accuse("entry_without_account", posting, account, "the entry's account is not there");
    const denomination = integerAt(entries.denomination, at);
    const named = denomination < 0 ? undefined : entries.currencies[denomination];
    if (named !== undefined && named !== owner?.currency)
      accuse("currency_differs", posting, account, `entry ${entries.seq[at]} is in ${named}, its account is not`);
  }
}

function checkSums(books: Books, groups: Groups, accuse: Accuse): void {
  const own: Own = { places: new Int32Array(16), length: 0 };
  for (let posting = 0; posting < books.postings.length; posting++) {
    if (Number.isNaN(numberAt(books.postings.number, posting))) continue;
    takeMembers(groups, posting, own);
    if (own.length === 0) accuse("posting_without_entries", posting, null, "it has no entries");
    for (const [currency, sum] of sumsOf(books, own))
      if (sum !== 0) accuse("sum_not_zero", posting, null, `it sums to ${sum} ${currency}`);
  }
}

const NOTHING: ReadonlyMap<string, number> = new Map();

/** What a posting's entries sum to in each currency; nothing when they are all of one and sum to zero, as nearly all do. */
function sumsOf({ accounts, entries }: Books, { places, length }: Own): ReadonlyMap<string, number> {
  const currencyOf = (at: number): string => accounts[integerAt(entries.account, at)]?.currency ?? "";
  let [one, total, mixed]: [string | null, number, boolean] = [null, 0, false];
  for (let step = 0; step < length; step++) {
    const at = integerAt(places, step);
    const currency = currencyOf(at);
    mixed ||= one !== null && one !== currency;
    one = currency;
    total += numberAt(entries.amount, at);
  }
  if (!mixed && total === 0) return NOTHING;
  const sums = new Map<string, number>();
  for (const at of places.subarray(0, length)) {
    const currency = currencyOf(at);
    sums.set(currency, (sums.get(currency) ?? 0) + numberAt(entries.amount, at));
  }
  return sums;
}

function checkAccounts(books: Books, groups: Groups, accuse: Accuse): void {
  for (const account of books.accounts.keys()) {
    const own = membersOf(groups, account);
    sortBySeq(own, books.entries.seq);
    checkAccount(books, account, own, accuse);
  }
}

function checkAccount({ accounts, entries }: Books, account: number, own: Int32Array, accuse: Accuse): void {
  const end = walkAccount(entries, account, own, accuse);
  const row = accounts[account];
  if (!row || (row.balance === end.balance && row.lastSeq === end.seq)) return;
  accuse(
    "account_balance_wrong",
    end.posting,
    account,
    `it says ${row.balance} after ${row.lastSeq} entries, its entries say ${end.balance} after ${end.seq}`,
  );
}

/** Where an account's numbers or running balance first break; after a break it goes on from what the entry says. */
function walkAccount(entries: EntryColumns, account: number, own: Int32Array, accuse: Accuse) {
  let [seq, balance, last]: [number, number, number | null] = [0, 0, null];
  for (let step = 0; step < own.length; step++) {
    const at = integerAt(own, step);
    const posting = integerAt(entries.posting, at);
    const next = numberAt(entries.seq, at);
    const amount = numberAt(entries.amount, at);
    const after = numberAt(entries.balanceAfter, at);
    if (next !== seq + 1) accuse("seq_breaks", posting, account, `entry ${next} follows entry ${seq}`);
    if (after !== balance + amount)
      accuse("balance_breaks", posting, account, `${balance} and ${amount} are not ${after} (entry ${next})`);
    seq = next;
    balance = after;
    last = posting;
  }
  return { seq, balance, posting: last };
}

/** They mostly come in order. */
function sortBySeq(own: Int32Array, seq: Float64Array): void {
  let isInOrder = true;
  for (let step = 1; step < own.length; step++)
    isInOrder &&= numberAt(seq, integerAt(own, step - 1)) <= numberAt(seq, integerAt(own, step));
  if (!isInOrder) own.sort((a, b) => numberAt(seq, a) - numberAt(seq, b));
}
