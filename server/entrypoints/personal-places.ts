import { personalAgreements } from "#modules/agreements";
import { personalCarts } from "#modules/carts";
import { personalListings } from "#modules/catalog";
import { personalLevels } from "#modules/commission";
import { personalDisputes } from "#modules/disputes";
import { personalFiles } from "#modules/files";
import { personalIdentity } from "#modules/identity";
import { wasSold } from "#modules/library";
import { personalMessages } from "#modules/messaging";
import { personalNegotiations } from "#modules/negotiations";
import { personalNotices } from "#modules/notifications";
import { personalOrders } from "#modules/orders";
import { personalCompanies } from "#modules/organizations";
import { personalAccounts } from "#modules/payouts";
import type { PersonalPlace } from "#modules/privacy";
import { personalProjects } from "#modules/projects";
import { personalWallets } from "#modules/wallets";
import { personalWebhooks } from "#modules/webhooks";
import type { Keyring } from "#runtime/secrets";

/** Every place that keeps something about people, one line for each: what is not here is not forgotten. */
export const personalPlaces = (keys: Keyring): PersonalPlace[] => [
  personalOrders,
  personalCarts,
  personalProjects,
  personalNegotiations,
  personalAgreements,
  personalDisputes,
  personalWallets,
  personalAccounts(keys),
  personalNotices,
  personalCompanies,
  personalListings,
  personalLevels,
  personalWebhooks,
  personalMessages,
  personalFiles(wasSold),
  personalIdentity,
];
