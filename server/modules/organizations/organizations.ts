import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import { may, type OrganizationRole } from "./rights.ts";
import {
  insertMember,
  insertOrganization,
  MOST_COMPANIES,
  type Organization,
  type OrganizationId,
  organizationOf,
  organizationsOf,
  updateOrganization,
} from "./store.ts";
import { taxNumberIn } from "./tax-number.ts";

export type Details = Pick<Organization, "legalName" | "country" | "taxNumber">;
export type Mine = { readonly organization: Organization; readonly role: OrganizationRole };

/** Founds a company; whoever does is its first owner. */
export const createOrganization = (
  db: Database,
  asker: Asker,
  given: Details,
  now: Instant,
): Promise<Result<Mine, "not_a_tax_number" | "too_many_companies">> =>
  db.transaction(async (tx) => {
    const { user } = asker;
    const details = cleaned(given);
    if (!details.ok) return details;
    if ((await organizationsOf(tx, user)).length >= MOST_COMPANIES) return refuse("too_many_companies");
    const organization = { ...details.value, id: newRootId("organization", now), version: 1, createdAt: now };
    await insertOrganization(tx, organization);
    await insertMember(tx, organization.id, { user, role: "owner", joinedAt: now });
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "organization.created", subject: organization.id, reason: null },
      detail: forAudit(details.value),
    });
    return ok({ organization, role: "owner" as const });
  });

export type ChangeRefusal = "no_such_organization" | "not_your_right" | "not_a_tax_number" | "changed_meanwhile";

/** Changes what a company is called, where it is and what it is taxed by. */
export const changeOrganization = (
  db: Database,
  asker: Asker,
  id: OrganizationId,
  { expected, ...changed }: Partial<Details> & { readonly expected: number | null },
  now: Instant,
): Promise<Result<Mine, ChangeRefusal>> =>
  db.transaction(async (tx) => {
    const found = await organizationOf(tx, id, asker.user, true);
    if (!found) return refuse("no_such_organization");
    const { organization: before, role } = found;
    if (!may(role, "change_details")) return refuse("not_your_right");
    if (expected !== null && expected !== before.version) return refuse("changed_meanwhile");
    const details = cleaned({ ...detailsOf(before), ...changed });
    if (!details.ok) return details;
    const organization = { ...before, ...details.value, version: before.version + 1 };
    await updateOrganization(tx, organization);
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "organization.changed", subject: id, reason: null },
      detail: { before: forAudit(before), after: forAudit(details.value) },
    });
    return ok({ organization, role });
  });

const detailsOf = ({ legalName, country, taxNumber }: Details): Details => ({ legalName, country, taxNumber });

/** Of a tax number, which may be a person's, the end is enough to tell two apart: what is recorded is never erased. */
const forAudit = ({ legalName, country, taxNumber }: Details) => ({
  ...{ legalName, country },
  taxNumber: taxNumber && `…${taxNumber.slice(-4)}`,
});

function cleaned(given: Details): Result<Details, "not_a_tax_number"> {
  if (given.taxNumber === null) return ok(given);
  const number = taxNumberIn(given.country, given.taxNumber);
  return number.ok ? ok({ ...given, taxNumber: number.value }) : number;
}
