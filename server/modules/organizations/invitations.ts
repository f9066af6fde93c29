import { createHash, randomBytes } from "node:crypto";
import { shardOf, type UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, days, type Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import { readUser } from "#modules/identity";
import type { Database, Queryable, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import { type Keyring, seal } from "#runtime/secrets";
import { announce } from "#runtime/work";
import { lockCompaniesOf } from "./colleagues.ts";
import {
  type Invitation,
  type InvitationId,
  insertInvitation,
  invitationOfToken,
  markAccepted,
  openInvitations,
  revokeInvitation,
  revokeInvitationsTo,
} from "./invitation-store.ts";
import { may, mayHandle, type OrganizationRole } from "./rights.ts";
import {
  insertMember,
  MOST_COMPANIES,
  membersOf,
  type OrganizationId,
  organizationOf,
  organizationsOf,
} from "./store.ts";

const GOOD_FOR = days(7);
const MOST_OPEN = 50;
const MOST_MEMBERS = 200;

export const INVITED = "organization.invited";
/** What the token in an announcement is sealed for. */
export const tokenPlace = (id: InvitationId): string => `organizations.invitation:token:${id}`;

export type InviteRefusal = "no_such_organization" | "not_your_right" | "too_many_invitations";
type Asked = { readonly email: string; readonly role: OrganizationRole };

/** Invites an address; its token goes into the mail alone. */
export const invite = (
  db: Database,
  keys: Keyring,
  asker: Asker,
  id: OrganizationId,
  asked: Asked,
  now: Instant,
): Promise<Result<Invitation, InviteRefusal>> =>
  db.transaction(async (tx) => {
    const found = await organizationOf(tx, id, asker.user, true);
    if (!found) return refuse("no_such_organization");
    if (!may(found.role, "invite") || !mayHandle(found.role, asked.role)) return refuse("not_your_right");
    const email = asked.email.toLowerCase();
    await revokeInvitationsTo(tx, id, email, now);
    if ((await openInvitations(tx, id, now)).length >= MOST_OPEN) return refuse("too_many_invitations");
    const token = randomBytes(32).toString("base64url");
    const invitation: Invitation = {
      ...{ id: newRootId("invitation", now), organization: id, email, role: asked.role },
      ...{ invitedBy: asker.user, invitedAt: now, expiresAt: after(now, GOOD_FOR) },
    };
    await insertInvitation(tx, invitation, hashOf(token));
    const sealed = seal(keys, tokenPlace(invitation.id), token).toString("base64");
    const { legalName } = found.organization;
    const payload = { invitation: invitation.id, email, company: legalName, role: asked.role, token: sealed };
    await announce(tx, now, { shard: shardOf(id), topic: INVITED, payload });
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "organization.invited", subject: id, reason: null },
      detail: { invitation: invitation.id, role: asked.role },
    });
    return ok(invitation);
  });

/** The open invitations of a company, for whoever may make them. */
export async function readInvitations(
  db: Queryable,
  actor: UserId,
  id: OrganizationId,
  now: Instant,
): Promise<Result<Invitation[], "no_such_organization" | "not_your_right">> {
  const found = await organizationOf(db, id, actor);
  if (!found) return refuse("no_such_organization");
  return may(found.role, "invite") ? ok(await openInvitations(db, id, now)) : refuse("not_your_right");
}

/** Ends an invitation that nobody has accepted. */
export const withdrawInvitation = (
  db: Database,
  asker: Asker,
  id: OrganizationId,
  invitation: InvitationId,
  now: Instant,
): Promise<Result<null, "no_such_organization" | "no_such_invitation" | "not_your_right">> =>
  db.transaction(async (tx) => {
    const found = await organizationOf(tx, id, asker.user, true);
    if (!found) return refuse("no_such_organization");
    if (!may(found.role, "invite")) return refuse("not_your_right");
    const open = (await openInvitations(tx, id, now)).find((one) => one.id === invitation);
    if (!open) return refuse("no_such_invitation");
    if (!mayHandle(found.role, open.role)) return refuse("not_your_right");
    await revokeInvitation(tx, invitation, now);
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "organization.invitation_revoked", subject: id, reason: null, detail: { invitation } },
    });
    return ok(null);
  });

export type AcceptRefusal = "no_such_invitation" | "member_already" | "company_is_full" | "too_many_companies";
export type Accepted = { readonly organization: OrganizationId; readonly role: OrganizationRole };

/** Joins the company of an invitation: by its token, and by the very person whose address it went to. */
export const acceptInvitation = (
  db: Database,
  asker: Asker,
  token: string,
  now: Instant,
): Promise<Result<Accepted, AcceptRefusal>> =>
  db.transaction(async (tx) => {
    const { user } = asker;
    const invitation = await acceptable(tx, user, token, now);
    if (!invitation) return refuse("no_such_invitation");
    const { organization: id, role } = invitation;
    const members = await membersOf(tx, id);
    if (members.some((member) => member.user === user)) return refuse("member_already");
    if (members.length >= MOST_MEMBERS) return refuse("company_is_full");
    await lockCompaniesOf(tx, user);
    if ((await organizationsOf(tx, user)).length >= MOST_COMPANIES) return refuse("too_many_companies");
    if (!(await markAccepted(tx, invitation.id, user, now))) return refuse("no_such_invitation");
    await insertMember(tx, id, { user, role, joinedAt: now });
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "organization.joined", subject: id, reason: null },
      detail: { invitation: invitation.id, role },
    });
    return ok({ organization: id, role });
  });

/** An invitation to this person's address by somebody who may still invite; its company is locked. */
async function acceptable(tx: Tx, user: UserId, token: string, now: Instant): Promise<Invitation | null> {
  const invitation = await invitationOfToken(tx, hashOf(token), now);
  const person = invitation && (await readUser(tx, user));
  if (!person || person.email.toLowerCase() !== invitation.email) return null;
  const inviter = await organizationOf(tx, invitation.organization, invitation.invitedBy, true);
  return inviter && mayHandle(inviter.role, invitation.role) ? invitation : null;
}

const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();
