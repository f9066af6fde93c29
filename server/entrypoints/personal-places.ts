import { personalListings } from "#modules/catalog";
import { personalDisputes } from "#modules/disputes";
import { personalFiles } from "#modules/files";
import { personalIdentity } from "#modules/identity";
import { personalNotices } from "#modules/notifications";
import { personalOrders } from "#modules/orders";
import { personalCompanies } from "#modules/organizations";
import { personalAccounts } from "#modules/payouts";
import type { PersonalPlace } from "#modules/privacy";
import { personalWallets } from "#modules/wallets";
import { personalWebhooks } from "#modules/webhooks";
import type { Keyring } from "#runtime/secrets";

/** Every place that keeps something about people, one line for each: what is not here is not forgotten. */
export const personalPlaces = (keys: Keyring): PersonalPlace[] => [
  personalOrders,
  personalDisputes,
  personalWallets,
  personalAccounts(keys),
  personalNotices,
  personalCompanies,
  personalListings,
  personalWebhooks,
  personalFiles,
  personalIdentity,
];
