import { closeSync, fsyncSync, mkdirSync, openSync, readSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { CHAINS, type Chain, type Digest, type Head } from "@amana/core/seal";
import type { Database } from "#runtime/database";
import { blocksAfter, type KeptBlock, keysKnown, tipOf } from "./store.ts";

type Known = { readonly number: number; readonly hash: Digest | null };

/** What the file ends with. */
type End = { readonly heads: Map<Chain, Known>; readonly keys: Set<string> };

const NONE: Known = { number: 0, hash: null };
const A_TIME = 100;

/**
 * Copies the heads of new blocks into a file outside the database, one line each, on the disk before it returns. The public key of a
 * head stands in a line before it, so that the file alone can check a dump. Throws when the database does not have what the file has.
 * Answers how many heads it wrote.
 */
export function headsWriter(db: Database, file: string): { copy(): Promise<number> } {
  let end: End | null = null;
  return {
    async copy() {
      const at = end ?? endOf(file);
      let written = 0;
      for (const chain of CHAINS) written += await copyChain(db, file, at, chain);
      end = at;
      return written;
    },
  };
}

async function copyChain(db: Database, file: string, end: End, chain: Chain): Promise<number> {
  for (let written = 0; ; ) {
    const last = end.heads.get(chain) ?? NONE;
    const tip = await tipOf(db, chain);
    if (tip.number === last.number && (last.hash === null || tip.hash === last.hash)) return written;
    const fresh = newOnes(await blocksAfter(db, chain, Math.max(last.number - 1, 0), A_TIME), last, chain);
    if (fresh.some(({ head }) => !end.keys.has(head.key))) await writeKeys(db, file, end.keys);
    appendLines(
      file,
      fresh.map((block) => lineOf(block)),
    );
    const newest = fresh.at(-1)?.head;
    if (!newest) return written;
    end.heads.set(chain, newest);
    written += fresh.length;
  }
}

/** Without the block that the file ends with, which must be the database's too. */
function newOnes(blocks: readonly KeptBlock[], last: Known, chain: Chain): readonly KeptBlock[] {
  if (last.number === 0) return blocks;
  const [same, ...fresh] = blocks;
  if (!same || same.head.number !== last.number || same.head.hash !== last.hash)
    throw new Error(
      `The heads kept outside end with block ${last.number} of ${chain}, and the database has ${same ? "another one" : "none"} of that number. Check it with \`ledger verify\`; after a restore from a backup, move the file of heads away and keep it.`,
    );
  return fresh;
}

async function writeKeys(db: Database, file: string, written: Set<string>): Promise<void> {
  const fresh = Object.entries(await keysKnown(db)).filter(([key]) => !written.has(key));
  appendLines(
    file,
    fresh.map(([key, publicKey]) => JSON.stringify({ key, publicKey })),
  );
  for (const [key] of fresh) written.add(key);
}

const lineOf = ({ head, tags }: KeptBlock): string => JSON.stringify({ head, tags });

/** One write, so that lines of two processes do not mix; a line that comes twice is the same line. */
function appendLines(file: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, "a", 0o644);
  try {
    // A line that a crash cut off must not swallow the next one.
    const before = endsWithLine(file) ? "" : "\n";
    writeSync(descriptor, `${before}${lines.map((line) => `${line}\n`).join("")}`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function endsWithLine(file: string): boolean {
  const { size } = statSync(file);
  return size === 0 || tailOf(file, 1) === "\n";
}

const FIRST_LOOK = 256 * 1024;
const LONGEST_LOOK = 256 * 1024 * 1024;

/** The last head of each chain and the keys near it, looking from the end of the file backwards. */
function endOf(file: string): End {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  for (let look = FIRST_LOOK; ; look *= 8) {
    const end = endIn(tailOf(file, Math.min(look, size)));
    if (end.heads.size === CHAINS.length || look >= Math.min(size, LONGEST_LOOK)) return end;
  }
}

function endIn(text: string): End {
  const end: End = { heads: new Map(), keys: new Set() };
  for (const line of text.split("\n")) {
    const head = headIn(line);
    if (head) end.heads.set(head.chain, head);
    const key = /^\{"key":"([0-9a-f]{16})"/.exec(line)?.[1];
    // A key that stands further up is written once more, which does no harm.
    if (key) end.keys.add(key);
  }
  return end;
}

/** A line that was cut off, at the start of what was read or by a crash, is no head. */
function headIn(line: string): Pick<Head, "chain" | "number" | "hash"> | null {
  const match = /^\{"head":\{"chain":"([a-z]+)","number":(\d+),.*?"hash":"([0-9a-f]{64})".*\}$/.exec(line);
  const chain = CHAINS.find((name) => name === match?.[1]);
  return chain && match?.[3] ? { chain, number: Number(match[2]), hash: match[3] } : null;
}

function tailOf(file: string, length: number): string {
  if (length === 0) return "";
  const descriptor = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(length);
    const read = readSync(descriptor, bytes, 0, length, Math.max(statSync(file).size - length, 0));
    return bytes.toString("utf8", 0, read);
  } finally {
    closeSync(descriptor);
  }
}
