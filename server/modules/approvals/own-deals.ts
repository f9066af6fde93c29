import type { DealId, UserId } from "@amana/core/ids";
import { readDeal } from "#modules/escrow";
import { isOneOfOrColleague } from "#modules/organizations";
import type { Queryable } from "#runtime/database";
import { problem } from "#runtime/http";

/** What an act of staff is about. */
export type About = {
  readonly deal: DealId | null;
  /** Whom it concerns besides the parties of the deal: whoever owes, is paid, or has paid. */
  readonly people?: readonly (UserId | null)[];
};

/** Everybody whose own matter it is. */
export async function concernedBy(db: Queryable, { deal, people = [] }: About): Promise<UserId[]> {
  const found = deal && (await readDeal(db, deal));
  const named = people.filter((user) => user !== null);
  return [...new Set([...named, ...(found ? [found.buyer, found.seller] : [])])];
}

/** The one answer for all that staff do: nobody acts on a deal of their own, or of somebody of their company. */
export const mayDecideOn = async (db: Queryable, staff: UserId, about: About): Promise<boolean> =>
  !(await isOneOfOrColleague(db, staff, await concernedBy(db, about)));

export const OWN_DEAL = problem("FORBIDDEN", "Nobody decides about a deal of their own or of their company.");
