/**
 * How many entries a second `ledger verify` checks: makes a dump of the wanted size in a folder of its own, verifies it in a fresh process,
 * and removes it. `node tests/seals/speed.ts --entries 1000000 --json`.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import {
  type EntryRecord,
  GENESIS,
  headerBytes,
  inOrder,
  MOST_IN_A_BLOCK,
  type PostingRecord,
  postingHasher,
  rootOf,
  saltBytes,
} from "../../core/seal/index.ts";
import { publicKeyPem, sealKey, sha256 } from "../../server/modules/seals/index.ts";

const KEY = sealKey(new Uint8Array(32).fill(1));
const START = Date.UTC(2026, 2, 2, 9) * 1000;
const SALT = "5".repeat(64);
const SELLERS = 5_000;

const uuid = (text: string): string =>
  createHash("sha256")
    .update(text)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, "$1-$2-$3-$4-$5");
const stamp = (micros: number): string =>
  `${new Date(Math.floor(micros / 1000)).toISOString().slice(0, 19).replace("T", " ")}.${String(micros % 1_000_000).padStart(6, "0")}+00`;

type Account = { id: string; code: string; balance: number; seq: number };

/** Sales of three postings and seven entries each, as a ledger keeps them. */
function* postingsOf(sales: number, accounts: Map<string, Account>): Generator<PostingRecord> {
  const account = (code: string): Account => {
    const known = accounts.get(code) ?? { id: uuid(code), code, balance: 0, seq: 0 };
    accounts.set(code, known);
    return known;
  };
  let number = 0;
  for (let sale = 0; sale < sales; sale++) {
    const deal = uuid(`deal ${sale}`);
    const [escrow, wallet] = [`escrow:deal_${deal.replaceAll("-", "")}`, `wallet:usr_${sale % SELLERS}`];
    const price = 10_000 + (sale % 977);
    const moves: [string, [string, number][]][] = [
      [
        "fund",
        [
          ["clearing:cashfree", -price],
          [escrow, price],
        ],
      ],
      [
        "release",
        [
          [escrow, -price],
          [wallet, price - 300],
          ["revenue:commission", 300],
        ],
      ],
      [
        "payout",
        [
          [wallet, 300 - price],
          ["payouts_in_flight:cashfree", price - 300],
        ],
      ],
    ];
    for (const [kind, lines] of moves) {
      number += 1;
      const entries = lines.map(([code, amount]): EntryRecord => {
        const own = account(code);
        own.seq += 1;
        own.balance += amount;
        return { account: own.id, code, currency: "INR", amount, seq: own.seq, balanceAfter: own.balance };
      });
      const key = `${kind}:deal_${deal.replaceAll("-", "")}`;
      yield {
        shard: 0,
        id: uuid(key),
        number,
        key,
        fingerprint: deal.replaceAll("-", ""),
        kind,
        deal,
        at: START + number,
        entries,
      };
    }
  }
}

/** Writes a folder as `ledger export` does. Answers how many entries it holds. */
function writeDump(folder: string, entries: number): number {
  const open = (table: string, columns: string): number => {
    const file = openSync(join(folder, `${table}.sql`), "w");
    writeSync(file, `COPY ${table} (${columns}) FROM stdin;\n`);
    return file;
  };
  const files = {
    posting: open("ledger.posting", "shard, id, key, fingerprint, kind, deal, posted_at, number"),
    entry: open("ledger.entry", "shard, account, seq, posting, amount, balance_after, denomination"),
    account: open("ledger.account", "shard, id, code, currency, guarded, balance, last_seq"),
    block: open(
      "seals.block",
      "chain, number, first, last, count, root, previous, sealed_at, key, salt_hash, hash, signature, salt, members, leaves, tags",
    ),
  };
  const accounts = new Map<string, Account>();
  const seal = blockMaker((line) => writeSync(files.block, line));
  let written = 0;
  let [rows, lines]: [string[], string[]] = [[], []];
  const flush = (): void => {
    writeSync(files.posting, rows.join(""));
    writeSync(files.entry, lines.join(""));
    [rows, lines] = [[], []];
  };
  for (const posting of postingsOf(Math.ceil(entries / 7), accounts)) {
    const { shard, id, number, key, fingerprint, kind, deal, at } = posting;
    rows.push(`${[shard, id, key, fingerprint, kind, deal, stamp(at), number].join("\t")}\n`);
    for (const one of posting.entries)
      lines.push(`${[shard, one.account, one.seq, id, one.amount, one.balanceAfter, "INR"].join("\t")}\n`);
    written += posting.entries.length;
    seal.add(posting);
    if (rows.length === 10_000) flush();
  }
  flush();
  seal.end();
  for (const { id, code, balance, seq } of accounts.values())
    writeSync(
      files.account,
      `${[0, id, code, "INR", /^(clearing|revenue):/.test(code) ? "f" : "t", balance, seq].join("\t")}\n`,
    );
  for (const file of Object.values(files)) {
    writeSync(file, "\\.\n");
    closeSync(file);
  }
  return written;
}

function blockMaker(write: (line: string) => void) {
  const hasher = postingHasher(sha256);
  let [number, previous] = [0, GENESIS];
  let waiting: { number: number; id: string; leaf: string }[] = [];
  const end = (): void => {
    const [first, last] = [waiting[0], waiting.at(-1)];
    if (!first || !last) return;
    number += 1;
    const leaves = waiting.map(({ leaf }) => leaf);
    const header = {
      ...{ chain: "ledger" as const, number, first: first.number, last: last.number, count: waiting.length, previous },
      ...{
        root: rootOf(leaves, sha256),
        sealedAt: START + last.number,
        key: KEY.id,
        saltHash: sha256(saltBytes(SALT)),
      },
    };
    const bytes = headerBytes(header);
    const bytea = (hex: string): string => `\\\\x${hex}`;
    previous = sha256(bytes);
    const members = waiting.map(({ id }) => id.replaceAll("-", "")).join("");
    const fields = [
      header.chain,
      number,
      header.first,
      header.last,
      header.count,
      bytea(header.root),
      bytea(header.previous),
    ];
    fields.push(stamp(header.sealedAt), header.key, bytea(header.saltHash), bytea(previous), bytea(KEY.sign(bytes)));
    write(
      `${[...fields, bytea(SALT), bytea(members), bytea(leaves.join("")), bytea("0".repeat(8 * waiting.length))].join("\t")}\n`,
    );
    waiting = [];
  };
  return {
    add(posting: PostingRecord): void {
      const leaf = hasher.leaf({ ...posting, entries: inOrder(posting.entries) }, SALT);
      waiting.push({ number: posting.number, id: posting.id, leaf });
      if (waiting.length === MOST_IN_A_BLOCK) end();
    },
    end,
  };
}

const { values } = parseArgs({
  options: {
    entries: { type: "string", default: "300000" },
    json: { type: "boolean", default: false },
    keep: { type: "string" },
  },
});
const folder = values.keep ?? mkdtempSync(join(tmpdir(), "amana-verify-speed-"));
try {
  const entries = writeDump(folder, Number(values.entries));
  const pem = join(folder, "key.pem");
  writeFileSync(pem, publicKeyPem(KEY.publicKey));
  const verifier = join(import.meta.dirname, "../../server/entrypoints/cli/ledger-verify.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [verifier, "--dump", folder, "--public-key", pem, "--json"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!stdout) throw new Error(stderr);
  const { ok, seconds, entriesPerSecond, postings, count } = JSON.parse(stdout);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}`;
  process.stdout.write(
    `${JSON.stringify({ machine, ok, postings, entries, seconds, entriesPerSecond, faults: count })}\n`,
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}
