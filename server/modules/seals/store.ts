import { CHAINS, type Chain, type Digest, GENESIS, type Head, type PostingRecord } from "@amana/core/seal";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";

/** A block as it is kept: with the salt, the members and the leaves in hex, each list in one piece. */
export type NewBlock = Head & {
  readonly salt: string;
  readonly members: string;
  readonly leaves: string;
  readonly tags: string;
  readonly publicKey: string;
};

export type Tip = { readonly number: number; readonly last: number; readonly hash: Digest };

const NOTHING: Tip = { number: 0, last: 0, hash: GENESIS };

/** The last block of a chain, or what stands before the first. */
export async function tipOf(db: Queryable, chain: Chain): Promise<Tip> {
  const row = await db.maybe<{ number: bigint; last: bigint; hash: string }>(
    "select number, last, encode(hash, 'hex') as hash from seals.block where chain = $1 order by number desc limit 1",
    [chain],
  );
  return row ? { number: Number(row.number), last: Number(row.last), hash: row.hash } : NOTHING;
}

/** The highest number drawn in each chain. */
export async function drawnNumbers(db: Queryable): Promise<Record<Chain, number>> {
  const row = await db.one<Record<Chain, bigint>>("select ledger, deals, audit from seals.drawn()");
  return { ledger: Number(row.ledger), deals: Number(row.deals), audit: Number(row.audit) };
}

/** Who is writing at this moment, by chain: names of transactions, good for asking whether they have ended. */
export async function writersNow(db: Queryable): Promise<Record<Chain, Set<string>>> {
  const rows = await db.query<{ chain: Chain; writer: string }>("select chain, writer from seals.writers()");
  const of = (chain: Chain) => new Set(rows.filter((row) => row.chain === chain).map(({ writer }) => writer));
  return { ledger: of("ledger"), deals: of("deals"), audit: of("audit") };
}

const LOCK = { ledger: 1, deals: 2, audit: 3 } as const satisfies Record<Chain, number>;
/** "seal" in ASCII: names the locks of this module among all advisory locks. */
const LOCKS = 0x7365616c;

/** Whether this transaction is the one that seals the chain now. */
export async function lockChain(tx: Queryable, chain: Chain): Promise<boolean> {
  const { mine } = await tx.one<{ mine: boolean }>("select pg_try_advisory_xact_lock($1, $2) as mine", [
    LOCKS,
    LOCK[chain],
  ]);
  return mine;
}

type PostingsRow = {
  number: bigint;
  shard: number;
  id: string;
  key: string;
  fingerprint: string;
  kind: string;
  deal: string | null;
  at: bigint;
  account: string | null;
  code: string | null;
  currency: string | null;
  amount: bigint | null;
  seq: bigint | null;
  balance_after: bigint | null;
};

/** Postings in the order of their numbers, each with its entries, which are in no order. */
export async function postingsAfter(
  db: Queryable,
  after: number,
  upTo: number,
  most: number,
): Promise<PostingRecord[]> {
  return withEntries(await db.query<PostingsRow>("select * from seals.postings($1, $2, $3)", [after, upTo, most]));
}

export async function postingsOfDeal(db: Queryable, shard: number, deal: string): Promise<PostingRecord[]> {
  return withEntries(await db.query<PostingsRow>("select * from seals.postings_of_deal($1, $2)", [shard, deal]));
}

function withEntries(rows: readonly PostingsRow[]): PostingRecord[] {
  const postings = new Map<string, PostingRecord & { entries: PostingRecord["entries"][number][] }>();
  for (const { account, code, currency, amount, seq, balance_after, number, at, ...row } of rows) {
    const posting = postings.get(row.id) ?? { ...row, number: Number(number), at: Number(at), entries: [] };
    postings.set(row.id, posting);
    if (account === null) continue;
    posting.entries.push({
      account,
      code: code ?? "",
      currency: currency ?? "",
      amount: exact(amount),
      seq: exact(seq),
      balanceAfter: exact(balance_after),
    });
  }
  return [...postings.values()];
}

function exact(value: bigint | null): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`too large to be sealed: ${value}`);
  return number;
}

/** A row of another chain: its columns in the order in which they are sealed, times in microseconds. */
export type SealedRow = {
  readonly number: number;
  readonly member: string;
  readonly fields: (string | number | null)[];
};

type EventRow = Record<
  "command" | "command_key" | "actor" | "actor_id" | "from_state" | "to_state" | "reason" | "note",
  string | null
> & { number: bigint; shard: number; deal: string; seq: number; happened_at: bigint; recorded_at: bigint };

export async function eventsAfter(db: Queryable, after: number, upTo: number, most: number): Promise<SealedRow[]> {
  const rows = await db.query<EventRow>("select * from seals.events($1, $2, $3)", [after, upTo, most]);
  return rows.map((row) => ({
    number: Number(row.number),
    member: `${row.deal.replaceAll("-", "")}${row.seq.toString(16).padStart(8, "0")}`,
    fields: [
      ...[Number(row.number), row.shard, row.deal, row.seq, row.command, row.command_key, row.actor, row.actor_id],
      ...[row.from_state, row.to_state, row.reason, row.note, Number(row.happened_at), Number(row.recorded_at)],
    ],
  }));
}

type AuditRow = Record<
  "actor" | "actor_id" | "action" | "subject" | "reason" | "detail" | "via" | "origin" | "personal",
  string | null
> & {
  number: bigint;
  id: string;
  at: bigint;
};

export async function auditAfter(db: Queryable, after: number, upTo: number, most: number): Promise<SealedRow[]> {
  const rows = await db.query<AuditRow>("select * from seals.audit_rows($1, $2, $3)", [after, upTo, most]);
  return rows.map((row) => ({
    number: Number(row.number),
    member: row.id.replaceAll("-", ""),
    fields: [
      ...[Number(row.number), row.id, Number(row.at), row.actor, row.actor_id, row.action, row.subject, row.reason],
      ...[row.detail, row.via, row.origin, row.personal],
    ],
  }));
}

/** Puts a block at the end of its chain; the database refuses any other place. */
export async function appendBlock(tx: Queryable, block: NewBlock): Promise<void> {
  const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
  await tx.query(
    "select seals.append($1, $2, $3, $4, $5, $6, $7, to_timestamp(0) + $8::bigint * interval '1 microsecond', $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    [
      ...[block.chain, block.number, block.first, block.last, block.count, bytes(block.root), bytes(block.previous)],
      ...[block.sealedAt, block.key, bytes(block.saltHash), bytes(block.hash), bytes(block.signature)],
      ...[bytes(block.salt), bytes(block.members), bytes(block.leaves), bytes(block.tags), bytes(block.publicKey)],
    ],
  );
}

const HEAD = `chain, number, first, last, count, encode(root, 'hex') as root, encode(previous, 'hex') as previous,
  (extract(epoch from sealed_at) * 1000000)::bigint as sealed_at, key, encode(salt_hash, 'hex') as salt_hash, encode(hash, 'hex') as hash,
  encode(signature, 'hex') as signature, encode(salt, 'hex') as salt, encode(leaves, 'hex') as leaves,
  encode(tags, 'hex') as tags`;

type BlockRow = Record<
  "root" | "previous" | "key" | "salt_hash" | "hash" | "signature" | "salt" | "leaves" | "tags",
  string
> & {
  chain: Chain;
  number: bigint;
  first: bigint;
  last: bigint;
  count: number;
  sealed_at: bigint;
};

export type KeptBlock = {
  readonly head: Head;
  readonly salt: string;
  readonly leaves: readonly Digest[];
  readonly tags: string;
};

/** Blocks of a chain above a number, in order. */
export async function blocksAfter(db: Queryable, chain: Chain, number: number, most: number): Promise<KeptBlock[]> {
  const rows = await db.query<BlockRow>(
    `select ${HEAD} from seals.block where chain = $1 and number > $2 order by number limit $3`,
    [chain, number, most],
  );
  return rows.map(keptBlock);
}

/** The blocks of the ledger that hold these numbers. */
export async function blocksHolding(db: Queryable, numbers: readonly number[]): Promise<KeptBlock[]> {
  const rows = await db.query<BlockRow>(
    `select distinct on (number) ${HEAD} from unnest($1::bigint[]) wanted(n)
      cross join lateral (select * from seals.block x where x.chain = 'ledger' and x.last >= wanted.n order by x.last limit 1) b
      where b.first <= wanted.n order by number`,
    [numbers],
  );
  return rows.map(keptBlock);
}

function keptBlock(row: BlockRow): KeptBlock {
  const head: Head = {
    ...{ chain: row.chain, number: Number(row.number), first: Number(row.first), last: Number(row.last) },
    ...{ count: row.count, root: row.root, previous: row.previous, sealedAt: Number(row.sealed_at), key: row.key },
    ...{ saltHash: row.salt_hash, hash: row.hash, signature: row.signature },
  };
  return { head, salt: row.salt, leaves: row.leaves.match(/.{64}/g) ?? [], tags: row.tags };
}

/** The members of a block of the ledger: uuids with dashes, in order. */
export async function membersOf(db: Queryable, number: number): Promise<string[]> {
  const { members } = await db.one<{ members: string }>(
    "select encode(members, 'hex') as members from seals.block where chain = 'ledger' and number = $1",
    [number],
  );
  return (members.match(/.{32}/g) ?? []).map(dashed);
}

export const dashed = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

/** Every public key that has signed, in hex by its id. */
export async function keysKnown(db: Queryable): Promise<Record<string, string>> {
  const rows = await db.query<{ id: string; public_key: string }>(
    "select id, encode(public_key, 'hex') as public_key from seals.key order by first_used_at, id",
  );
  return Object.fromEntries(rows.map(({ id, public_key }) => [id, public_key]));
}

export type KeyWithBlocks = {
  readonly id: string;
  readonly publicKey: string;
  readonly blocks: { readonly chain: Chain; readonly first: number; readonly last: number }[];
};

/** Every public key that has signed, the oldest first, with its first and last block of each chain. */
export async function keysWithBlocks(db: Queryable): Promise<KeyWithBlocks[]> {
  type Row = { id: string; public_key: string; chain: Chain; first: bigint; last: bigint };
  const rows = await db.query<Row>(
    `select k.id, encode(k.public_key, 'hex') as public_key, c.chain, f.number as first, l.number as last
       from seals.key k
       cross join unnest($1::text[]) with ordinality c(chain, place)
       cross join lateral (select number from seals.block where key = k.id and chain = c.chain order by number limit 1) f
       cross join lateral (select number from seals.block where key = k.id and chain = c.chain order by number desc limit 1) l
      order by k.first_used_at, k.id, c.place`,
    [[...CHAINS]],
  );
  const keys = new Map<string, KeyWithBlocks>();
  for (const { id, public_key, chain, first, last } of rows) {
    const key = keys.get(id) ?? { id, publicKey: public_key, blocks: [] };
    key.blocks.push({ chain, first: Number(first), last: Number(last) });
    keys.set(id, key);
  }
  return [...keys.values()];
}

/** The head of the last block of a chain, in a list that is empty before the first. */
export async function newestHead(db: Queryable, chain: Chain): Promise<Head[]> {
  const { number } = await tipOf(db, chain);
  return (await blocksAfter(db, chain, number - 1, 1)).map(({ head }) => head);
}

/** Microseconds, as blocks and rows count time. */
export const microseconds = (instant: Instant): number => instant * 1000;
