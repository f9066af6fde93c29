import { idOf, uuidOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Mail, Mailer } from "#ports/mailer";
import type { Database } from "#runtime/database";
import { oneOf } from "#runtime/http";
import type { Letter } from "#runtime/mail";
import { type JobHandler, tryAgain } from "#runtime/work";
import { type Link, makeLink } from "../links.ts";
import { personByEmail, readPerson } from "../people/store.ts";
import { latestRegistration, type Registration, readRegistration } from "../registration/store.ts";
import { MAIL_JOB, NOTICES } from "./request.ts";
import { accountExistsMail, noticeMail, resetMail, verificationMail } from "./words.ts";

const Request = Type.Union([
  Type.Object({ kind: Type.Literal("verification"), registration: Type.String() }),
  Type.Object({ kind: Type.Literal("verification_again"), email: Type.String() }),
  Type.Object({ kind: Type.Literal("reset"), email: Type.String() }),
  Type.Object({ kind: Type.Literal("notice"), user: Type.String(), notice: oneOf(NOTICES), at: Type.Integer() }),
]);

export type MailParts = { readonly db: Database; readonly mailer: Mailer; readonly publicUrl: string };

/**
 * Writes and sends the mails about people's accounts. A mail whose fate is unknown is sent again with a new link, which ends the link
 * of the one before: whichever arrives last opens.
 */
export const mailJob = (parts: MailParts): JobHandler => ({
  kind: MAIL_JOB,
  async run(payload, now) {
    const mail = await mailFor(parts, Value.Parse(Request, payload), now);
    if (!mail) return "done";
    const sent = await parts.mailer.send(mail);
    if (sent.ok || sent.error.kind === "declined" || sent.error.kind === "not_found") return "done";
    return tryAgain(sent.error, now);
  },
});

/** Null when there is nobody to write to, or nothing to say any more. */
async function mailFor(
  { db, publicUrl }: MailParts,
  request: ReturnType<typeof Value.Parse<typeof Request>>,
  now: Instant,
): Promise<Mail | null> {
  switch (request.kind) {
    case "verification":
      return await welcome(db, publicUrl, await readRegistration(db, request.registration, now), now);
    case "verification_again":
      return await welcome(db, publicUrl, await latestRegistration(db, request.email, now), now);
    case "reset":
      return await reset(db, publicUrl, request.email, now);
    case "notice": {
      const user = await readPerson(db, idOf("user", uuidOf(request.user)));
      return (
        user &&
        addressed(user.email, `${request.notice}-${uuidOf(user.id)}-${request.at}`, noticeMail(request.notice, user))
      );
    }
    default:
      return request satisfies never;
  }
}

async function welcome(
  db: Database,
  publicUrl: string,
  registration: Registration | null,
  now: Instant,
): Promise<Mail | null> {
  if (!registration) return null;
  const { id, email } = registration;
  const owner = await personByEmail(db, email);
  if (owner) return addressed(owner.email, `exists-${id}`, accountExistsMail(owner, publicUrl));
  const link = await makeLink(db, { purpose: "verify_email", subject: id, email }, now);
  const address = addressOf(publicUrl, registration.language, "verify-email", link);
  return addressed(email, link.id, verificationMail(registration, address));
}

async function reset(db: Database, publicUrl: string, email: string, now: Instant): Promise<Mail | null> {
  const user = await personByEmail(db, email);
  if (!user) return null;
  const link = await makeLink(db, { purpose: "reset_password", subject: uuidOf(user.id), email: user.email }, now);
  return addressed(user.email, link.id, resetMail(user, addressOf(publicUrl, user.language, "reset-password", link)));
}

/**
 * Where a link leads: always to our own public address, whatever host a request named. The token stands behind `#`, which browsers
 * send to nobody: not to our logs, and to no other site as a referrer. The page posts it.
 */
const addressOf = (publicUrl: string, language: string, page: string, { token }: Link): string =>
  `${publicUrl}/${language}/${page}#token=${token}`;

const addressed = (to: string, id: string, letter: Letter): Mail => ({ to, id, ...letter });
