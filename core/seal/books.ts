import type { Fault, Rows } from "./chain.ts";
import type { Sha256 } from "./encoding.ts";
import { valueAt } from "./lists.ts";
import { type EntryRecord, inOrder, type PostingRecord, postingHasher } from "./records.ts";

export type AccountRow = {
  readonly shard: number;
  readonly id: string;
  readonly code: string;
  readonly currency: string;
  readonly balance: number;
  readonly lastSeq: number;
};

export type PostingRow = Omit<PostingRecord, "entries">;

/** Entries as columns: there are millions. `posting` and `account` are places in the lists of `Books`. */
export type EntryColumns = {
  readonly length: number;
  readonly shard: ArrayLike<number>;
  readonly posting: ArrayLike<number>;
  readonly account: ArrayLike<number>;
  readonly seq: ArrayLike<number>;
  readonly amount: ArrayLike<number>;
  readonly balanceAfter: ArrayLike<number>;
  /** The currency that the entry itself names, as a place in `currencies`; -1 where the dump has no such column. */
  readonly denomination: ArrayLike<number>;
  readonly currencies: readonly string[];
};

/** The three tables of the ledger, as they were read. A place without a row is one that only entries name. */
export type Books = {
  readonly postingIds: readonly string[];
  readonly postings: readonly (PostingRow | undefined)[];
  readonly accountIds: readonly string[];
  readonly accounts: readonly (AccountRow | undefined)[];
  readonly entries: EntryColumns;
};

/** The entries of each posting, or of each account: `order[start[i]] … order[start[i + 1] - 1]`. */
type Groups = { readonly start: Int32Array; readonly order: Int32Array };

/** The books as rows to be sealed or checked: leaves by the number of their postings. */
export function ledgerRows(books: Books, sha256: Sha256): Rows {
  const groups = grouped(books.entries.posting, books.entries.length, books.postings.length);
  const ordered: number[] = [];
  for (const [place, posting] of books.postings.entries()) if (posting) ordered.push(place);
  ordered.sort((a, b) => valueAt(books.postings, a).number - valueAt(books.postings, b).number);
  const hasher = postingHasher(sha256);
  const postingAt = (at: number): PostingRow => valueAt(books.postings, valueAt(ordered, at));
  const recordAt = (at: number): PostingRecord => ({
    ...postingAt(at),
    entries: entriesOf(books, membersOf(groups, valueAt(ordered, at))),
  });
  return {
    length: ordered.length,
    number: (at) => postingAt(at).number,
    id: (at) => postingAt(at).id,
    tag: (at) => hasher.tag(recordAt(at)),
    leaf: (at, salt) => hasher.leaf(recordAt(at), salt),
  };
}

function grouped(keys: ArrayLike<number>, length: number, kinds: number): Groups {
  const start = new Int32Array(kinds + 1);
  for (let at = 0; at < length; at++) bump(start, valueAt(keys, at) + 1);
  for (let kind = 0; kind < kinds; kind++) start[kind + 1] = valueAt(start, kind + 1) + valueAt(start, kind);
  const next = start.slice();
  const order = new Int32Array(length);
  for (let at = 0; at < length; at++) order[bump(next, valueAt(keys, at))] = at;
  return { start, order };
}

/** The places of the entries of one posting, or of one account. */
const membersOf = ({ start, order }: Groups, kind: number): Int32Array =>
  order.subarray(valueAt(start, kind), valueAt(start, kind + 1));

/** Counts one more and answers what it was before. */
function bump(counts: Int32Array, at: number): number {
  const before = valueAt(counts, at);
  counts[at] = before + 1;
  return before;
}

function entriesOf({ accounts, accountIds, entries }: Books, own: Int32Array): readonly EntryRecord[] {
  const found: EntryRecord[] = [];
  for (const at of own) {
    const place = valueAt(entries.account, at);
    const { code, currency } = accounts[place] ?? { code: "", currency: "" };
    found.push({
      account: valueAt(accountIds, place),
      code,
      currency,
      amount: valueAt(entries.amount, at),
      seq: valueAt(entries.seq, at),
      balanceAfter: valueAt(entries.balanceAfter, at),
    });
  }
  return inOrder(found);
}

type Accuse = (kind: Fault["kind"], posting: number | null, account: number | null, detail: string) => void;

/** Double entry by itself, whatever was sealed: sums, running balances, gapless numbers, nothing without its owner. */
export function checkBooks(books: Books, faults: Fault[]): void {
  const accuse: Accuse = (kind, posting, account, detail) =>
    faults.push({
      kind,
      chain: "ledger",
      block: null,
      number: (posting === null ? null : books.postings[posting]?.number) ?? null,
      row: (posting === null ? null : books.postingIds[posting]) ?? null,
      account: (account === null ? null : (books.accounts[account]?.code ?? books.accountIds[account])) ?? null,
      detail,
    });
  checkOwners(books, accuse);
  checkSums(books, grouped(books.entries.posting, books.entries.length, books.postings.length), accuse);
  checkAccounts(books, grouped(books.entries.account, books.entries.length, books.accounts.length), accuse);
}

function checkOwners({ postings, accounts, entries }: Books, accuse: Accuse): void {
  for (let at = 0; at < entries.length; at++) {
    const [posting, account] = [valueAt(entries.posting, at), valueAt(entries.account, at)];
    const shard = entries.shard[at];
    if (postings[posting]?.shard !== shard)
      accuse(
        "entry_without_posting",
        posting,
        account,
        `entry ${entries.seq[at]} of the account belongs to no posting`,
      );
    if (accounts[account]?.shard !== shard)
      accuse("entry_without_account", posting, account, "the entry's account is not there");
    const named = entries.currencies[valueAt(entries.denomination, at)];
    if (named !== undefined && named !== accounts[account]?.currency)
      accuse("currency_differs", posting, account, `entry ${entries.seq[at]} is in ${named}, its account is not`);
  }
}

function checkSums(books: Books, groups: Groups, accuse: Accuse): void {
  for (const [posting, row] of books.postings.entries()) {
    if (!row) continue;
    const sums = sumsOf(books, membersOf(groups, posting));
    if (sums.size === 0) accuse("posting_without_entries", posting, null, "it has no entries");
    for (const [currency, sum] of sums)
      if (sum !== 0) accuse("sum_not_zero", posting, null, `it sums to ${sum} ${currency}`);
  }
}

function sumsOf({ accounts, entries }: Books, own: Int32Array): Map<string, number> {
  const sums = new Map<string, number>();
  for (const at of own) {
    const currency = accounts[valueAt(entries.account, at)]?.currency ?? "";
    sums.set(currency, (sums.get(currency) ?? 0) + valueAt(entries.amount, at));
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
  for (const at of own) {
    const posting = valueAt(entries.posting, at);
    const [next, amount, after] = [
      valueAt(entries.seq, at),
      valueAt(entries.amount, at),
      valueAt(entries.balanceAfter, at),
    ];
    if (next !== seq + 1) accuse("seq_breaks", posting, account, `entry ${next} follows entry ${seq}`);
    if (after !== balance + amount)
      accuse("balance_breaks", posting, account, `${balance} and ${amount} are not ${after} (entry ${next})`);
    [seq, balance, last] = [next, after, posting];
  }
  return { seq, balance, posting: last };
}

/** They mostly come in order. */
function sortBySeq(own: Int32Array, seq: ArrayLike<number>): void {
  const isInOrder = own.every((at, step) => step === 0 || valueAt(seq, valueAt(own, step - 1)) <= valueAt(seq, at));
  if (!isInOrder) own.sort((a, b) => valueAt(seq, a) - valueAt(seq, b));
}
