import { type Books, checkBooks, ledgerRows } from "./books.ts";
import {
  type ChainMeans,
  type ChainReport,
  checkChain,
  type Fault,
  type OutsideHead,
  type Rows,
  type StoredBlock,
} from "./chain.ts";
import { valueAt } from "./lists.ts";
import { CHAINS, type Chain } from "./records.ts";

/** Everything that a dump holds. `events` and `audit` are null where the dump has no such table. */
export type Sealed = {
  readonly books: Books;
  readonly deals: Rows | null;
  readonly audit: Rows | null;
  readonly blocks: readonly StoredBlock[];
  readonly unreadable: readonly string[];
};

export type VerifyReport = {
  readonly ok: boolean;
  readonly accounts: number;
  readonly postings: number;
  readonly entries: number;
  readonly chains: Readonly<Record<Chain, ChainReport | null>>;
  /** How many signed heads from outside were held against the blocks. */
  readonly heads: number;
  /** How many faults there are; `faults` holds the first of them, in the order of the ledger. */
  readonly count: number;
  readonly faults: readonly Fault[];
};

const MOST_FAULTS = 1000;

/** Holds a dump against itself, its signatures and the heads that were kept outside. The first fault is the earliest. */
export function verifySealed(sealed: Sealed, heads: readonly OutsideHead[], means: ChainMeans): VerifyReport {
  const faults: Fault[] = sealed.unreadable.map((detail) => ({
    ...{
      kind: "row_unreadable" as const,
      chain: "ledger" as const,
      number: null,
      block: null,
      row: null,
      account: null,
    },
    detail,
  }));
  checkBooks(sealed.books, faults);
  const ledger = ledgerRows(sealed.books, means.sha256);
  const look = (chain: Chain, rows: Rows | null): ChainReport | null => {
    const ofChain = <T extends { readonly chain: Chain }>(all: readonly T[]) =>
      all.filter((one) => one.chain === chain);
    return rows && checkChain(chain, rows, ofChain(sealed.blocks), ofChain(heads), means, faults);
  };
  const chains = {
    ledger: look("ledger", ledger),
    deals: look("deals", sealed.deals),
    audit: look("audit", sealed.audit),
  };
  return {
    ok: faults.length === 0,
    accounts: sealed.books.accounts.filter((account) => account !== undefined).length,
    postings: ledger.length,
    entries: sealed.books.entries.length,
    chains,
    heads: heads.length,
    count: faults.length,
    faults: inOrderOfPlace(faults, sealed.blocks).slice(0, MOST_FAULTS),
  };
}

/** By chain, then by block, a row before its block, then by number; what was sealed and changed before what follows from it. */
function inOrderOfPlace(faults: readonly Fault[], blocks: readonly StoredBlock[]): Fault[] {
  const ends = blocks.filter(({ chain }) => chain === "ledger").sort((a, b) => a.number - b.number);
  const placed = faults.map((fault) => ({ ...fault, block: fault.block ?? blockOf(ends, fault.number) }));
  const rank = (fault: Fault): number[] => [
    CHAINS.indexOf(fault.chain),
    // A balance that does not fit follows from what is wrong with the entries, when anything is.
    fault.kind === "account_balance_wrong" ? 1 : 0,
    fault.block ?? Number.MAX_SAFE_INTEGER,
    fault.row === null ? 1 : 0,
    fault.number ?? Number.MAX_SAFE_INTEGER,
    /_(changed|missing|inserted)$/.test(fault.kind) ? 0 : 1,
  ];
  const ranked = placed.map((fault) => ({ fault, rank: rank(fault) }));
  ranked.sort((a, b) => firstDifference(a.rank, b.rank));
  return ranked.map(({ fault }) => fault);
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - valueAt(b, index);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The block whose rows a number falls among. */
function blockOf(blocks: readonly StoredBlock[], number: number | null): number | null {
  if (number === null) return null;
  return blocks.find(({ last }) => number <= last)?.number ?? null;
}
