import type { Database } from "#runtime/database";
import { invalid } from "#runtime/http";

/** What the routes of this module are made of. */
export type NegotiationParts = {
  readonly db: Database;
  /** Rouses the worker after work has been added. */
  readonly wake: () => void;
};

export const TAG = "negotiations";

export const wrongField = (field: string) =>
  invalid(field, "cannot be offered: it must be in the listing's currency and within the limits");
