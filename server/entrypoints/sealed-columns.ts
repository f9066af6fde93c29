import { AUTHENTICATOR_SECRETS, ENROLMENT_SECRETS } from "#modules/identity";
import { PUSH_KEYS } from "#modules/notifications";
import { ACCOUNT_NUMBERS } from "#modules/payouts";
import { WEBHOOK_SECRETS } from "#modules/webhooks";
import type { SealedColumn } from "#runtime/secrets";

/** Every column that holds sealed values: what `keys rotate` seals anew, and where alone a secret may lie. One line for each. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  ACCOUNT_NUMBERS,
  AUTHENTICATOR_SECRETS,
  ENROLMENT_SECRETS,
  WEBHOOK_SECRETS,
  PUSH_KEYS,
];
