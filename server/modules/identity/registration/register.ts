import { randomUUID } from "node:crypto";
import { after, days, type Instant } from "@amana/core/time";
import { foldedEmail } from "../email.ts";
import type { Language } from "../languages.ts";
import { requestMail } from "../mail/request.ts";
import type { IdentityParts } from "../parts.ts";
import { insertRegistration, latestRegistration } from "./store.ts";

export type Applicant = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
};

/** So long an unproved registration is kept; its link can be sent again until then. */
const KEPT = days(7);

/**
 * Writes down who wants to be a user. Whether somebody has the address already is looked at by whoever sends the mail, later and out
 * of sight: here the same is done for every address. A second registration of an address does not touch the first, so that nobody
 * slips a password of their own under somebody else's link.
 */
export async function register(
  { db, passwords }: IdentityParts,
  { name, email, password, language }: Applicant,
  now: Instant,
): Promise<void> {
  const passwordHash = await passwords.hash(password);
  const registration = { id: randomUUID(), email: foldedEmail(email), name, language, passwordHash };
  await db.transaction(async (tx) => {
    await insertRegistration(tx, registration, { now, until: after(now, KEPT) });
    await requestMail(tx, now, { kind: "verification", registration: registration.id });
  });
}

/** Mails the link of the latest registration of an address once more; whether there is one is looked at out of sight too. */
export const sendLinkAgain = ({ db }: IdentityParts, email: string, now: Instant): Promise<void> =>
  requestMail(db, now, { kind: "verification_again", email: foldedEmail(email) });

/** For a sign-in before the address is proved. */
export const registrationBehind = (db: IdentityParts["db"], email: string, now: Instant) =>
  latestRegistration(db, foldedEmail(email), now);
