import type { Currency, Money } from "@amana/core/money";
import type { Queryable } from "#runtime/database";
import type { ReconciliationSettings } from "./settings.ts";
import { openMoney } from "./store.ts";

/** Whether payouts in a currency must wait, because more of it than the operator allows is not explained. */
export async function payoutsBlocked(
  db: Queryable,
  currency: Currency,
  { unexplainedLimit }: Pick<ReconciliationSettings, "unexplainedLimit">,
): Promise<boolean> {
  return (await unexplained(db, currency)) > unexplainedLimit;
}

/** Minor units of a currency that open differences leave in doubt. */
export const unexplained = async (db: Queryable, currency: Currency): Promise<bigint> =>
  (await openMoney(db)).find((amount: Money) => amount.currency === currency)?.minor ?? 0n;
