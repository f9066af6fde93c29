import { idOf, type UserId, uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import { type Keyring, placeIn, seal } from "#runtime/secrets";
import { ACCOUNT_NUMBERS } from "./bank-accounts.ts";
import { lockPayee } from "./payee-store.ts";

/** Bank accounts: what was paid where stays as an id, the account behind it goes. */
export const personalAccounts = (keys: Keyring) => ({
  async objection(tx: Queryable, person: UserId): Promise<"payouts_under_way" | null> {
    await lockPayee(tx, person);
    const open = await tx.query(
      "select from payouts.payout where seller_id = $1 and state not in ('paid', 'cancelled') and retried_by is null limit 1",
      [uuidOf(person)],
    );
    return open.length > 0 ? "payouts_under_way" : null;
  },
  async erase(tx: Queryable, person: UserId): Promise<void> {
    const rows = await tx.query<{ id: string }>("select id from payouts.bank_account where user_id = $1", [
      uuidOf(person),
    ]);
    for (const { id } of rows)
      await tx.query(
        `update payouts.bank_account set holder_name = 'Erased', account_number_sealed = $2, number_index = null, last4 = '', ifsc = '',
                status = 'failed', is_primary = false, usable_from = null, blocked_reason = null where id = $1`,
        [id, seal(keys, placeIn(ACCOUNT_NUMBERS, idOf("bankAccount", id)), "")],
      );
  },
});
