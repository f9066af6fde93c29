import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Queryable, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { revokeInvitationsBy } from "./invitation-store.ts";
import { may, mayHandle, type OrganizationRole } from "./rights.ts";
import { deleteMember, type Member, membersOf, type OrganizationId, organizationOf, setMemberRole } from "./store.ts";

export type MemberRefusal = "no_such_organization" | "no_such_member" | "not_your_right" | "last_owner";

/** The members of a company, for one of them. */
export async function readMembers(
  db: Queryable,
  reader: UserId,
  id: OrganizationId,
): Promise<Result<Member[], "no_such_organization">> {
  return (await organizationOf(db, id, reader)) ? ok(await membersOf(db, id)) : refuse("no_such_organization");
}

/** Gives a member another role; the last owner stays one. */
export const changeRole = (
  db: Database,
  asker: Asker,
  id: OrganizationId,
  { user, role }: { readonly user: UserId; readonly role: OrganizationRole },
  now: Instant,
): Promise<Result<Member, MemberRefusal>> =>
  db.transaction(async (tx) => {
    const found = await memberUnderLock(tx, asker.user, id, user);
    if (!found.ok) return found;
    const { member, mine, isLastOwner } = found.value;
    if (!mayHandle(mine, member.role) || !mayHandle(mine, role)) return refuse("not_your_right");
    if (isLastOwner && role !== "owner") return refuse("last_owner");
    await setMemberRole(tx, id, user, role);
    if (!may(role, "invite")) await revokeInvitationsBy(tx, id, user, now);
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "organization.role_changed", subject: id, reason: null },
      detail: { user, from: member.role, to: role },
    });
    return ok({ ...member, role });
  });

/** Takes a member out of a company, or lets one leave; what he invited to and nobody has accepted ends with him. */
export const removeMember = (
  db: Database,
  asker: Asker,
  id: OrganizationId,
  user: UserId,
  now: Instant,
): Promise<Result<null, MemberRefusal>> =>
  db.transaction(async (tx) => {
    const { user: actor } = asker;
    const found = await memberUnderLock(tx, actor, id, user);
    if (!found.ok) return found;
    const { member, mine, isLastOwner } = found.value;
    if (actor !== user && !mayHandle(mine, member.role)) return refuse("not_your_right");
    if (isLastOwner) return refuse("last_owner");
    await deleteMember(tx, id, user);
    await revokeInvitationsBy(tx, id, user, now);
    const action = actor === user ? "organization.left" : "organization.member_removed";
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action, subject: id, reason: null, detail: { user, role: member.role } },
    });
    return ok(null);
  });

/** The company's lock is what two owners who leave at the same moment wait for. */
async function memberUnderLock(tx: Tx, actor: UserId, id: OrganizationId, user: UserId) {
  const found = await organizationOf(tx, id, actor, true);
  if (!found) return refuse("no_such_organization" as const);
  if (actor !== user && !may(found.role, "manage_members")) return refuse("not_your_right" as const);
  const members = await membersOf(tx, id);
  const member = members.find((one) => one.user === user);
  if (!member) return refuse("no_such_member" as const);
  const owners = members.filter(({ role }) => role === "owner");
  return ok({ member, mine: found.role, isLastOwner: member.role === "owner" && owners.length === 1 });
}
