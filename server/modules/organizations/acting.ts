import type { UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import type { OrganizationRole } from "./rights.ts";
import { type Organization, organizationsOf } from "./store.ts";

/** Roles in which somebody buys or sells for the company; the others only look after it, or look at it. */
const ACTS_FOR: Readonly<Record<"buyer" | "seller", readonly OrganizationRole[]>> = {
  buyer: ["owner", "manager", "buyer"],
  seller: ["owner", "manager", "seller"],
};

/** The company in whose name somebody buys or sells: the one that he joined first, of those that have given him the role; or none. */
export async function companyBehind(
  db: Queryable,
  user: UserId,
  side: "buyer" | "seller",
): Promise<Pick<Organization, "legalName" | "country" | "taxNumber"> | null> {
  const mine = await organizationsOf(db, user);
  return mine.find(({ role }) => ACTS_FOR[side].includes(role))?.organization ?? null;
}
