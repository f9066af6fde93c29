/**
 * What each role may do in its company. Members act in the market under their own names; these rights are about the company itself.
 *
 * | | owner | manager | finance | buyer | seller | viewer |
 * | --- | --- | --- | --- | --- | --- | --- |
 * | see company and members | yes | yes | yes | yes | yes | yes |
 * | see the tax number | yes | yes | yes | | | |
 * | see and make invitations | yes | below manager | | | | |
 * | give and take roles, remove members | yes | below manager | | | | |
 * | change name, country, tax number | yes | | | | | |
 */
export const ORGANIZATION_ROLES = ["owner", "manager", "buyer", "seller", "finance", "viewer"] as const;
export type OrganizationRole = (typeof ORGANIZATION_ROLES)[number];

const ACTS = ["read", "see_tax_number", "invite", "manage_members", "change_details"] as const;
export type OrganizationAct = (typeof ACTS)[number];

const RIGHTS: Readonly<Record<OrganizationRole, readonly OrganizationAct[]>> = {
  owner: ACTS,
  manager: ["read", "see_tax_number", "invite", "manage_members"],
  finance: ["read", "see_tax_number"],
  buyer: ["read"],
  seller: ["read"],
  viewer: ["read"],
};

export const may = (role: OrganizationRole, act: OrganizationAct): boolean => RIGHTS[role].includes(act);

/** Whom somebody may set over or under: an owner everybody, a manager those below managers, the others nobody. */
export const mayHandle = (actor: OrganizationRole, role: OrganizationRole): boolean =>
  actor === "owner" || (actor === "manager" && role !== "owner" && role !== "manager");
