import { randomBytes } from "node:crypto";
import {
  type BlockHeader,
  CHAINS,
  type Chain,
  createWriter,
  type Digest,
  headerBytes,
  inOrder,
  MOST_IN_A_BLOCK,
  type PostingRecord,
  postingHasher,
  rootOf,
  rowLeaf,
  saltBytes,
  TAG_DIGITS,
} from "@amana/core/seal";
import type { Clock } from "#ports/clock";
import type { Database, Queryable } from "#runtime/database";
import { type SealKey, sha256 } from "./keys.ts";
import {
  appendBlock,
  auditAfter,
  drawnNumbers,
  eventsAfter,
  lockChain,
  microseconds,
  postingsAfter,
  type SealedRow,
  tipOf,
  writersNow,
} from "./store.ts";

export type SealParts = { readonly db: Database; readonly clock: Clock; readonly key: SealKey };

/** Up to which number a chain may be sealed once these writers have ended. */
type Mark = { readonly upTo: number; readonly waitingFor: ReadonlySet<string> };

/** What one step of a chain has come to. */
type Step = { readonly blocks: number; readonly mark: Mark | null };

/** One step leaves the rest to the next one, so that a long backlog does not hold the process. */
const MOST_BLOCKS_A_STEP = 20;

/**
 * Seals what has been written since the last block. A number may be drawn by a transaction that commits late, so the highest number
 * drawn is marked, the transactions that write at that moment are waited for, and only then is sealed what stands up to the mark.
 * Answers how many blocks a step made. Steps of any number of processes may meet: one of them seals.
 */
export function createSealer(parts: SealParts): { step(): Promise<number> } {
  const marks = new Map<Chain, Mark>();
  return {
    async step() {
      const unmarked = CHAINS.filter((chain) => !marks.has(chain));
      const drawn = unmarked.length > 0 ? await drawnNumbers(parts.db) : null;
      // After the numbers are read: whoever begins to write later draws a higher one.
      const writing = await writersNow(parts.db);
      let blocks = 0;
      for (const chain of CHAINS) {
        const mark = marks.get(chain) ?? { upTo: drawn?.[chain] ?? 0, waitingFor: writing[chain] };
        const step = await stepOf(parts, chain, mark, writing[chain]);
        blocks += step.blocks;
        if (step.mark) marks.set(chain, step.mark);
        else marks.delete(chain);
      }
      return blocks;
    },
  };
}

async function stepOf(parts: SealParts, chain: Chain, mark: Mark, writing: ReadonlySet<string>): Promise<Step> {
  const waitingFor = new Set([...mark.waitingFor].filter((writer) => writing.has(writer)));
  if (waitingFor.size > 0) return { blocks: 0, mark: { ...mark, waitingFor } };
  for (let blocks = 0; blocks < MOST_BLOCKS_A_STEP; blocks++) {
    if (!(await sealNext(parts, chain, mark.upTo))) return { blocks, mark: null };
  }
  return { blocks: MOST_BLOCKS_A_STEP, mark: { ...mark, waitingFor } };
}

/** Makes the next block up to a number that is safe. False: there is nothing to seal, or another process is at it. */
async function sealNext({ db, clock, key }: SealParts, chain: Chain, upTo: number): Promise<boolean> {
  if ((await tipOf(db, chain)).last >= upTo) return false;
  return await db.transaction(async (tx) => {
    if (!(await lockChain(tx, chain))) return false;
    const tip = await tipOf(tx, chain);
    const salt = randomBytes(32).toString("hex");
    const rows = await leavesAfter(tx, chain, tip.last, upTo, salt);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return false;
    const header: BlockHeader = {
      chain,
      number: tip.number + 1,
      first: first.number,
      last: last.number,
      count: rows.length,
      root: rootOf(
        rows.map(({ leaf }) => leaf),
        sha256,
      ),
      previous: tip.hash,
      sealedAt: microseconds(clock.now()),
      key: key.id,
      saltHash: sha256(saltBytes(salt)),
    };
    const bytes = headerBytes(header);
    await appendBlock(tx, {
      ...header,
      hash: sha256(bytes),
      signature: key.sign(bytes),
      salt,
      members: rows.map(({ member }) => member).join(""),
      leaves: rows.map(({ leaf }) => leaf).join(""),
      tags: rows.map(({ tag }) => tag).join(""),
      publicKey: key.publicKey,
    });
    return true;
  });
}

type Leaf = { readonly number: number; readonly member: string; readonly leaf: Digest; readonly tag: string };

async function leavesAfter(tx: Queryable, chain: Chain, after: number, upTo: number, salt: string): Promise<Leaf[]> {
  if (chain === "ledger") return leavesOfPostings(await postingsAfter(tx, after, upTo, MOST_IN_A_BLOCK), salt);
  const read = chain === "deals" ? eventsAfter : auditAfter;
  return leavesOfRows(chain === "deals" ? "event" : "audit", await read(tx, after, upTo, MOST_IN_A_BLOCK));
}

function leavesOfPostings(postings: readonly PostingRecord[], salt: string): Leaf[] {
  const hasher = postingHasher(sha256);
  return postings.map((read) => {
    const posting = { ...read, entries: inOrder(read.entries) };
    const [leaf, tag] = [hasher.leaf(posting, salt), hasher.tag(posting)];
    return { number: posting.number, member: posting.id.replaceAll("-", ""), leaf, tag };
  });
}

function leavesOfRows(word: "event" | "audit", rows: readonly SealedRow[]): Leaf[] {
  const writer = createWriter();
  return rows.map(({ number, member, fields }) => {
    const leaf = sha256(rowLeaf(writer, word, fields));
    return { number, member, leaf, tag: leaf.slice(0, TAG_DIGITS) };
  });
}
