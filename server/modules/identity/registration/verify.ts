import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { doneBy, record } from "#modules/audit";
import { constraintOf } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import { useLink } from "../links.ts";
import type { IdentityParts } from "../parts.ts";
import { setPasswordHash } from "../passwords/store.ts";
import { insertPerson } from "../people/store.ts";
import type { When } from "../sign-in/sign-in.ts";
import { endRegistrations, type Registration, readRegistration } from "./store.ts";

/** Makes a registration a user, once. */
export async function verifyEmail(
  { db }: Pick<IdentityParts, "db">,
  token: string,
  { now, origin }: When,
): Promise<Result<UserId, "not_a_link">> {
  try {
    return await db.transaction(async (tx) => {
      const link = await useLink(tx, "verify_email", token, now);
      const registration = link && (await readRegistration(tx, link.subject, now));
      if (!registration || registration.email !== link.email) return refuse("not_a_link");
      const user = newRootId("user", now);
      const { name, email, language } = registration;
      await insertPerson(tx, { id: user, name, email, language }, now);
      await setPasswordHash(tx, user, registration.passwordHash, now);
      await endRegistrations(tx, registration.email);
      await record(tx, now, registered({ user, origin }, registration));
      return ok(user);
    });
  } catch (error) {
    // Two registrations of one address, proved at the same time: the first has it.
    if (constraintOf(error)?.startsWith("user_email")) return refuse("not_a_link");
    throw error;
  }
}

const registered = (asker: Asker, { language }: Registration) => ({
  ...doneBy("user", asker),
  ...{ action: "user.registered" as const, subject: asker.user, reason: null },
  detail: { language },
});
