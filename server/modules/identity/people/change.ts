import type { AuditAction } from "@amana/core/audit";
import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { foldedEmail } from "../email.ts";
import { tellUser } from "../mail/request.ts";
import type { Role } from "../store.ts";
import {
  type Changes,
  lockAdmins,
  lockPerson,
  type Person,
  personByEmail,
  setRoles,
  setSuspended,
  updatePerson,
} from "./store.ts";

/** Changes what people say about themselves; the audit log names the fields and not what stands in them. */
export const changeProfile = (db: Database, asker: Asker, changes: Changes, now: Instant): Promise<Person | null> =>
  db.transaction(async (tx) => {
    const { user } = asker;
    const person = await lockPerson(tx, user);
    if (!person) return null;
    await updatePerson(tx, user, changes);
    const fields = Object.keys(changes).sort();
    if (fields.length > 0)
      await record(tx, now, {
        ...doneBy("user", asker),
        ...{ action: "user.changed", subject: user, reason: null, detail: { fields } },
      });
    return { ...person, ...changes };
  });

/** What an admin does to a user, and why. */
export type Act = { readonly admin: Asker; readonly user: UserId; readonly reason: string; readonly now: Instant };

export type ActRefusal = "no_such_user" | "own_account" | "not_an_admin";

/** From the next request on the user may do nothing but sign out. Sessions stay, so that they are told why. */
export const suspend = (db: Database, act: Act): Promise<Result<Person, ActRefusal>> =>
  acting(db, act, async (tx, person) => {
    if (person.suspendedAt !== null) return person;
    await setSuspended(tx, person.id, act.now);
    await written(tx, act, "user.suspended", {});
    await tellUser(tx, person.id, "suspended", act.now);
    return { ...person, suspendedAt: act.now };
  });

export const reinstate = (db: Database, act: Act): Promise<Result<Person, ActRefusal>> =>
  acting(db, act, async (tx, person) => {
    if (person.suspendedAt === null) return person;
    await setSuspended(tx, person.id, null);
    await written(tx, act, "user.reinstated", {});
    await tellUser(tx, person.id, "reinstated", act.now);
    return { ...person, suspendedAt: null };
  });

/** Gives a user these roles and no others. */
export const changeRoles = (db: Database, act: Act, wanted: readonly Role[]): Promise<Result<Person, ActRefusal>> =>
  acting(db, act, async (tx, person) => {
    const roles = withUser(wanted);
    if (same(roles, person.roles)) return person;
    await setRoles(tx, person.id, roles);
    await written(tx, act, "user.roles_changed", { before: person.roles, after: roles });
    return { ...person, roles };
  });

/** For the operator at the machine: there is no admin yet who could do it. False when nobody has the address. */
export const grantAdmin = (db: Database, email: string, now: Instant): Promise<boolean> =>
  db.transaction(async (tx) => {
    const found = await personByEmail(tx, foldedEmail(email));
    const person = found && (await lockPerson(tx, found.id));
    if (!person) return false;
    if (person.roles.includes("admin")) return true;
    const roles = withUser([...person.roles, "admin"]);
    await setRoles(tx, person.id, roles);
    await record(tx, now, {
      ...{ actor: "system", actorId: null, action: "user.roles_changed", subject: person.id },
      ...{ reason: "by the operator, at the command line", detail: { before: person.roles, after: roles } },
    });
    return true;
  });

/**
 * All admins are locked first, and whoever acts must still be one of them: of two who take each other's rights at the same time one is
 * refused, so that an admin always stays.
 */
const acting = (
  db: Database,
  { admin, user }: Act,
  work: (tx: Tx, person: Person) => Promise<Person>,
): Promise<Result<Person, ActRefusal>> =>
  db.transaction(async (tx) => {
    if (admin.user === user) return refuse("own_account");
    if (!(await lockAdmins(tx)).includes(admin.user)) return refuse("not_an_admin");
    const person = await lockPerson(tx, user);
    return person ? ok(await work(tx, person)) : refuse("no_such_user");
  });

const written = (tx: Tx, { admin, user, reason, now }: Act, action: AuditAction, detail: Record<string, unknown>) =>
  record(tx, now, { ...doneBy("user", admin), action, subject: user, reason, detail });

const ORDER: readonly Role[] = ["user", "support", "arbiter", "finance", "admin"];
const withUser = (roles: readonly Role[]): Role[] => ORDER.filter((role) => role === "user" || roles.includes(role));
const same = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));
