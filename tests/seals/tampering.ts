import type { CHAINS } from "../../core/seal/index.ts";
import { createSealer, type SealKey } from "../../server/modules/seals/index.ts";
import type { Queryable } from "../../server/runtime/database/index.ts";
import { clock, KEY, OTHER_KEY } from "./market.ts";

/** What must be named: a posting (or another row) by its id, an account by its code, or a block by its number. */
export type Named = { readonly row?: string; readonly account?: string; readonly block?: number };

export type Tampering = {
  readonly what: string;
  /** Changes the database as its superuser can, and says what a verifier must name first. `pick` chooses among so many. */
  readonly act: (tx: Queryable, pick: (count: number) => number) => Promise<Named>;
};

type PostingAt = { id: string; number: bigint; block: bigint };

/** Postings that are sealed, in order. */
const sealed = (tx: Queryable, where = "true"): Promise<PostingAt[]> =>
  tx.query<PostingAt>(
    `select p.id, p.number, (select min(b.number) from seals.block b where b.chain = 'ledger' and b.last >= p.number) as block
       from ledger.posting p where p.number <= (select max(last) from seals.block where chain = 'ledger') and ${where} order by p.number`,
  );

async function anyPosting(tx: Queryable, pick: (count: number) => number, where?: string): Promise<PostingAt> {
  const all = await sealed(tx, where);
  return at(all, pick(all.length));
}

function at<T>(all: readonly T[], index: number): T {
  const one = all[index];
  if (one === undefined) throw new Error(`nothing at ${index} of ${all.length}`);
  return one;
}

/** Makes numbers, running balances and balances fit the entries again, as somebody careful would. */
export async function repair(tx: Queryable): Promise<void> {
  await tx.query("update ledger.entry set seq = -seq");
  await tx.query(
    `update ledger.entry e set seq = s.place, balance_after = s.total
       from (select shard, account, seq, row_number() over w as place, sum(amount) over w as total from ledger.entry
             window w as (partition by shard, account order by -seq rows unbounded preceding)) s
      where s.shard = e.shard and s.account = e.account and s.seq = e.seq`,
  );
  await tx.query(
    `update ledger.account a set balance = coalesce(s.total, 0), last_seq = coalesce(s.last, 0)
       from ledger.account x left join (select shard, account, sum(amount)::bigint as total, max(seq) as last from ledger.entry group by 1, 2) s
         on s.shard = x.shard and s.account = x.id where a.shard = x.shard and a.id = x.id`,
  );
}

/** Seals everything from a block on once more, with another key or with the same one. */
async function sealAgain(
  tx: Queryable,
  from: bigint,
  key: SealKey,
  chain: (typeof CHAINS)[number] = "ledger",
): Promise<void> {
  const { lasts } = await tx.one<{ lasts: bigint[] }>(
    "select array_agg(last order by number) as lasts from seals.block where chain = $1 and number >= $2",
    [chain, from],
  );
  await tx.query("delete from seals.block where chain = $1 and number >= $2", [chain, from]);
  const inside = {
    ...tx,
    transaction: (work: (inner: never) => Promise<unknown>) => work(tx as never),
    close: async () => {},
  };
  const sealer = createSealer({ db: inside as never, clock, key });
  if (lasts.length > 0) while ((await sealer.step()) > 0);
}

/** Double what a posting moves, and repair all that follows from it. */
const enlarge = (tx: Queryable, posting: string): Promise<unknown> =>
  tx.query("update ledger.entry set amount = amount * 2 where posting = $1", [posting]);

const forged: SealKey = { ...KEY, sign: () => "5a".repeat(64) };

export const TAMPERINGS: readonly Tampering[] = [
  {
    what: "an amount is changed",
    async act(tx, pick) {
      const { id } = await anyPosting(tx, pick);
      await tx.query(
        "update ledger.entry e set amount = amount + 1 where (shard, account, seq) = (select shard, account, seq from ledger.entry where posting = $1 limit 1)",
        [id],
      );
      return { row: id };
    },
  },
  {
    what: "a posting moves twice as much, and every balance is made to fit",
    async act(tx, pick) {
      const posting = await anyPosting(tx, pick);
      await enlarge(tx, posting.id);
      await repair(tx);
      return { row: posting.id };
    },
  },
  {
    what: "an entry is put on another account",
    async act(tx, pick) {
      const { id } = await anyPosting(tx, pick, "p.kind = 'release'");
      await tx.query(
        `update ledger.entry e set account = o.id, seq = 1000000 from ledger.account o
          where e.posting = $1 and o.shard = e.shard and o.id <> e.account and o.code like 'wallet:%'
            and e.account = (select a.id from ledger.account a where a.shard = e.shard and a.code = 'revenue:commission')
            and o.id = (select min(x.id::text)::uuid from ledger.account x where x.shard = e.shard and x.code like 'wallet:%')`,
        [id],
      );
      await repair(tx);
      return { row: id };
    },
  },
  {
    what: "a posting is deleted with its entries, and every balance is made to fit",
    async act(tx, pick) {
      const { id } = await anyPosting(tx, pick);
      await tx.query("delete from ledger.entry where posting = $1", [id]);
      await tx.query("delete from ledger.posting where id = $1", [id]);
      await repair(tx);
      return { row: id };
    },
  },
  {
    what: "an entry is deleted",
    async act(tx, pick) {
      const { id } = await anyPosting(tx, pick);
      await tx.query(
        "delete from ledger.entry where (shard, account, seq) = (select shard, account, seq from ledger.entry where posting = $1 limit 1)",
        [id],
      );
      return { row: id };
    },
  },
  {
    what: "a posting is inserted among sealed ones, and every balance is made to fit",
    async act(tx, pick) {
      const gaps = await tx.query<{ number: bigint; like: string }>(
        `select p.number + 1 as number, p.id as like from ledger.posting p
          where p.number < (select max(last) from seals.block where chain = 'ledger') and not exists (select from ledger.posting x where x.number = p.number + 1)
            and p.number + 1 not in (select last + 1 from seals.block where chain = 'ledger')
          order by p.number`,
      );
      const gap = at(gaps, pick(gaps.length));
      const { id } = await tx.one<{ id: string }>(
        `insert into ledger.posting (shard, id, key, fingerprint, kind, deal, posted_at, number) overriding system value
         select shard, gen_random_uuid(), 'forged', fingerprint, kind, deal, posted_at, $2 from ledger.posting where id = $1 returning id`,
        [gap.like, gap.number],
      );
      await tx.query(
        `insert into ledger.entry
         select (jsonb_populate_record(e, jsonb_build_object('seq', e.seq + 500000, 'posting', $2::uuid))).* from ledger.entry e where e.posting = $1`,
        [gap.like, id],
      );
      await repair(tx);
      return { row: id };
    },
  },
  {
    what: "the entries of two postings are swapped",
    async act(tx, pick) {
      const funds = await sealed(tx, "p.kind = 'fund'");
      const first = pick(funds.length - 1);
      const [a, b] = [at(funds, first), at(funds, first + 1 + pick(funds.length - 1 - first))];
      await tx.query(
        "update ledger.entry set posting = case posting when $1::uuid then $2::uuid else $1::uuid end where posting in ($1, $2)",
        [a.id, b.id],
      );
      return { row: a.id };
    },
  },
  {
    what: "a posting is back-dated",
    async act(tx, pick) {
      const { id } = await anyPosting(tx, pick);
      await tx.query("update ledger.posting set posted_at = posted_at - interval '1 microsecond' where id = $1", [id]);
      return { row: id };
    },
  },
  {
    what: "a posting is given to another deal",
    async act(tx, pick) {
      const { id } = await anyPosting(tx, pick);
      await tx.query("update ledger.posting set deal = gen_random_uuid() where id = $1", [id]);
      return { row: id };
    },
  },
  {
    what: "the tail is cut off with its blocks, and every balance is made to fit",
    async act(tx, pick) {
      const { top } = await tx.one<{ top: bigint }>(
        "select max(number) as top from seals.block where chain = 'ledger'",
      );
      const first = BigInt(2 + pick(Number(top) - 1));
      const { last } = await tx.one<{ last: bigint }>(
        "select last from seals.block where chain = 'ledger' and number = $1",
        [first - 1n],
      );
      await tx.query("delete from ledger.entry where posting in (select id from ledger.posting where number > $1)", [
        last,
      ]);
      await tx.query("delete from ledger.posting where number > $1", [last]);
      await tx.query("delete from seals.block where chain = 'ledger' and number >= $1", [first]);
      await repair(tx);
      return { block: Number(first) };
    },
  },
  ...[
    { how: "without the key", key: forged },
    { how: "with a key of one's own", key: OTHER_KEY },
    { how: "with the stolen key", key: KEY },
  ].map(({ how, key }) => ({
    what: `a posting is changed and the whole chain made anew, ${how}`,
    async act(tx: Queryable, pick: (count: number) => number) {
      const posting = await anyPosting(tx, pick);
      await enlarge(tx, posting.id);
      await repair(tx);
      // Balances before it are as they were; from its block on everything is sealed once more.
      await sealAgain(tx, posting.block, key);
      return { row: posting.id };
    },
  })),
  {
    what: "the balance of an account is changed",
    async act(tx, pick) {
      const accounts = await tx.query<{ id: string; code: string }>(
        "select id, code from ledger.account order by shard, id",
      );
      const { id, code } = at(accounts, pick(accounts.length));
      await tx.query("update ledger.account set balance = balance + 1 where id = $1", [id]);
      return { account: code };
    },
  },
  {
    what: "an account is renamed",
    async act(tx, pick) {
      const { id } = await anyPosting(tx, pick, "p.kind = 'fund'");
      const escrow = "(select account from ledger.entry where posting = $1 and amount > 0)";
      await tx.query(
        `update ledger.account set code = 'wallet:usr_00000000000000000000000000000000' where id = ${escrow}`,
        [id],
      );
      return { row: id };
    },
  },
  {
    what: "an entry is said to be in another currency",
    async act(tx, pick) {
      const { id } = await anyPosting(tx, pick);
      await tx.query("update ledger.entry set denomination = 'JPY' where posting = $1", [id]);
      return { row: id };
    },
  },
  {
    what: "a field of a block is changed",
    async act(tx, pick) {
      const number = await anyBlock(tx, pick);
      const changes = [
        "root = sha256(root)",
        "previous = sha256(previous)",
        "hash = sha256(hash)",
        "salt = sha256(salt)",
        "salt_hash = sha256(salt_hash)",
        "sealed_at = sealed_at - interval '1 second'",
        "first = first - 1",
        "leaves = overlay(leaves placing sha256(leaves) from 1)",
      ];
      await tx.query(
        `update seals.block set ${at(changes, pick(changes.length))} where chain = 'ledger' and number = $1`,
        [number],
      );
      return { block: number };
    },
  },
  {
    what: "a signature is replaced",
    async act(tx, pick) {
      const number = await anyBlock(tx, pick);
      await tx.query("update seals.block set signature = sha512(signature) where chain = 'ledger' and number = $1", [
        number,
      ]);
      return { block: number };
    },
  },
  {
    what: "the key of a block is replaced and the block signed with it",
    async act(tx, pick) {
      const number = await anyBlock(tx, pick);
      await tx.query(
        "insert into seals.key (id, public_key, first_used_at) values ($1, $2, now()) on conflict do nothing",
        [OTHER_KEY.id, Buffer.from(OTHER_KEY.publicKey, "hex")],
      );
      await tx.query("update seals.block set key = $2 where chain = 'ledger' and number = $1", [number, OTHER_KEY.id]);
      return { block: number };
    },
  },
  {
    what: "a block is deleted",
    async act(tx, pick) {
      const number = await anyBlock(tx, pick);
      await tx.query("delete from seals.block where chain = 'ledger' and number = $1", [number]);
      return { block: number };
    },
  },
  {
    what: "an audit entry is changed",
    async act(tx, pick) {
      const all = await tx.query<{ id: string }>("select id from audit.entry order by number");
      const { id } = at(all, pick(all.length));
      await tx.query('update audit.entry set detail = \'{"action": "nothing"}\' where id = $1', [id]);
      return { row: id };
    },
  },
  {
    what: "an audit entry is deleted",
    async act(tx, pick) {
      const all = await tx.query<{ id: string }>("select id from audit.entry order by number");
      const { id } = at(all, pick(all.length));
      await tx.query("delete from audit.entry where id = $1", [id]);
      return { row: id };
    },
  },
];

async function anyBlock(tx: Queryable, pick: (count: number) => number): Promise<number> {
  const { top } = await tx.one<{ top: bigint }>("select max(number) as top from seals.block where chain = 'ledger'");
  return 1 + pick(Number(top));
}
