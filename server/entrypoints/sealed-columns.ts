import { ACCOUNT_NUMBERS } from "#modules/payouts";
import type { SealedColumn } from "#runtime/secrets";

/** Every column that holds sealed values: what `keys rotate` seals anew, and where alone a secret may lie. One line for each. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [ACCOUNT_NUMBERS];
