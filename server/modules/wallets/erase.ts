import type { UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import { holdingsOf } from "./wallet.ts";

/** Wallets know people by their ids alone: nothing goes, and nobody goes who has or owes money. */
export const personalWallets = {
  async objection(tx: Queryable, person: UserId): Promise<"money_left" | null> {
    const holdings = await holdingsOf(tx, person);
    const left = holdings.some(({ wallet, reserve, owed }) =>
      [wallet, reserve, owed].some(({ minor }) => minor !== 0n),
    );
    return left ? "money_left" : null;
  },
  async erase(): Promise<void> {},
};
