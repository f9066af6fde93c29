import { type Static, Type } from "typebox";
import type { User } from "#modules/identity";
import { IdOf, InstantJson, instantJson, line, nullable, oneOf, strict } from "#runtime/http";
import type { Invitation } from "./invitation-store.ts";
import type { Mine } from "./organizations.ts";
import { may, ORGANIZATION_ROLES } from "./rights.ts";
import type { Member } from "./store.ts";

export const RoleJson = oneOf(ORGANIZATION_ROLES);

const Country = Type.String({ pattern: "^[A-Z]{2}$", examples: ["IN"], description: "ISO 3166, two letters." });
const TaxNumber = Type.String({
  minLength: 4,
  maxLength: 20,
  pattern: "^[A-Za-z0-9 -]+$",
  examples: ["27AAPFU0939F1ZV"],
  description: "A GSTIN in India, a VAT number in Saudi Arabia and the Emirates.",
});

export const DETAILS = { legalName: line({ maxLength: 200 }), country: Country, taxNumber: nullable(TaxNumber) };

export const OrganizationJson = strict(
  {
    id: IdOf("organization"),
    legalName: Type.String(),
    country: Type.String(),
    taxNumber: nullable(Type.String()),
    role: RoleJson,
    version: Type.Integer(),
    createdAt: InstantJson,
  },
  {
    $id: "Organization",
    description: "A company, and the reader's role in it. Only owners, managers and finance see the tax number.",
  },
);

export const organizationJson = ({ organization, role }: Mine): Static<typeof OrganizationJson> => ({
  id: organization.id,
  legalName: organization.legalName,
  country: organization.country,
  taxNumber: may(role, "see_tax_number") ? organization.taxNumber : null,
  role,
  version: organization.version,
  createdAt: instantJson(organization.createdAt),
});

export const MemberJson = strict(
  { userId: IdOf("user"), name: Type.String(), role: RoleJson, joinedAt: InstantJson },
  { $id: "OrganizationMember" },
);

export const memberJson = ({ user, role, joinedAt }: Member, people: ReadonlyMap<string, User>) => ({
  userId: user,
  name: people.get(user)?.name ?? user,
  role,
  joinedAt: instantJson(joinedAt),
});

export const InvitationJson = strict(
  {
    id: IdOf("invitation"),
    email: Type.String(),
    role: RoleJson,
    invitedBy: IdOf("user"),
    invitedAt: InstantJson,
    expiresAt: InstantJson,
  },
  { $id: "Invitation", description: "Its token is in the mail alone." },
);

export const invitationJson = (invitation: Invitation): Static<typeof InvitationJson> => ({
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  invitedBy: invitation.invitedBy,
  invitedAt: instantJson(invitation.invitedAt),
  expiresAt: instantJson(invitation.expiresAt),
});
