import type { Database } from "#runtime/database";
import type { Keyring } from "#runtime/secrets";

export type OrganizationParts = { readonly db: Database; readonly dataKey: Keyring; readonly wake: () => void };
