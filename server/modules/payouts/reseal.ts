import { type Id, idOf, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import type { Database, Queryable } from "#runtime/database";
import { type Keyring, seal, sealMark, unseal } from "#runtime/secrets";
import { placeOf } from "./bank-accounts.ts";

export type Resealed = {
  readonly resealed: number;
  /** Accounts whose number opens with none of the keys. */
  readonly unreadable: readonly Id<"bankAccount">[];
};

const MARK_BYTES = 5;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Seals every bank account number under the current key that is not, a batch a transaction, while others read and write.
 * Stopped anywhere, it goes on where it was when it is called again, because a sealed value itself tells its key.
 */
export async function resealBankAccounts(
  db: Database,
  keys: Keyring,
  now: () => Instant,
  batch = 100,
): Promise<Resealed> {
  const unreadable: Id<"bankAccount">[] = [];
  let resealed = 0;
  for (let after = FIRST; ; ) {
    const done = await db.transaction((tx) => resealBatch(tx, keys, after, batch));
    resealed += done.resealed;
    unreadable.push(...done.unreadable);
    if (done.last === null) break;
    after = done.last;
  }
  if (resealed > 0) await audit(db, now(), resealed);
  return { resealed, unreadable };
}

/** How many bank account numbers each key sealed, by the key's number; `none` stands for those from before keys had numbers. */
export const sealedBankAccounts = (db: Queryable): Promise<{ key: string; accounts: bigint }[]> =>
  db.query<{ key: string; accounts: bigint }>(
    `select case get_byte(account_number_sealed, 0) when 2 then encode(substring(account_number_sealed from 2 for 4), 'hex') else 'none' end as key,
            count(*) as accounts
       from payouts.bank_account group by 1 order by 1`,
  );

type Batch = Resealed & { readonly last: string | null };

async function resealBatch(tx: Queryable, keys: Keyring, after: string, batch: number): Promise<Batch> {
  const rows = await tx.query<{ id: string; account_number_sealed: Buffer }>(
    `select id, account_number_sealed from payouts.bank_account
      where id > $1 and substring(account_number_sealed from 1 for ${MARK_BYTES}) <> $2 order by id limit $3 for no key update`,
    [after, sealMark(keys.current), batch],
  );
  const read = rows.map((row) => {
    const id = idOf("bankAccount", row.id);
    return { id, sealed: resealed(keys, id, row.account_number_sealed) };
  });
  for (const { id, sealed } of read)
    if (sealed)
      await tx.query("update payouts.bank_account set account_number_sealed = $2 where id = $1", [uuidOf(id), sealed]);
  return {
    resealed: read.filter(({ sealed }) => sealed !== null).length,
    unreadable: read.filter(({ sealed }) => sealed === null).map(({ id }) => id),
    last: rows.at(-1)?.id ?? null,
  };
}

/** Null when none of the keys opens it: the others are done all the same. */
function resealed(keys: Keyring, id: Id<"bankAccount">, sealed: Uint8Array): Buffer | null {
  try {
    return seal(keys, placeOf(id), unseal(keys, placeOf(id), sealed));
  } catch {
    return null;
  }
}

const audit = (db: Queryable, now: Instant, count: number): Promise<void> =>
  record(db, now, {
    actor: "operator",
    actorId: null,
    action: "bank_account.resealed",
    subject: "payouts.bank_account",
    reason: null,
    detail: { count },
  });
