import { parseId, shardOf } from "@amana/core/ids";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Mailer } from "#ports/mailer";
import { type Keyring, unseal } from "#runtime/secrets";
import { addJob, type JobHandler, type Subscription, tryAgain } from "#runtime/work";
import { INVITED, tokenPlace } from "./invitations.ts";

const KIND = "organizations.mail_invitation";

const Invited = Type.Object({
  invitation: Type.String(),
  email: Type.String(),
  company: Type.String(),
  role: Type.String(),
  token: Type.String(),
});

/** Leaves the mail of an invitation to a job: the announcement's transaction calls nobody outside. */
export const mailInvitations: Subscription = {
  name: "mail invitations",
  topic: INVITED,
  async hear(tx, payload, now) {
    const { invitation } = Value.Parse(Invited, payload);
    await addJob(tx, now, {
      ...{ shard: shardOf(invitation), kind: KIND, key: `${KIND}:${invitation}` },
      ...{ payload, runAt: now },
    });
  },
};

/** Sends it. In both languages, because of somebody who may not be a user yet nothing is known. */
export const mailInvitation = (mailer: Mailer, keys: Keyring, publicUrl: string): JobHandler => ({
  kind: KIND,
  async run(payload, now) {
    const { invitation, email, company, token } = Value.Parse(Invited, payload);
    const id = parseId("invitation", invitation);
    if (!id) throw new Error(`no invitation in ${JSON.stringify(payload)}`);
    const opened = unseal(keys, tokenPlace(id), Buffer.from(token, "base64"));
    const sent = await mailer.send({
      to: email,
      subject: `${company}: invitation · دعوة`,
      text: textOf(company, `${publicUrl}/en/join/${opened}`, `${publicUrl}/ar/join/${opened}`),
      language: "en",
      id: invitation,
    });
    return sent.ok ? "done" : tryAgain(sent.error, now);
  },
});

const textOf = (company: string, english: string, arabic: string): string =>
  [
    `You are invited to join ${company}. The link is good for seven days and for you alone:`,
    english,
    "If you do not know this company, do nothing.",
    "",
    `أنت مدعو للانضمام إلى ${company}. الرابط صالح سبعة أيام ولك وحدك:`,
    arabic,
    "إن كنت لا تعرف هذه الشركة فلا تفعل شيئا.",
  ].join("\n");
