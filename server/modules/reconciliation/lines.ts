import { type Id, idOf, uuidOf } from "@amana/core/ids";
import { type Currency, money } from "@amana/core/money";
import type { LineKind, StatementLine } from "@amana/core/reconciliation";
import type { Instant } from "@amana/core/time";
import { type Queryable, timestamp } from "#runtime/database";
import { newRootId } from "#runtime/ids";

/** A line as it is kept. */
export type KeptLine = StatementLine & { readonly id: Id<"statementLine"> };

type Row = {
  id: string;
  kind: LineKind;
  reference: string;
  currency: Currency;
  amount: bigint;
  fee: bigint;
  tax: bigint;
  happened_at: Instant;
  our_id: string | null;
  settled_at: Instant | null;
  bank_reference: string | null;
};

const LINE = "id, kind, reference, currency, amount, fee, tax, happened_at, our_id, settled_at, bank_reference";
const AT_ONCE = 5_000;

/** A statement as it was read: all that a provider lists of some kinds in a period. */
export type ReadStatement = {
  readonly gateway: string;
  readonly covers: readonly LineKind[];
  readonly from: Instant;
  readonly until: Instant;
  readonly lines: readonly StatementLine[];
};

/**
 * Keeps the lines of a statement, each once: what was kept before only learns when and by what it was settled, and what the
 * provider no longer lists is withdrawn. Says how many were new, and when the earliest of these happened.
 */
export async function keepLines(
  tx: Queryable,
  statement: ReadStatement,
  now: Instant,
): Promise<{ readonly added: number; readonly earliest: Instant | null }> {
  const kept = await keptBefore(tx, statement);
  const news = withOccurrence(statement.lines).filter((line) => {
    const before = kept.get(line.key);
    kept.delete(line.key);
    return before === undefined || before.withdrawn || learnsFrom(before, line);
  });
  await withdraw(
    tx,
    [...kept.values()].filter(({ withdrawn }) => !withdrawn),
    now,
  );
  let added = 0;
  let earliest: Instant | null = null;
  for (let start = 0; start < news.length; start += AT_ONCE) {
    const fresh = await insert(tx, statement.gateway, news.slice(start, start + AT_ONCE), now);
    added += fresh.length;
    for (const at of fresh) if (earliest === null || at < earliest) earliest = at;
  }
  return { added, earliest };
}

type Counted = StatementLine & { readonly occurrence: number; readonly key: string };
type Before = Pick<KeptLine, "id" | "ourId" | "settledAt" | "bankReference"> & { readonly withdrawn: boolean };

/** What earlier readings of this period have kept, by all that tells a line from another. */
async function keptBefore(
  tx: Queryable,
  { gateway, covers, from, until }: ReadStatement,
): Promise<Map<string, Before>> {
  const rows = await tx.query<Row & { occurrence: number; withdrawn: boolean }>(
    `select ${LINE}, occurrence, withdrawn_at is not null as withdrawn from reconciliation.line
      where gateway = $1 and kind = any ($2) and happened_at >= $3 and happened_at < $4`,
    [gateway, covers, timestamp(from), timestamp(until)],
  );
  return new Map(
    rows.map((row) => {
      const line = lineOf(row);
      return [`${contentOf(line)} ${row.occurrence}`, { ...line, withdrawn: row.withdrawn }];
    }),
  );
}

const learnsFrom = (before: Before, line: StatementLine): boolean =>
  (line.ourId !== null && before.ourId !== line.ourId) ||
  (line.settledAt !== null && before.settledAt !== line.settledAt) ||
  (line.bankReference !== null && before.bankReference !== line.bankReference);

async function withdraw(tx: Queryable, lines: readonly Pick<KeptLine, "id">[], now: Instant): Promise<void> {
  if (lines.length === 0) return;
  await tx.query("update reconciliation.line set withdrawn_at = $2 where id = any ($1::uuid[])", [
    lines.map(({ id }) => uuidOf(id)),
    timestamp(now),
  ]);
}

async function insert(tx: Queryable, gateway: string, lines: readonly Counted[], now: Instant): Promise<Instant[]> {
  const rows = await tx.query<{ happened_at: Instant; fresh: boolean }>(
    `insert into reconciliation.line as kept
       (id, gateway, kind, reference, currency, amount, fee, tax, happened_at, occurrence, our_id, settled_at, bank_reference, first_seen_at)
     select u.id, $1, u.kind, u.reference, u.currency, u.amount, u.fee, u.tax, u.happened_at, u.occurrence, u.our_id, u.settled_at, u.bank_reference, $2
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[], $10::timestamptz[], $11::int[],
                   $12::text[], $13::timestamptz[], $14::text[])
         u(id, kind, reference, currency, amount, fee, tax, happened_at, occurrence, our_id, settled_at, bank_reference)
     on conflict (gateway, kind, reference, currency, amount, fee, tax, happened_at, occurrence) do update set
       our_id = coalesce(excluded.our_id, kept.our_id), settled_at = coalesce(excluded.settled_at, kept.settled_at),
       bank_reference = coalesce(excluded.bank_reference, kept.bank_reference), withdrawn_at = null
     returning happened_at, xmax = 0 as fresh`,
    [
      gateway,
      timestamp(now),
      lines.map(() => uuidOf(newRootId("statementLine", now))),
      lines.map(({ kind }) => kind),
      lines.map(({ reference }) => reference),
      lines.map(({ amount }) => amount.currency),
      lines.map(({ amount }) => amount.minor),
      lines.map(({ fee }) => fee),
      lines.map(({ tax }) => tax),
      lines.map(({ at }) => timestamp(at)),
      lines.map(({ occurrence }) => occurrence),
      lines.map(({ ourId }) => ourId),
      lines.map(({ settledAt }) => settledAt && timestamp(settledAt)),
      lines.map(({ bankReference }) => bankReference),
    ],
  );
  return rows.filter(({ fresh }) => fresh).map((row) => row.happened_at);
}

/** The first, second, … time that the same line comes in one statement. */
function withOccurrence(lines: readonly StatementLine[]): Counted[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const content = contentOf(line);
    const occurrence = (seen.get(content) ?? 0) + 1;
    seen.set(content, occurrence);
    return { ...line, occurrence, key: `${content} ${occurrence}` };
  });
}

const contentOf = ({ kind, reference, amount, fee, tax, at }: StatementLine): string =>
  JSON.stringify([kind, reference, amount.currency, `${amount.minor}`, `${fee}`, `${tax}`, at]);

/** The kept lines of a period, those that were seen first before those that repeat them. */
export async function linesBetween(db: Queryable, gateway: string, from: Instant, until: Instant): Promise<KeptLine[]> {
  const rows = await db.query<Row>(
    `select ${LINE} from reconciliation.line where gateway = $1 and happened_at >= $2 and happened_at < $3 and withdrawn_at is null
      order by first_seen_at, occurrence, happened_at, id`,
    [gateway, timestamp(from), timestamp(until)],
  );
  return rows.map(lineOf);
}

/** What the lines that one transfer to the bank paid out come to, by that transfer: charges taken off, other settlements left out. */
export async function paidOutBy(
  db: Queryable,
  gateway: string,
  bankReferences: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await db.query<{ bank_reference: string; currency: Currency; net: bigint }>(
    `select bank_reference, currency, sum(amount - fee - tax)::bigint as net from reconciliation.line
      where gateway = $1 and bank_reference = any ($2) and kind <> 'settlement' and withdrawn_at is null group by 1, 2`,
    [gateway, bankReferences],
  );
  return new Map(rows.map((row) => [`${row.bank_reference} ${row.currency}`, row.net]));
}

/** What a gateway's statement adds up to, per currency, since its first line; null where none was ever read. */
export async function statementSums(
  db: Queryable,
): Promise<{ gateway: string; currency: Currency; sum: bigint; since: Instant }[]> {
  return await db.query(
    `select gateway, currency, sum(amount - fee - tax)::bigint as sum, min(happened_at) as since
       from reconciliation.line where withdrawn_at is null group by gateway, currency order by gateway, currency`,
  );
}

const lineOf = (row: Row): KeptLine => ({
  id: idOf("statementLine", row.id),
  kind: row.kind,
  reference: row.reference,
  ourId: row.our_id,
  amount: money(row.amount, row.currency),
  fee: row.fee,
  tax: row.tax,
  at: row.happened_at,
  settledAt: row.settled_at,
  bankReference: row.bank_reference,
});

/** Our own id in a line, as the provider gave it back; null where it names none. */
export async function ourIdIn(db: Queryable, line: Id<"statementLine">): Promise<string | null> {
  const row = await db.maybe<{ our_id: string | null }>("select our_id from reconciliation.line where id = $1", [
    uuidOf(line),
  ]);
  return row?.our_id ?? null;
}
