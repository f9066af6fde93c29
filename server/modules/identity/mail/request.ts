import { createHash } from "node:crypto";
import type { UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { addJob } from "#runtime/work";

/** What people are told about their account when it has happened. */
export const NOTICES = [
  ...(["password_changed", "second_factor_on", "second_factor_off"] as const),
  ...(["recovery_code_used", "recovery_codes_renewed", "suspended", "reinstated"] as const),
  "bank_account_added",
] as const;
export type Notice = (typeof NOTICES)[number];

/** A mail that is to be written. Links are made while it is sent: none lies in a job. */
export type MailRequest =
  | { readonly kind: "verification"; readonly registration: string }
  | { readonly kind: "verification_again"; readonly email: string }
  | { readonly kind: "reset"; readonly email: string }
  | { readonly kind: "notice"; readonly user: UserId; readonly notice: Notice; readonly at: Instant };

export const MAIL_JOB = "identity.mail";

/** Tells a user what was done to the account. */
export const tellUser = (tx: Queryable, user: UserId, notice: Notice, now: Instant): Promise<void> =>
  requestMail(tx, now, { kind: "notice", user, notice, at: now });

/** Has a mail sent once the caller's transaction has committed; asking for one that still waits adds no second. */
export async function requestMail(tx: Queryable, now: Instant, request: MailRequest): Promise<void> {
  const key = createHash("sha256").update(JSON.stringify(request)).digest();
  await addJob(tx, now, {
    shard: key.readUInt8(0),
    kind: MAIL_JOB,
    key: `${MAIL_JOB}:${key.toString("base64url")}`,
    payload: request,
    runAt: now,
  });
}
