import { parseId, shardOf } from "@amana/core/ids";
import { formatMajor, type Money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import type { Mail, Mailer } from "#ports/mailer";
import type { Database, Queryable } from "#runtime/database";
import type { Keyring } from "#runtime/secrets";
import { addJob, type JobHandler, tryAgain } from "#runtime/work";
import { readUser } from "../store.ts";
import { codeOf } from "./code.ts";
import { readStepUp, type StepUp } from "./store.ts";

const KIND = "step_up.mail";

/** The job names the challenge alone: the code is worked out when the mail is written. */
export const addMail = (tx: Queryable, { id, user }: StepUp, now: Instant): Promise<void> =>
  addJob(tx, now, {
    shard: shardOf(user),
    kind: KIND,
    key: `${KIND}:${id}`,
    payload: { stepUp: id },
    runAt: now,
  });

/** Sends the code of a challenge to its user. Sent twice it is the same mail with the same code. */
export const mailStepUpCode = (db: Database, mailer: Mailer | null, keys: Keyring): JobHandler => ({
  kind: KIND,
  async run({ stepUp }, now) {
    const id = parseId("stepUp", String(stepUp));
    const asked = id && (await readStepUp(db, id));
    if (!mailer || !asked || asked.expiresAt <= now) return "done";
    const user = await readUser(db, asked.user);
    if (!user) return "done";
    const sent = await mailer.send(mailOf(asked, user.email, codeOf(keys, asked)));
    return sent.ok || sent.error.kind === "declined" ? "done" : tryAgain(sent.error, now);
  },
});

const SUBJECT = "Your confirmation code / رمز التأكيد";

/** In both languages, for whoever reads it must know what he confirms. */
const mailOf = ({ id, action, amount }: StepUp, to: string, code: string): Mail => ({
  to,
  subject: SUBJECT,
  language: "en",
  id,
  text: [
    `${code} confirms: ${WORDS[action]?.en ?? "a change of your account"}${inMoney(amount)}.`,
    "It is good for five minutes and for this alone. If you have not asked for it, somebody else is signed in as you: end all sessions.",
    "",
    `${code} يؤكد: ${WORDS[action]?.ar ?? "تغييرا في حسابك"}${inMoney(amount)}.`,
    "يصلح الرمز لخمس دقائق ولهذا الأمر وحده. إن لم تطلبه فهناك من دخل باسمك: أنه جميع الجلسات.",
  ].join("\n"),
});

const inMoney = (amount: Money | null): string => (amount ? ` (${amount.currency} ${formatMajor(amount)})` : "");

const WORDS: Readonly<Record<string, { readonly en: string; readonly ar: string }>> = {
  "bank_account.add": { en: "a new bank account", ar: "حسابا بنكيا جديدا" },
  "bank_account.verify": { en: "a bank account to be verified again", ar: "التحقق من حساب بنكي مرة أخرى" },
  "payout_schedule.change": { en: "to which accounts you are paid", ar: "الحسابات التي يحول إليها مالك" },
  "withdrawal.make": { en: "a withdrawal to your bank", ar: "سحبا إلى بنكك" },
  "password.change": { en: "a new password", ar: "كلمة مرور جديدة" },
  "second_factor.set_up": { en: "an authenticator app for your account", ar: "تطبيق مصادقة لحسابك" },
  "second_factor.remove": { en: "that your authenticator app is switched off", ar: "إيقاف تطبيق المصادقة" },
  "recovery_codes.renew": { en: "new recovery codes", ar: "رموز استرداد جديدة" },
  "api_key.create": { en: "a new API key", ar: "مفتاحا جديدا للواجهة البرمجية" },
  "oauth_client.create": { en: "a program that asks people for their rights", ar: "برنامجا يطلب من الناس صلاحيات" },
  "sign_in_provider.link": { en: "another way to sign in", ar: "طريقة أخرى لتسجيل الدخول" },
  "sign_in_provider.unlink": { en: "that a way to sign in is taken away", ar: "إزالة طريقة لتسجيل الدخول" },
  "member_role.change": { en: "another role for a member of your company", ar: "دورا آخر لعضو في شركتك" },
  "user.erase": { en: "that somebody is forgotten for good", ar: "محو بيانات شخص نهائيا" },
  "commission_rules.publish": { en: "new commission rules", ar: "قواعد عمولة جديدة" },
  "roles.change": { en: "a change of somebody's roles", ar: "تغييرا في أدوار شخص" },
};
